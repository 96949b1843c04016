"""A routine laid out on one clock: a flat tuple of segments, each with start and end."""

from enum import StrEnum

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise, PhaseKind
from hiptimer.model.side import Side


class SegmentKind(StrEnum):
    GET_READY = "get ready"
    WORK = "work"
    REST = "rest"


class Change(StrEnum):
    """What the body has to do in the get-ready before a work segment."""

    FIRST = "first"
    NEW_POSITION = "new position"
    ROLL_OVER = "roll over"
    SWAP_LEGS = "swap legs"
    SAME_POSITION = "same position"


class Beat(msgspec.Struct, frozen=True):
    """One phase of one rep, in seconds from the start of its segment. A hold has rep 1."""

    rep: int
    phase: int
    name: str
    kind: PhaseKind
    say: str
    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the timeline. Get-ready and rest carry the work that comes next.

    `n` numbers the work segments of the timeline from 1; a get-ready or rest has the number of
    the work it leads to. `step` counts the routine's steps from 0; `round` and `set` from 1.
    `reps` or `hold_s` is the planned dose of the work, `tempo_s` the seconds of all its phases.
    `is_new`: a get-ready before the first set of an exercise that was not met before.
    `rest_before_s` is the rest asked for before the work, of which the get-ready takes its part.
    `fetch` and `put_away` are the equipment to take and to lay aside in a get-ready.
    `counts_up`: of a set without a planned end, which lasts until the person stops it; its dose
    is the most that is counted.
    """

    kind: SegmentKind
    start: float
    end: float
    n: int
    step: int
    exercise: Exercise
    side: Side
    round: int
    rounds: int
    set: int
    sets: int
    reps: int | None
    hold_s: float | None
    tempo_s: tuple[float, ...]
    beats: tuple[Beat, ...] = ()
    change: Change | None = None
    is_new: bool = False
    fetch: tuple[Equipment, ...] = ()
    put_away: tuple[Equipment, ...] = ()
    rest_before_s: float = 0.0
    swapped_from: str | None = None
    counts_up: bool = False

    @property
    def seconds(self) -> float:
        return self.end - self.start

    @property
    def is_reps(self) -> bool:
        """Whether it is a set of reps, and not a hold or a gap."""
        return self.kind is SegmentKind.WORK and self.reps is not None

    def beat_at(self, inside: float) -> Beat | None:
        """The phase in progress `inside` seconds in; None in a rest or get-ready."""
        last = self.beats[-1] if self.beats else None
        return next((beat for beat in self.beats if inside < beat.end), last)

    def moved(self, start: float) -> "Segment":
        return msgspec.structs.replace(self, start=start, end=start + self.seconds)


class Timeline(msgspec.Struct, frozen=True):
    """Segments that tile the time from 0 to `seconds` without gap or overlap.

    `title` is what the workout is called when it begins.
    """

    segments: tuple[Segment, ...]
    title: str = ""

    @property
    def seconds(self) -> float:
        return self.segments[-1].end if self.segments else 0.0

    @property
    def work(self) -> tuple[Segment, ...]:
        return tuple(s for s in self.segments if s.kind is SegmentKind.WORK)

    def with_segment(self, index: int, segment: Segment) -> "Timeline":
        """A copy with one segment replaced and all later ones moved to follow it."""
        return self.with_segments((*self.segments[:index], segment, *self.segments[index + 1 :]))

    def with_segments(self, segments: tuple[Segment, ...]) -> "Timeline":
        """A copy with other segments, each moved to where the one before it ends."""
        return msgspec.structs.replace(self, segments=tile(segments))


def tile(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The same segments, each starting where the one before it ends."""
    tiled: list[Segment] = []
    start = 0.0
    for segment in segments:
        tiled.append(segment if segment.start == start else segment.moved(start))
        start = tiled[-1].end
    return tuple(tiled)
