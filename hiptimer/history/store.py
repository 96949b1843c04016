"""The history for whoever looks at it: sessions read, added, merged and changed."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from hiptimer.history.changes import Change
from hiptimer.history.connection import transaction
from hiptimer.history.counting import count_sessions
from hiptimer.history.errors import explained
from hiptimer.history.last_sides import read_last_sides
from hiptimer.history.merging import merged, settled
from hiptimer.history.recent import recent_ids
from hiptimer.history.rows import time_from
from hiptimer.history.tables import (
    read_of_routine,
    read_outlines,
    read_session,
    read_sessions,
    read_some,
    write_session,
)
from hiptimer.model.session import Outline, Session, Status
from hiptimer.model.side import Side


class Store:
    """Sessions on one connection, used by the thread that opened it. Raises HistoryError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._file = Path(connection.execute("PRAGMA database_list").fetchone()["file"])

    def sessions(self, include_deleted: bool = False) -> list[Session]:
        """Newest first."""
        with explained(self._file):
            found = read_sessions(self._connection)
        return [s for s in found if include_deleted or s.deleted_at is None]

    def outlines(self, newest: int = 200) -> list[Outline]:
        """Of the `newest` sessions that are not deleted, newest first."""
        with explained(self._file):
            return read_outlines(self._connection, newest)

    def count(self) -> int:
        """How many sessions there are that are not deleted."""
        with explained(self._file):
            return count_sessions(self._connection)

    def running(self) -> list[str]:
        """The ids of the sessions that have not ended, the deleted ones too."""
        with explained(self._file):
            rows = self._connection.execute(
                "SELECT id FROM session WHERE status = ?", (Status.RUNNING.value,)
            ).fetchall()
        return [row["id"] for row in rows]

    def session(self, session_id: str) -> Session | None:
        """The session, also when it is marked as deleted."""
        with explained(self._file):
            return read_session(self._connection, session_id)

    def sessions_of(self, routine_id: str) -> list[Session]:
        """The sessions of one routine that are not deleted, newest first."""
        with explained(self._file):
            return read_of_routine(self._connection, routine_id)

    def last_sides(self) -> Mapping[str, Side]:
        """For each exercise the side that went second the last time both sides were begun.

        Sessions at another speed than 1 do not count: nobody did those.
        """
        with explained(self._file):
            return read_last_sides(self._connection)

    def recent(self, exercise_ids: Iterable[str], newest: int, leaving_out: str) -> list[Session]:
        """The `newest` sessions that count with each of the exercises, and the `newest` of all.

        Sessions of the routine `leaving_out` say nothing of an exercise.
        """
        with explained(self._file):
            ids = recent_ids(self._connection, exercise_ids, newest, leaving_out)
            return read_some(self._connection, ids)

    def changed_at(self, session_id: str) -> datetime | None:
        """When something of the session was last committed."""
        with explained(self._file):
            row = self._connection.execute(
                "SELECT changed_at FROM session WHERE id = ?", (session_id,)
            ).fetchone()
        return None if row is None else time_from(row["changed_at"])

    def take_in(self, session: Session) -> Session:
        """Add a session, merged with the copy that is here; what is kept."""
        at = session.ended_at or session.started_at
        with explained(self._file), transaction(self._connection):
            here = read_session(self._connection, session.id)
            kept = settled(session) if here is None else merged(here, session)
            if kept != here:
                write_session(self._connection, here, kept, at)
        return kept

    def change(
        self, change: Change, at: datetime, *, only_while: Status | None = None
    ) -> Session | None:
        """The session after the change; None, and nothing changed, when it is not here or (if
        `only_while` is given) has another status by now. `at` is now.
        """
        with explained(self._file), transaction(self._connection):
            before = read_session(self._connection, change.session_id)
            if before is None or only_while not in (None, before.status):
                return None
            after = change.applied(before, at)
            write_session(self._connection, before, after, at)
        return after

    def close(self) -> None:
        self._connection.close()
