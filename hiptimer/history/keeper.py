"""Where changes are kept: in the history, and in a session file while that cannot be written.

Runs on the journal's thread and knows nothing of queues and waiting.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hiptimer.history.changes import Begin, Change
from hiptimer.history.errors import HistoryError, explained
from hiptimer.history.interchange import write_session_file
from hiptimer.history.opening import open_history
from hiptimer.history.running import running_folder, take_running_lock
from hiptimer.history.store import Store
from hiptimer.history.waiting import locks_of_waiting, waiting_file
from hiptimer.model.filelock import FileLock
from hiptimer.model.language import tr
from hiptimer.model.session import Session, Status


class Keeper:
    """Keeps one change at a time. `tell` is called with what a person must know once."""

    def __init__(
        self,
        file: Path,
        *,
        fallback_folders: tuple[Path, ...],
        now: Callable[[], datetime],
        host: str,
        busy_s: float,
        tell: Callable[[str], None],
        must_exist: bool = False,
    ) -> None:
        """With `must_exist` no history is made where there is none."""
        self._file = file
        self._fallback_folders = fallback_folders
        self._now = now
        self._host = host
        self._busy_s = busy_s
        self._tell = tell
        self._store: Store | None = None
        # Which file the history is; None before it was first opened.
        self._identity: tuple[int, int] | None = None
        self._must_exist = must_exist
        # The sessions of this process as they were last kept, and why some are kept in files.
        self._sessions: dict[str, Session] = {}
        self._in_files: dict[str, HistoryError] = {}
        self._locks: dict[tuple[Path, str], FileLock] = {}

    def keep(self, change: Change) -> str | None:
        """Keep the change for good; words about a trouble that lasts, None when all is well.

        Raises HistoryError when the change was not kept; `passing` when trying again may help.
        """
        reason = self._in_files.get(change.session_id)
        if reason is not None:
            return self.keep_in_file(change, reason)
        try:
            self._keep_in_history(change)
        except HistoryError as error:
            self._close_store()
            if error.passing:
                raise
            return self.keep_in_file(change, error)
        return None

    def keep_in_file(self, change: Change, reason: HistoryError) -> str:
        """Keep the change, and all later ones of its session, in a session file; words about it.

        Raises `reason` when the session is not one of this process, so that it is not known
        here, and a passing HistoryError when no folder can be written.
        """
        if isinstance(change, Begin):
            before = change.session
        elif change.session_id in self._sessions:
            before = self._sessions[change.session_id]
        else:
            raise reason
        after = change.applied(before, self._now())
        file = self._write(after)
        self._in_files[change.session_id] = reason
        self._kept(after)
        kept = tr("This workout is kept in {file} and is taken in at the next start.", file=file)
        return f"{reason} {kept}"

    def close(self) -> None:
        """Sessions still running lose their locks, and count as interrupted from then on."""
        self._close_store()
        for lock in self._locks.values():
            lock.release(remove=False)
        self._locks.clear()

    def _keep_in_history(self, change: Change) -> None:
        store = self._opened()
        if isinstance(change, Begin):
            # Before the row is there: a running session without a lock would be closed.
            with explained(self._file):
                self._lock(running_folder(self._file), change.session_id)
            after = store.take_in(change.session)
        else:
            after = store.change(change, self._now()) or self._put_back(store, change)
        self._kept(after)

    def _put_back(self, store: Store, change: Change) -> Session:
        """The session after the change, where the history is not the one it was begun in."""
        before = self._sessions.get(change.session_id)
        if before is None:
            raise HistoryError(tr("The session is not in the history, so the change was not kept."))
        folder = running_folder(self._file)
        with explained(self._file):
            # The lock there was went with the folder.
            if (lock := self._locks.pop((folder, before.id), None)) is not None:
                lock.release(remove=False)
            self._lock(folder, before.id)
        return store.take_in(change.applied(before, self._now()))

    def _opened(self) -> Store:
        """The history; opened again when another file has taken its place."""
        with explained(self._file):
            identity = _identity(self._file)
        if identity is None and self._must_exist:
            self._close_store()
            raise _gone(self._file)
        if self._store is not None and identity != self._identity:
            self._close_store()
        if self._store is None:
            opened = open_history(self._file, now=self._now(), busy_s=self._busy_s)
            self._store = Store(opened.connection)
            self._identity, self._must_exist = _identity(self._file), True
            if opened.told is not None:
                self._tell(opened.told)
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _write(self, session: Session) -> Path:
        for folder in self._fallback_folders:
            file = waiting_file(folder, session.id)
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if session.status is Status.RUNNING:
                    self._lock(locks_of_waiting(folder), session.id)
                write_session_file(file, session)
            except OSError:
                continue
            return file
        raise HistoryError(
            tr(
                "This workout cannot be saved: neither the history nor any other folder can be "
                "written. Saving is tried again."
            ),
            passing=True,
        )

    def _lock(self, folder: Path, session_id: str) -> None:
        if (folder, session_id) in self._locks:
            return
        lock = take_running_lock(folder, session_id, self._host)
        if lock is None:
            raise HistoryError(tr("This session is open in another hiptimer."), passing=True)
        self._locks[folder, session_id] = lock

    def _kept(self, session: Session) -> None:
        self._sessions[session.id] = session
        if session.status is Status.RUNNING:
            return
        for key in [key for key in self._locks if key[1] == session.id]:
            self._locks.pop(key).release(remove=True)


def _identity(file: Path) -> tuple[int, int] | None:
    """Which file this is; None when there is none. Raises OSError.

    What is written to a file that was removed, or whose disk was taken away, is not refused: the
    system keeps it for who has it open, and throws it away after that.
    """
    try:
        found = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def _gone(file: Path) -> HistoryError:
    return HistoryError(
        tr("The history is not there any more ({file}). Its drive may be disconnected.", file=file)
    )
