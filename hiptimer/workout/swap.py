"""Putting an easier exercise in the place of a harder one while the workout runs."""

from collections.abc import Iterator

import msgspec

from hiptimer.model.exercise import Dose, Exercise
from hiptimer.model.side import Side
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.workout.layout import Timing, Work, place, sides_in_order


def with_easier(
    timeline: Timeline,
    index: int,
    easier: Exercise,
    timing: Timing,
) -> Timeline:
    """The timeline with `easier` in place of the exercise of segment `index`, from there on.

    The segments up to and with `index` stay. The set in hand is done anew with the easier
    exercise at its own dose, on this side and the sides of the pair still to come; so are all
    later sets of the same step.
    """
    current = timeline.segments[index]
    kept = timeline.segments[: index + 1]
    in_work = current.kind is SegmentKind.WORK
    rest = tuple(s for s in timeline.work if s.n >= current.n)
    works = tuple(_changed(rest, current, easier))
    previous = _done_before(timeline, index)
    first_n = current.n + 1 if in_work else current.n
    met = frozenset(segment.exercise.id for segment in kept)
    return timeline.with_segments((*kept, *place(works, previous, first_n, timing, met)))


def _done_before(timeline: Timeline, index: int) -> tuple[Exercise, Side] | None:
    done = [s for s in timeline.segments[: index + 1] if s.kind is SegmentKind.WORK]
    return (done[-1].exercise, done[-1].side) if done else None


def _changed(rest: tuple[Segment, ...], current: Segment, easier: Exercise) -> Iterator[Work]:
    groups_done: set[tuple[int, int]] = set()
    for segment in rest:
        if segment.step != current.step:
            yield _as_work(segment)
            continue
        group = (segment.round, segment.set)
        if group in groups_done:
            continue
        groups_done.add(group)
        pair = [s.side for s in rest if (s.step, s.round, s.set) == (segment.step, *group)]
        yield from _eased(segment, pair, easier, is_current=segment.n == current.n)


def _eased(
    segment: Segment, pair: list[Side], easier: Exercise, *, is_current: bool
) -> Iterator[Work]:
    if not easier.per_side:
        sides: tuple[Side, ...] = (Side.BOTH,)
    elif pair[0] is Side.BOTH:
        sides = sides_in_order(easier, Side.LEFT)
    else:
        sides = tuple(pair)
    dose = msgspec.structs.replace(easier.dose, sets=segment.sets)
    for side in sides:
        rest_s = segment.rest_before_s if side is sides[0] and not is_current else 0.0
        yield msgspec.structs.replace(
            _as_work(segment),
            exercise=easier,
            dose=dose,
            side=side,
            rest_before_s=rest_s,
            swapped_from=segment.exercise.id,
        )


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
    )
