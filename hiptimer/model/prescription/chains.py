"""Reading amounts: "3x10", "3 sets of 10", "10 reps x 3 sets", "hold 30 s x 3"."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from hiptimer.model.language import later, tr
from hiptimer.model.prescription.amounts import Amount, Amounts
from hiptimer.model.prescription.item import Found, Item, item
from hiptimer.model.prescription.resting import Resting
from hiptimer.model.prescription.tokens import Kind, Token
from hiptimer.model.words import number_words

INNER_FIRST = later("Read as reps, then sets, since the hold comes first.")
SWAPPED = later("Read as sets, then reps. For {reps} sets of {sets}, write {reps}x{sets}.")
NO_THIRD = later("What this number is for is not clear. For seconds, write s after it.")
UNCLEAR = later(
    "This may be one number or two. Write it with a point, or with a gap after the comma."
)

Reading = tuple[list[Item], int]


class Chains:
    """The amounts among the tokens of one text. Each method gives the items that begin at a
    token and the index after them, or None.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        amounts: Amounts,
        resting: Resting,
        repeats: Mapping[str, int],
        *,
        is_often: Callable[[int], bool],
        is_name: Callable[[int], bool],
    ) -> None:
        self._tokens = tokens
        self._amounts = amounts
        self._resting = resting
        self._repeats = repeats
        self._is_often = is_often
        self._is_name = is_name

    def _item(self, found: Found, first: int, after: int, amount: Amount | None = None) -> Item:
        values = () if amount is None else (amount.value,)
        why = "" if amount is None else amount.why
        return item(found, self._tokens, first, after, values=values, why=why)

    def hold(self, index: int) -> Reading | None:
        """ "hold 5 s", "hold for 30 seconds x 3"."""
        word = self._amounts.is_a(index, "hold")
        if word is None:
            return None
        amount = self._resting.time_after(word) or self._resting.time_after(self._holding(word))
        if amount is None:
            return [self._item(Found.HOLD_WORD, index, word)], word
        after = self._amounts.is_a(amount.after, "hold")
        if after is None or self._resting.time_after(after) is not None:
            after = amount.after
        hold = self._item(Found.HOLD, index, after, amount)
        return self._chain_from([hold], after)

    def _holding(self, index: int) -> int:
        """The index after what is held: "hold each rep for 5 s", "hold each 5 s"."""
        each = self._amounts.is_a(index, "each")
        if each == index + 1:
            return each
        return self._amounts.is_a(index, "holding") or index

    # --- chains ---

    def chain(self, index: int) -> Reading | None:
        """Numbers with what they count, joined by "x" or "of"."""
        first = self._sets_first(index) or self._element(index, apart=False)
        if first is not None:
            return self._chain_from([first[0]], first[1])
        times = self._amounts.is_a(index, "times")
        if times is None or self._is_often(times):
            return None
        element = self._element(times, apart=True)
        if element is None:
            return None
        counted = self._counted(element[0])
        return self._chain_from([counted], element[1])

    def _sets_first(self, index: int) -> tuple[Item, int] | None:
        """The word before its number: "sets: 3", "reps 10"."""
        for name, found in (("sets", Found.SETS), ("reps", Found.REPS)):
            word = self._amounts.is_a(index, name)
            linked = 0 if word is None else self._resting.linked(word)
            number = None if word is None else self._amounts.number(linked)
            is_sure = linked > (word or 0)
            if number is not None and (is_sure or not self._has_unit(number.after, name)):
                return self._item(found, index, number.after, number), number.after
        return None

    def _has_unit(self, index: int, name: str) -> bool:
        """Whether a number is of something else: in "sets 3 reps 10" it is not."""
        if self._amounts.is_a(index, "seconds", "minutes", "times") is not None:
            return True
        other = self._amounts.is_a(index, "reps" if name == "sets" else "sets")
        return other is not None and self._amounts.number(self._resting.linked(other)) is None

    def _element(self, index: int, *, apart: bool) -> tuple[Item, int] | None:
        """One number or time with its unit. `apart`: it stands after an "x"."""
        if self._is_name(index):
            return None
        repeats = self._amounts.is_a(index, "repeats")
        if repeats is not None:
            count = self._repeats[self._tokens[index].text]
            return self._item(Found.COUNT, index, repeats, Amount(count, repeats)), repeats
        time = self._amounts.time(index, sure=self._hold_follows(index), apart=apart)
        if time is not None:
            return self._timed(index, time)
        number = self._amounts.number(index)
        return None if number is None else self._numbered(index, number)

    def _numbered(self, index: int, number: Amount) -> tuple[Item, int] | None:
        """A number with what it counts, if that is said."""
        for name, found in (("sets", Found.SETS), ("reps", Found.REPS)):
            after = self._amounts.is_a(number.after, name)
            if after is not None and not self._is_name(number.after):
                return self._item(found, index, after, number), after
        if self._amounts.is_a(number.after, "maybe_minutes") is not None:
            return None
        return self._item(Found.NUMBER, index, number.after, number), number.after

    def _hold_follows(self, index: int) -> bool:
        number = self._amounts.number(index, sure=True)
        unit = None if number is None else self._amounts.is_a(number.after, "maybe_minutes")
        return unit is not None and self._amounts.is_a(unit, "hold") is not None

    def _timed(self, index: int, time: Amount) -> tuple[Item, int] | None:
        rest = self._resting.rest_word(time.after)
        if rest is not None and not self._resting.belongs_onwards(rest):
            return None
        after = self._amounts.is_a(time.after, "hold")
        if after is not None:
            return self._item(Found.HOLD, index, after, time), after
        return self._item(Found.TIME, index, time.after, time), time.after

    def _chain_from(self, elements: list[Item], index: int) -> Reading:
        """The rest of a chain whose first element is known."""
        while True:
            linked = self._next_link(elements[-1], index)
            if linked is None:
                break
            element = self._hold_element(linked) or self._element(linked, apart=True)
            if element is None:
                break
            elements.append(element[0])
            index = element[1]
        after = self._amounts.is_a(index, "times")
        if after is not None and self._amounts.kind(after) is Kind.UNCLEAR:
            return self._unclear(elements, after)
        if after is not None and not self._is_often(after):
            ended = msgspec.structs.replace(elements[-1], end=self._tokens[after - 1].end)
            elements[-1] = self._counted(ended) if len(elements) == 1 else ended
            index = after
        return _settled(elements), index

    def _unclear(self, elements: list[Item], index: int) -> Reading:
        """ "3x8,5 s hold": what the comma is for decides what the numbers before are."""
        after = index + 1
        while (more := self._amounts.is_a(after, "seconds", "minutes", "hold", "rest")) is not None:
            after = more
        end = self._tokens[after - 1].end
        return [Item(Found.STRAY, elements[0].start, end, why=tr(UNCLEAR))], after

    def _hold_element(self, index: int) -> tuple[Item, int] | None:
        """ "x hold 5 s" """
        word = self._amounts.is_a(index, "hold")
        amount = None if word is None else self._resting.time_after(word)
        if amount is None:
            return None
        return self._item(Found.HOLD, index, amount.after, amount), amount.after

    def _next_link(self, before: Item, index: int) -> int | None:
        """The index of what a chain goes on with; None at its end."""
        times = self._amounts.is_a(index, "times")
        if times is not None:
            return None if self._is_often(times) else times
        if before.found not in (Found.SETS, Found.REPS):
            return None
        linked = self._resting.linked(index)
        if linked > index or before.found is Found.SETS:
            return None if self._is_often(linked) else linked
        return None

    @staticmethod
    def _counted(each: Item) -> Item:
        if each.found is not Found.NUMBER:
            return each
        return msgspec.structs.replace(each, found=Found.COUNT)


