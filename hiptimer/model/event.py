"""What happened in a workout, each with the instant on the player's clock when it was due."""

from dataclasses import dataclass
from enum import StrEnum

from hiptimer.model.timeline import Segment


class Outcome(StrEnum):
    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Started:
    at: float


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    at: float
    segment: Segment
    attempt: int


@dataclass(frozen=True, slots=True)
class RepFinished:
    """`reps` are finished so far in this attempt of the segment."""

    at: float
    segment: Segment
    attempt: int
    reps: int


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """The hold was held for `seconds`, whole or cut short."""

    at: float
    segment: Segment
    attempt: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SegmentEnded:
    """`outcome` is of a work segment; a get-ready or rest is always done."""

    at: float
    segment: Segment
    attempt: int
    outcome: Outcome
    reps: int
    hold_s: float


@dataclass(frozen=True, slots=True)
class Paused:
    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person asked to go on; work starts again `countdown_s` later. The pause took `for_s`."""

    at: float
    countdown_s: float
    for_s: float


@dataclass(frozen=True, slots=True)
class Finished:
    """The workout is over: whole, or stopped early, perhaps out of a pause of `paused_s`."""

    at: float
    stopped: bool
    paused_s: float = 0.0


Event = (
    Started | SegmentStarted | RepFinished | HoldEnded | SegmentEnded | Paused | Resumed | Finished
)
