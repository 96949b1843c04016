"""Opening the history: made when missing, brought up to date when old, refused when newer, and
set aside (never deleted) when it is damaged or somebody else's, with what can be saved of it.
"""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

import msgspec

from hiptimer.history.connection import connect, log_of, make_durable, refuse_unless_file
from hiptimer.history.errors import HistoryError, explained, is_damage, suspicion
from hiptimer.history.migrating import back_up, climb, is_of_its_version, version_of
from hiptimer.history.running import running_folder
from hiptimer.history.schema import APPLICATION_ID, MIGRATIONS, Migration
from hiptimer.history.tables import read_sessions
from hiptimer.model.filelock import FileLock
from hiptimer.model.language import tr

_SHORTEST = 100
"""Bytes: a file of less has no whole header."""
# A version that is no version: the number itself is damaged.
_MOST_VERSIONS = 1000
# Bytes; up to here (about 1500 sessions) looking through all of it takes some 20 ms.
_LOOKED_THROUGH = 8 * 2**20


class Opened(msgspec.Struct, frozen=True):
    """`told` is what the person must be told, if anything."""

    connection: sqlite3.Connection
    told: str | None


class _Header(msgspec.Struct, frozen=True):
    """What the file itself says, whatever its log may say."""

    application: int
    version: int


class _State(Enum):
    EMPTY = auto()
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()
    DAMAGED = auto()
    FOREIGN = auto()


def open_history(
    file: Path,
    *,
    now: datetime,
    migrations: tuple[Migration, ...] = MIGRATIONS,
    busy_s: float = 5.0,
) -> Opened:
    """A connection for reading and writing, belonging to the calling thread. Raises HistoryError.

    `now` dates a backup or a file set aside; `busy_s` is how long to wait for a lock.
    """
    with explained(file):
        told = None
        if _judge(file, migrations, busy_s) is not _State.CURRENT:
            with _only_one_opens(file, busy_s):
                # Another process may have put it right in the meantime.
                state = _judge(file, migrations, busy_s)
                told = _put_right(file, state, now, migrations)
        connection = connect(file, busy_s=busy_s)
        make_durable(connection)
        return Opened(connection, told)


def open_for_reading(file: Path) -> sqlite3.Connection | None:
    """A connection that cannot write and makes no history; None when there is none.

    Works in a folder that cannot be written. Raises HistoryError.
    """
    with explained(file):
        if not file.exists():
            return None
        if _size(file) >= _SHORTEST:
            _refuse_newer(file, _header(file), len(MIGRATIONS))
        connection = connect(file, mode=_reading_mode(file))
        version = version_of(connection)
        if version == len(MIGRATIONS):
            return connection
        connection.close()
        if version > len(MIGRATIONS):
            raise _too_new(file, version)
        raise HistoryError(
            tr("The history is from an older version and cannot be updated ({file}).", file=file)
        )


def _reading_mode(file: Path) -> str:
    try:
        with closing(connect(file, mode="ro")) as connection:
            version_of(connection)
    except sqlite3.OperationalError:
        if _size(log_of(file)) > 0:
            raise
        # SQLite cannot make its shared memory here; with an empty log it needs none.
        return "ro&immutable=1"
    return "ro"


def _judge(file: Path, migrations: tuple[Migration, ...], busy_s: float) -> _State:
    """What `file` is. Raises HistoryError when it is newer, before SQLite may touch it."""
    refuse_unless_file(file)
    if not _size(file):
        return _State.DAMAGED if _size(log_of(file)) > 0 else _State.EMPTY
    if _size(file) < _SHORTEST:
        return _State.DAMAGED
    try:
        header = _header(file)
        if header.application not in (0, APPLICATION_ID):
            return _State.FOREIGN
        _refuse_newer(file, header, len(migrations))
        # Where there is a log, not for writing: at its end that would put the log into the file,
        # and one that does not belong to it would write over what can be saved.
        mode = _reading_mode(file) if _size(log_of(file)) > 0 else "rw"
        with closing(connect(file, mode=mode, busy_s=busy_s)) as connection:
            return _judge_inside(connection, file, migrations)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return _State.DAMAGED
        raise


