"""What the Exercises page says of an exercise and of what was done of it."""

from datetime import date

from hiptimer.model.exercise import Exercise
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.past import Amount
from hiptimer.model.words import (
    date_words,
    dose_words,
    duration_words,
    equipment_words,
    muscle_words,
    number_words,
    plural,
    position_words,
    total_words,
)

NEVER = "Not done yet."


def row_words(exercise: Exercise) -> str:
    """Such as "3 sets of 10 reps · mini band", with the tempo where nothing is needed."""
    return f"{dose_words(exercise.dose)} · {equipment_words(exercise.needs) or tempo(exercise)}"


def tempo(exercise: Exercise) -> str:
    """Such as "2-1-2"; for a hold, how it is done."""
    if exercise.is_hold:
        return position_words(exercise.position).lower()
    seconds = (phase.seconds for phase in exercise.phases)
    return "-".join(number_words(s) for s in seconds if s)


def fact_words(exercise: Exercise) -> str:
    """Such as "Gluteus medius · deep rotators · mini band · each side"."""
    muscles = [muscle_words(muscle) for muscle in exercise.muscles.primary]
    parts = [muscles[0], *(name.lower() for name in muscles[1:])]
    parts += [equipment_words([need]) for need in exercise.needs]
    parts.append(position_words(exercise.position).lower())
    if exercise.per_side:
        parts.append("each side")
    return " · ".join(parts)


def also_words(exercise: Exercise) -> str:
    """What else works, and what else may be fetched."""
    muscles = [muscle_words(muscle).lower() for muscle in exercise.muscles.secondary]
    things = [f"a {equipment_words([thing])}" for thing in exercise.optional]
    said = [f"Also: {', '.join(muscles)}."] if muscles else []
    said += [f"If you like, with {' or '.join(things)}."] if things else []
    return " ".join(said)


def lack_words(lacks: str) -> str:
    """Why a row is muted; `lacks` are things in words."""
    return f"Needs a {lacks}, not at hand" if lacks else ""


def amount_lines(exercise: Exercise) -> tuple[str, ...]:
    """The dose and the seconds of a rep."""
    dose = exercise.dose
    sides = " each side" if exercise.per_side else ""
    lines = [f"{dose_words(dose)}{sides}"]
    if not exercise.is_hold:
        parts = [f"{p.name} {number_words(p.seconds)} s" for p in exercise.phases if p.seconds]
        lines.append(f"Each rep: {', '.join(parts)}")
    if dose.sets > 1 and dose.rest_s:
        lines.append(f"{number_words(dose.rest_s)} s rest between sets")
    return tuple(lines)


def record_lines(record: OwnRecord | None, today: date) -> tuple[str, ...]:
    """What was done so far: how often, how much on which side, and the best set."""
    if record is None:
        return (NEVER,)
    lines = [f"Done in {plural(record.sessions, 'session')}, last {_when(record.last, today)}"]
    for name, amount in (("Left", record.left), ("Right", record.right), ("In all", record.both)):
        if amount != Amount():
            lines.append(f"{name}: {total_words(amount.reps, amount.hold_s)}")
    if record.best.reps:
        lines.append(f"Most in a set: {plural(record.best.reps, 'rep')}")
    if round(record.best.hold_s):
        lines.append(f"Longest hold: {duration_words(record.best.hold_s)}")
    return tuple(lines)


def _when(day: date, today: date) -> str:
    """Such as "today", "on Fri", "on 3 Nov"."""
    words = date_words(day, today)
    return words.lower() if words in ("Today", "Yesterday") else f"on {words}"
