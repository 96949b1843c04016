"""Where warnings and our own bugs are written: a rotating file in the log folder."""

import logging
import logging.handlers
import sys
import threading
from types import TracebackType

from hiptimer.paths import Paths

LOG_NAME = "hiptimer.log"
BYTES = 500_000
KEPT = 3

log = logging.getLogger(__name__)


def write_logs(paths: Paths) -> None:
    """Send the program's log to its file; without a folder to write, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        paths.logs.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            paths.logs / LOG_NAME, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8"
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(file)


def log_bugs() -> None:
    """Write every uncaught error to the log before the usual report of it."""
    usual = sys.excepthook

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("uncaught", exc_info=(kind, error, trace))
        usual(kind, error, trace)

    def report_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_in_thread
