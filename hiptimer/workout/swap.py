"""Putting another exercise in the place of the one in hand while the workout runs."""

from collections.abc import Iterator

from msgspec.structs import replace

from hiptimer.model.exercise import Dose, Exercise
from hiptimer.model.side import Side
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.workout.layout import Timing, Work, place, sides_in_order


def with_exercise(
    timeline: Timeline, index: int, exercise: Exercise, timing: Timing, begun_n: int = 0
) -> Timeline:
    """The timeline with `exercise` in the place of that of segment `index`, from there on.

    A set in hand stays as far as it was done, a rest or get-ready in hand gives way to the one
    that leads to `exercise`. The set is done anew with `exercise` at its own dose, on this side
    and the sides of the pair still to come; so are all later sets of the same step. `begun_n` is
    the highest number of a set begun so far: what is new is numbered from after it, so that a
    number never stands for two sets.
    """
    current = timeline.segments[index]
    kept = timeline.segments[: kept_of(timeline, index)]
    to_come = tuple(s for s in timeline.segments[index:] if s.kind is SegmentKind.WORK)
    works = tuple(_changed(to_come, current, exercise))
    in_work = current.kind is SegmentKind.WORK
    first_n = max(current.n + 1 if in_work else current.n, begun_n + 1)
    met = frozenset(segment.exercise.id for segment in kept)
    return timeline.with_segments((*kept, *place(works, _last(kept), first_n, timing, met)))


def kept_of(timeline: Timeline, index: int) -> int:
    """How many segments stay when the exercise of segment `index` gives way to another.

    All before its pause, or up to and with its set.
    """
    segments = timeline.segments
    if segments[index].kind is SegmentKind.WORK:
        return index + 1
    rested = index > 0 and segments[index - 1].kind is SegmentKind.REST
    return index - 1 if rested else index


def place_in_pause(
    before: Timeline, index: int, inside: float, after: Timeline
) -> tuple[int, float]:
    """Where in `after` a pause goes on that was `inside` seconds into segment `index` of `before`.

    As a segment of `after` and the seconds into it: with the rest that was left, and always with
    the whole get-ready.
    """
    first = kept_of(before, index)
    if after.segments[first].kind is not SegmentKind.REST:
        return first, 0.0
    left_s = before.segments[index].seconds - inside
    if before.segments[index].kind is SegmentKind.REST:
        left_s += before.segments[index + 1].seconds
    rest, get_ready = after.segments[first : first + 2]
    passed = max(0.0, rest.seconds + get_ready.seconds - left_s)
    return (first, passed) if passed < rest.seconds else (first + 1, 0.0)


def _last(kept: tuple[Segment, ...]) -> tuple[Exercise, Side] | None:
    """What the body did before."""
    done = next((s for s in reversed(kept) if s.kind is SegmentKind.WORK), None)
    return None if done is None else (done.exercise, done.side)


def _changed(to_come: tuple[Segment, ...], current: Segment, exercise: Exercise) -> Iterator[Work]:
    changed: set[tuple[int, int]] = set()
    for segment in to_come:
        if segment.step != current.step:
            yield _as_work(segment)
            continue
        which = (segment.round, segment.set)
        if which in changed:
            continue
        changed.add(which)
        sides = [s.side for s in to_come if (s.step, s.round, s.set) == (segment.step, *which)]
        rest_s = segment.rest_before_s
        if current.kind is SegmentKind.WORK and segment is current:
            rest_s = 0.0  # it goes on where it was cut short
        yield from _swapped(segment, _sides(exercise, sides), exercise, rest_s)


def _sides(exercise: Exercise, planned: list[Side]) -> tuple[Side, ...]:
    """The sides of `exercise` in the place of sets planned for these sides."""
    one_sided = [side for side in dict.fromkeys(planned) if side is not Side.BOTH]
    if exercise.per_side and Side.BOTH not in planned:
        return tuple(one_sided)
    return sides_in_order(exercise, one_sided[0] if one_sided else Side.LEFT)


def _swapped(
    segment: Segment, sides: tuple[Side, ...], exercise: Exercise, rest_s: float
) -> Iterator[Work]:
    planned = segment.swapped_from or segment.exercise.id
    for side in sides:
        yield replace(
            _as_work(segment),
            exercise=exercise,
            dose=_dose(segment, exercise),
            side=side,
            rest_before_s=rest_s if side is sides[0] else 0.0,
            swapped_from=None if exercise.id == planned else planned,
        )


def _dose(segment: Segment, exercise: Exercise) -> Dose:
    """Its own, but for a set without a planned end, where as much is counted as before."""
    own = replace(exercise.dose, sets=segment.sets)
    if not segment.counts_up:
        return own
    if exercise.is_hold:
        return replace(own, hold_s=segment.hold_s or own.hold_s)
    return replace(own, reps=segment.reps or own.reps)


def _as_work(segment: Segment) -> Work:
    return Work(
        step=segment.step,
        exercise=segment.exercise,
        dose=Dose(
            sets=segment.sets,
            reps=segment.reps,
            tempo_s=segment.tempo_s or None,
            hold_s=segment.hold_s,
        ),
        side=segment.side,
        round=segment.round,
        rounds=segment.rounds,
        set=segment.set,
        rest_before_s=segment.rest_before_s,
        swapped_from=segment.swapped_from,
        counts_up=segment.counts_up,
    )
