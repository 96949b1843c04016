"""What the interpreter can still write when it is killed by a fault of a library.

A crash in Qt or SDL raises nothing. The stacks of all threads go to a file in the log folder, and
the next start finds it there.
"""

import faulthandler
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

NAME = "crash.log"


class CrashWatch:
    """From now on until `close`. `last` is what the run before left behind, "" if it ended well."""

    def __init__(self, logs: Path, *, now: Callable[[], datetime]) -> None:
        self._file = logs / NAME
        self.last = _set_aside(self._file, now)
        self._open: IO[str] | None = None
        try:
            self._open = self._file.open("w", encoding="utf-8")
        except OSError as error:
            log.info("A crash could not be written down: %s", error)
        else:
            faulthandler.enable(self._open)

    def close(self) -> None:
        """It ended well. A second time does nothing."""
        if self._open is not None:
            faulthandler.disable()
            self._open.close()
            self._open = None
            with suppress(OSError):  # an empty file left behind means the same
                self._file.unlink()


def _set_aside(file: Path, now: Callable[[], datetime]) -> str:
    """What was written, kept beside under the day it was found."""
    try:
        written = file.read_text(encoding="utf-8", errors="replace")
        if written.strip():
            file.replace(file.with_name(f"crash-{now():%Y%m%d-%H%M%S}.log"))
    except OSError:
        return ""
    return written.strip()
