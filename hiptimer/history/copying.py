"""A whole copy of a history in another place, checked, while nobody writes to the one it is of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hiptimer.history.connection import connect
from hiptimer.history.errors import HistoryError, explained
from hiptimer.history.folding import make_known
from hiptimer.history.migrating import version_of
from hiptimer.history.running import is_live, running_folder
from hiptimer.history.schema import APPLICATION_ID, MIGRATIONS
from hiptimer.history.store import Store
from hiptimer.model.language import tr

_UNFINISHED = ".unfinished"


def sessions_in(file: Path) -> int:
    """How many sessions the history `file` has that are not deleted; it may be an older one.

    Raises HistoryError when it is damaged, newer, or no history.
    """
    with explained(file), closing(connect(file)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise HistoryError(tr("{file} is no history of hiptimer.", file=file))
        if version_of(connection) > len(MIGRATIONS):
            raise HistoryError(tr("{file} was written by a newer hiptimer.", file=file))
        rows = connection.execute("SELECT count(*) FROM session WHERE deleted_at IS NULL")
        return int(rows.fetchone()[0])


def is_running(file: Path) -> bool:
    """Whether some process leads through a session of the history `file`. Raises HistoryError."""
    with explained(file):
        if not file.exists():
            return False
        with closing(connect(file)) as connection:
            running = Store(connection).running()
        return any(is_live(running_folder(file), session_id) for session_id in running)


@contextmanager
def held_still(file: Path, *, busy_s: float = 5.0) -> Iterator[None]:
    """Nobody writes to the history `file` until this is left. Raises HistoryError when somebody
    is at it for longer than `busy_s`, or a session is running.
    """
    with explained(file):
        connection = connect(file, busy_s=busy_s)
    with closing(connection):
        with explained(file):
            # Nothing is written by it: it only keeps all others from writing.
            connection.execute("BEGIN IMMEDIATE")
        if is_running(file):
            raise HistoryError(tr("A workout is running. Try again when it is over."))
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def copy_history(file: Path, to: Path) -> None:
    """Copy the history `file` to `to`, which must not be there yet, and compare the two. `to` is
    there only when all of it is. Raises HistoryError.
    """
    unfinished = to.with_name(to.name + _UNFINISHED)
    try:
        with explained(to):
            unfinished.unlink(missing_ok=True)
            with (
                closing(connect(file, mode="ro")) as source,
                closing(connect(unfinished, mode="rwc")) as target,
            ):
                # Not a copy of the file: that misses what is still in the write-ahead log.
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
                _compare(source, target, to)
            unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def _compare(source: sqlite3.Connection, target: sqlite3.Connection, to: Path) -> None:
    make_known(target)
    is_whole = target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not is_whole or _contents(source) != _contents(target):
        raise HistoryError(tr("The copy in {folder} is not what it should be.", folder=to.parent))


def _contents(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Each session with its last change and how many sets it has."""
    rows = connection.execute(
        "SELECT id, changed_at, edited_at, deleted_at, "
        "(SELECT count(*) FROM set_record WHERE session_id = session.id) "
        "FROM session ORDER BY id"
    )
    return [tuple(row) for row in rows]
