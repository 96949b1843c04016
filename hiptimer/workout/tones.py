"""Which tone sounds when: from a segment and its neighbours alone.

Every countdown ends in a sound at zero. The 3-2-1 of a get-ready and the sound at its zero lie in
one segment, so that they keep their distance to the sample.
"""

from collections.abc import Iterable, Iterator

from hiptimer.model.cue import Cue, Tone
from hiptimer.model.exercise import PhaseKind, Position
from hiptimer.model.timeline import Beat, Change, Segment, SegmentKind, Timeline
from hiptimer.workout.announcing import SIDE_TONES, TONE_S

# A get-ready begins where a set ends; its own sounds wait until that set's end has sounded.
POSITION_AT_S = 0.6
SIDE_AT_S = 1.3
# So long after a count another tone is heard as its own.
COUNT_RINGS_S = 0.3
# The end of a rep is a pickup to the next: heard just before the beat, never on top of it.
PICKUP_S = 0.16
SHORTEST_HALVED_HOLD_S = 10.0

PHASE_TONES = {PhaseKind.WORK: Tone.WORK, PhaseKind.HOLD: Tone.HOLD, PhaseKind.BACK: Tone.BACK}


def tones_of(
    timeline: Timeline,
    index: int,
    *,
    at_once: bool = False,
    spoken: bool = False,
    by_rep: bool = False,
) -> tuple[Cue, ...]:
    """The tones of segment `index`, by time.

    `at_once`: the segment was begun by a key, without the countdown that leads to it, so it
    sounds the zero itself. `spoken`: the voice says position and side, so no tone need.
    `by_rep`: each rep of a set sounds for itself, and the end of the set is not known.
    """
    segments = timeline.segments
    segment = segments[index]
    if segment.kind is SegmentKind.REST:
        return ()
    if segment.kind is SegmentKind.WORK:
        is_by_rep = by_rep and segment.is_reps
        end = None if is_by_rep else end_tone(timeline, index)
        return by_time(_work(segment, at_once=at_once, end=end))
    if spoken:
        return countdown(segment.seconds)
    before = next((s for s in reversed(segments[:index]) if s.kind is SegmentKind.WORK), None)
    return by_time(_get_ready(segment, before))


def by_time(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=_at))


def countdown(seconds: float) -> tuple[Cue, ...]:
    """A countdown alone: one tone each second and the zero, the last at `seconds`."""
    whole = range(min(3, int(seconds)), 0, -1)
    return (*(Cue(seconds - left, Tone.COUNT) for left in whole), Cue(seconds, Tone.GO))


def _at(cue: Cue) -> float:
    return cue.at


def _get_ready(segment: Segment, before: Segment | None) -> Iterator[Cue]:
    last = segment.seconds - 3.0
    if last > POSITION_AT_S:
        yield Cue(POSITION_AT_S, _position_tone(segment, before))
    side_at = _side_at(segment.seconds)
    if segment.side in SIDE_TONES and segment.seconds > side_at:
        yield Cue(side_at, SIDE_TONES[segment.side])
    yield from countdown(segment.seconds)


def _side_at(seconds: float) -> float:
    """When the tones of a side sound in a get-ready: between two counts where it is short."""
    at = SIDE_AT_S
    for count in countdown(seconds):
        if count.at - TONE_S[Tone.LEFT] < at < count.at + COUNT_RINGS_S:
            at = count.at + COUNT_RINGS_S
    return at


def _position_tone(segment: Segment, before: Segment | None) -> Tone:
    if segment.change in (Change.FIRST, Change.NEW_POSITION):
        stands = segment.exercise.position is Position.STANDING
        stood = before is None or before.exercise.position is Position.STANDING
        if stood and not stands:
            return Tone.LIE_DOWN
        if stands and not stood:
            return Tone.STAND_UP
    return Tone.GET_READY


def _work(segment: Segment, *, at_once: bool, end: Tone | None) -> Iterator[Cue]:
    """Without an `end` the last rep ends as the others do."""
    if at_once:
        yield Cue(0.0, Tone.GO)
    if segment.hold_s is not None:
        yield from _hold(segment)
    else:
        yield from _reps(segment)
    if end is not None:
        yield Cue(segment.seconds, end)
    elif segment.beats:
        yield Cue(_rep_end(segment.beats[-1]), Tone.REP_END)


def _reps(segment: Segment) -> Iterator[Cue]:
    for i, beat in enumerate(segment.beats):
        tone = PHASE_TONES.get(beat.kind)
        # The zero of the countdown is the first beat's own sound.
        if tone is not None and beat.start > 0:
            yield Cue(beat.start, tone)
        follower = segment.beats[i + 1] if i + 1 < len(segment.beats) else None
        if follower is not None and follower.rep > beat.rep:
            yield Cue(_rep_end(beat), Tone.REP_END)


def _rep_end(last: Beat) -> float:
    """When a rep sounds finished: at the start of its pause, else just before the next rep."""
    if last.kind is PhaseKind.PAUSE and last.start > 0:
        return last.start
    return max(last.start, last.end - PICKUP_S)


def _hold(segment: Segment) -> Iterator[Cue]:
    for beat in segment.beats:
        if beat.kind is PhaseKind.HOLD:
            if beat.start > 0:
                yield Cue(beat.start, Tone.HOLD)
            if segment.counts_up:
                yield from _tens(beat)
            elif beat.seconds >= SHORTEST_HALVED_HOLD_S:
                yield Cue(beat.start + beat.seconds / 2, Tone.HALFWAY)
            for left in range(min(3, int(beat.seconds / 2)), 0, -1):
                yield Cue(beat.end - left, Tone.COUNT)
            if beat is not segment.beats[-1]:
                yield Cue(beat.end, Tone.BACK)


def _tens(hold: Beat) -> Iterator[Cue]:
    """A tone every ten seconds, up to the last three, which have their own."""
    for tens in range(1, int(hold.seconds / 10) + 1):
        if 10.0 * tens < hold.seconds - 3.0:
            yield Cue(hold.start + 10.0 * tens, Tone.HOLD)


def end_tone(timeline: Timeline, index: int) -> Tone:
    """The tone that ends the set of segment `index`."""
    segment = timeline.segments[index]
    following = next(
        (s for s in timeline.segments[index + 1 :] if s.kind is SegmentKind.WORK), None
    )
    if following is None:
        return Tone.WORKOUT_END
    here = (segment.step, segment.round, segment.set)
    if (following.step, following.round, following.set) == here:
        return Tone.SIDE_END
    return Tone.EXERCISE_END
