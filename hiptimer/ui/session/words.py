"""How one session is said: when, how it ended, what was planned and done in each set."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hiptimer.model.event import Outcome
from hiptimer.model.session import Pain, Pause, Session, SetRecord, Status
from hiptimer.model.side import Side
from hiptimer.model.words import (
    clock_words,
    duration_words,
    local_time,
    long_date_words,
    outcome_words,
    place_words,
    plural,
    side_name,
    sign_words,
    status_words,
    total_words,
)
from hiptimer.ui.telling.after import AFTER_WORDS
from hiptimer.ui.telling.correcting import done_number, is_hold, timed_number
from hiptimer.ui.telling.effort import effort_words

INTERRUPTED = "hiptimer ended before the workout did. Every finished set was kept."


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
        words = f"{words}: {INTERRUPTED}"
    if session.speed == 1:
        return words
    return f"{words.rstrip('.')}. Tried at speed {session.speed:g}, not counted"


def pauses_words(pauses: Sequence[Pause]) -> str:
    """Such as "Paused 2 times, 1 min 10 s"; empty without any."""
    if not pauses:
        return ""
    times = "once" if len(pauses) == 1 else f"{len(pauses)} times"
    return f"Paused {times}, {duration_words(sum(pause.for_s for pause in pauses))}"


def which_words(record: SetRecord, *, numbered: bool = True) -> str:
    """Which set, such as "Left, set 2", "Right", "Set 1"; `numbered` when there are several."""
    parts = [] if record.side is Side.BOTH else [side_name(record.side)]
    if numbered or not parts:
        parts.append(f"set {record.set}" if parts else f"Set {record.set}")
    return ", ".join(parts)


def planned_words(record: SetRecord) -> str:
    """What stands behind the number done: "of 10 reps", "of 30 s", "reps"."""
    planned = record.planned
    if is_hold(record):
        return "s" if planned.hold_s is None else f"of {round(planned.hold_s)} s"
    return "reps" if planned.reps is None else f"of {plural(planned.reps, 'rep')}"


def done_words(record: SetRecord) -> str:
    """Such as "9 of 10 reps, timed 10"."""
    words = f"{done_number(record)} {planned_words(record)}"
    return words if record.corrected is None else f"{words}, {timed_words(record)}"


def timed_words(record: SetRecord) -> str:
    """What the clock said of a set that was corrected: "timed 10"."""
    return f"timed {timed_number(record)}"


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
    return f"Attempt {record.attempt}: {done_words(record)}. Gone back to, not counted"


def start_words(record: SetRecord, utc_offset_s: int) -> str:
    """When a set was begun on the clock of then, such as "07:24:05"; "not begun"."""
    if record.started_at is None:
        return "not begun"
    start: datetime = local_time(record.started_at, utc_offset_s)
    return f"{clock_words(start)}:{start.second:02d}"


def instead_words(record: SetRecord, names: Mapping[str, str]) -> str:
    """Such as "Instead of Clamshell, banded"; empty when nothing was swapped. `names` by id."""
    if record.swapped_from is None:
        return ""
    name = names.get(record.swapped_from)
    return "Instead of another exercise" if name is None else f"Instead of {name}"


def tempo_words(records: Sequence[SetRecord]) -> str:
    """The tempo all sets were planned at, such as "2-1-2 s a rep"; empty when there is not one."""
    tempos = {record.planned.tempo_s for record in records}
    tempo = list(tempos.pop() or ()) if len(tempos) == 1 else []
    while tempo and not tempo[-1]:
        tempo.pop()
    return f"{'-'.join(f'{seconds:g}' for seconds in tempo)} s a rep" if tempo else ""


def pain_words(pain: Pain) -> str:
    """Such as "Knee, left: 3 of 10"."""
    side = "" if pain.side is Side.BOTH else f", {pain.side.value}"
    return f"{place_words(pain.place)}{side}: {pain.score} of 10"


def felt_facts(session: Session) -> tuple[tuple[str, str], ...]:
    """What was said of the whole session, as pairs of a name and words."""
    facts = [] if session.effort is None else [("Effort", effort_words(session.effort))]
    facts += [("Pain", pain_words(pain)) for pain in session.pain]
    facts += [("Sign", sign_words(sign)) for sign in session.signs]
    facts += [] if session.after is None else [("Afterwards", AFTER_WORDS[session.after])]
    return (*facts, ("Note", session.note)) if session.note else tuple(facts)
