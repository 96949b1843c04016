"""Where warnings and our own bugs are written: a rotating file in the log folder."""

import logging
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from hiptimer.paths import Paths

LOG_NAME = "hiptimer.log"
TOLD_TIMES = frozenset(10**power for power in range(1, 10))

log = logging.getLogger(__name__)


class Log(logging.Handler):
    """Opens the file for the first line: most starts have none, and loading what writes it takes as
    long as a frame of a screen.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._path = file
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from hiptimer.app.log_file import open_log

            self._file = open_log(self._path)
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def write_logs(paths: Paths) -> None:
    """Send the program's log to its file; without a folder to write, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        paths.logs.mkdir(parents=True, exist_ok=True)
    except OSError:
        root.addHandler(logging.NullHandler())
    else:
        root.addHandler(Log(paths.logs / LOG_NAME))


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
