"""How one session is said: when, how it ended, what was planned and done in each set."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hiptimer.model.event import Outcome
from hiptimer.model.language import later, tr, tr_n
from hiptimer.model.session import Pain, Pause, Session, SetRecord, Status
from hiptimer.model.side import Side
from hiptimer.model.time_words import clock_words, duration_words, local_time, long_date_words
from hiptimer.model.words import (
    number_words,
    outcome_words,
    place_words,
    reps_words,
    side_in_line,
    side_name,
    sign_words,
    status_words,
    total_words,
)
from hiptimer.ui.telling.after import after_words
from hiptimer.ui.telling.correcting import done_number, is_hold, timed_number
from hiptimer.ui.telling.effort import effort_words

INTERRUPTED = later(
    "Interrupted: hiptimer ended before the workout did. Every finished set was kept."
)


def when_words(session: Session) -> str:
    """Such as "Fri 3 Nov 2025, 07:24", on the clock of then."""
    start = local_time(session.started_at, session.utc_offset_s)
    return f"{long_date_words(start.date())}, {clock_words(start)}"


def summary_words(session: Session) -> str:
    """Such as "6 min 2 s · 66 reps, 30 s held"; the length is without pauses."""
    done = total_words(session.total_reps, session.total_hold_s)
    if session.ended_at is None:
        return done
    paused = sum(pause.for_s for pause in session.pauses)
    return f"{duration_words(max(0.0, session.seconds - paused))} · {done}"


def ending_words(session: Session) -> str:
    """How it ended, and whether it counts: "Tried at speed 60, not counted"."""
    words = status_words(session.status)
    if session.status is Status.INTERRUPTED:
        words = tr(INTERRUPTED)
    if session.speed == 1:
        return words
    trial = tr("Tried at speed {speed}, not counted", speed=number_words(session.speed))
    return f"{words.rstrip('.')}. {trial}"


def pauses_words(pauses: Sequence[Pause]) -> str:
    """Such as "Paused 2 times, 1 min 10 s"; empty without any."""
    if not pauses:
        return ""
    length = duration_words(sum(pause.for_s for pause in pauses))
    if len(pauses) == 1:
        return tr("Paused once, {length}", length=length)
    return tr_n(
        "Paused {n} time, {length}", "Paused {n} times, {length}", len(pauses), length=length
    )


def which_words(record: SetRecord, *, numbered: bool = True) -> str:
    """Which set, such as "Left, set 2", "Right", "Set 1"; `numbered` when there are several."""
    parts = [] if record.side is Side.BOTH else [side_name(record.side)]
    if numbered or not parts:
        number = record.set
        parts.append(
            tr("set {number}", number=number) if parts else tr("Set {number}", number=number)
        )
    return ", ".join(parts)


def planned_words(record: SetRecord) -> str:
    """What stands behind the number done: "of 10 reps", "of 30 s", "reps"."""
    planned = record.planned
    if is_hold(record) and planned.hold_s is not None:
        # L: Stands behind the number done.
        return tr("of {seconds} s", seconds=round(planned.hold_s))
    if not is_hold(record) and planned.reps is not None:
        # L: Stands behind the number done.
        return tr_n("of {n} rep", "of {n} reps", planned.reps)
    # L: Stands behind the number done.
    return tr("s") if is_hold(record) else tr("reps")


def done_words(record: SetRecord) -> str:
    """Such as "9 of 10 reps, timed 10"."""
    words = _number_words(record)
    return words if record.corrected is None else f"{words}, {timed_words(record)}"


def _number_words(record: SetRecord) -> str:
    done, planned = done_number(record), record.planned
    if is_hold(record):
        if planned.hold_s is None:
            return tr("{seconds} s", seconds=done)
        return tr("{done} of {planned} s", done=done, planned=round(planned.hold_s))
    if planned.reps is None:
        return reps_words(done)
    return tr_n("{done} of {n} rep", "{done} of {n} reps", planned.reps, done=done)


def timed_words(record: SetRecord) -> str:
    """What the clock said of a set that was corrected: "timed 10"."""
    return tr("timed {number}", number=timed_number(record))


def seen_outcome(record: SetRecord) -> Outcome:
    """How much of the plan was done, going by the person's own number where there is one."""
    if record.corrected is None:
        return record.outcome
    planned = record.planned.hold_s if is_hold(record) else record.planned.reps
    if done_number(record) == 0:
        return Outcome.SKIPPED
    return Outcome.PARTIAL if done_number(record) < round(planned or 0) else Outcome.DONE


def state_words(record: SetRecord) -> str:
    """Beside the number: how much it was of the plan, or what was timed."""
    return outcome_words(seen_outcome(record)) if record.corrected is None else timed_words(record)


def earlier_words(record: SetRecord) -> str:
    """Such as "Attempt 1: 4 of 10 reps. Gone back to, not counted"."""
    # L: {done} is such as "4 of 10 reps".
    return tr(
        "Attempt {attempt}: {done}. Gone back to, not counted",
        attempt=record.attempt,
        done=done_words(record),
    )


def start_words(record: SetRecord, utc_offset_s: int) -> str:
    """When a set was begun on the clock of then, such as "07:24:05"; "not begun"."""
    if record.started_at is None:
        return tr("not begun")
    start: datetime = local_time(record.started_at, utc_offset_s)
    return f"{clock_words(start)}:{start.second:02d}"


def instead_words(record: SetRecord, names: Mapping[str, str]) -> str:
    """Such as "Instead of Clamshell, banded"; empty when nothing was swapped. `names` by id."""
    if record.swapped_from is None:
        return ""
    name = names.get(record.swapped_from)
    if name is None:
        return tr("Instead of another exercise")
    return tr("Instead of {exercise}", exercise=name)


def tempo_words(records: Sequence[SetRecord]) -> str:
    """The tempo all sets were planned at, such as "2-1-2 s a rep"; empty when there is not one."""
    tempos = {record.planned.tempo_s for record in records}
    tempo = list(tempos.pop() or ()) if len(tempos) == 1 else []
    while tempo and not tempo[-1]:
        tempo.pop()
    # L: {tempo} is such as 2-1-2.
    return tr("{tempo} s a rep", tempo="-".join(map(number_words, tempo))) if tempo else ""


def pain_words(pain: Pain) -> str:
    """Such as "Knee, left: 3 of 10"."""
    place = place_words(pain.place)
    if pain.side is not Side.BOTH:
        place = f"{place}, {side_in_line(pain.side)}"
    # L: {place} is such as "Knee, left".
    return tr("{place}: {score} of 10", place=place, score=pain.score)


def felt_facts(session: Session) -> tuple[tuple[str, str], ...]:
    """What was said of the whole session, as pairs of a name and words."""
    effort, after = session.effort, session.after
    facts = [] if effort is None else [(tr("Effort"), effort_words(effort))]
    facts += [(tr("Pain"), pain_words(pain)) for pain in session.pain]
    # L: Of something to be careful about, such as numbness.
    facts += [(tr("Sign"), sign_words(sign)) for sign in session.signs]
    facts += [] if after is None else [(tr("Afterwards"), after_words(after))]
    return (*facts, (tr("Note"), session.note)) if session.note else tuple(facts)
