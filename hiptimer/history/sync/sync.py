"""Bringing a history and a sync folder in step, as often as anyone likes.

Every session has one file that is everybody's. What any file says is merged into the history, and
where the history then says more than that file, the file is written anew. Merging is a join, so
all computers end with the same sessions and the same files, in whatever order they were seen.

There is no queue that could be lost: what is to be read follows from the sizes and times of the
files, what is to be written from the versions of the sessions, both against the ledger.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import msgspec

from hiptimer.history.connection import transaction
from hiptimer.history.errors import explained
from hiptimer.history.interchange import session_to_json
from hiptimer.history.merging import merged, settled
from hiptimer.history.sync.folder import STRANGE, Entry, Folder, Read, Stamp, file_name
from hiptimer.history.sync.ledger import Ledger, Note
from hiptimer.history.tables import read_session, write_sessions
from hiptimer.model.language import tr_n
from hiptimer.model.session import Session, Status

# A workout beside this waits for its turn to commit: no transaction may last.
_AT_ONCE = 20
# A file that changes between looking and writing is read first; after so many times it waits.
_ROUNDS = 3
_FAULTS_TOLD = 5


class Synced(msgspec.Struct, frozen=True):
    """`taken_in` sessions were changed here, `written` files there; `faults` are words about
    files that cannot be read. `is_whole` is False when there is more to do at once.
    """

    taken_in: int
    written: int
    faults: tuple[str, ...]
    is_whole: bool


class Sync:
    """For one thread. Remembers which files cannot be read, so that they are not tried for ever."""

    def __init__(
        self,
        folder: Path,
        history_file: Path,
        *,
        now: Callable[[], datetime],
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        """`rest` is called between transactions with the seconds that the last one took."""
        self._folder = Folder(folder)
        self._history_file = history_file
        self._now = now
        self._rest = rest
        self._doubted: dict[str, tuple[Stamp, tuple[str, ...]]] = {}

    def run(self, connection: sqlite3.Connection, may_go_on: Callable[[], bool]) -> Synced:
        """One pass. Raises HistoryError: `passing` when the folder, or the history, cannot be
        used for now.
        """
        one = _Pass(
            self._folder,
            connection,
            history_file=self._history_file,
            now=self._now,
            rest=self._rest,
            may_go_on=may_go_on,
        )
        entries: dict[str, Entry] = {}
        for _ in range(_ROUNDS):
            entries = self._folder.entries()
            self._doubted = {
                name: doubt
                for name, doubt in self._doubted.items()
                if name in entries and entries[name].stamp == doubt[0]
            }
            for read in one.take_in(e for e in entries.values() if e.name not in self._doubted):
                if read.faults and not read.entry.may_grow:
                    self._doubted[read.entry.name] = (read.entry.stamp, read.faults)
            if one.write_out(entries):
                break
        faults = self._faults()
        if one.blocked:
            blocked = tr_n(
                "{n} file in {folder} cannot be replaced for now.",
                "{n} files in {folder} cannot be replaced for now.",
                one.blocked,
                folder=self._folder.path,
            )
            faults = (*faults, blocked)
        return Synced(one.taken_in, one.written, faults, one.is_whole)

    def _faults(self) -> tuple[str, ...]:
        faults = sorted(words for _, told in self._doubted.values() for words in told)
        more = len(faults) - _FAULTS_TOLD
        if more <= 0:
            return tuple(faults)
        # L: n is a number of files.
        rest = tr_n(
            "{n} more in {folder} cannot be read.",
            "{n} more in {folder} cannot be read.",
            more,
            folder=self._folder.path,
        )
        return (*faults[:_FAULTS_TOLD], rest)


class _Pass:
    """What one pass does, and counts."""

    def __init__(
        self,
        folder: Folder,
        connection: sqlite3.Connection,
        *,
        history_file: Path,
        now: Callable[[], datetime],
        rest: Callable[[float], None],
        may_go_on: Callable[[], bool],
    ) -> None:
        self._folder = folder
        self._connection = connection
        self._history_file = history_file
        self._now = now
        self._rest = rest
        self._may_go_on = may_go_on
        self._ledger = Ledger(connection, str(folder.path))
        with self._explained():
            self._known = self._ledger.known()
        self._taken_in: set[str] = set()
        self.written = 0
        self.blocked = 0
        self.is_whole = True

    @property
    def taken_in(self) -> int:
        return len(self._taken_in)

    # --- in ---

    def take_in(self, entries: Iterable[Entry]) -> Iterator[Read]:
        """Merge what is new in the files into the history; each file that was read."""
        fresh = [e for e in entries if self._known.get(_key(e.name)) != e.stamp]
        reads = (self._folder.read(e) for e in sorted(fresh, key=lambda e: e.name))
        for some in _batches(reads):
            if not self._may_go_on():
                self.is_whole = False
                return
            began = time.monotonic()
            with self._explained(), transaction(self._connection):
                self._take_in_some(some)
            self._rest(time.monotonic() - began)
            yield from some

    def _take_in_some(self, reads: list[Read]) -> None:
        kept: dict[str, Session] = {}
        write_sessions(self._connection, self._changes(reads, kept))
        done = [read for read in reads if self._is_done_with(read, kept)]
        self._ledger.note([self._note(read, kept) for read in done])
        for read in done:
            self._known[_key(read.entry.name)] = read.entry.stamp

    def _changes(
        self, reads: list[Read], kept: dict[str, Session]
    ) -> Iterator[tuple[Session | None, Session, datetime]]:
        """Each read from the history when the one before it is written; noted in `kept`."""
        at = self._now()
        for session in (session for read in reads for session in read.sessions):
            here = read_session(self._connection, session.id)
            if not _is_over(session) or not (here is None or _is_over(here)):
                # Its own computer will say how it ended; here it goes on being written.
                continue
            after = settled(session) if here is None else merged(here, session)
            kept[session.id] = after
            if after != here:
                self._taken_in.add(session.id)
                yield here, after, at

    def _is_done_with(self, read: Read, kept: dict[str, Session]) -> bool:
        return not read.faults and all(session.id in kept for session in read.sessions)

    def _note(self, read: Read, kept: dict[str, Session]) -> Note:
        stamp = read.entry.stamp if read.is_sure else None
        version = None
        if len(read.sessions) == 1:
            session = settled(read.sessions[0])
            is_its_file = read.entry.name == file_name(session)
            if is_its_file and kept[session.id] == session:
                version = self._ledger.version(session.id)
        return Note(_key(read.entry.name), stamp, version)

    # --- out ---

    def write_out(self, entries: dict[str, Entry]) -> bool:
        """Write the sessions that no file says all of. False when files have changed meanwhile
        and are to be read first.
        """
        with self._explained():
            self._forget(entries)
            unwritten = self._ledger.unwritten()
        is_done = True
        for start in range(0, len(unwritten), _AT_ONCE):
            if not self._may_go_on():
                self.is_whole = False
                return True
            some = unwritten[start : start + _AT_ONCE]
            notes: list[Note] = []
            try:
                for session_id, version in some:
                    is_done &= self._write(session_id, version, entries, notes)
            finally:
                with self._explained(), transaction(self._connection):
                    self._ledger.note(notes)
        return is_done

    def _forget(self, entries: dict[str, Entry]) -> None:
        gone = self._known.keys() - {_key(name) for name in entries}
        if gone or self._ledger.has_others():
            with transaction(self._connection):
                self._ledger.forget(gone)
                self._ledger.forget_others()
            for name in gone:
                del self._known[name]

    def _write(
        self, session_id: str, version: int, entries: dict[str, Entry], notes: list[Note]
    ) -> bool:
        """False when the file has changed since it was looked at. What cannot be read is not
        written over either.
        """
        with self._explained():
            session = read_session(self._connection, session_id)
        if session is None:
            return True
        name = file_name(session)
        there = self._folder.stamp(name)
        if there is not None and there != self._known.get(_key(name)):
            is_strange = there == STRANGE
            return is_strange or (name in entries and entries[name].stamp == there)
        stamp = self._folder.write(name, session_to_json(session))
        if stamp is None:
            self.blocked += 1
            return True
        self._known[_key(name)] = stamp
        self.written += 1
        notes.append(Note(_key(name), stamp, version))
        return True

    def _explained(self) -> AbstractContextManager[None]:
        return explained(self._history_file)


def _batches(reads: Iterable[Read]) -> Iterator[list[Read]]:
    """Together not many more sessions than one transaction should have."""
    some: list[Read] = []
    sessions = 0
    for read in reads:
        some.append(read)
        sessions += max(1, len(read.sessions))
        if sessions >= _AT_ONCE:
            yield some
            some, sessions = [], 0
    if some:
        yield some


def _is_over(session: Session) -> bool:
    return session.status is not Status.RUNNING


def _key(name: str) -> str:
    """A name as text, also where it is none."""
    return name.encode("utf-8", "backslashreplace").decode()
