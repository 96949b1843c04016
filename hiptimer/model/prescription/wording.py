"""Reading words that are no name: sides, how often, weights, notes and small words."""

from collections.abc import Sequence

import msgspec

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.amounts import Amounts, AmountWords, amount_words
from hiptimer.model.prescription.item import Found, Item, item
from hiptimer.model.prescription.phrases import Phrases
from hiptimer.model.prescription.tokens import Token
from hiptimer.model.prescription.vocabulary import Vocabulary, classes

OFTEN = later("How often it is to be done is not kept here.")
WEIGHT = later("Weights are not kept here.")
REMARK = later("This is not kept here.")
SIDES = {
    "one": later("One side alone cannot be set: the other is done after it, alike."),
    "turns": later(
        "Taking turns cannot be set: all reps of one side come first, then the other's."
    ),
    "total": later("A total cannot be set. Write how many on each side."),
}
MAYBE_MINUTES = later("This may be minutes or metres. For minutes, write min.")

Reading = tuple[list[Item], int]


class Grammar(msgspec.Struct, frozen=True):
    """What texts are scanned with; built once from the words of a language."""

    vocabulary: Vocabulary
    amounts: AmountWords
    notes: Phrases[str]
    sides: Phrases[str]
    parts: Phrases[str]
    fillers: Phrases[bool]


def grammar(vocabulary: Vocabulary) -> Grammar:
    small = (*vocabulary.small.fillers, *vocabulary.small.articles)
    parts = ((form, part) for part, forms in vocabulary.parts.items() for form in forms)
    return Grammar(
        vocabulary,
        amount_words(vocabulary),
        Phrases(classes(vocabulary.notes)),
        Phrases(classes(vocabulary.sides)),
        Phrases(parts),
        Phrases((form, True) for form in small),
    )


class Wording:
    """The words among the tokens of one text. Each method gives the item that begins at a token
    and the index after it, or None.
    """

    def __init__(self, tokens: Sequence[Token], amounts: Amounts, known: Grammar) -> None:
        self._tokens = tokens
        self._amounts = amounts
        self._known = known

    def _one(self, found: Found, first: int, after: int, why: str = "") -> Reading:
        return [item(found, self._tokens, first, after, why=why)], after

    def often(self, index: int) -> Reading | None:
        """How often, with how many times before it: "2x/day", "3-4 times a week", "daily"."""
        first = index
        after = self._counted_often(self._after_times(first)) or self._after_often(first)
        if after is None:
            return None
        while (more := self._after_often(after)) is not None:
            after = more
        return self._one(Found.NOTE, first, after, tr(OFTEN))

    def is_often(self, index: int) -> bool:
        """Whether a number here, after an "x", is how often: in "x 2/day" and "2x a day", but
        not in "3 x 10 a day".
        """
        number = self._amounts.number(index)
        counted = number is None or self._amounts.is_a(number.after, "times") is not None
        is_slashed = number is not None and self._amounts.sign(number.after, "/")
        return (counted or is_slashed) and self._counted_often(index) is not None

    def _counted_often(self, index: int) -> int | None:
        """The index after a number of times and what they are counted in."""
        repeats = self._amounts.is_a(index, "repeats")
        number = self._amounts.number(index)
        if repeats is not None:
            return self._after_often(repeats)
        if number is None:
            return None
        times = self._after_times(number.after)
        return self._after_often(times) if times > number.after else self._after_rate(times)

    def _after_times(self, index: int) -> int:
        after = self._amounts.is_a(index, "times")
        return index if after is None else after

    def _after_rate(self, index: int) -> int | None:
        note = self._known.notes.at(self._tokens, index)
        return note[1] if note is not None and note[0] == "rates" else None

    def _after_often(self, index: int) -> int | None:
        note = self._known.notes.at(self._tokens, index)
        return note[1] if note is not None and note[0] in ("rates", "often") else None

    def side(self, index: int) -> Reading | None:
        read = self._known.sides.at(self._tokens, index)
        if read is None:
            return None
        kind, after = read
        if kind == "each":
            return self._one(Found.EACH_SIDE, index, after)
        if kind == "both":
            return self._one(Found.BOTH_SIDES, index, after)
        return self._one(Found.STRAY, index, after, tr(SIDES[kind]))

    def note(self, index: int) -> Reading | None:
        read = self._known.notes.at(self._tokens, index)
        if read is None or read[0] != "remarks":
            return None
        return self._one(Found.REMARK, index, read[1], tr(REMARK))

    def weight(self, index: int) -> Reading | None:
        """A number with its unit: "5 kg", "@ 10 lb"."""
        first = index + 1 if self._amounts.sign(index, "@") else index
        number = self._amounts.number(first)
        read = None if number is None else self._known.notes.at(self._tokens, number.after)
        if read is None or read[0] != "weight":
            return None
        return self._one(Found.NOTE, index, read[1], tr(WEIGHT))

    def metres(self, index: int) -> Reading | None:
        """ "10 m", where nothing says that it is a time."""
        number = self._amounts.number(index)
        after = None if number is None else self._amounts.is_a(number.after, "maybe_minutes")
        return None if after is None else self._one(Found.STRAY, index, after, tr(MAYBE_MINUTES))

    def filler(self, index: int) -> Reading | None:
        read = self._known.fillers.at(self._tokens, index)
        return None if read is None else self._one(Found.SMALL, index, read[1])
