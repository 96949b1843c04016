"""What a figure that moves by itself on a page has in common: it looks at the time while seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise

LOOK_MS = 33


class Moving(QWidget):
    """Runs its timer only while it is seen and moves. `now` is a monotonic clock in seconds.

    A figure of its own kind says in `_look` what it shows now, and calls `_run` after a change.
    """

    def __init__(self, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._began = now()
        self._exercise: Exercise | None = None
        self._motion: Motion | None = None
        self._is_still = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_moving(self) -> bool:
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run()

    def _run(self) -> None:
        moves = self.isVisible() and self._motion is not None and not self._is_still
        if moves and not self._timer.isActive():
            self._timer.start()
        elif not moves:
            self._timer.stop()

    def _look(self) -> None:
        """Show the moment that it is now."""
        raise NotImplementedError