def _settled(elements: list[Item]) -> list[Item]:
    """The numbers of a chain as what they count: sets before reps, unless a hold comes first."""
    if len(elements) == 1:
        return elements
    open_ = [i for i, each in enumerate(elements) if each.found in (Found.NUMBER, Found.COUNT)]
    known = {each.found for each in elements}
    wanted = [found for found in (Found.SETS, Found.REPS) if found not in known]
    if len(open_) == 1 and len(wanted) == 2:
        elements[open_[0]] = msgspec.structs.replace(elements[open_[0]], found=Found.COUNT)
        return elements
    inner_first = elements[0].found in (Found.TIME, Found.HOLD) and len(wanted) == 2
    if inner_first:
        wanted.reverse()
    for number, index in enumerate(open_):
        elements[index] = _assigned(elements[index], wanted[number : number + 1], inner_first)
    if not inner_first and len(open_) >= 2 and len(wanted) == 2:
        _say_order(elements, open_[0], open_[1])
    return elements


def _assigned(each: Item, wanted: list[Found], inner_first: bool) -> Item:
    if not wanted:
        return msgspec.structs.replace(each, found=Found.STRAY, why=tr(NO_THIRD))
    why = f"{tr(INNER_FIRST)} {each.why}".strip() if inner_first else each.why
    return msgspec.structs.replace(each, found=wanted[0], why=why)


def _say_order(elements: list[Item], sets: int, reps: int) -> None:
    """ "10x3" may be meant the other way round."""
    many, few = elements[sets].value, elements[reps].value
    if many > few:
        order = tr(SWAPPED, sets=number_words(many), reps=number_words(few))
        why = f"{order} {elements[sets].why}".strip()
        elements[sets] = msgspec.structs.replace(elements[sets], why=why)
