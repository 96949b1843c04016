"""What was swapped in a workout, to ask whether it is to stay."""

from collections.abc import Mapping, Sequence

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine
from hiptimer.model.session import Session, SetRecord


class Swap(msgspec.Struct, frozen=True):
    """`put_in` was done in place of `kept`, which the routine has."""

    kept: Exercise
    put_in: Exercise

    def applied(self, routine: Routine) -> Routine:
        """The routine with what was put in, for good."""
        for number, step in enumerate(routine.steps):
            if step.exercise == self.kept.id:
                routine = routine.with_exercise(number, self.put_in)
        return routine


def swaps(
    session: Session, routine: Routine, exercises: Mapping[str, Exercise]
) -> tuple[Swap, ...]:
    """What ended otherwise than the routine has it, because it was swapped on the way.

    What was chosen for one time before the start is not asked about.
    """
    has = {step.exercise for step in routine.steps}
    by_step: dict[int, list[SetRecord]] = {}
    for record in session.counting_sets:
        by_step.setdefault(record.step, []).append(record)
    pairs = dict.fromkeys(pair for sets in by_step.values() if (pair := _swapped(sets)) is not None)
    return tuple(
        Swap(exercises[kept], exercises[put_in])
        for kept, put_in in pairs
        if kept in has and put_in in exercises
    )


def _swapped(sets: Sequence[SetRecord]) -> tuple[str, str] | None:
    """With what the sets of one step began, and with what they ended; None when it is the same."""
    begun = [record for record in sets if record.started_at is not None]
    if not begun:
        return None
    came_from = {r.exercise.id: r.swapped_from for r in sets if r.swapped_from is not None}
    last = first = begun[-1].exercise.id
    while first in came_from:
        first = came_from.pop(first)
    return None if first == last else (first, last)
