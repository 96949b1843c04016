"""What the types of a session file alone cannot forbid, so that nothing that gets in can later
overflow a calendar, a sum or a column.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from hiptimer.model.session import Session, SetRecord

# Ids name files, so nothing that could lead out of a folder.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
# Local time is UTC and an offset, and pages look a year back: both must exist. A laptop that has
# lost its clock begins in 1970.
_YEARS = (1970, 2199)
_SESSION_TIMES = (
    *("ended_at", "edited_at", "deleted_at"),
    *("effort_at", "note_at", "pain_at", "after_at"),
)
_SET_TIMES = ("corrected_at", "started_at", "rated_at")
_DAY_S = 86_400
_LONGEST_S = 10_000_000
_LARGEST = 100_000
_LONGEST_NAME = 1_000
_LONGEST_NOTE = 100_000


def session_faults(session: Session) -> Iterator[str]:
    """Each in words, with its place as in `$.sets[1].reps`."""
    if _ID.fullmatch(session.id) is None:
        yield f"id {_short(session.id)} is not made of letters, digits and hyphens - at `$.id`"
    if not 0 < session.speed <= 10_000:
        yield f"speed {session.speed:g} is not between 0 and 10000 - at `$.speed`"
    if not -_DAY_S < session.utc_offset_s < _DAY_S:
        yield "no clock is a day or more from UTC - at `$.utc_offset_s`"
    if not 0 <= (session.effort or 0) <= 10:
        yield f"effort {session.effort:g} is not between 0 and 10 - at `$.effort`"
    for i, pain in enumerate(session.pain):
        if not 0 <= pain.score <= 10:
            yield f"score {pain.score} is not between 0 and 10 - at `$.pain[{i}].score`"
    yield from _time_faults(session)
    yield from _text_faults(session)
    yield from _pause_faults(session)
    yield from _set_faults(session)


def _time_faults(session: Session) -> Iterator[str]:
    for place, time in _times(session):
        if time.tzinfo is None:
            yield f"time without an offset from UTC - at `{place}`"
        elif not _YEARS[0] <= time.year <= _YEARS[1]:
            yield f"the year {time.year} is not between {_YEARS[0]} and {_YEARS[1]} - at `{place}`"


def _times(session: Session) -> Iterator[tuple[str, datetime]]:
    yield "$.started_at", session.started_at
    for name in _SESSION_TIMES:
        time = getattr(session, name)
        if time is not None:
            yield f"$.{name}", time
    for i, record in enumerate(session.sets):
        for name in _SET_TIMES:
            time = getattr(record, name)
            if time is not None:
                yield f"$.sets[{i}].{name}", time


def _text_faults(session: Session) -> Iterator[str]:
    if len(session.note) > _LONGEST_NOTE:
        yield f"longer than {_LONGEST_NOTE} characters - at `$.note`"
    names = [("$.routine.id", session.routine.id), ("$.routine.name", session.routine.name)]
    for i, record in enumerate(session.sets):
        place, exercise = f"$.sets[{i}].exercise", record.exercise
        names += [(f"{place}.{n}", getattr(exercise, n)) for n in ("id", "name", "family")]
        names += [(f"{place}.muscles", muscle) for muscle in exercise.muscles]
        names.append((f"$.sets[{i}].swapped_from", record.swapped_from or ""))
    for place, name in names:
        if len(name) > _LONGEST_NAME:
            yield f"longer than {_LONGEST_NAME} characters - at `{place}`"


def _pause_faults(session: Session) -> Iterator[str]:
    for i, pause in enumerate(session.pauses):
        if not (0 <= pause.at_s <= _LONGEST_S and 0 <= pause.for_s <= _LONGEST_S):
            yield f"not between 0 and {_LONGEST_S} s - at `$.pauses[{i}]`"


def _set_faults(session: Session) -> Iterator[str]:
    seen = set()
    for i, record in enumerate(session.sets):
        if record.n < 1 or record.attempt < 1:
            yield f"n and attempt count from 1 - at `$.sets[{i}]`"
        if (record.n, record.attempt) in seen:
            yield f"set {record.n}, attempt {record.attempt} is there twice - at `$.sets[{i}]`"
        seen.add((record.n, record.attempt))
        for name, number in _counts(record):
            if not 0 <= (number or 0) <= _LARGEST:
                yield f"not between 0 and {_LARGEST} - at `$.sets[{i}].{name}`"
        for name, seconds in _lengths(record):
            if not 0 <= (seconds or 0) <= _LONGEST_S:
                yield f"not between 0 and {_LONGEST_S} s - at `$.sets[{i}].{name}`"


def _counts(record: SetRecord) -> Iterator[tuple[str, int | None]]:
    for name in ("n", "attempt", "step", "round", "set", "reps"):
        yield name, getattr(record, name)
    yield "exercise.level", record.exercise.level
    yield "planned.reps", record.planned.reps
    if record.corrected is not None:
        yield "corrected.reps", record.corrected.reps


def _lengths(record: SetRecord) -> Iterator[tuple[str, float | None]]:
    yield "hold_s", record.hold_s
    yield "planned.hold_s", record.planned.hold_s
    for seconds in record.planned.tempo_s or ():
        yield "planned.tempo_s", seconds
    if record.corrected is not None:
        yield "corrected.hold_s", record.corrected.hold_s


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
