"""What a line is made of, as it is found from left to right, before it is known what belongs
together.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from hiptimer.model.prescription.tokens import Token


class Found(StrEnum):
    """What an item is. A count is a number of something ("x 3"), a number stands alone ("10"),
    a time is a length of time that may be a hold or not ("30 s"). A remark is a note that may
    stand within a name ("red band").
    """

    NAME = "name"
    SETS = "sets"
    REPS = "reps"
    COUNT = "count"
    NUMBER = "number"
    TIME = "time"
    HOLD = "hold"
    HOLD_WORD = "hold word"
    REST = "rest"
    TEMPO = "tempo"
    PACE = "pace"
    EACH_SIDE = "each side"
    BOTH_SIDES = "both sides"
    NOTE = "note"
    REMARK = "remark"
    SMALL = "small"
    SOFT_BREAK = "soft break"
    HARD_BREAK = "hard break"
    STRAY = "stray"


class Item(msgspec.Struct, frozen=True):
    """`values` are one number, or the seconds of a tempo. `part` is the part of a rep that a
    pace is for. `why` is what there is to say: why a stray is one, how an amount was taken, or
    that a note is not kept. `first` and `after` are the tokens of a name.
    """

    found: Found
    start: int
    end: int
    values: tuple[float, ...] = ()
    part: str = ""
    why: str = ""
    first: int = 0
    after: int = 0

    @property
    def value(self) -> float:
        return self.values[0]


def item(
    found: Found,
    tokens: Sequence[Token],
    first: int,
    after: int,
    *,
    values: tuple[float, ...] = (),
    part: str = "",
    why: str = "",
) -> Item:
    """The item of the tokens from `first` on, `after` not included."""
    start, end = tokens[first].start, tokens[after - 1].end
    return Item(found, start, end, values=values, part=part, why=why, first=first, after=after)
