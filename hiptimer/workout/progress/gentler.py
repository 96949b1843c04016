"""Offering a step back: an easier exercise, or less of this one."""

from collections.abc import Collection, Sequence
from itertools import takewhile

import msgspec

from hiptimer.model.complaint import Complaint
from hiptimer.model.exercise import Exercise
from hiptimer.model.performed import Performed
from hiptimer.model.routine import Step
from hiptimer.model.session import After, Place, Rating
from hiptimer.workout.progress.offer import BACK, Kind, Offer
from hiptimer.workout.progress.reasons import (
    failed_words,
    hurt_words,
    pain_words,
    too_much_words,
)
from hiptimer.workout.progress.situation import TWO_WEEKS, Situation
from hiptimer.workout.safety import STRONG_PAIN

FEWER_REPS, FEWEST_REPS = 2, 4
FEWER_S, LEAST_S = 5.0, 10.0
# Exercises that a sore place speaks against.
SPARING: dict[Place, tuple[Complaint, ...]] = {
    Place.FRONT_OF_HIP: (Complaint.GROIN, Complaint.FRONT_HIP),
    Place.OUTER_HIP: (Complaint.OUTER_HIP,),
    Place.BUTTOCK: (Complaint.HAMSTRING_ORIGIN,),
    Place.BACK_OF_THIGH: (Complaint.HAMSTRING_ORIGIN,),
    Place.KNEE: (Complaint.KNEECAP, Complaint.KNEELING),
    Place.LOW_BACK: (Complaint.LOW_BACK,),
}


def gentler_offer(
    step: Step, past: Sequence[Performed], taken: Collection[str], situation: Situation
) -> Offer | None:
    """A step back, when the last sessions speak for one. `past` is what counts of this exercise,
    newest first; `taken` are the exercises that the routine has already.
    """
    exercise = situation.exercises[step.exercise]
    if situation.was_declined(BACK, exercise.id):
        return None
    # What was done with more than this was answered already, by doing less.
    of_this = list(takewhile(lambda one: _is_of(one, step, exercise), past))
    if not of_this or situation.today - of_this[0].day >= TWO_WEEKS:
        return None
    reason = _hurting(of_this[0], situation) or _twice_too_much(of_this[:2])
    return None if reason is None else step_back(step, past[0], taken, situation, reason)


def step_back(
    step: Step,
    last: Performed | None,
    taken: Collection[str],
    situation: Situation,
    reason: str,
) -> Offer | None:
    """The offer of an easier one, else of less; None where neither is possible."""
    exercise = situation.exercises[step.exercise]
    easier = _easier(exercise, taken, situation)
    if easier is not None:
        becomes: Step | None = step.swapped(easier)
        return Offer(kind=Kind.LEVEL_DOWN, reason=reason, now=step, becomes=becomes)
    becomes = _fewer(step, exercise, last)
    if becomes is None:
        return None
    return Offer(kind=Kind.FEWER, reason=reason, now=step, becomes=becomes)


def urgency(exercise: Exercise, last: Performed) -> tuple[bool, bool, bool, int]:
    """More is more: how likely it is this exercise, of all in a session, that was too much."""
    spoken_against = {c for p in last.felt.pain if p.score for c in SPARING.get(p.place, ())}
    return (
        bool(spoken_against & set(exercise.avoid_with)),
        last.rating is Rating.TOO_MUCH,
        not last.is_whole,
        exercise.level,
    )


def _is_of(one: Performed, step: Step, exercise: Exercise) -> bool:
    """Whether no more was planned than this step asks for."""
    dose = step.dose(exercise)
    if dose.hold_s is not None:
        return all((side.planned_hold_s or 0.0) <= dose.hold_s for side in one.sides)
    return all((side.planned_reps or 0) <= (dose.reps or 0) for side in one.sides)


def _hurting(last: Performed, situation: Situation) -> str | None:
    """What hurt in the last session or after it. One step back answers for all exercises of it."""
    if situation.last_back is not None and situation.last_back >= last.day:
        return None
    if last.felt.worst >= STRONG_PAIN or last.felt.is_in_front:
        return pain_words(last.felt, last.day, situation.today)
    return hurt_words() if last.felt.after is After.HURT else None


def _twice_too_much(two: Sequence[Performed]) -> str | None:
    """What was too much, or could not be done, in both of the last two sessions."""
    if len(two) < 2 or two[0].day - two[1].day >= TWO_WEEKS:
        return None
    if all(one.rating is Rating.TOO_MUCH for one in two):
        return too_much_words()
    return None if any(one.is_whole for one in two) else failed_words(two[0])


def _easier(exercise: Exercise, taken: Collection[str], situation: Situation) -> Exercise | None:
    """The way down, to the first that can be done and is not in the routine yet."""
    easier = situation.exercises.get(exercise.easier_id or "")
    while easier is not None and easier.level < exercise.level:
        if easier.id not in taken and situation.can_do(easier):
            return easier
        exercise, easier = easier, situation.exercises.get(easier.easier_id or "")
    return None


def _fewer(step: Step, exercise: Exercise, last: Performed | None) -> Step | None:
    """Less of it: what the weaker side did last, where that is less still. None at the least."""
    dose, weaker = step.dose(exercise), last.weaker if last is not None else None
    if dose.hold_s is not None:
        done_s = weaker.hold_s // 5 * 5 if weaker is not None else dose.hold_s
        hold_s = max(min(dose.hold_s - FEWER_S, done_s), LEAST_S)
        is_less = hold_s < dose.hold_s
        return msgspec.structs.replace(step, hold_s=hold_s) if is_less else None
    reps = dose.reps or 1
    done = weaker.reps if weaker is not None else reps
    fewer = max(min(reps - FEWER_REPS, done), FEWEST_REPS)
    return msgspec.structs.replace(step, reps=fewer) if fewer < reps else None
