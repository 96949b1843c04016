"""Where in the text what is marked, in the units in which Qt counts."""

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from itertools import accumulate

import msgspec

from hiptimer.model.prescription.prescribed import Prescription, What


class Kind(StrEnum):
    """What a stretch of the text is to the eye."""

    NAME = "name"
    AMOUNT = "amount"
    REST = "rest"
    REMARK = "remark"
    NOT_UNDERSTOOD = "not understood"


KINDS = {What.EXERCISE: Kind.NAME, What.REST: Kind.REST}
ON_TOP = (Kind.REMARK, Kind.NOT_UNDERSTOOD)
LAST_OF_ONE_UNIT = "\uffff"


class Mark(msgspec.Struct, frozen=True):
    """From `start` to `end`, not included, in UTF-16 units of the whole text."""

    start: int
    end: int
    kind: Kind
    why: str = ""


class Marks:
    """All marks of a text, to be asked by place."""

    def __init__(self, marks: tuple[Mark, ...] = ()) -> None:
        self._marks = tuple(sorted(marks, key=_start_of))
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def between(self, start: int, end: int) -> Iterator[Mark]:
        """Those that have a part in the stretch."""
        first = bisect_left(self._starts, start - self._longest)
        for mark in self._marks[first : bisect_left(self._starts, end)]:
            if mark.end > start:
                yield mark

    def why(self, place: int) -> str:
        """What is to be said of the character at a place; "" for nothing."""
        told = (mark.why for mark in self.between(place, place + 1) if mark.why)
        return "\n".join(dict.fromkeys(told))


def marks_of(text: str, read: Prescription) -> Marks:
    """The marks of a text that was read."""
    places = Places(text)
    parts = (
        Mark(places.of(part.start), places.of(part.end), KINDS.get(part.what, Kind.AMOUNT))
        for step in read.steps
        for part in step.parts
    )
    told = (
        Mark(places.of(one.start), places.of(one.end), kind, one.why)
        for kind, ones in ((Kind.REMARK, read.remarks), (Kind.NOT_UNDERSTOOD, read.not_understood))
        for one in ones
    )
    return Marks((*parts, *told))


class Places:
    """Places in a text as Qt counts them: a sign such as an emoji is two units there."""

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if text and max(text) > LAST_OF_ONE_UNIT:
            sizes = (2 if sign > LAST_OF_ONE_UNIT else 1 for sign in text)
            self._units = [0, *accumulate(sizes)]

    def of(self, place: int) -> int:
        return place if self._units is None else self._units[place]


def _start_of(mark: Mark) -> tuple[int, bool]:
    """What lies on top of others comes after them."""
    return mark.start, mark.kind in ON_TOP
