"""What the Exercises page says of an exercise and of what was done of it."""

from datetime import date

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.past import Amount
from hiptimer.model.time_words import date_words, duration_words
from hiptimer.model.words import (
    dose_words,
    equipment_words,
    muscle_words,
    number_words,
    position_words,
    total_words,
    with_article,
)

NEVER = later("Not done yet.")


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
        parts.append(tr("each side"))
    return " · ".join(parts)


def also_words(exercise: Exercise) -> str:
    """What else works, and what else may be fetched."""
    muscles = [muscle_words(muscle).lower() for muscle in exercise.muscles.secondary]
    said = [tr("Also: {muscles}.", muscles=", ".join(muscles))] if muscles else []
    if exercise.optional:
        things = _either([with_article(thing) for thing in exercise.optional])
        # L: {things} such as "a cushion" or "a mini band or a cushion".
        said.append(tr("If you like, with {things}.", things=things))
    return " ".join(said)


def _either(things: list[str]) -> str:
    words, *more = things
    for thing in more:
        words = tr("{first} or {last}", first=words, last=thing)
    return words


def lack_words(lacks: str) -> str:
    """Why a row is muted; `lacks` are things in words."""
    # L: {things} such as "mini band" or "mini band and cushion".
    return tr("Needs a {things}, not at hand", things=lacks) if lacks else ""


def amount_lines(exercise: Exercise) -> tuple[str, ...]:
    """The dose and the seconds of a rep."""
    dose = exercise.dose
    amount = dose_words(dose)
    # L: {dose} such as "3 sets of 10 reps".
    lines = [tr("{dose} each side", dose=amount) if exercise.per_side else amount]
    if not exercise.is_hold:
        phases = (p for p in exercise.phases if p.seconds)
        # L: One phase of a rep, such as "lift 2 s".
        parts = [tr("{phase} {n} s", phase=p.name, n=number_words(p.seconds)) for p in phases]
        # L: {phases} such as "lift 2 s, hold 1 s, lower 2 s".
        lines.append(tr("Each rep: {phases}", phases=", ".join(parts)))
    if dose.sets > 1 and dose.rest_s:
        seconds = number_words(dose.rest_s)
        lines.append(tr("{seconds} s rest between sets", seconds=seconds))
    return tuple(lines)


def record_lines(record: OwnRecord | None, today: date) -> tuple[str, ...]:
    """What was done so far: how often, how much on which side, and the best set."""
    if record is None:
        return (tr(NEVER),)
    lines = [_how_often(record.sessions, record.last, today)]
    # L: {amount} such as "66 reps, 30 s held".
    if record.left != Amount():
        lines.append(tr("Left: {amount}", amount=_total(record.left)))
    if record.right != Amount():
        lines.append(tr("Right: {amount}", amount=_total(record.right)))
    if record.both != Amount():
        lines.append(tr("In all: {amount}", amount=_total(record.both)))
    if reps := record.best.reps:
        lines.append(tr_n("Most in a set: {n} rep", "Most in a set: {n} reps", reps))
    if round(record.best.hold_s):
        longest = duration_words(record.best.hold_s)
        lines.append(tr("Longest hold: {duration}", duration=longest))
    return tuple(lines)


def _total(amount: Amount) -> str:
    return total_words(amount.reps, amount.hold_s)


def _how_often(sessions: int, last: date, today: date) -> str:
    match (today - last).days:
        case 0:
            return tr_n(
                "Done in {n} session, last today", "Done in {n} sessions, last today", sessions
            )
        case 1:
            return tr_n(
                "Done in {n} session, last yesterday",
                "Done in {n} sessions, last yesterday",
                sessions,
            )
    # L: {day} such as "Fri" or "3 Nov".
    return tr_n(
        "Done in {n} session, last on {day}",
        "Done in {n} sessions, last on {day}",
        sessions,
        day=date_words(last, today),
    )
