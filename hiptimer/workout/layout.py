"""The one function that lays a routine out in time; screen, sound and text all read its result.

Rounds outside, exercises inside, sets within. A set of a one-sided exercise is both sides in
turn, each with the full dose; the rest follows the pair.
"""

from collections.abc import Iterator, Mapping

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Dose, Exercise, LiesOn, Position
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.model.side import Side
from hiptimer.model.timeline import Change, Segment, SegmentKind, Timeline, tile
from hiptimer.workout.announcing import announcement_seconds
from hiptimer.workout.beats import set_beats
from hiptimer.workout.speech import Speech

SHORTEST_REST_S = 0.1
"""What is shorter belongs to the get-ready: nobody rests for it."""


class Work(msgspec.Struct, frozen=True):
    """One set on one side, before it has a place in time."""

    step: int
    exercise: Exercise
    dose: Dose
    side: Side
    round: int
    rounds: int
    set: int
    rest_before_s: float
    swapped_from: str | None = None
    counts_up: bool = False


class Timing(msgspec.Struct, frozen=True):
    """What a layout depends on besides the routine. `paces` are by exercise id, 1.0 when absent.

    `turn` changes from day to day, so that other form cues have their turn; the times do not
    depend on it.
    """

    gaps: Gaps
    phrases: PhraseTable
    paces: Mapping[str, float]
    voice: VoiceLevel = VoiceLevel.NORMAL
    turn: int = 0

    @property
    def speech(self) -> Speech:
        return Speech(self.phrases, self.voice, self.turn)

    def pace(self, exercise: Exercise) -> float:
        return self.paces.get(exercise.id, 1.0)


def lay_out(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    timing: Timing,
    first_sides: Mapping[str, Side],
) -> Timeline:
    """The timeline of a routine. Raises KeyError for an exercise that `exercises` lacks.

    `first_sides` says by exercise id which side goes first; left where it says nothing.
    """
    works = tuple(_works(routine, exercises, first_sides))
    return Timeline(tile(place(works, None, 1, timing)), routine.name)


def sides_in_order(exercise: Exercise, first: Side) -> tuple[Side, ...]:
    return (first, first.other) if exercise.per_side else (Side.BOTH,)


def _works(
    routine: Routine, exercises: Mapping[str, Exercise], first_sides: Mapping[str, Side]
) -> Iterator[Work]:
    for round_number in range(1, routine.rounds + 1):
        for step_number, step in enumerate(routine.steps):
            exercise = exercises[step.exercise]
            dose = step.dose(exercise)
            sides = sides_in_order(exercise, first_sides.get(exercise.id, Side.LEFT))
            for set_number in range(1, dose.sets + 1):
                rest_s = dose.rest_s if set_number > 1 else 0.0
                if round_number > 1 and step_number == 0 and set_number == 1:
                    rest_s = routine.round_rest_s
                for side in sides:
                    yield Work(
                        step=step_number,
                        exercise=exercise,
                        dose=dose,
                        side=side,
                        round=round_number,
                        rounds=routine.rounds,
                        set=set_number,
                        rest_before_s=rest_s if side is sides[0] else 0.0,
                    )


def place(
    works: tuple[Work, ...],
    previous: tuple[Exercise, Side] | None,
    first_n: int,
    timing: Timing,
    met: frozenset[str] = frozenset(),
) -> tuple[Segment, ...]:
    """Each work with the rest and get-ready before it, not yet moved to its place in time.

    `previous` is what the body did before the first of them, None at the start of a workout;
    `met` are the ids of the exercises that came up before.
    """
    segments: list[Segment] = []
    for n, work in enumerate(works, start=first_n):
        segments.extend(_with_gap(work, previous, n, timing, is_new=work.exercise.id not in met))
        previous = (work.exercise, work.side)
        met |= {work.exercise.id}
    return tuple(segments)


def _with_gap(
    work: Work, previous: tuple[Exercise, Side] | None, n: int, timing: Timing, *, is_new: bool
) -> Iterator[Segment]:
    change = change_between(previous, work.exercise, work.side)
    fetch, put_away = equipment_change(previous[0] if previous else None, work.exercise)
    gap = _segment(
        SegmentKind.GET_READY, work, n, 0.0, change=change, is_new=is_new, fetch=fetch,
        put_away=put_away,
    )  # fmt: skip
    moving_s = _moving_seconds(change, timing.gaps)
    equipment_s = timing.gaps.equipment_s if fetch or put_away else 0.0
    gap_s = max(moving_s + equipment_s, announcement_seconds(gap, timing.speech))
    rest_s = work.rest_before_s - gap_s
    if rest_s >= SHORTEST_REST_S:
        yield _segment(SegmentKind.REST, work, n, rest_s)
    elif rest_s > 0:
        gap_s = work.rest_before_s
    yield msgspec.structs.replace(gap, end=gap_s)
    beats = set_beats(work.exercise, work.dose, timing.pace(work.exercise))
    yield _segment(SegmentKind.WORK, work, n, beats[-1].end, beats=beats)


def _segment(kind: SegmentKind, work: Work, n: int, seconds: float, **extra: object) -> Segment:
    return Segment(
        kind=kind,
        start=0.0,
        end=seconds,
        n=n,
        step=work.step,
        exercise=work.exercise,
        side=work.side,
        round=work.round,
        rounds=work.rounds,
        set=work.set,
        sets=work.dose.sets,
        reps=work.dose.reps,
        hold_s=work.dose.hold_s,
        tempo_s=work.dose.tempo_s or (),
        rest_before_s=work.rest_before_s,
        swapped_from=work.swapped_from,
        counts_up=work.counts_up,
        **extra,  # type: ignore[arg-type]
    )


def lies_on(exercise: Exercise, side: Side) -> Side | None:
    """The side the body lies on, None when it does not lie on a side."""
    if side is Side.BOTH or exercise.lies_on is LiesOn.NONE:
        return None
    return side if exercise.lies_on is LiesOn.SAME else side.other


def change_between(
    previous: tuple[Exercise, Side] | None, exercise: Exercise, side: Side
) -> Change:
    """What the body has to do to be ready for `exercise` on `side`."""
    if previous is None:
        return Change.FIRST
    before, side_before = previous
    if before.position is not exercise.position:
        return Change.NEW_POSITION
    if lies_on(before, side_before) is not lies_on(exercise, side):
        return Change.ROLL_OVER
    if exercise.position is Position.HALF_KNEELING and side_before is not side:
        return Change.SWAP_LEGS
    return Change.SAME_POSITION


def _moving_seconds(change: Change, gaps: Gaps) -> float:
    return {
        Change.FIRST: gaps.first_s,
        Change.NEW_POSITION: gaps.new_position_s,
        Change.ROLL_OVER: gaps.roll_over_s,
        # Half-kneeling to the other knee takes as long as rolling over.
        Change.SWAP_LEGS: gaps.roll_over_s,
        Change.SAME_POSITION: gaps.same_position_s,
    }[change]


def equipment_change(
    before: Exercise | None, exercise: Exercise
) -> tuple[tuple[Equipment, ...], tuple[Equipment, ...]]:
    """What to fetch and what to put away between two exercises."""
    had = before.needs if before else ()
    fetch = tuple(thing for thing in exercise.needs if thing not in had)
    put_away = tuple(t for t in had if t.is_carried and t not in exercise.needs)
    return fetch, put_away
