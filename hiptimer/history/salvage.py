"""What can be saved of a damaged history: every session and set of which the row can be read.

What is read lies in a history in memory first, so that it has the form of the newest version, and
what this could not keep is left out row by row. The damaged file itself is only read.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from hiptimer.history.connection import transaction
from hiptimer.history.migrating import climb
from hiptimer.history.pages import Cell, read_rows
from hiptimer.history.rows import DamagedRowError, session_from, time_from, with_parts
from hiptimer.history.schema import MIGRATIONS, Migration
from hiptimer.history.session_laws import session_faults
from hiptimer.history.tables import read_sessions, write_sessions
from hiptimer.model.language import tr
from hiptimer.model.session import RoutineRef, Session, Status

# The parts of a session: the table of each, and what it is called in a session.
_PARTS = {"set_record": "sets", "pause": "pauses", "pain": "pain", "sign": "signs"}
_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float)}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
# Of a note too long for one page the rest may be lost, and with it what stands behind it.
_MENDED = {"note": "", "changed_at": ""}


class Saved(msgspec.Struct, frozen=True):
    """`sessions` with when each was last written. Of `missing_sets` something still tells that
    they were there, and so it does of `missing_sessions`.
    """

    sessions: tuple[tuple[Session, datetime], ...] = ()
    missing_sets: int = 0
    missing_sessions: int = 0


class _Known(msgspec.Struct):
    """What the indexes tell of rows, wherever these are: when each session that is not deleted
    began, the routine of the session that began then, and which sets there are.
    """

    starts: dict[str, str] = msgspec.field(default_factory=dict)
    routines: dict[str, str] = msgspec.field(default_factory=dict)
    sets: set[tuple[str, int, int]] = msgspec.field(default_factory=set)

    def note(self, cell: Cell) -> None:
        match cell.values:
            case (str(start), str(id_), int()) if _is_time(start):
                self.starts[id_] = start
            case (str(routine_id), str(start), int()) if _is_time(start):
                self.routines[start] = routine_id
            case (str(), str(), str() | None, str(id_), int(n), int(attempt)):
                self.sets.add((id_, n, attempt))


class _Shape(NamedTuple):
    """What the rows of a table look like. Columns that a later version added may be missing."""

    table: str
    in_table: bool
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    least: int

    def fits(self, cell: Cell) -> bool:
        count = len(cell.values)
        if cell.in_table != self.in_table or not self.least <= count <= len(self.columns):
            return False
        pairs = zip(cell.values, self.types, strict=False)
        return all(value is None or isinstance(value, types) for value, types in pairs)


def salvage(file: Path, log: Path) -> Saved:
    """What can be read from the history `file` and its write-ahead log, either of which may be
    missing. Raises OSError.
    """
    rows = read_rows(*(part.read_bytes() if part.exists() else b"" for part in (file, log)))
    known = _Known()
    with closing(_empty(MIGRATIONS)) as connection:
        shapes = _shapes(connection)
        for cells in rows:
            # Of two states of one row the first that is met stays: the present one, if it is whole.
            _stage(connection, shapes, cells, known if cells is rows.now else _Known())
        _rebuild_heads(connection, known)
        for table in _PARTS:
            connection.execute(
                f"DELETE FROM {table} WHERE session_id NOT IN (SELECT id FROM session)"
            )
        return _saved(connection, known)


def put_in(connection: sqlite3.Connection, saved: Saved) -> None:
    """Write what was saved into a history that is empty."""
    with transaction(connection):
        write_sessions(connection, ((None, session, at) for session, at in saved.sessions))


def _empty(migrations: tuple[Migration, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    climb(connection, migrations)
    # Rows come in any order, and the head of a session may never come.
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _shapes(connection: sqlite3.Connection) -> tuple[_Shape, ...]:
    with closing(_empty(MIGRATIONS[:1])) as oldest:
        return tuple(
            _Shape(
                table,
                table == "session",
                tuple(row["name"] for row in columns),
                tuple(_TYPES[row["type"]] for row in columns),
                len(_columns(oldest, table)),
            )
            for table in ("session", *_PARTS)
            if (columns := _columns(connection, table))
        )


def _columns(connection: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    return connection.execute(f"PRAGMA table_info({table})").fetchall()


def _stage(
    connection: sqlite3.Connection,
    shapes: Sequence[_Shape],
    cells: Iterable[Cell],
    known: _Known,
) -> None:
    """Put in each row that is of one of our tables, and take out again what says nonsense."""
    connection.execute("BEGIN")
    before = connection.total_changes
    for cell in cells:
        for shape in shapes:
            if shape.fits(cell):
                _insert(connection, shape, cell)
        if not cell.in_table:
            known.note(cell)
    # Mostly there are no older states, and what is there was looked at.
    for shape in shapes if connection.total_changes > before else ():
        rows = connection.execute(f"SELECT * FROM {shape.table}").fetchall()
        broken = [row for row in rows if not _is_whole(shape.table, row)]
        keys = [column["name"] for column in _columns(connection, shape.table) if column["pk"]]
        where = " AND ".join(f"{key} = ?" for key in keys)
        connection.executemany(
            f"DELETE FROM {shape.table} WHERE {where}", [[row[k] for k in keys] for row in broken]
        )
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, shape: _Shape, cell: Cell) -> None:
    row = dict(zip(shape.columns, cell.values, strict=False))
    if shape.table == "session":
        row = {name: _MENDED.get(name) if value is None else value for name, value in row.items()}
    marks = ", ".join("?" for _ in row)
    # What a NOT NULL, a CHECK or the key forbids is left out.
    connection.execute(
        f"INSERT OR IGNORE INTO {shape.table} ({', '.join(row)}) VALUES ({marks})",
        tuple(row.values()),
    )


def _is_whole(table: str, row: sqlite3.Row) -> bool:
    try:
        return not any(session_faults(_alone(table, row)))
    except (DamagedRowError, OverflowError):
        return False


def _alone(table: str, row: sqlite3.Row) -> Session:
    """A session with nothing but what this row says. Raises DamagedRowError."""
    if table == "session":
        return session_from(row)
    alone = Session(
        id="0",
        status=Status.RUNNING,
        speed=1.0,
        routine=RoutineRef("", ""),
        started_at=_LONG_AGO,
        utc_offset_s=0,
    )
    return with_parts(alone, **{_PARTS[table]: [row]})


def _rebuild_heads(connection: sqlite3.Connection, known: _Known) -> None:
    """Sessions of which only sets are left: when they began is told by these or by an index."""
    heads = {row["started_at"]: row for row in connection.execute("SELECT * FROM session")}
    names = {row["routine_id"]: row["routine_name"] for row in heads.values()}
    lost = connection.execute(
        "SELECT session_id AS id, min(started_at) AS first, max(started_at) AS last "
        "FROM set_record WHERE session_id NOT IN (SELECT id FROM session) "
        "GROUP BY session_id HAVING first IS NOT NULL"
    ).fetchall()
    for row in lost:
        start = known.starts.get(row["id"], row["first"])
        routine_id = known.routines.get(start, "unknown")
        # The nearest in time was most likely in the same time zone.
        near = min(heads, key=lambda other: _apart(other, start), default=None)
        head = Session(
            id=row["id"],
            status=Status.INTERRUPTED,
            speed=1.0,
            routine=RoutineRef(routine_id, names.get(routine_id, tr("Saved session"))),
            started_at=time_from(start),
            utc_offset_s=0 if near is None else heads[near]["utc_offset_s"],
            ended_at=max(time_from(start), time_from(row["last"])),
        )
        if not any(session_faults(head)):
            write_sessions(connection, [(None, head, time_from(row["last"]))])


def _apart(one: str, other: str) -> float:
    return abs((time_from(one) - time_from(other)).total_seconds())


def _saved(connection: sqlite3.Connection, known: _Known) -> Saved:
    sessions = read_sessions(connection)
    changed = dict(connection.execute("SELECT id, changed_at FROM session").fetchall())
    ids = {session.id for session in sessions}
    found = {(s.id, record.n, record.attempt) for s in sessions for record in s.sets}
    missing = {key for key in known.sets if key[0] in ids} - found
    empty = sum(not s.sets and not any(key[0] == s.id for key in missing) for s in sessions)
    return Saved(
        tuple((session, _changed_at(session, changed[session.id])) for session in sessions),
        missing_sets=len(missing) + empty,
        missing_sessions=len(known.starts.keys() - ids),
    )


def _changed_at(session: Session, text: str) -> datetime:
    times = (record.started_at for record in session.sets if record.started_at is not None)
    if not _is_time(text):
        return session.ended_at or max(times, default=session.started_at)
    return time_from(text)


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        time_from(text)
    except DamagedRowError:
        return False
    return True
