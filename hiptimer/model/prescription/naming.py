"""Which exercise a run of words names, whatever the order and the forms of its words."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.prescription.phrases import Phrases, singular
from hiptimer.model.prescription.spelling import Spelling
from hiptimer.model.prescription.tokens import Kind, Token, tokenise
from hiptimer.model.prescription.vocabulary import Vocabulary

LONGEST_NAME = 10  # words
MOST_MEANT = 3
LEAST_SHARED = 1 / 3

Key = frozenset[str]


class Naming(msgspec.Struct, frozen=True):
    """`ids` has one entry for a name that is clear. `spelled` is the name with its spelling
    corrected, `dropped` says whether words that are known and not kept were left out of it.
    """

    ids: tuple[str, ...]
    spelled: bool = False
    dropped: bool = False


class Names:
    """The names of all exercises that can be used. Built once; reading one name is quick.

    `called` are their own names by id in the language of the words, where they have one there.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        vocabulary: Vocabulary,
        called: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.exercises = exercises
        self._called = called
        self._alike = Phrases(_alike(vocabulary), plural=True)
        self._ignored = {*vocabulary.small.articles}
        self._fillers = {singular(word) for word in vocabulary.small.fillers}
        self._notes = Phrases(((n, True) for n in vocabulary.notes.remarks), plural=True)
        named = [*_own_names(exercises, called), *_other_names(exercises, vocabulary)]
        self._by_key: dict[Key, dict[str, None]] = {}
        for id_, name in named:
            for key in self._keys(exercises[id_], name, vocabulary):
                self._by_key.setdefault(key, {})[id_] = None
        self.phrases = Phrases(((n, True) for n in self._whole(named, vocabulary)), plural=True)
        self._spelling = Spelling(self._all_words(named, vocabulary))

    # --- finding ---

    def find(self, tokens: Sequence[Token]) -> Naming | None:
        """The exercise that these words name; None when there is none."""
        if len(tokens) > 2 * LONGEST_NAME:
            return None
        literally = "".join(token.text for token in tokens)
        if literally in self.exercises:
            return Naming((literally,))
        found = self._exactly(tokens)
        if found is not None:
            return found
        corrected = self._corrected(tokens)
        if corrected is None:
            return None
        found = self._exactly(corrected)
        return None if found is None else msgspec.structs.replace(found, spelled=True)

    def _exactly(self, tokens: Sequence[Token]) -> Naming | None:
        ids = self._by_key.get(self._key(tokens))
        if ids:
            return Naming(tuple(ids))
        kept = self._without_notes(tokens)
        ids = self._by_key.get(self._key(kept)) if len(kept) < len(tokens) else None
        return Naming(tuple(ids), dropped=True) if ids else None

    def meant(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The exercises that were perhaps meant by words that name none, the nearest first."""
        if len(tokens) > 2 * LONGEST_NAME:
            return ()
        key = self._key(self._corrected(tokens) or tokens)
        shared = [(_shared(key, known), ids) for known, ids in self._by_key.items() if key & known]
        best = max((share for share, _ in shared), default=0.0)
        near = dict.fromkeys(id_ for share, ids in shared if share == best for id_ in ids)
        if near and best > LEAST_SHARED:
            own = max(_shared(key, self._own_key(id_)) for id_ in near)
            nearest = [id_ for id_ in near if _shared(key, self._own_key(id_)) >= own / 2]
            return tuple(sorted(nearest, key=self._by_level)[:MOST_MEANT])
        return ()

    def _own_key(self, id_: str) -> Key:
        return self._key(tokenise(self._called.get(id_, self.exercises[id_].name)))

    def _by_level(self, id_: str) -> tuple[int, str]:
        return self.exercises[id_].level, id_

    def hold_form(self, id_: str) -> str | None:
        """The exercise that holds what this one does in reps, such as a bridge hold."""
        return self._other_form(id_, is_hold=True)

    def rep_form(self, id_: str) -> str | None:
        """The exercise that does in reps what this one holds."""
        return self._other_form(id_, is_hold=False)

    def _other_form(self, id_: str, *, is_hold: bool) -> str | None:
        for key, ids in self._by_key.items():
            if id_ not in ids:
                continue
            other = self._by_key.get(key | {"hold"} if is_hold else key - {"hold"}, {})
            for found in other:
                if found != id_ and self.exercises[found].is_hold is is_hold:
                    return found
        return None

    # --- words ---

    def _key(self, tokens: Sequence[Token]) -> Key:
        """What the words say, without order, forms and small words."""
        kept = [t for t in tokens if t.text not in self._ignored and t.text != "-"]
        words: set[str] = set()
        index = 0
        while index < len(kept):
            alike = self._alike.at(kept, index)
            if alike is not None:
                word, index = alike
                words.update(word.split())
                continue
            words.add(singular(kept[index].text))
            index += 1
        return frozenset(words - self._fillers - {"/", ",", "(", ")", ":"})

    def _without_notes(self, tokens: Sequence[Token]) -> list[Token]:
        kept: list[Token] = []
        index = 0
        while index < len(tokens):
            note = self._notes.at(tokens, index)
            if note is None:
                kept.append(tokens[index])
            index = index + 1 if note is None else note[1]
        return kept

    def _corrected(self, tokens: Sequence[Token]) -> list[Token] | None:
        """The tokens with misspelled words of names put right; None when there are none."""
        corrected = [new for token in tokens for new in self._correct(token)]
        return None if corrected == [*tokens] else corrected

    def _correct(self, token: Token) -> list[Token]:
        if token.kind is not Kind.WORD:
            return [token]
        words = self._spelling.correct(token.text)
        if words == (token.text,):
            return [token]
        return [msgspec.structs.replace(token, text=word) for word in words]

    # --- building ---

    def _keys(self, exercise: Exercise, name: str, vocabulary: Vocabulary) -> Iterator[Key]:
        """What a name says, and that with the things it needs ("monster walk with band")."""
        key = self._key(tokenise(name))
        things = {vocabulary.equipment[thing.value] for thing in exercise.needs}
        if key:
            yield key
            yield key | things

    @staticmethod
    def _whole(named: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> Iterator[str]:
        """Phrases that are kept together, although amounts may have words of theirs."""
        forms = (form for form, _ in _alike(vocabulary) if form not in vocabulary.amounts.hold)
        for phrase in (*(text for pair in named for text in pair), *forms):
            if len(tokenise(phrase)) > 1:
                yield phrase

    @staticmethod
    def _all_words(named: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> list[str]:
        texts = [name for _, name in named]
        texts += [text for pair in _alike(vocabulary) for text in pair]
        texts += [*vocabulary.notes.remarks, *vocabulary.small.fillers]
        return [t.text for text in texts for t in tokenise(text) if t.kind is Kind.WORD]


def _alike(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Each form with the word it stands for, and that word itself."""
    for word, forms in vocabulary.alike.items():
        for form in (word, *forms):
            yield form, word


def _own_names(
    exercises: Mapping[str, Exercise], called: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """As they are shown, and as they are called in the language that is read."""
    for exercise in exercises.values():
        yield exercise.id, exercise.name
        if called.get(exercise.id, exercise.name) != exercise.name:
            yield exercise.id, called[exercise.id]


def _other_names(
    exercises: Mapping[str, Exercise], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    for id_, names in vocabulary.names.items():
        if id_ in exercises:
            for name in names:
                yield id_, name


def _shared(one: Key, other: Key) -> float:
    """How much of two sets is in both, 0 to 1."""
    return len(one & other) / len(one | other)
