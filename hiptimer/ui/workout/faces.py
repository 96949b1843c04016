"""A moment as the ring shows it."""

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.language import tr_in
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Beat, SegmentKind, Timeline
from hiptimer.ui.workout.face import Arc, Face
from hiptimer.ui.workout.sentences import held_so_far, seconds_up, small_print

# An empty ring, with room for words.
EMPTY = Face(number=None, lap=(Arc(PhaseKind.PAUSE, 0.0, 1.0),))


def is_standing(moment: Moment) -> bool:
    """Whether the workout stands still: paused, or counting down to go on."""
    return moment.state is PlayState.PAUSED or moment.resuming_s > 0


def face_of(moment: Moment, timeline: Timeline, saved: int) -> tuple[Face, float]:
    """The face, and how many seconds of its lap have passed."""
    if is_standing(moment):
        return EMPTY, 0.0
    beat = moment.beat
    if moment.is_waiting and beat is not None:
        return _waiting(moment, beat, saved), 1.0
    if moment.segment.kind is not SegmentKind.WORK or beat is None:
        return Face(seconds_up(gap_left(moment, timeline))), 0.0
    lap = [b for b in moment.segment.beats if b.rep == beat.rep]
    start = lap[0].start
    arcs = tuple(Arc(b.kind, b.start - start, b.end - start) for b in lap)
    is_hold = moment.segment.hold_s is not None
    face = Face(
        number=_hold_number(moment, beat) if is_hold else beat.rep,
        phase=beat.say,
        short_phase=beat.name,
        kind=beat.kind,
        small=small_print(moment, saved),
        lap=arcs,
        dots=min(1, saved) if is_hold else moment.segment.reps or 0,
        saved=saved,
        calm=is_hold and beat.kind is not PhaseKind.HOLD,
    )
    return face, moment.position - start


def _waiting(moment: Moment, beat: Beat, saved: int) -> Face:
    """A rep is over: its lap is closed, and the next one is up to the person."""
    your_turn = tr_in("at my pace, the next rep waits", "your turn")
    return Face(
        number=beat.rep,
        phase=your_turn,
        short_phase=your_turn,
        small=small_print(moment, saved),
        lap=(Arc(PhaseKind.HOLD, 0.0, 1.0),),
        dots=moment.segment.reps or 0,
        saved=saved,
    )


def gap_left(moment: Moment, timeline: Timeline) -> float:
    """Seconds until work begins: a rest and the get-ready after it are one countdown."""
    left = moment.left_s
    if moment.segment.kind is SegmentKind.REST and moment.index + 1 < len(timeline.segments):
        following = timeline.segments[moment.index + 1]
        if following.kind is SegmentKind.GET_READY:
            left += following.seconds
    return left


def _hold_number(moment: Moment, beat: Beat) -> int:
    """Seconds of the hold: all of them on the way in, none on the way out. One without a planned
    end counts up.
    """
    if moment.segment.counts_up:
        return held_so_far(moment)
    if beat.kind is PhaseKind.HOLD:
        return seconds_up(moment.left_s)
    return 0 if beat.kind is PhaseKind.LEAVE else seconds_up(moment.segment.hold_s or 0.0)
