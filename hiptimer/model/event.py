"""What happened in a workout, each with the instant on the player's clock when it was due."""

from enum import StrEnum

import msgspec

from hiptimer.model.timeline import Segment


class Outcome(StrEnum):
    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class Started(msgspec.Struct, frozen=True):
    at: float


class SegmentStarted(msgspec.Struct, frozen=True):
    at: float
    segment: Segment
    attempt: int


class RepFinished(msgspec.Struct, frozen=True):
    """`reps` are finished so far in this attempt of the segment."""

    at: float
    segment: Segment
    attempt: int
    reps: int


class HoldEnded(msgspec.Struct, frozen=True):
    """The hold was held for `seconds`, whole or cut short."""

    at: float
    segment: Segment
    attempt: int
    seconds: float


class SegmentEnded(msgspec.Struct, frozen=True):
    """`outcome` is of a work segment; a get-ready or rest is always done."""

    at: float
    segment: Segment
    attempt: int
    outcome: Outcome
    reps: int
    hold_s: float


class Paused(msgspec.Struct, frozen=True):
    at: float


class Resumed(msgspec.Struct, frozen=True):
    """The person asked to go on; work starts again `countdown_s` later. The pause took `for_s`."""

    at: float
    countdown_s: float
    for_s: float


class Finished(msgspec.Struct, frozen=True):
    """The workout is over: whole, or stopped early, perhaps out of a pause of `paused_s`."""

    at: float
    stopped: bool
    paused_s: float = 0.0


Event = (
    Started | SegmentStarted | RepFinished | HoldEnded | SegmentEnded | Paused | Resumed | Finished
)
