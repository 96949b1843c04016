"""A lock on a file that the operating system takes back when its process ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes, and nobody else can read those: lock one far behind the text.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        # flock, not lockf: it belongs to this open file, so our own process is kept out too.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FileLock:
    """A lock that is held. `take` is the way to one."""

    def __init__(self, file: Path, descriptor: int) -> None:
        self._file = file
        self._descriptor = descriptor

    @classmethod
    def take(cls, file: Path) -> "FileLock | None":
        """Lock `file`, made if it is not there; None when somebody holds it."""
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try_lock(descriptor):
            os.close(descriptor)
            return None
        return cls(file, descriptor)

    @classmethod
    def is_held(cls, file: Path) -> bool:
        """Whether somebody, this process included, holds the lock. Makes no file."""
        try:
            descriptor = os.open(file, os.O_RDONLY)
        except FileNotFoundError:
            return False
        taken = _try_lock(descriptor)
        os.close(descriptor)
        return not taken

    def write(self, text: str) -> None:
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, text.encode())

    def release(self, *, remove: bool) -> None:
        os.close(self._descriptor)
        if remove:
            # An unlocked file left behind means nothing. Windows refuses while somebody looks at
            # it, every system where the folder cannot be written by now.
            with suppress(OSError):
                self._file.unlink()
