"""How long a routine takes, without laying out every segment of it."""

from collections.abc import Iterator, Mapping

from hiptimer.model.exercise import Dose, Exercise, PhaseKind
from hiptimer.model.routine import Routine
from hiptimer.model.side import Side
from hiptimer.workout.layout import Timing, Work, place, sides_in_order

Before = tuple[Exercise, Side]


class Lengths:
    """The seconds `lay_out` would come to, to within rounding, for routines that are alike.

    All rounds after the first are of one length, and so are all sets after the first. A get-ready
    depends only on what comes before and after it, so that each is measured once.
    """

    def __init__(
        self, exercises: Mapping[str, Exercise], timing: Timing, first_sides: Mapping[str, Side]
    ) -> None:
        self._exercises = exercises
        self._timing = timing
        self._first_sides = first_sides
        self._gaps: dict[tuple[str, Side, str, Side, bool], float] = {}

    def seconds(self, routine: Routine) -> float:
        """Raises KeyError for an exercise that is not known."""
        first = sum(self._round(routine, None))
        if routine.rounds == 1:
            return first
        last = self._exercises[routine.steps[-1].exercise]
        return first + (routine.rounds - 1) * sum(self._round(routine, self._end_of(last)))

    def _round(self, routine: Routine, before: Before | None) -> Iterator[float]:
        """The seconds of each step; `before` is None in the first round."""
        met = set(self._exercises) if before else set()
        rest_s = routine.round_rest_s if before else 0.0
        for step in routine.steps:
            exercise = self._exercises[step.exercise]
            dose = step.dose(exercise)
            yield self._set(exercise, dose, before, rest_s, is_new=exercise.id not in met)
            before, rest_s = self._end_of(exercise), 0.0
            if dose.sets > 1:
                later_s = self._set(exercise, dose, before, dose.rest_s, is_new=False)
                yield (dose.sets - 1) * later_s
            met.add(exercise.id)

    def _set(
        self, exercise: Exercise, dose: Dose, before: Before | None, rest_s: float, *, is_new: bool
    ) -> float:
        """One set on all its sides, with the rest and the get-ready before each."""
        seconds = 0.0
        for side in self._sides(exercise):
            gap_s = self._gap(exercise, side, before, is_new=is_new)
            seconds += max(gap_s, rest_s) + self._work(exercise, dose)
            before, rest_s, is_new = (exercise, side), 0.0, False
        return seconds

    def _gap(self, exercise: Exercise, side: Side, before: Before | None, *, is_new: bool) -> float:
        had = (before[0].id, before[1]) if before else ("", Side.BOTH)
        key = (*had, exercise.id, side, is_new)
        if key not in self._gaps:
            work = Work(0, exercise, exercise.dose, side, 1, 1, 1, 0.0)
            met = frozenset() if is_new else frozenset({exercise.id})
            self._gaps[key] = place((work,), before, 1, self._timing, met)[0].seconds
        return self._gaps[key]

    def _work(self, exercise: Exercise, dose: Dose) -> float:
        if dose.hold_s is not None:
            ways = (p.seconds for p in exercise.phases if p.kind is not PhaseKind.HOLD)
            holds = sum(p.kind is PhaseKind.HOLD for p in exercise.phases)
            return sum(ways) + holds * dose.hold_s
        return (dose.reps or 0) * sum(dose.tempo_s or ()) / self._timing.pace(exercise)

    def _sides(self, exercise: Exercise) -> tuple[Side, ...]:
        return sides_in_order(exercise, self._first_sides.get(exercise.id, Side.LEFT))

    def _end_of(self, exercise: Exercise) -> Before:
        return exercise, self._sides(exercise)[-1]
