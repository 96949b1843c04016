"""One connection to a history file, set up so that a commit is on disk when it returns."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hiptimer.model.language import tr


def connect(file: Path, *, mode: str = "rw", busy_s: float = 5.0) -> sqlite3.Connection:
    """A bare connection that changes nothing by itself.

    `mode` is SQLite's: ro, rw or rwc; `busy_s` is how long a statement waits for a lock. Raises
    OSError where something else than a file has its place: opening a pipe waits for ever.
    """
    refuse_unless_file(file)
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=busy_s, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    return connection


def refuse_unless_file(file: Path) -> None:
    """Raises OSError when `file` is there and no file."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, tr("this is no file"), str(file))


def make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def log_of(file: Path) -> Path:
    """Where SQLite has the write-ahead log of `file`: beside what a link leads to."""
    return beside(file.resolve(), "-wal")


def beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing. Takes the write lock at once, so that it never fails half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
