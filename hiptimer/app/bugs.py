"""Our own bugs, shown once in words with a report to copy; the log has them all."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class BugReports(QObject):
    """Takes over the report of uncaught errors, of threads too, while the window is open.

    `happened` comes with the traceback of the first, and never again: one that repeats with each
    frame must not bury the window under dialogs. It is emitted from wherever the error was, and
    is to be received in a later turn of the event loop.
    """

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_told = False
        self._before = sys.excepthook
        self._before_in_threads = threading.excepthook
        sys.excepthook = self._take
        threading.excepthook = self._take_in_thread

    def close(self) -> None:
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        self._tell(kind, error, trace)

    def _take_in_thread(self, args: threading.ExceptHookArgs) -> None:
        self._before_in_threads(args)
        self._tell(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_told and not issubclass(kind, KeyboardInterrupt):
            self._is_told = True
            self.happened.emit("".join(traceback.format_exception(kind, error, trace)))
