"""Reading a file that may be anything: a pipe nobody writes to, a device without an end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import msgspec

from hiptimer.model.language import tr, tr_in

MEGABYTE = 1_000_000
LARGEST_KEPT = 64 * MEGABYTE
"""No file that the program keeps for itself is larger."""

BROKEN_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What msgspec raises for what is no JSON, or is not what was asked for, or is nested too deep."""


def opened(file: Path) -> BinaryIO:
    """`file`, if it is an ordinary one. Never waits. Raises OSError."""
    # Looked at before it is opened, since opening alone wakes some devices, and again after,
    # since it may have been exchanged. Without waiting: a pipe may have no writer.
    _refuse_strange(file.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(file, flags)
    try:
        _refuse_strange(os.fstat(descriptor).st_mode)
    except OSError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def read_ordinary(file: Path, most: int = LARGEST_KEPT) -> bytes:
    """The content of an ordinary file of at most so many bytes. Raises OSError for any other."""
    with opened(file) as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise OSError(tr_in("a file", "it is too large"))
        return stream.read(most + 1)


def _refuse_strange(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise OSError(tr("it is no ordinary file"))
