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
    With `my_pace` reps wait for the person; `waited_s` is how long one has waited, None while none
    does: it is over then, and `beat` is the phase it ended with.
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
    my_pace: bool = False
    waited_s: float | None = None

    @property
    def rep(self) -> int:
        """The rep in progress, from 1; 0 outside a set."""
        return self.beat.rep if self.beat else 0

    @property
    def is_waiting(self) -> bool:
        """Whether a rep is over and the next one waits for the person."""
        return self.waited_s is not None

    @property
    def is_paced_by_person(self) -> bool:
        """Whether a press now means the next rep."""
        is_going = self.state is PlayState.RUNNING and self.resuming_s == 0
        return self.my_pace and is_going and self.segment.is_reps
