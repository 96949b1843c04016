"""What is known of the files of a sync folder, kept beside the sessions.

A row is written after, or together with, what its file says: so a row never promises too much,
whenever the process is killed, and without a row a file is only read once more.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from hiptimer.history.sync.folder import STRANGE, Stamp

_UNWRITTEN = """
    SELECT session_id, version FROM session_version
    WHERE NOT EXISTS (
        SELECT 1 FROM sync_file
        WHERE folder = ? AND sync_file.version = session_version.version
    )
    ORDER BY version
"""
_NOTE = """
    INSERT INTO sync_file (folder, name, size, mtime_ns, version) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (folder, name) DO UPDATE SET
        size = excluded.size, mtime_ns = excluded.mtime_ns, version = excluded.version
"""


class Note(msgspec.Struct, frozen=True):
    """What the file `name` said, as it was then, is in the history. With a `version` it says all
    that this version of its session does. Without a `stamp` it is to be read again.
    """

    name: str
    stamp: Stamp | None
    version: int | None


class Ledger:
    """On one connection and for one folder. What sqlite3 raises passes through."""

    def __init__(self, connection: sqlite3.Connection, folder: str) -> None:
        self._connection = connection
        self._folder = folder

    def known(self) -> dict[str, Stamp]:
        """By name, the files as they were noted."""
        rows = self._connection.execute(
            "SELECT name, size, mtime_ns FROM sync_file WHERE folder = ?", (self._folder,)
        )
        return {name: Stamp(size, mtime_ns) for name, size, mtime_ns in rows}

    def note(self, notes: Iterable[Note]) -> None:
        self._connection.executemany(_NOTE, map(self._row, notes))

    def forget(self, names: Iterable[str]) -> None:
        """These files are gone: what they said may have to be written again."""
        self._connection.executemany(
            "DELETE FROM sync_file WHERE folder = ? AND name = ?",
            [(self._folder, name) for name in names],
        )

    def has_others(self) -> bool:
        """Whether something is kept of a folder that was chosen before."""
        statement = "SELECT 1 FROM sync_file WHERE folder <> ? LIMIT 1"
        return self._connection.execute(statement, (self._folder,)).fetchone() is not None

    def forget_others(self) -> None:
        self._connection.execute("DELETE FROM sync_file WHERE folder <> ?", (self._folder,))

    def unwritten(self) -> list[tuple[str, int]]:
        """The finished sessions, each with its version, that no file says all of."""
        return [(row[0], row[1]) for row in self._connection.execute(_UNWRITTEN, (self._folder,))]

    def version(self, session_id: str) -> int | None:
        """None while it runs."""
        statement = "SELECT version FROM session_version WHERE session_id = ?"
        row = self._connection.execute(statement, (session_id,)).fetchone()
        return None if row is None else int(row[0])

    def _row(self, note: Note) -> tuple[str, str, int, int, int | None]:
        stamp = note.stamp or STRANGE
        return self._folder, note.name, stamp.size, stamp.mtime_ns, note.version
