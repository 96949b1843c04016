"""Reading rests, "rest 30 s" and "1 min between sets", and times that must stand somewhere."""

from collections.abc import Sequence

import msgspec

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.amounts import Amount, Amounts
from hiptimer.model.prescription.item import Found, Item, item
from hiptimer.model.prescription.tokens import Token

ASSUMED_SECONDS = later("Read as seconds.")
OTHER_REST = later("Only the rest between sets can be set here.")
NO_TIME = later("How long is not said.")

Reading = tuple[list[Item], int]


class Resting:
    """The rests among the tokens of one text. `rest` and `other_rest` give the item that begins
    at a token and the index after it, or None.
    """

    def __init__(self, tokens: Sequence[Token], amounts: Amounts) -> None:
        self._tokens = tokens
        self._amounts = amounts

    def _item(self, found: Found, first: int, after: int, amount: Amount) -> Item:
        values = (amount.value,)
        return item(found, self._tokens, first, after, values=values, why=amount.why)

    def _stray(self, first: int, after: int, why: str) -> Item:
        return item(Found.STRAY, self._tokens, first, after, why=why)

    def linked(self, index: int) -> int:
        """The index after the words between an amount and what it is for."""
        for _ in range(3):
            after = self._amounts.is_a(index, "links")
            if after is None:
                return index
            index = after
        return index

    def rest(self, index: int) -> Reading | None:
        """ "rest 30 s", "30 s rest between sets", "no rest"."""
        none = self._amounts.is_a(index, "no_rest")
        if none is not None:
            return [self._item(Found.REST, index, none, Amount(0, none))], none
        word = self._amounts.is_a(index, "rest")
        if word is None:
            return self._time_then_rest(index)
        amount = self.time_after(self._more_rest(word))
        if amount is None:
            after = self._more_rest(word)
            return [self._stray(index, after, tr(NO_TIME))], after
        after = self._more_rest(amount.after)
        return [self._item(Found.REST, index, after, amount)], after

    def _time_then_rest(self, index: int) -> Reading | None:
        amount = self._amounts.time(index, sure=self._rest_follows(index))
        word = None if amount is None else self.rest_word(amount.after)
        if amount is None or word is None or self.belongs_onwards(word):
            return None
        after = self._more_rest(word)
        return [self._item(Found.REST, index, after, amount)], after

    def rest_word(self, index: int) -> int | None:
        return self._amounts.is_a(self.linked(index), "rest")

    def _rest_follows(self, index: int) -> bool:
        """Whether "1 m" stands before a word for rest, and so is a minute."""
        number = self._amounts.number(index, sure=True)
        unit = None if number is None else self._amounts.is_a(number.after, "maybe_minutes")
        return unit is not None and self.rest_word(unit) is not None

    def belongs_onwards(self, index: int) -> bool:
        """Whether the word before is for a time that follows: "3 x 30 s rest 30 s"."""
        index = self._more_rest(index)
        amount = self._amounts.time(self.linked(index))
        if amount is None:
            return False
        return self._amounts.is_a(amount.after, "hold", "rest") is None

    def _more_rest(self, index: int) -> int:
        """The index after further words for rest: "rest between sets"."""
        while (after := self._amounts.is_a(index, "rest")) is not None:
            index = after
        return index

    def other_rest(self, index: int) -> Reading | None:
        """A rest that is not between sets: "10 s between sides"."""
        word = self._amounts.is_a(index, "rest")
        first = index if word is None else word
        amount = self._amounts.time(self.linked(first), sure=True)
        after = first if amount is None else amount.after
        again = self._amounts.is_a(after, "rest")
        other = self._amounts.is_a(after if again is None else again, "other_rest")
        if other is None or (amount is None and word is None):
            return None
        if amount is None:
            amount = self._amounts.time(self.linked(other), sure=True)
            other = other if amount is None else amount.after
        return [self._stray(index, other, tr(OTHER_REST))], other

    def time_after(self, index: int) -> Amount | None:
        """A time that must stand here, as a number with or without a unit."""
        index = self.linked(index)
        amount = self._amounts.time(index, sure=True)
        if amount is not None:
            return amount
        number = self._amounts.number(index)
        if number is None or self._is_counted(number.after):
            return None
        why = f"{tr(ASSUMED_SECONDS)} {number.why}".strip()
        return msgspec.structs.replace(number, why=why)

    def _is_counted(self, index: int) -> bool:
        """Whether a number before this place counts something."""
        return self._amounts.is_a(index, "times", "sets", "reps", "each") is not None
