"""A routine trimmed to the time there is: "I leave in six minutes"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import ceil

import msgspec

from hiptimer.model.exercise import Dose, Exercise
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.workout.layout import Timing
from hiptimer.workout.lengths import Lengths

FEWEST_REPS = 6
SHORTEST_HOLD_S = 15.0
HOLD_STEP_S = 5.0
HAIR_S = 1e-6
"""What sums of seconds may differ by in rounding."""


class Part(StrEnum):
    """What of a routine was trimmed, in the order in which it is."""

    ROUNDS = "rounds"
    SETS = "sets"
    REPS = "reps"
    HOLD = "hold"
    EXERCISE = "exercise"


class LeftOut(msgspec.Struct, frozen=True):
    """From `was` to `now`, of the exercise `name` in step number `step` (from 0).

    Rounds are of the whole routine: their step is None. An exercise goes from 1 to 0.
    """

    part: Part
    was: float
    now: float
    step: int | None = None
    name: str = ""


class Fitted(msgspec.Struct, frozen=True):
    """What of a routine fits, None when not even one exercise of it does.

    `seconds` is how long that takes, or how long the least would. `untouched` are the sets, reps
    and holds that some exercise keeps whole.
    """

    routine: Routine | None
    seconds: float
    left_out: tuple[LeftOut, ...] = ()
    untouched: frozenset[tuple[Part, float]] = frozenset()


def fit(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    seconds: float,
    timing: Timing,
    first_sides: Mapping[str, Side],
) -> Fitted:
    """As much of `routine` as is done in `seconds`. The last two arguments are as in `lay_out`.

    Rounds go first, then sets, then reps and holds down to 6 reps or 15 s, and only then whole
    exercises from the end; nothing goes that need not. So an exercise is left out only when those
    before it do not fit even at their least, and the time it frees goes back to them: to their
    reps and holds first, then to their sets and rounds.

    Sets, reps and holds are cut evenly, one rep or 5 s at a time: from the exercise that has most
    left to give, and among equals from the last. Less than one such piece (on both sides) is then
    left of the time, unless a whole set, round or exercise was too long for it. Each side always
    does the same, since a dose is for either.
    """
    lengths = Lengths(exercises, timing, first_sides)
    whole_s = lengths.seconds(routine)
    if whole_s <= seconds + HAIR_S:
        return Fitted(routine, whole_s)

    def fits(candidate: Routine) -> bool:
        return lengths.seconds(candidate) <= seconds + HAIR_S

    def least(steps: int) -> Routine:
        return _least(_first_steps(routine, steps), exercises)

    counts = range(1, len(routine.steps) + 1)
    kept = bisect_left(counts, True, key=lambda steps: not fits(least(steps)))
    if kept == 0:
        return Fitted(None, lengths.seconds(least(1)))
    trims = _Trims(_first_steps(routine, kept), exercises)
    fewest = bisect_left(range(trims.count), True, key=lambda count: fits(trims.after(count)))
    fitted = trims.after(fewest)
    return _told(routine, fitted, exercises, lengths.seconds(fitted))


def _first_steps(routine: Routine, count: int) -> Routine:
    return msgspec.structs.replace(routine, steps=routine.steps[:count])


def _least(routine: Routine, exercises: Mapping[str, Exercise]) -> Routine:
    """The routine after all trims that leave each exercise in."""
    steps = []
    for step in routine.steps:
        dose = step.dose(exercises[step.exercise])
        steps.append(_trimmed(step, dose, dose.sets - 1, _pieces(dose)))
    return msgspec.structs.replace(routine, rounds=1, steps=tuple(steps))


class _Trims:
    """Every single trim that leaves each exercise in, in the order in which they are made."""

    def __init__(self, routine: Routine, exercises: Mapping[str, Exercise]) -> None:
        self._routine = routine
        self._doses = tuple(step.dose(exercises[step.exercise]) for step in routine.steps)
        self._rounds = routine.rounds - 1
        self._sets = _in_turn([(dose.sets - 1, 1) for dose in self._doses])
        pieces = [_pieces(dose) for dose in self._doses]
        self._amounts = _in_turn([(count, count) for count in pieces])

    @property
    def count(self) -> int:
        return self._rounds + len(self._sets) + len(self._amounts)

    def after(self, count: int) -> Routine:
        """The routine after the first `count` of the trims."""
        rounds = min(count, self._rounds)
        sets = Counter(self._sets[: count - rounds])
        amounts = Counter(self._amounts[: max(0, count - rounds - len(self._sets))])
        steps = tuple(
            _trimmed(step, dose, sets[number], amounts[number])
            for number, (step, dose) in enumerate(
                zip(self._routine.steps, self._doses, strict=True)
            )
        )
        return msgspec.structs.replace(
            self._routine, rounds=self._routine.rounds - rounds, steps=steps
        )


def _in_turn(pieces: list[tuple[int, int]]) -> list[int]:
    """The number of a step for each of its pieces, so that all steps lose them evenly.

    Each step has so many pieces, and a whole that they are counted as a share of.
    """
    turns = [
        (-left / whole, -step)
        for step, (count, whole) in enumerate(pieces)
        for left in range(count, 0, -1)
    ]
    return [-step for _share, step in sorted(turns)]


def _pieces(dose: Dose) -> int:
    """How often a rep, or some seconds of the hold, can be taken from a dose."""
    if dose.hold_s is not None:
        return max(0, ceil((dose.hold_s - SHORTEST_HOLD_S) / HOLD_STEP_S))
    return max(0, (dose.reps or 0) - FEWEST_REPS)


def _trimmed(step: Step, dose: Dose, sets: int, pieces: int) -> Step:
    """The step with so many sets, and pieces of its reps or its hold, fewer."""
    if sets:
        step = msgspec.structs.replace(step, sets=dose.sets - sets)
    if pieces and dose.hold_s is not None:
        hold_s = max(SHORTEST_HOLD_S, dose.hold_s - pieces * HOLD_STEP_S)
        return msgspec.structs.replace(step, hold_s=hold_s)
    if pieces:
        return msgspec.structs.replace(step, reps=(dose.reps or 0) - pieces)
    return step


def _told(
    whole: Routine, fitted: Routine, exercises: Mapping[str, Exercise], seconds: float
) -> Fitted:
    amounts = tuple(_amounts(whole, fitted, exercises))
    rounds = LeftOut(Part.ROUNDS, whole.rounds, fitted.rounds)
    gone = (
        LeftOut(Part.EXERCISE, 1, 0, number, exercises[step.exercise].name)
        for number, step in enumerate(whole.steps[len(fitted.steps) :], len(fitted.steps))
    )
    left_out = tuple(part for part in (rounds, *amounts) if part.was != part.now)
    untouched = frozenset((part.part, part.was) for part in amounts if part.was == part.now)
    return Fitted(fitted, seconds, (*left_out, *gone), untouched)


def _amounts(
    whole: Routine, fitted: Routine, exercises: Mapping[str, Exercise]
) -> Iterator[LeftOut]:
    """Sets, then reps and holds, of each exercise that stays, changed or not."""
    pairs = [
        (number, exercises[was.exercise], was, now)
        for number, (was, now) in enumerate(zip(whole.steps, fitted.steps, strict=False))
    ]
    for number, exercise, was, now in pairs:
        yield LeftOut(Part.SETS, was.sets, now.sets, number, exercise.name)
    for number, exercise, was, now in pairs:
        before, after = was.dose(exercise), now.dose(exercise)
        if before.hold_s is not None:
            yield LeftOut(Part.HOLD, before.hold_s, after.hold_s or 0, number, exercise.name)
        else:
            yield LeftOut(Part.REPS, before.reps or 0, after.reps or 0, number, exercise.name)
