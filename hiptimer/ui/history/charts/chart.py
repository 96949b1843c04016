"""What a chart says, as plain values: places along it, and what stands at each.

The builders of this folder make these from figures of the past; the views draw them. Nothing
here knows how anything is drawn, so that what a chart says can be checked without a window.
"""

from dataclasses import dataclass
from enum import StrEnum

from hiptimer.model.language import tr
from hiptimer.ui.theme import Tone


class Shape(StrEnum):
    """What a mark looks like: colour alone never carries a meaning."""

    DISC = "disc"
    RING = "ring"
    DIAMOND = "diamond"
    UP = "up"
    DOWN = "down"
    SQUARE = "square"
    HOLLOW = "hollow"
    COLUMN = "column"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to step to: what it says, and the id of an exercise that stands for it, or ""."""

    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """An upright bar around `x`, `width` in units of x. One that is not `full` has an outline."""

    x: float
    top: float
    tone: Tone
    bottom: float = 0.0
    width: float = 0.68
    full: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """A small shape, with words in it where there is room.

    A column is as high as `y` from 0 to 1, and gives way to its words where all of them fit.
    """

    x: float
    y: float
    shape: Shape
    tone: Tone
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Straight from point to point."""

    points: tuple[tuple[float, float], ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Tick:
    """Words on an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts from `start` to `end` along the chart, such as a level."""

    start: float
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A narrow row of marks below the chart, named at its left; only columns have a `y` there."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend."""

    shape: Shape
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around every chart. `empty` is said instead of a chart that has nothing.

    `hint` says what else can be done with it on the screen.
    """

    title: str
    range_words: str = ""
    summary: str = ""
    hint: str = ""
    empty: str = ""
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Things one after another. `places` holds the x of each stop; `top` is the highest y.

    `right_ticks` are of a second unit; both scales are in units of y. `slot` is the room of each
    stop in units of x, 0 where they come at any time.
    """

    heading: Heading
    stops: tuple[Stop, ...] = ()
    places: tuple[float, ...] = ()
    left: float = 0.0
    right: float = 1.0
    top: float = 1.0
    slot: float = 1.0
    ticks: tuple[Tick, ...] = ()
    left_ticks: tuple[Tick, ...] = ()
    right_ticks: tuple[Tick, ...] = ()
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    strips: tuple[Strip, ...] = ()
    spans: tuple[Span, ...] = ()
    spans_name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, and one bar or two against each other: lengths from 0 to 1, their figures."""

    name: str
    stop: Stop
    lengths: tuple[float, ...]
    figures: tuple[str, ...]
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share a unit."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RowChart:
    """Things beside each other, from the most to the least."""

    heading: Heading
    groups: tuple[Group, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(row.stop for row in self.rows)


Chart = TimeChart | RowChart


def said_of(name: str, *facts: str) -> str:
    """Such as "3 Nov 2025: effort 5, no pain noted"; an empty fact is left out."""
    # L: {facts} is a list such as "effort 5, no pain noted".
    return tr("{name}: {facts}", name=name, facts=", ".join(fact for fact in facts if fact))


def describe(chart: Chart) -> str:
    """The whole chart in words, for someone who does not see it."""
    if chart.heading.empty:
        return chart.heading.empty
    return "\n".join([chart.heading.summary, *(stop.words for stop in chart.stops)])
