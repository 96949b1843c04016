"""Sessions as a table for a spreadsheet: CSV, one row a set.

UTF-8 with the mark in front, since Excel takes it for the system's old code page otherwise;
LibreOffice and Numbers read it either way. Commas, decimal points and lines that end in CR LF
(RFC 4180). Days and times stand apart and in ISO form: both programs take these for what they
are, in every country's settings.
"""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from hiptimer.model.session import Corrected, Session, SetRecord, Status
from hiptimer.model.time_words import local_time

Cell = str | int | float | None
Row = dict[str, Cell]

_MARK = "\ufeff"
# A cell that begins with one of these is worked out as a formula, the wide ones in East Asia.
# The apostrophe is there so that one put in front can be told from one that was there.
_RISKY = tuple("=+-@\t\r\n＝＋－＠'")
_SESSION_COLUMNS = (
    "Date",
    "Session start",
    "UTC offset (hours)",
    "Routine",
    "Session ended as",
    "Length without pauses (min)",
    "Speed",
)
_SET_COLUMNS = (
    "Set no.",
    "Attempt",
    "Round",
    "Set of exercise",
    "Exercise",
    "Family",
    "Level",
    "Side",
    "Outcome",
    "Set start",
    "Planned reps",
    "Planned hold (s)",
    "Planned tempo (s)",
    "Timed reps",
    "Timed hold (s)",
    "Corrected reps",
    "Corrected hold (s)",
    "Counts",
    "Counted reps",
    "Counted hold (s)",
    "Rating",
    "Instead of",
)
_FELT_COLUMNS = ("Effort (0-10)", "Worst pain (0-10)", "Pain", "Signs", "Afterwards", "Note")
_ID_COLUMNS = ("Muscles", "Exercise id", "Routine id", "Session id")
COLUMNS = (*_SESSION_COLUMNS, *_SET_COLUMNS, *_FELT_COLUMNS, *_ID_COLUMNS)


def write_table(sessions: Iterable[Session], stream: BinaryIO) -> int:
    """Write a header and a row for each set; how many sessions they were. Raises OSError.

    What was timed, what the person corrected, and what counts stand side by side.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    text.write(_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    count = 0
    for session in sessions:
        counting = _counting(session)
        for record in session.sets:
            counts = (record.n, record.attempt) in counting
            row = (*_session(session), *_set(session, record, counts), *_felt(session))
            writer.writerow([_guarded(cell) for cell in (*row, *_ids(session, record))])
        count += 1
    text.detach()
    return count


def _counting(session: Session) -> set[tuple[int, int]]:
    if session.speed != 1 or session.status is Status.RUNNING:
        return set()
    return {(record.n, record.attempt) for record in session.counting_sets}


def _session(session: Session) -> tuple[Cell, ...]:
    began = local_time(session.started_at, session.utc_offset_s)
    paused_s = sum(pause.for_s for pause in session.pauses)
    return (
        began.date().isoformat(),
        _clock(began),
        _number(session.utc_offset_s / 3600),
        session.routine.name,
        session.status.value,
        _number(max(0.0, session.seconds - paused_s) / 60),
        _number(session.speed),
    )


def _set(session: Session, record: SetRecord, counts: bool) -> tuple[Cell, ...]:
    begun, corrected = record.started_at, record.corrected or Corrected()
    planned = record.planned
    return (
        record.n,
        record.attempt,
        record.round,
        record.set,
        record.exercise.name,
        record.exercise.family,
        record.exercise.level,
        record.side.value,
        record.outcome.value,
        None if begun is None else _clock(local_time(begun, session.utc_offset_s)),
        planned.reps,
        _number(planned.hold_s),
        " ".join(f"{_number(seconds)}" for seconds in planned.tempo_s or ()),
        record.reps,
        _number(record.hold_s),
        corrected.reps,
        _number(corrected.hold_s),
        "yes" if counts else "no",
        record.done_reps if counts else 0,
        _number(record.done_hold_s) if counts else 0,
        None if record.rating is None else record.rating.value,
        record.swapped_from,
    )


def _felt(session: Session) -> tuple[Cell, ...]:
    pains = [f"{pain.place.value} {pain.side.value} {pain.score}" for pain in session.pain]
    return (
        _number(session.effort),
        max((pain.score for pain in session.pain), default=None),
        "; ".join(pains).replace("_", " "),
        "; ".join(sign.value for sign in session.signs),
        None if session.after is None else session.after.value,
        session.note,
    )


def _ids(session: Session, record: SetRecord) -> tuple[Cell, ...]:
    muscles = "; ".join(record.exercise.muscles).replace("_", " ")
    return muscles, record.exercise.id, session.routine.id, session.id


def _clock(time: datetime) -> str:
    return time.strftime("%H:%M:%S")


def _number(value: float | None) -> Cell:
    """To the millisecond, and whole where it is whole: no spreadsheet needs more."""
    if value is None:
        return None
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _guarded(cell: Cell) -> Cell:
    """Text that a spreadsheet would run, behind an apostrophe, as spreadsheets do it."""
    if isinstance(cell, str) and cell.startswith(_RISKY):
        return f"'{cell}"
    return cell
