"""Sessions whose process died: closed as interrupted, with every rep that was committed."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from hiptimer.history.changes import Finish
from hiptimer.history.errors import explained
from hiptimer.history.running import is_live, take_running_lock
from hiptimer.history.store import Store
from hiptimer.model.session import Outline, Session, Status

Seen = TypeVar("Seen", bound=Outline)


def close_interrupted(store: Store, folder: Path) -> list[Session]:
    """Close every running session whose lock in `folder` can be taken; those that were closed.

    Their end is the last thing they committed. The lock decides, not the host it names: where
    the file system shares locks, a session that is live on another host keeps its own.
    Raises HistoryError.
    """
    closed = (_closed(store, folder, session_id) for session_id in store.running())
    return [session for session in closed if session is not None]


def _closed(store: Store, folder: Path, session_id: str) -> Session | None:
    with explained(folder):
        lock = take_running_lock(folder, session_id, host="")
    if lock is None:
        return None
    try:
        ended_at = store.changed_at(session_id)
        if ended_at is None:
            return None
        change = Finish(session_id, Status.INTERRUPTED, ended_at)
        # It may have ended by itself between the look and the lock.
        return store.change(change, ended_at, only_while=Status.RUNNING)
    finally:
        lock.release(remove=True)


def as_seen(sessions: Iterable[Seen], folder: Path) -> list[Seen]:
    """The sessions as a reader should see them when nothing can be written: a running one
    that nobody runs any more is shown as interrupted.
    """
    return [_seen(session, folder) for session in sessions]


def _seen(session: Seen, folder: Path) -> Seen:
    if session.status is not Status.RUNNING or is_live(folder, session.id):
        return session
    return replace(session, status=Status.INTERRUPTED)