def _judge_inside(
    connection: sqlite3.Connection, file: Path, migrations: tuple[Migration, ...]
) -> _State:
    newest, version = len(migrations), version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        return _State.FOREIGN if application or version or tables else _State.EMPTY
    if newest < version < _MOST_VERSIONS:
        raise _too_new(file, version)
    if not (1 <= version <= newest and _is_whole(connection, file)):
        return _State.DAMAGED
    if version == newest:
        return _State.CURRENT
    return _State.OLDER if is_of_its_version(connection, migrations) else _State.DAMAGED


def _is_whole(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether no damage can be seen. A long history is looked through only once damage was met
    in it, or every start would take longer than the one before.
    """
    mark = suspicion(file)
    if not mark.exists() and file.stat().st_size > _LOOKED_THROUGH:
        connection.execute("SELECT * FROM sqlite_schema").fetchall()
        return True
    check = "integrity_check" if mark.exists() else "quick_check"
    if connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
        return False
    if mark.exists():
        # Damage may also be what only we can see: a row that says nonsense.
        read_sessions(connection)
    mark.unlink(missing_ok=True)
    return True


def _put_right(
    file: Path, state: _State, now: datetime, migrations: tuple[Migration, ...]
) -> str | None:
    """Make `file` a history of the newest version; what to tell the person, if anything."""
    # Not needed at nearly all starts.
    from hiptimer.history.rescuing import rescue, take_up_rescued

    if state is _State.OLDER:
        back_up(file, now)
    elif state in (_State.DAMAGED, _State.FOREIGN):
        return rescue(file, now, migrations, is_foreign=state is _State.FOREIGN)
    elif state is _State.EMPTY and take_up_rescued(file):
        return tr("A history that was saved from a damaged file was found, and is used again.")
    was_there = file.exists()
    with closing(connect(file, mode="rwc")) as connection:
        make_durable(connection)
        climb(connection, migrations)
    if state is _State.EMPTY and was_there:
        return tr("There was nothing in the history file {file}. A new one was started.", file=file)
    return None


@contextmanager
def _only_one_opens(file: Path, busy_s: float) -> Iterator[None]:
    """Making, updating and setting aside are for one process at a time."""
    folder = running_folder(file)
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + busy_s
    while (lock := FileLock.take(folder / "opening.lock")) is None:
        if time.monotonic() > deadline:
            words = tr("Another hiptimer is opening the history ({file}).", file=file)
            raise HistoryError(words, passing=True)
        time.sleep(0.02)
    try:
        yield
    finally:
        # The file stays: removing it could leave two processes with a lock each.
        lock.release(remove=False)


def _refuse_newer(file: Path, header: _Header, newest: int) -> None:
    """Raises HistoryError."""
    if header.application == APPLICATION_ID and newest < header.version < _MOST_VERSIONS:
        raise _too_new(file, header.version)


def _too_new(file: Path, version: int) -> HistoryError:
    return HistoryError(
        tr(
            "The history {file} was written by a newer hiptimer (version {version} of the file, "
            "this one knows {known}). It was not touched. Update hiptimer to use it.",
            file=file,
            version=version,
            known=len(MIGRATIONS),
        )
    )


def _header(file: Path) -> _Header:
    """Read by SQLite, which leaves nothing beside the file that it takes for immutable.

    Never by a stream of our own: when a process closes one, the system takes all its locks on the
    file away, also those of a workout that is just being saved. Another program that then closes
    the history would be the last one, as it seems, and remove the log that is written to.
    """
    if not os.access(file, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    with closing(connect(file, mode="ro&immutable=1")) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        return _Header(application, version_of(connection))


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0
