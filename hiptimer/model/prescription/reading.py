"""Reading a physio's lines: "clamshell 3x10 each side, 5 s hold, 30 s rest"."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.prescription.deciding import Deciding
from hiptimer.model.prescription.grouping import Grouping, Section
from hiptimer.model.prescription.item import Found, Item
from hiptimer.model.prescription.naming import Names
from hiptimer.model.prescription.numbering import without_numbering
from hiptimer.model.prescription.prescribed import (
    NotUnderstood,
    PrescribedStep,
    Prescription,
    Remark,
)
from hiptimer.model.prescription.scanning import Scanner
from hiptimer.model.prescription.telling import quoted
from hiptimer.model.prescription.tokens import tokenise
from hiptimer.model.prescription.vocabulary import Forms, Vocabulary
from hiptimer.model.prescription.wording import grammar

MOST_SHOWN = 3
LONGEST_TEXT = 4_000  # characters: it is read anew with each key
# The number is LONGEST_TEXT, as the language writes it.
TOO_LONG = later("A text is read up to 4,000 characters.")
NO_EXERCISE = later("No exercise stands beside this.")
UNCLEAR_WORDS = later("These words are not understood.")


class Reader:
    """Reads lines of one language with the exercises that can be used. Building it takes a few
    milliseconds.

    `called` are the names of exercises in that language, by id, where it is not the one they are
    shown in; `parts` the words for the parts of a rep in all languages.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        vocabulary: Vocabulary,
        *,
        called: Mapping[str, str] = MappingProxyType({}),
        parts: Mapping[str, Forms] | None = None,
    ) -> None:
        self._exercises = exercises
        self._vocabulary = vocabulary
        self._grammar = grammar(vocabulary)
        self._names = Names(exercises, vocabulary, called)
        self._parts = vocabulary.parts if parts is None else parts

    def read(self, text: str) -> Prescription:
        """Everything in a text of one or several lines. No text is an error."""
        longest = min(len(text), LONGEST_TEXT)
        has_comma = self._vocabulary.decimal_comma
        tokens = without_numbering(tokenise(text[:longest], decimal_comma=has_comma))
        grouping = Grouping(tokens, self._names, self._vocabulary)
        grouping.read(Scanner(tokens, self._grammar, self._names).items())
        told = _Told(text)
        steps = [self._step(section, told) for section in grouping.sections]
        for item in grouping.aside:
            told.aside(item)
        for item in grouping.words:
            meant = self._names.meant(tokens[item.first : item.after])
            told.not_understood(item, tr(UNCLEAR_WORDS), meant)
        for item in grouping.lost:
            told.not_understood(item, tr(NO_EXERCISE))
        if longest < len(text):
            told.not_understood(Item(Found.STRAY, longest, len(text)), tr(TOO_LONG))
        return Prescription(tuple(s for s in steps if s is not None), *told.in_order())

    def _step(self, section: Section, told: "_Told") -> PrescribedStep | None:
        if section.exercise is None:
            self._tell_unknown(section, told)
            return None
        exercise = self._exercises[section.exercise]
        if section.naming is not None and (section.naming.spelled or section.naming.dropped):
            words = tr("Read as {words}.", words=exercise.name)
            if not section.naming.spelled:
                words = f"{words} {tr('Not all of it is kept here.')}"
            told.remark(section.name, words)
        deciding = Deciding(section, exercise, self._names, told.text, self._parts)
        step = deciding.step()
        told.take(*deciding.told())
        return step

    def _tell_unknown(self, section: Section, told: "_Told") -> None:
        several = section.naming is not None
        ids = (
            section.naming.ids if section.naming is not None else self._names.meant(section.tokens)
        )
        names = [self._exercises[id_].name for id_ in ids]
        shown = quoted(told.text[section.name.start : section.name.end])
        if several:
            sentences = [tr("{words} may be {names}.", words=shown, names=_either(names))]
        else:
            sentences = [tr("There is no exercise called {words}.", words=shown)]
            sentences += [tr("Did you mean {names}?", names=_either(names))] if names else []
        if section.amounts:
            sentences.append(tr("What belongs to it is left out."))
        told.not_understood(section.name, " ".join(sentences), ids)


class _Told:
    """What is to be told of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._strays: list[NotUnderstood] = []
        self._remarks: list[Remark] = []

    def aside(self, item: Item) -> None:
        """A note, or something that means nothing here."""
        if item.found is Found.STRAY:
            self.not_understood(item, item.why)
        else:
            self.remark(item, item.why)

    def not_understood(self, item: Item, why: str, meant: tuple[str, ...] = ()) -> None:
        shown = self.text[item.start : item.end]
        self._strays.append(NotUnderstood(shown, why, item.start, item.end, meant))

    def remark(self, item: Item, why: str) -> None:
        self._remarks.append(Remark(self.text[item.start : item.end], why, item.start, item.end))

    def take(self, strays: Iterable[NotUnderstood], remarks: Iterable[Remark]) -> None:
        self._strays += strays
        self._remarks += remarks

    def in_order(self) -> tuple[tuple[NotUnderstood, ...], tuple[Remark, ...]]:
        """As they stand in the text."""
        return tuple(sorted(self._strays, key=_start)), tuple(sorted(self._remarks, key=_start))


def _start(told: NotUnderstood | Remark) -> int:
    return told.start


def _either(names: list[str]) -> str:
    """Such as "Front lunge", "Front lunge or Side lunge"."""
    shown = names[:MOST_SHOWN]
    if len(shown) < 2:
        return "".join(shown)
    return tr("{first} or {last}", first=", ".join(shown[:-1]), last=shown[-1])


def read_prescription(
    text: str, exercises: Mapping[str, Exercise], vocabulary: Vocabulary
) -> Prescription:
    """As `Reader.read`, for a single text."""
    return Reader(exercises, vocabulary).read(text)
