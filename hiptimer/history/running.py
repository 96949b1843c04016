"""The mark of a session that is running: a locked file that names the host and the process."""

import os
from pathlib import Path

import msgspec

from hiptimer.model.filelock import FileLock


def running_folder(file: Path) -> Path:
    """Where the sessions that are being written to the history `file` have their locks."""
    return file.parent / "running"


def take_running_lock(folder: Path, session_id: str, host: str) -> FileLock | None:
    """None when the session is running in this or another process. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock.take(_lock_file(folder, session_id))
    if lock is not None:
        try:
            lock.write(msgspec.json.encode({"host": host, "pid": os.getpid()}).decode())
        except OSError:
            lock.release(remove=False)
            raise
    return lock


def is_live(folder: Path, session_id: str) -> bool:
    """Whether a process holds the session's lock."""
    return FileLock.is_held(_lock_file(folder, session_id))


def _lock_file(folder: Path, session_id: str) -> Path:
    return folder / f"{session_id}.lock"
