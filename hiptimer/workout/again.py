"""A session done once more: which of its exercises goes where in the routine as it is now."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine
from hiptimer.model.session import ExerciseRef, Session


class _Done(msgspec.Struct, frozen=True):
    """One step of a session: the id of what was planned there, and what it ended with."""

    planned: str
    ended: ExerciseRef


def as_then(
    routine: Routine, session: Session, exercises: Mapping[str, Exercise]
) -> dict[int, str]:
    """By the step of `routine` (from 0), the id of the exercise that `session` ended with there.

    The steps of a session need not be those of the routine: some are left out for sore places or
    for want of time, and the routine may have other moves by now. So both are laid side by side
    in their order, as alike as can be; what has no counterpart is not in the answer.
    """
    done = _steps_of(session)
    there = [exercises[step.exercise] for step in routine.steps]
    return {
        place: done[number].ended.id
        for number, place in _side_by_side(done, there)
        if done[number].ended.id in exercises
    }


def _steps_of(session: Session) -> list[_Done]:
    steps: dict[int, _Done] = {}
    for record in session.sets:
        before = steps.get(record.step)
        planned = before.planned if before else record.swapped_from or record.exercise.id
        steps[record.step] = _Done(planned, record.exercise)
    return [steps[number] for number in sorted(steps)]


def _side_by_side(done: Sequence[_Done], there: Sequence[Exercise]) -> Iterator[tuple[int, int]]:
    """Pairs of places, rising in both, that are most alike in sum; of equal ones the earliest."""
    best = [[0] * (len(there) + 1) for _ in range(len(done) + 1)]
    for i in reversed(range(len(done))):
        for j in reversed(range(len(there))):
            pair = _alike(done[i], there[j]) + best[i + 1][j + 1]
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(done) and j < len(there):
        if best[i][j] == _alike(done[i], there[j]) + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1


def _alike(done: _Done, there: Exercise) -> int:
    """The same exercise counts most, then its family, then muscles in common."""
    if there.id in (done.planned, done.ended.id):
        return 4
    if there.family == done.ended.family:
        return 3
    return 2 if {*there.muscles.primary} & {*done.ended.muscles} else 1
