"""What was swapped in a workout, to ask whether it is to stay."""

from collections.abc import Mapping

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine
from hiptimer.model.session import Session


class Swap(msgspec.Struct, frozen=True):
    """In these steps (from 0) of a routine `put_in` was done in place of `kept`."""

    steps: tuple[int, ...]
    kept: Exercise
    put_in: Exercise

    def applied(self, routine: Routine) -> Routine:
        """The routine with what was put in, for good; as it is where it has changed since."""
        for step in self.steps:
            if step < len(routine.steps) and routine.steps[step].exercise == self.kept.id:
                routine = routine.with_exercise(step, self.put_in)
        return routine


def swaps(
    session: Session, routine: Routine, exercises: Mapping[str, Exercise]
) -> tuple[Swap, ...]:
    """The steps of the routine that ended with another exercise, because it was swapped on the
    way. What was chosen for one time before the start is not asked about.
    """
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, step in enumerate(routine.steps):
        sets = [s for s in session.counting_sets if s.step == number + 1]
        begun = [s for s in sets if s.started_at is not None]
        is_swapped = any(record.swapped_from == step.exercise for record in sets)
        last = begun[-1].exercise.id if begun else step.exercise
        if is_swapped and last != step.exercise and last in exercises:
            found[step.exercise, last] = (*found.get((step.exercise, last), ()), number)
    return tuple(
        Swap(steps, exercises[kept], exercises[put_in]) for (kept, put_in), steps in found.items()
    )
