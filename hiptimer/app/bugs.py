"""Our own bugs, shown once in words with a report to copy; the log has them all."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

import hiptimer

WORDS = (
    "Something in hiptimer went wrong. What you have done so far is saved. If it happens again, "
    "please send the report to the people who make hiptimer."
)


class BugReports(QObject):
    """Takes over the report of uncaught errors while the window is open."""

    _happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_told = False
        self._before = sys.excepthook
        sys.excepthook = self._take
        self._happened.connect(self._tell)

    def close(self) -> None:
        sys.excepthook = self._before

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if not self._is_told:
            self._is_told = True
            told = "".join(traceback.format_exception(kind, error, trace))
            # An error in paintEvent must not open a dialog from inside the painting.
            self._happened.emit(f"hiptimer {hiptimer.__version__}\n{told}")

    def _tell(self, report: str) -> None:
        from PySide6.QtWidgets import QMessageBox  # takes 2 ms and is hardly ever needed

        box = QMessageBox(QMessageBox.Icon.Warning, "hiptimer", WORDS)
        box.setDetailedText(report)
        copy = box.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        box.addButton("Go on", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(report)
