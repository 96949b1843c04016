"""Reading sessions from a connection, and writing what changed between two states of one."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from hiptimer.history.counting import count_days
from hiptimer.history.folding import searched_text
from hiptimer.history.rows import (
    Row,
    outline_from,
    pain_rows,
    pause_rows,
    session_from,
    session_row,
    set_row,
    sign_rows,
)
from hiptimer.model.past import counts
from hiptimer.model.session import Outline, Session

_OUTLINES = """
    SELECT id, status, speed, routine_id, routine_name, started_at, utc_offset_s
    FROM session WHERE deleted_at IS NULL ORDER BY started_at DESC, id LIMIT ?
"""
_EVERY_SESSION = "SELECT id FROM session"
_ONE_SESSION = "SELECT id FROM session WHERE id = :id"
_OF_ROUTINE = "SELECT id FROM session WHERE deleted_at IS NULL AND routine_id = :routine_id"
_THESE_SESSIONS = "SELECT value FROM json_each(:ids)"


def read_session(connection: sqlite3.Connection, session_id: str) -> Session | None:
    found = _read(connection, _ONE_SESSION, {"id": session_id})
    return found[0] if found else None


def read_some(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Session]:
    """Those of `ids` that are there, newest first."""
    return _read(connection, _THESE_SESSIONS, {"ids": msgspec.json.encode(ids).decode()})


def read_of_routine(connection: sqlite3.Connection, routine_id: str) -> list[Session]:
    """Those of one routine that are not deleted, newest first."""
    return _read(connection, _OF_ROUTINE, {"routine_id": routine_id})


def read_sessions(connection: sqlite3.Connection) -> list[Session]:
    """All of them, the deleted ones too, newest first."""
    return _read(connection, _EVERY_SESSION, {})


def read_outlines(connection: sqlite3.Connection, newest: int) -> list[Outline]:
    """The `newest` that are not deleted, newest first; a fraction of what `read_session` does."""
    return [outline_from(row) for row in connection.execute(_OUTLINES, (newest,))]


def write_session(
    connection: sqlite3.Connection, before: Session | None, after: Session, at: datetime
) -> None:
    """Write what differs. Needs a transaction around it; `before` is what the tables hold now."""
    write_sessions(connection, [(before, after, at)])


def write_sessions(
    connection: sqlite3.Connection, changes: Iterable[tuple[Session | None, Session, datetime]]
) -> None:
    """Like `write_session` for many, each as before, after and when; a day is counted once."""
    days: set[str] = set()
    for before, after, at in changes:
        # A workout in progress counts for no day, so that its reps cost nothing here.
        is_counted = counts(after) or (before is not None and counts(before))
        if is_counted and before is not None:
            days |= _days(connection, after.id)
        _upsert(connection, "session", ("id",), [session_row(after, at)])
        _write_sets(connection, before, after)
        _write_parts(connection, before, after)
        _write_text(connection, before, after)
        if is_counted:
            days |= _days(connection, after.id)
    count_days(connection, days)


def _write_parts(connection: sqlite3.Connection, before: Session | None, after: Session) -> None:
    for table, rows_of in (("pause", pause_rows), ("pain", pain_rows), ("sign", sign_rows)):
        rows = rows_of(after)
        if before is None or rows != rows_of(before):
            connection.execute(f"DELETE FROM {table} WHERE session_id = ?", (after.id,))
            _upsert(connection, table, ("session_id", "position"), rows)


def _days(connection: sqlite3.Connection, session_id: str) -> set[str]:
    """The day of the session as the tables hold it; none when no calendar reaches that far."""
    rows = connection.execute("SELECT local_day FROM session WHERE id = ?", (session_id,))
    return {row["local_day"] for row in rows if row["local_day"] is not None}


def _write_text(connection: sqlite3.Connection, before: Session | None, after: Session) -> None:
    text = _text(after)
    if before is None or text != _text(before):
        row = {"session_id": after.id, "folded": text}
        _upsert(connection, "session_text", ("session_id",), [row])


def _text(session: Session) -> str:
    names = {record.exercise.name for record in session.sets}
    return searched_text(session.routine.name, names, session.note)


def _write_sets(connection: sqlite3.Connection, before: Session | None, after: Session) -> None:
    old = {(s.n, s.attempt): s for s in before.sets} if before else {}
    new = {(s.n, s.attempt): s for s in after.sets}
    changed = [set_row(after.id, s) for key, s in new.items() if old.get(key) != s]
    _upsert(connection, "set_record", ("session_id", "n", "attempt"), changed)
    connection.executemany(
        "DELETE FROM set_record WHERE session_id = ? AND n = ? AND attempt = ?",
        [(after.id, n, attempt) for n, attempt in old.keys() - new.keys()],
    )


def _upsert(
    connection: sqlite3.Connection, table: str, key: tuple[str, ...], rows: Sequence[Row]
) -> None:
    if not rows:
        return
    columns = list(rows[0])
    values = ", ".join(f":{column}" for column in columns)
    updates = ", ".join(f"{c} = excluded.{c}" for c in columns if c not in key)
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values}) "
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {updates}",
        rows,
    )


def _read(connection: sqlite3.Connection, which: str, values: dict[str, str]) -> list[Session]:
    heads = connection.execute(
        f"SELECT * FROM session WHERE id IN ({which}) ORDER BY started_at DESC, id", values
    ).fetchall()
    sets = _parts(connection, "set_record", "n, attempt", which, values)
    pauses = _parts(connection, "pause", "position", which, values)
    pain = _parts(connection, "pain", "position", which, values)
    signs = _parts(connection, "sign", "position", which, values)
    return [
        session_from(
            head,
            sets=sets[head["id"]],
            pauses=pauses[head["id"]],
            pain=pain[head["id"]],
            signs=signs[head["id"]],
        )
        for head in heads
    ]


def _parts(
    connection: sqlite3.Connection, table: str, order: str, which: str, values: dict[str, str]
) -> defaultdict[str, list[sqlite3.Row]]:
    parts: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    statement = f"SELECT * FROM {table} WHERE session_id IN ({which}) ORDER BY session_id, {order}"
    for row in connection.execute(statement, values):
        parts[row["session_id"]].append(row)
    return parts
