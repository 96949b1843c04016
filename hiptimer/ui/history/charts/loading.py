"""Fetching the drawing library without stopping the window for long."""

import importlib
from collections.abc import Iterator
from time import perf_counter

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal

SLICE_S = 0.008
# What the library loads first; one at a time they are short.
BEFORE = (
    "numpy",
    "PySide6.QtSvg",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtTest",
    "logging",
    "pydoc",
    "pyqtgraph",
)
PLOT = "hiptimer.ui.history.charts.plot"


class Loading(QObject):
    """Imports `plot` in slices between other events; `done` comes once, later.

    Two thirds of the time of that import go into touching every class of Qt once, since PySide
    makes them only then. Doing that here, a few at a time, leaves the window alive. (A thread
    would hold the interpreter all the same, and make Qt's classes beside the main thread.)
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = _steps()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    def begin(self) -> None:
        """Start, or do nothing where it has been started."""
        if not self._timer.isActive():
            self._timer.start(0)

    def _work(self) -> None:
        end = perf_counter() + SLICE_S
        for _ in self._steps:
            if perf_counter() > end:
                return
        self._timer.stop()
        self.done.emit()


def _steps() -> Iterator[None]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield
    for name in (*BEFORE, PLOT):
        importlib.import_module(name)
        yield
