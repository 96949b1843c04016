"""Where warnings and our own bugs are written: a rotating file in the log folder."""

import logging
import logging.handlers
import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from types import TracebackType

from hiptimer.paths import Paths

LOG_NAME = "hiptimer.log"
BYTES = 500_000
KEPT = 3
TOLD_TIMES = frozenset(10**power for power in range(1, 10))

log = logging.getLogger(__name__)


class LogFile(logging.handlers.RotatingFileHandler):
    """On a full disk, or where its folder is gone, lines are left out in silence: the usual report
    of that would be a traceback for each in the terminal, and in front of nobody in a window.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        """What could not be written is dropped; the next line opens the file anew."""
        if isinstance(sys.exc_info()[1], OSError):
            self._drop()
        else:
            super().handleError(record)

    def close(self) -> None:
        # First, or the interpreter tries once more at its very end.
        self._drop()
        super().close()

    def _drop(self) -> None:
        # Typeshed has it never None, the rotation sets it so.
        stream, self.stream = self.stream, None
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.close()


def write_logs(paths: Paths) -> None:
    """Send the program's log to its file; without a folder to write, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        paths.logs.mkdir(parents=True, exist_ok=True)
        file = LogFile(paths.logs / LOG_NAME, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(file)


class BugLog:
    """Writes uncaught errors to the log: once in full, and then only how often one came. In a
    painting it comes with each frame, and would push everything else out of the log.
    """

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()

    def write(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An error, which came from the end of `trace`."""
        place = ("", 0)
        for frame, line in traceback.walk_tb(trace):
            place = (frame.f_code.co_filename, line)
        self._counts[place] += 1
        times = self._counts[place]
        if times == 1:
            log.critical("uncaught", exc_info=(kind, error, trace))
        elif times in TOLD_TIMES:
            log.critical("uncaught, %d times by now: %s: %s", times, kind.__name__, error)


def log_bugs() -> None:
    """Write every uncaught error to the log before the usual report of it."""
    usual, bugs = sys.excepthook, BugLog()

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            bugs.write(kind, error, trace)
        usual(kind, error, trace)

    def report_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_in_thread
