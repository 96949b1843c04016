"""Offering more of an exercise, and then the next level."""

from collections.abc import Collection, Sequence
from datetime import date

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Dose, Exercise
from hiptimer.model.performed import Performed, SideDone
from hiptimer.model.routine import Step
from hiptimer.model.session import Rating
from hiptimer.workout.progress.offer import HARDER, Kind, Offer
from hiptimer.workout.progress.reasons import ready_words
from hiptimer.workout.progress.situation import TWO_WEEKS, Situation
from hiptimer.workout.suiting import STRETCHES

# Two sessions in a row decide; a level is kept for six sessions or two weeks.
DECIDING, SESSIONS = 2, 6
MORE_REPS, MOST_REPS = 2, 12
MORE_S, MOST_OVER_OWN_S = 5.0, 10.0
# What a new level begins with.
NEW_REPS, NEW_SETS = 8, 2


def harder_offer(
    step: Step, past: Sequence[Performed], taken: Collection[str], situation: Situation
) -> Offer | None:
    """What to do more of, when all of the last sessions speak for it. `past` is what counts of
    this exercise, newest first; `taken` are the exercises that the routine has already.
    """
    exercise = situation.exercises[step.exercise]
    was_declined = situation.was_declined(HARDER, exercise.id)
    if was_declined or situation.is_moving_elsewhere(exercise.family):
        return None
    so_far = [one for one in past if not situation.is_ahead(one.day)]
    stretch = _at_level(so_far, situation.last_step_back(exercise.family), situation.today)
    deciding = stretch[:DECIDING]
    last_more = situation.last_accepted(HARDER, exercise.id)
    is_ready = (
        situation.is_fine_now
        and situation.can_do(exercise)
        and len(deciding) == DECIDING
        and _is_long_enough(stretch)
        and all(_speaks_for_more(one, step, exercise, situation) for one in deciding)
        and (last_more is None or deciding[-1].day > last_more)
    )
    if not is_ready:
        return None
    kind, becomes = _next(step, exercise, taken, situation)
    if kind is None:
        return None
    return Offer(kind=kind, reason=ready_words(stretch), now=step, becomes=becomes)


def _at_level(past: Sequence[Performed], back: date | None, today: date) -> tuple[Performed, ...]:
    """The sessions without a break of two weeks until today, after the last step back."""
    found: list[Performed] = []
    later = today
    for one in past:
        if later - one.day >= TWO_WEEKS or (back is not None and one.day <= back):
            break
        found.append(one)
        later = one.day
    return tuple(found)


def _is_long_enough(stretch: Sequence[Performed]) -> bool:
    return len(stretch) >= SESSIONS or stretch[0].day - stretch[-1].day >= TWO_WEEKS


def _speaks_for_more(one: Performed, step: Step, exercise: Exercise, situation: Situation) -> bool:
    """Whether all of at least this step was done on both sides, easily and well."""
    dose = step.dose(exercise)
    is_enough = one.is_of_both_sides and all(_is_enough(side, dose) for side in one.sides)
    is_easy = one.is_whole and one.rating is Rating.EASY
    return is_enough and is_easy and situation.is_fine(one.felt)


def _is_enough(side: SideDone, dose: Dose) -> bool:
    """Whether no less was planned for a side; for want of time it may have been."""
    if side.sets < dose.sets:
        return False
    if dose.hold_s is not None:
        return (side.planned_hold_s or 0.0) >= dose.hold_s
    return (side.planned_reps or 0) >= (dose.reps or 1)


def _next(
    step: Step, exercise: Exercise, taken: Collection[str], situation: Situation
) -> tuple[Kind | None, Step | None]:
    """More of it, then a stronger band, then the next level; nothing when there is none."""
    more = _more(step, exercise)
    if more is not None:
        return Kind.MORE, more
    had_band = situation.last_accepted(("band",), exercise.id) is not None
    if Equipment.MINI_BAND in exercise.needs and not had_band:
        return Kind.STRONGER_BAND, None
    level = _next_level(exercise, taken, situation)
    if level is None:
        return None, None
    return Kind.LEVEL_UP, _begun(level, step)


def _more(step: Step, exercise: Exercise) -> Step | None:
    """More reps or a longer hold; None at the top. A stretch is not made harder by doing more."""
    dose = step.dose(exercise)
    if dose.hold_s is not None:
        most_s = (exercise.dose.hold_s or 0.0) + MOST_OVER_OWN_S
        if exercise.family == STRETCHES or dose.hold_s >= most_s:
            return None
        return msgspec.structs.replace(step, hold_s=min(dose.hold_s + MORE_S, most_s))
    reps = dose.reps or 1
    if reps >= MOST_REPS:
        return None
    return msgspec.structs.replace(step, reps=min(reps + MORE_REPS, MOST_REPS))


def _next_level(
    exercise: Exercise, taken: Collection[str], situation: Situation
) -> Exercise | None:
    """The next one up; where that cannot be done, or is in the routine already, another that
    leads on from this one, with the least to fetch.
    """
    exercises = situation.exercises
    above = (e for e in exercises.values() if e.easier_id == exercise.id)
    near = [e for e in above if exercise.level < e.level <= exercise.level + 2]
    near.sort(key=lambda e: (len(set(e.needs) - set(exercise.needs)), e.level, e.id))
    usual = exercises.get(exercise.harder_id or "")
    ways = near if usual is None else [usual, *near]
    return next((e for e in ways if e.id not in taken and situation.can_do(e)), None)


def _begun(level: Exercise, step: Step) -> Step:
    """A step to begin a new level with: few reps, few sets."""
    own = level.dose
    return Step(
        exercise=level.id,
        sets=min(step.sets, NEW_SETS),
        reps=None if own.reps is None else min(own.reps, NEW_REPS),
        hold_s=own.hold_s,
        rest_s=step.rest_s,
    )
