"""The folder itself: what lies in it, and writing one file so that nobody sees a half."""

import os
import stat
import time
import uuid
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.elements import LARGEST
from hiptimer.history.exchange.reading import read_file, too_large_words
from hiptimer.model.language import tr
from hiptimer.model.plain import plain
from hiptimer.model.reasons import reason_of
from hiptimer.model.session import Session
from hiptimer.model.time_words import local_time

MOST_FILES = 100_000
# Syncthing, Dropbox and Nextcloud all leave such names alone, and Syncthing clears away those
# that a crash left behind.
_UNFINISHED = "~syncthing~hiptimer-"
# A file may be half-written for as long as this, in seconds; what was left by a crash is older.
_PATIENCE_S = 30.0
_LEFT_BEHIND_S = 3600.0
# Some file systems count time in steps of this length: until it is over, a file may change
# without a sign.
_STEP_S = 2.1


class Stamp(msgspec.Struct, frozen=True):
    """What changes when a file does."""

    size: int
    mtime_ns: int


# Where a link, a folder or a device is.
STRANGE = Stamp(-1, -1)


class Entry(msgspec.Struct, frozen=True):
    """A file as it was seen. `may_grow`: it is so new that it may be half-written."""

    name: str
    stamp: Stamp
    may_grow: bool


class Read(msgspec.Struct, frozen=True):
    """What a file says; `faults` are words about what cannot be read.

    `is_sure` is False when the file may have changed while it was read, or right after.
    """

    entry: Entry
    sessions: tuple[Session, ...]
    faults: tuple[str, ...]
    is_sure: bool


class Folder:
    """Looked at as it is: sub-folders, links and what is hidden belong to the other program."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self) -> dict[str, Entry]:
        """By name, every file that may hold sessions. Raises HistoryError, passing."""
        try:
            with os.scandir(self.path) as found:
                entries = {e.name: e for e in map(self._entry, found) if e is not None}
        except OSError as error:
            raise HistoryError(
                _unreadable_words(self.path, reason_of(error)), passing=True
            ) from error
        if len(entries) > MOST_FILES:
            raise HistoryError(
                tr(
                    "The sync folder {folder} holds more than {most} files. "
                    "Sessions stay on this computer. Choose a folder of their own in Settings.",
                    folder=self.path,
                    most=MOST_FILES,
                )
            )
        return entries

    def read(self, entry: Entry) -> Read:
        """Never waits for a pipe or a device, and holds no more than a file of the largest size."""
        file = self.path / entry.name
        if entry.stamp.size > LARGEST:
            words = too_large_words(str(file))
            return Read(entry, (), (plain(words),), is_sure=True)
        read = list(read_file(file))
        sessions = tuple(each for each in read if isinstance(each, Session))
        faults = tuple(str(each) for each in read if isinstance(each, HistoryError))
        is_old = abs(time.time_ns() - entry.stamp.mtime_ns) > _STEP_S * 1e9
        return Read(
            entry, sessions, faults, is_sure=is_old and self.stamp(entry.name) == entry.stamp
        )

    def stamp(self, name: str) -> Stamp | None:
        """As the file is now; None when there is none."""
        try:
            now = (self.path / name).lstat()
        except OSError:
            return None
        return _stamp(now) if stat.S_ISREG(now.st_mode) else STRANGE

    def write(self, name: str, data: bytes) -> Stamp | None:
        """Replace the file, whole or not at all; None when only this one file cannot be.

        Raises HistoryError, passing, when nothing can be written there at all.
        """
        unfinished = self.path / f"{_UNFINISHED}{uuid.uuid4().hex}.tmp"
        try:
            written = _write(unfinished, data)
            try:
                unfinished.replace(self.path / name)
            except OSError:
                # Held open by the other program, or somebody else's.
                return None
        except OSError as error:
            raise HistoryError(
                _unwritable_words(self.path, reason_of(error)), passing=True
            ) from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        return written

    def _entry(self, found: "os.DirEntry[str]") -> Entry | None:
        name = found.name
        if name.startswith(_UNFINISHED):
            self._clear_away(found)
            return None
        if name.startswith((".", "~")) or not name.lower().endswith(".json"):
            return None
        try:
            if not found.is_file(follow_symlinks=False):
                return None
            seen = found.stat(follow_symlinks=False)
        except OSError:
            # Gone since.
            return None
        age_s = time.time() - max(seen.st_mtime, seen.st_ctime)
        return Entry(name, _stamp(seen), may_grow=0 <= age_s < _PATIENCE_S)

    def _clear_away(self, found: "os.DirEntry[str]") -> None:
        with suppress(OSError):
            if time.time() - found.stat(follow_symlinks=False).st_mtime > _LEFT_BEHIND_S:
                Path(found.path).unlink()


def _unreadable_words(folder: Path, reason: str) -> str:
    return tr(
        "The sync folder {folder} cannot be read: {reason}. "
        "Sessions stay on this computer until it is back.",
        folder=folder,
        reason=reason,
    )


def _unwritable_words(folder: Path, reason: str) -> str:
    return tr(
        "The sync folder {folder} cannot be written: {reason}. "
        "Sessions stay on this computer until it is back.",
        folder=folder,
        reason=reason,
    )


def file_name(session: Session) -> str:
    """Of the file that holds the session for everybody: by local date, then id, so that names
    sort as days do.
    """
    id_ = session.id
    if id_ != id_.lower():
        # Not every file system tells capitals apart.
        id_ = f"{id_.lower()}-{blake2b(id_.encode(), digest_size=4).hexdigest()}"
    return f"{local_time(session.started_at, session.utc_offset_s):%Y-%m-%d}-{id_}.json"


def _write(file: Path, data: bytes) -> Stamp:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        return _stamp(os.fstat(stream.fileno()))


def _stamp(seen: os.stat_result) -> Stamp:
    return Stamp(seen.st_size, seen.st_mtime_ns)
