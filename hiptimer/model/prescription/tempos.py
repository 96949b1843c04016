"""Reading how fast: "tempo 2-1-2-0", "2/1/2", "3 s down", "lower for 3 s"."""

from collections.abc import Callable, Sequence

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.amounts import Amounts
from hiptimer.model.prescription.item import Found, Item, item
from hiptimer.model.prescription.phrases import Phrases
from hiptimer.model.prescription.tokens import Kind, Token

BETWEEN = "-/:"
FEWEST_ALONE = 3
LONGEST_ALONE_S = 9
DIGITS = (3, 4)
NOT_ALONE = later("This may be a tempo. If it is, write tempo before it.")
NO_NUMBERS = later("The tempo is not clear. Write the seconds of each part, such as 2-1-2-0.")

Reading = tuple[list[Item], int]


class Tempos:
    """The tempos among the tokens of one text."""

    def __init__(
        self,
        tokens: Sequence[Token],
        amounts: Amounts,
        parts: Phrases[str],
        is_name: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._amounts = amounts
        self._parts = parts
        self._is_name = is_name

    def tempo(self, index: int) -> Reading | None:
        """The seconds of all phases, with or without the word "tempo"."""
        word = self._amounts.is_a(index, "tempo")
        if word is None:
            return self._alone(index)
        first = word
        while (link := self._amounts.is_a(first, "links")) is not None:
            first = link
        values, after = self._row(first)
        if len(values) > 1:
            return [self._item(index, after, values)], after
        values = self._digits(first)
        if values:
            return [self._item(index, first + 1, values)], first + 1
        if self._tokens[index].kind is not Kind.WORD:
            return None
        return [self._stray(index, word, tr(NO_NUMBERS))], word

    def _alone(self, index: int) -> Reading | None:
        """Numbers that are a tempo by their look, or by the word after them."""
        values, after = self._row(index)
        if len(values) < FEWEST_ALONE:
            return None
        word = self._amounts.is_a(after, "tempo")
        if word is not None:
            return [self._item(index, word, values)], word
        if max(values) > LONGEST_ALONE_S:
            return [self._stray(index, after, tr(NOT_ALONE))], after
        return [self._item(index, after, values)], after

    def _item(self, first: int, after: int, values: tuple[float, ...]) -> Item:
        return item(Found.TEMPO, self._tokens, first, after, values=values)

    def _stray(self, first: int, after: int, why: str) -> Item:
        return item(Found.STRAY, self._tokens, first, after, why=why)

    def _row(self, index: int) -> tuple[tuple[float, ...], int]:
        """Numbers with the same sign and the same gaps between them, and the index after them."""
        values: list[float] = []
        after, between = index, None
        while self._amounts.kind(index) is Kind.NUMBER:
            values.append(self._tokens[index].value)
            after = self._amounts.is_a(index + 1, "seconds") or index + 1
            here = self._sign(after)
            if here is None or here != (between or here):
                break
            between, index = here, after + 1
        return tuple(values), after

    def _sign(self, index: int) -> tuple[str, bool] | None:
        """The sign between two numbers and whether it touches both."""
        if index + 1 >= len(self._tokens) or self._tokens[index].text not in BETWEEN:
            return None
        before, here, after = self._tokens[index - 1 : index + 2]
        return here.text, before.touches(here) and here.touches(after)

    def _digits(self, index: int) -> tuple[float, ...]:
        """A tempo written as one number: "3010"."""
        if self._amounts.kind(index) is not Kind.NUMBER:
            return ()
        text = self._tokens[index].text
        if len(text) not in DIGITS or not text.isdecimal():
            return ()
        return tuple(float(digit) for digit in text)

    # --- parts of a rep ---

    def pace(self, index: int) -> Reading | None:
        """The seconds of one part of a rep: "3 s down", "lower for 3 s"."""
        time = self._amounts.time(index)
        if time is not None:
            part = self._parts.at(self._tokens, time.after)
            if part is None or self._is_name(time.after):
                return None
            return [self._pace(index, part[1], time.value, part[0], time.why)], part[1]
        part = self._parts.at(self._tokens, index)
        if part is None:
            return None
        first = part[1]
        while (link := self._amounts.is_a(first, "links")) is not None:
            first = link
        time = self._amounts.time(first)
        if time is None or self._amounts.is_a(time.after, "hold", "rest") is not None:
            return None
        return [self._pace(index, time.after, time.value, part[0], time.why)], time.after

    def _pace(self, first: int, after: int, seconds: float, part: str, why: str) -> Item:
        values = (seconds,)
        return item(Found.PACE, self._tokens, first, after, values=values, part=part, why=why)
