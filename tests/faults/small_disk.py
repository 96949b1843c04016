"""A small disk of its own that can be filled, made read-only and torn away. Linux, as root."""

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

MIB = 4
"""Room for the history of some workouts, the catalogue as it was read, and the log."""


class SmallDisk:
    """`folder` is on it; `spare` is a folder on another disk, where temporary files go."""

    def __init__(self, folder: Path, spare: Path) -> None:
        self.folder = folder
        self.spare = spare
        self._ballast = folder / "ballast"
        self._is_free = threading.Event()
        self._filler = threading.Thread(target=self._keep_full, daemon=True)

    def fill(self) -> None:
        """Not a byte is left, until `free`: what others give back is taken at once."""
        self._is_free.clear()
        self._take_all()
        self._filler = threading.Thread(target=self._keep_full, daemon=True)
        self._filler.start()

    def free(self) -> None:
        self.rest()
        self._ballast.unlink(missing_ok=True)

    def rest(self) -> None:
        """Take no more than it has."""
        self._is_free.set()
        if self._filler.is_alive():
            self._filler.join()

    def forbid_writing(self) -> None:
        _run("mount", "-o", "remount,ro", str(self.folder))

    def allow_writing(self) -> None:
        _run("mount", "-o", "remount,rw", str(self.folder))

    def tear_away(self) -> None:
        """As when a drive is unplugged: who has a file open there keeps it, nobody else sees it."""
        _run("umount", "--lazy", str(self.folder))

    def _keep_full(self) -> None:
        while not self._is_free.wait(0.005):
            self._take_all()

    def _take_all(self) -> None:
        with self._ballast.open("ab", buffering=0) as stream:
            for size in (1 << 16, 1 << 9, 1):
                _write_until_refused(stream.write, b"x" * size)


@contextmanager
def small_disk(mib: int = MIB) -> Iterator[SmallDisk]:
    root = Path(tempfile.mkdtemp(prefix="hiptimer-"))
    folder, spare = root / "disk", root / "spare"
    folder.mkdir()
    spare.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={mib}m", "tmpfs", str(folder))
        try:
            disk = SmallDisk(folder, spare)
            try:
                yield disk
            finally:
                disk.rest()
        finally:
            # Lazily: what failed may have left a file open. Refused where it was torn away.
            subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=False)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def why_no_disk() -> str:
    """Why no small disk can be made here; "" when it can."""
    if shutil.which("mount") is None or shutil.which("umount") is None:
        return "there is no mount command here"
    try:
        with small_disk(1):
            return ""
    except subprocess.CalledProcessError as error:
        return error.stderr.decode().strip() or "mount was refused"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _write_until_refused(write: Callable[[bytes], int], data: bytes) -> None:
    try:
        while write(data):
            pass
    except OSError:
        return
