"""A large file written piece by piece, whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_atomically(file: Path) -> Iterator[BinaryIO]:
    """A stream whose content replaces `file` at the end. Raises OSError; `file` is left as it
    was then, and whenever anything else goes wrong.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _share(Path(name), file)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def _share(made: Path, file: Path) -> None:
    """Give `made` the rights that `file` has, or would have been made with: an export is for
    taking elsewhere, and a temporary file is for its owner alone.
    """
    if file.exists():
        made.chmod(file.stat().st_mode & 0o777)
        return
    # The only way to read it is to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    made.chmod(0o666 & ~mask)
