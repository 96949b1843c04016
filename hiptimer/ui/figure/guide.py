"""Which frame of the figure belongs to a moment of a workout."""

from collections.abc import Callable

from hiptimer.figure.frame import Frame
from hiptimer.figure.limb import ease
from hiptimer.figure.motion import Motion
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Beat, Segment, SegmentKind, Timeline
from hiptimer.ui.figure.hurrying import Hurrying

TURN_S = 2.4
"""How long the body takes to turn to its other side; the shortest get-ready is 4 s."""
RETURN_S = 1.5
"""How long the body takes back to where a rep begins, after a pause in its middle."""


class Guide:
    """`motion_of` gives the motion of an exercise by its id, None for one without poses.

    With `is_still` the figure stands at the moment that each phase goes to and does not move in
    between, for people whom motion on the screen makes unwell.
    """

    def __init__(self, motion_of: Callable[[str], Motion | None], *, is_still: bool) -> None:
        self._motion_of = motion_of
        self._is_still = is_still
        self._paused_inside: float | None = None
        self._countdown_s = 0.0
        self._hurrying = Hurrying()

    def stand_still(self, is_still: bool) -> None:
        """Whether the figure moves is chosen anew."""
        self._is_still = is_still

    def frame(self, moment: Moment, timeline: Timeline) -> Frame | None:
        """The figure at this moment; None where the exercise has no poses."""
        motion = self._motion_of(moment.segment.exercise.id)
        if motion is None:
            return None
        if moment.segment.kind is SegmentKind.WORK:
            return self._at_work(motion, moment)
        return self._getting_ready(motion, moment, timeline)

    def _at_work(self, motion: Motion, moment: Moment) -> Frame | None:
        if moment.waited_s is not None and moment.beat is not None:
            self._hurrying.shown_inside(moment, moment.position)
            return self._waiting(motion, moment, moment.beat, moment.waited_s)
        inside = self._hurrying.shown_inside(moment, self._shown_inside(moment))
        beat, side = moment.segment.beat_at(inside), moment.segment.side
        if beat is None:
            return None
        if self._is_still:
            return motion.at_phase(beat.phase, 1.0, beat.rep - 1, side)
        passed = min(inside - beat.start, beat.seconds)
        return motion.at_phase(beat.phase, passed / beat.seconds, beat.rep - 1, side, passed)

    def _waiting(self, motion: Motion, moment: Moment, beat: Beat, waited_s: float) -> Frame:
        seconds = 0.0 if self._is_still else waited_s
        return motion.waiting(beat.phase, beat.rep - 1, moment.segment.side, seconds)

    def _shown_inside(self, moment: Moment) -> float:
        """How far into the segment the figure is: where the workout is, but for one thing.

        After a pause the rep starts again, and the body goes back there instead of jumping.
        """
        if moment.state is PlayState.PAUSED:
            self._paused_inside, self._countdown_s = moment.position, 0.0
        elif moment.resuming_s > 0 and self._paused_inside is not None:
            self._countdown_s = max(self._countdown_s, moment.resuming_s)
            share = min(1.0, (self._countdown_s - moment.resuming_s) / RETURN_S)
            return self._paused_inside + (moment.position - self._paused_inside) * ease(share)
        else:
            self._paused_inside = None
        return moment.position

    def _getting_ready(self, motion: Motion, moment: Moment, timeline: Timeline) -> Frame:
        side = moment.segment.side
        if self._is_still:
            return motion.get_ready(0.0, side)
        passed, total = _gap(moment, timeline)
        before = _work_before(moment, timeline)
        if before is not None and _is_other_side(before, moment.segment) and total > TURN_S:
            if passed < TURN_S:
                return motion.turning(passed / TURN_S, before.side, side)
            passed, total = passed - TURN_S, total - TURN_S
        return motion.get_ready(passed, side, total)


def _gap(moment: Moment, timeline: Timeline) -> tuple[float, float]:
    """Seconds passed and in all of the rest and get-ready before a set, which are one pause."""
    segments, index = timeline.segments, moment.index
    passed, total = moment.position, moment.segment.seconds
    if moment.segment.kind is SegmentKind.REST:
        total += segments[index + 1].seconds
    elif index > 0 and segments[index - 1].kind is SegmentKind.REST:
        passed += segments[index - 1].seconds
        total += segments[index - 1].seconds
    return passed, total


def _work_before(moment: Moment, timeline: Timeline) -> Segment | None:
    before = reversed(timeline.segments[: moment.index])
    return next((s for s in before if s.kind is SegmentKind.WORK), None)


def _is_other_side(before: Segment, segment: Segment) -> bool:
    return before.exercise.id == segment.exercise.id and before.side is not segment.side
