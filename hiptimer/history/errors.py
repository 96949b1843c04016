"""The one error of this room, and how the system's own errors are put into words."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of

_FULL = (errno.ENOSPC, errno.EDQUOT)
# What SQLite says when it cannot make its log or its shared memory on a full disk.
_MAY_BE_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
# Bytes; the shared memory alone takes 32 KiB.
_LEAST_ROOM = 2**16


class HistoryError(Exception):
    """Worded for a person. `passing` tells that waiting may be enough (busy file, full disk),
    `mendable` that opening the history once more mends it as far as it can be.
    """

    def __init__(self, words: str, *, passing: bool = False, mendable: bool = False) -> None:
        super().__init__(words)
        self.passing = passing
        self.mendable = mendable


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn what the world did to `file` into a HistoryError; our own bugs pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise
        if is_damage(error):
            _mark_as_suspect(file)
        raise _from_sqlite(error, file) from error
    except OSError as error:
        raise _from_system(error, file) from error


def suspicion(file: Path) -> Path:
    """The mark that damage was met in `file` while it was in use: at the next opening all of it
    is looked through, however long that takes.
    """
    return file.with_name(f"{file.name}-suspect")


def _mark_as_suspect(file: Path) -> None:
    # Where no mark can be set nothing could be set aside either.
    with suppress(OSError):
        suspicion(file).touch()


def is_damage(error: sqlite3.DatabaseError) -> bool:
    # Text that is none has no number: Python's module says it, not SQLite.
    is_no_text = str(error).startswith("Could not decode to UTF-8")
    return is_no_text or _primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary_code(error: sqlite3.DatabaseError) -> int:
    # The upper bytes only refine the code. Errors raised by the Python module itself have none.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _from_sqlite(error: sqlite3.DatabaseError, file: Path) -> HistoryError:
    code = _primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return HistoryError(
            tr("The history is busy in another program ({file}).", file=file), passing=True
        )
    if code == sqlite3.SQLITE_FULL or (code in _MAY_BE_FULL and _has_no_room(file)):
        return _full(file)
    if is_damage(error):
        words = tr(
            "The history file is damaged ({file}). At the next start what can be read of it is "
            "saved.",
            file=file,
        )
        return HistoryError(words, mendable=True)
    return HistoryError(
        tr("The history cannot be used ({file}): {reason}.", file=file, reason=error)
    )


def _from_system(error: OSError, file: Path) -> HistoryError:
    if error.errno in _FULL:
        return _full(file)
    reason = reason_of(error)
    return HistoryError(
        tr("The history cannot be used ({file}): {reason}.", file=file, reason=reason)
    )


def _full(file: Path) -> HistoryError:
    return HistoryError(tr("The disk with the history is full ({file}).", file=file), passing=True)


def _has_no_room(file: Path) -> bool:
    try:
        return shutil.disk_usage(file.parent).free < _LEAST_ROOM
    except OSError:
        return False
