"""The sessions an export is about, one at a time."""

import sqlite3
from collections.abc import Iterator

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.results import Chosen
from hiptimer.history.tables import read_some
from hiptimer.model.language import tr
from hiptimer.model.plain import plain
from hiptimer.model.session import Session, Status

# Few enough to be held, enough for reading many to be fast.
_AT_ONCE = 200
_IDS = """
    SELECT id FROM session
    WHERE status <> 'running' AND (:since IS NULL OR local_day >= :since)
    ORDER BY started_at DESC, id
"""


def chosen_sessions(connection: sqlite3.Connection | None, chosen: Chosen) -> Iterator[Session]:
    """Newest first, those marked as deleted too. `connection` is None when there is no history.

    All are as they were at the beginning, if a transaction is open. Raises HistoryError when one
    that was asked for is not there, and what sqlite3 raises.
    """
    if connection is None or chosen.ids is not None:
        yield from _asked_for(connection, chosen.ids or ())
        return
    since = None if chosen.since is None else chosen.since.isoformat()
    ids = [row["id"] for row in connection.execute(_IDS, {"since": since})]
    for begin in range(0, len(ids), _AT_ONCE):
        yield from read_some(connection, ids[begin : begin + _AT_ONCE])


def _asked_for(connection: sqlite3.Connection | None, ids: tuple[str, ...]) -> list[Session]:
    found = read_some(connection, ids) if connection else []
    if missing := set(ids) - {session.id for session in found}:
        raise HistoryError(tr("There is no session {id}.", id=plain(min(missing))))
    for session in found:
        if session.status is Status.RUNNING:
            raise HistoryError(tr("The session {id} is still running.", id=session.id))
    return found
