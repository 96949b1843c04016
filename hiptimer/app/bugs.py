"""Our own bugs, shown once in words with a report to copy; the log has them all."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class BugReports(QObject):
    """Takes over the report of uncaught errors while the window is open.

    `happened` comes with the traceback of the first, and never again: one that repeats with each
    frame must not bury the window under dialogs. It is emitted from wherever the error was, and
    is to be received in a later turn of the event loop.
    """

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_told = False
        self._before = sys.excepthook
        sys.excepthook = self._take

    def close(self) -> None:
        sys.excepthook = self._before

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if not self._is_told and not issubclass(kind, KeyboardInterrupt):
            self._is_told = True
            self.happened.emit("".join(traceback.format_exception(kind, error, trace)))
