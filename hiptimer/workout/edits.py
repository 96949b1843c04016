"""Small changes to a timeline under way: more reps, a longer hold, another pace."""

import math

from msgspec.structs import replace

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.workout.beats import rep_beats

MORE_S = 10.0


def with_more(segment: Segment, pace: float) -> Segment:
    """10 s more of a hold, rest or get-ready; one rep more, at `pace`, in a set."""
    if segment.kind is not SegmentKind.WORK:
        return with_longer_gap(segment, MORE_S)
    if segment.reps is not None:
        return with_reps(segment, segment.reps + 1, segment.reps, pace)
    return with_longer_hold(segment, MORE_S)


def with_reps(segment: Segment, reps: int, kept: int, pace: float) -> Segment:
    """A set of `reps` reps of which the first `kept` keep their beats and the rest have `pace`."""
    beats = tuple(beat for beat in segment.beats if beat.rep <= kept)
    start = beats[-1].end if beats else 0.0
    new = rep_beats(segment.exercise, segment.tempo_s, range(kept + 1, reps + 1), start, pace)
    beats = beats + new
    return replace(segment, reps=reps, beats=beats, end=segment.start + beats[-1].end)


def with_pace(timeline: Timeline, index: int, rep: int, pace: float) -> Timeline:
    """The timeline with `pace` for the exercise of segment `index`, from after rep `rep` on."""
    exercise_id = timeline.segments[index].exercise.id
    segments = list(timeline.segments)
    for i in range(index, len(segments)):
        segment = segments[i]
        if segment.kind is SegmentKind.WORK and segment.exercise.id == exercise_id and segment.reps:
            segments[i] = with_reps(segment, segment.reps, rep if i == index else 0, pace)
    return timeline.with_segments(tuple(segments))


def with_longer_hold(segment: Segment, seconds: float) -> Segment:
    """The hold of a work segment made `seconds` longer; what follows it moves."""
    hold = hold_index(segment)
    beats = list(segment.beats)
    beats[hold] = replace(beats[hold], end=beats[hold].end + seconds)
    for i in range(hold + 1, len(beats)):
        beats[i] = replace(beats[i], start=beats[i].start + seconds, end=beats[i].end + seconds)
    return replace(segment, beats=tuple(beats), end=segment.end + seconds)


def hold_index(segment: Segment) -> int:
    """The place of the hold's own beat among the beats of a hold."""
    return next(i for i, beat in enumerate(segment.beats) if beat.kind is PhaseKind.HOLD)


def with_longer_gap(segment: Segment, seconds: float) -> Segment:
    """A rest or get-ready made `seconds` longer."""
    return replace(segment, end=segment.end + seconds)


def halved(timeline: Timeline, index: int, reps_begun: int, inside: float) -> Timeline:
    """Half the dose of the set of segment `index`, on this side and the side still to come.

    `reps_begun` reps and `inside` seconds of segment `index` stay.
    """
    segments = list(timeline.segments)
    current = segments[index]
    same_set = (current.step, current.round, current.set)
    for i in range(index, len(segments)):
        segment = segments[i]
        if segment.kind is SegmentKind.WORK and same_set == (
            segment.step,
            segment.round,
            segment.set,
        ):
            here = i == index
            segments[i] = _half(segment, reps_begun if here else 0, inside if here else 0.0)
    return timeline.with_segments(tuple(segments))


def _half(segment: Segment, kept: int, inside: float) -> Segment:
    if segment.reps is not None:
        reps = min(segment.reps, max(kept, math.ceil(segment.reps / 2)))
        beats = tuple(beat for beat in segment.beats if beat.rep <= reps)
        return replace(segment, reps=reps, beats=beats, end=segment.start + beats[-1].end)
    hold = segment.beats[hold_index(segment)]
    shorter = min(hold.seconds, max(hold.seconds / 2, inside - hold.start))
    return replace(with_longer_hold(segment, shorter - hold.seconds), hold_s=round(shorter, 1))
