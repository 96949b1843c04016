"""Where a workout goes on after a pause: with time to get back into position."""

from dataclasses import dataclass

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.gaps import Gaps
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.workout.attempt import start_of_rep
from hiptimer.workout.edits import with_longer_hold

SHORTEST_REST_OF_HOLD_S = 5.0


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The timeline from now on, where in the segment it goes on, and the countdown before that."""

    timeline: Timeline
    inside: float
    countdown_s: float


def place_to_go_on(timeline: Timeline, index: int, inside: float, reps: int, gaps: Gaps) -> GoingOn:
    """Where to go on in segment `index`, which was paused `inside` seconds and `reps` reps in.

    The rep in progress starts again; a hold goes on with what was left, or a little more; a rest
    or get-ready leaves at least the time to get back.
    """
    segment = timeline.segments[index]
    if segment.kind is not SegmentKind.WORK:
        latest = segment.seconds - gaps.reposition_s
        return GoingOn(timeline, max(0.0, min(inside, latest)), 0.0)
    if segment.reps is not None:
        # All are done when the set waited for the person at its end.
        is_over = reps == segment.reps
        start = segment.seconds if is_over else start_of_rep(segment, reps + 1)
        return GoingOn(timeline, start, gaps.reposition_s)
    longer, inside = _in_hold(segment, inside)
    if longer is not segment:
        timeline = timeline.with_segment(index, longer)
    return GoingOn(timeline, inside, gaps.reposition_s)


def _in_hold(segment: Segment, inside: float) -> tuple[Segment, float]:
    """The way into the hold starts again; the hold itself has some seconds left at least."""
    beat = segment.beat_at(inside)
    if beat is None or beat.kind is PhaseKind.LEAVE:
        return segment, inside
    if beat.kind is PhaseKind.ENTER:
        return segment, beat.start
    short = min(SHORTEST_REST_OF_HOLD_S, segment.hold_s or 0.0) - (beat.end - inside)
    return (with_longer_hold(segment, short) if short > 0 else segment), inside
