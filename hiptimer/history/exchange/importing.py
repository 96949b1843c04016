"""Taking in session files: what they would bring, and bringing it, as a set union by id."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import Enum, auto
from pathlib import Path

from msgspec.structs import replace

from hiptimer.history.changes import Undelete
from hiptimer.history.connection import transaction
from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.finding import Found
from hiptimer.history.exchange.results import Imported, Preview
from hiptimer.history.exchange.undoing import Brought, Keepsake, digest
from hiptimer.history.merging import merged, settled
from hiptimer.history.tables import read_session, write_sessions
from hiptimer.model.session import Session, Status

Reading = Iterable[Session | HistoryError]


class _Would(Enum):
    """What taking in a session would do."""

    ADD = auto()
    ADD_DELETED = auto()
    CHANGE = auto()
    NOTHING = auto()
    STAY_DELETED = auto()


class Counted:
    """What sessions would bring, counted; each id once, however many copies there are."""

    def __init__(self, reading: Reading, connection: sqlite3.Connection | None) -> None:
        """`connection` is None when there is no history yet."""
        self._unreadable: list[str] = []
        self._would: dict[str, _Would] = {}
        for read in reading:
            if isinstance(read, HistoryError):
                self._unreadable.append(str(read))
            else:
                self._count(read, connection)

    def preview(self, sources: Iterable[Path], found: Found | None = None) -> Preview:
        """`sources` are what was read; `found` what was met on the way to them."""
        deleted = self._number(_Would.ADD_DELETED)
        stay_deleted = self._number(_Would.STAY_DELETED)
        met = found.unreadable if found else ()
        return Preview(
            sources=tuple(sources),
            new=self._number(_Would.ADD) + deleted,
            here=self._number(_Would.NOTHING) + stay_deleted,
            changed=self._number(_Would.CHANGE),
            deleted=deleted,
            stay_deleted=stay_deleted,
            unreadable=(*met, *self._unreadable),
            passed_over=found.passed_over if found else (),
        )

    def _count(self, session: Session, connection: sqlite3.Connection | None) -> None:
        if self._would.get(session.id, _Would.NOTHING) is _Would.NOTHING:
            here = None if connection is None else read_session(connection, session.id)
            self._would[session.id] = _would(here, session)

    def _number(self, would: _Would) -> int:
        return sum(each is would for each in self._would.values())


def take_in_all(
    reading: Reading,
    connection: sqlite3.Connection,
    keepsake: Keepsake,
    now: datetime,
    *,
    undelete: bool = False,
) -> Imported:
    """Take in what can be read, in one transaction: all of it or nothing.

    A session that is deleted here stays so, unless `undelete`. Raises OSError and what sqlite3
    raises.
    """
    brought: dict[str, Brought] = {}
    with transaction(connection):
        changes = _changes(reading, connection, brought, now if undelete else None)
        write_sessions(connection, changes)
        if brought:
            keepsake.keep(now, list(brought.values()))
    new = sum(each.is_new for each in brought.values())
    return Imported(new, len(brought) - new)


def _changes(
    reading: Reading,
    connection: sqlite3.Connection,
    brought: dict[str, Brought],
    undelete_at: datetime | None,
) -> Iterator[tuple[Session | None, Session, datetime]]:
    """What is to be written, each read when the one before it is written; noted in `brought`."""
    for read in reading:
        if isinstance(read, HistoryError):
            continue
        before = read_session(connection, read.id)
        after = _kept(before, read)
        if undelete_at and after.deleted_at is not None and read.deleted_at is None:
            after = Undelete(read.id).applied(after, undelete_at)
        if after != before:
            yield before, after, after.ended_at or after.started_at
            first = brought.get(read.id)
            earliest = before if first is None else first.before
            brought[read.id] = Brought(read.id, earliest, digest(after))


def _would(here: Session | None, session: Session) -> _Would:
    if here is None:
        return _Would.ADD if session.deleted_at is None else _Would.ADD_DELETED
    if _kept(here, session) != here:
        return _Would.CHANGE
    if here.deleted_at is not None and session.deleted_at is None:
        return _Would.STAY_DELETED
    return _Would.NOTHING


def _kept(here: Session | None, session: Session) -> Session:
    """What is kept of the copy that is here and the one that comes."""
    if here is None:
        return settled(_over(session))
    if here.status is Status.RUNNING:
        # Being led at this moment; what is written of it now is nobody's business.
        return here
    return merged(here, _over(session))


def _over(session: Session) -> Session:
    """The session as far as it is known: one that ran when it was written runs elsewhere, if at
    all, and its own laptop will say how it ended; that goes over "interrupted" in a merge.
    """
    if session.status is not Status.RUNNING:
        return session
    ended_at = session.ended_at or _last_seen(session)
    return replace(session, status=Status.INTERRUPTED, ended_at=ended_at)


def _last_seen(session: Session) -> datetime:
    """When the last thing happened that the session tells of."""
    begun = [record.started_at for record in session.sets if record.started_at is not None]
    paused = [timedelta(seconds=pause.at_s + pause.for_s) for pause in session.pauses]
    return max([session.started_at, *begun, *(session.started_at + each for each in paused)])
