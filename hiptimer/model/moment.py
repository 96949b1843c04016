"""Where we are in a workout, as the screen and the terminal need to know it."""

from enum import StrEnum

import msgspec

from hiptimer.model.timeline import Beat, Segment


class PlayState(StrEnum):
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One instant of a workout.

    `index` is the segment's place in the timeline, `position` the seconds since its start
    (standing still while paused and during the countdown after a pause).
    `resuming_s` is what is left of that countdown, else 0. `beat` is the phase of the rep in
    progress (None in a get-ready or rest) and `fraction` how much of it has passed, 0 to 1.
    `left_s` is what is left of the hold in a hold's hold phase, else of the segment;
    `total_left_s` what is left of the workout. `pace` is 1.0 at the exercise's own tempo.
    """

    state: PlayState
    index: int
    segment: Segment
    position: float
    resuming_s: float
    beat: Beat | None
    fraction: float
    left_s: float
    total_left_s: float
    pace: float
    attempt: int

    @property
    def rep(self) -> int:
        """The rep in progress, from 1; 0 outside a set."""
        return self.beat.rep if self.beat else 0
