"""Collecting garbage on the window's thread alone.

Python collects on whatever thread happens to ask for memory. On the thread that plays the sound
it would destroy widgets whose timers still run on the window's thread, and Qt does not survive
that. So it is switched off, and done here between two events.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


class Collecting(QObject):
    """From now on until `close`, as thoroughly as Python would by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        """The oldest generation that is due, which takes the younger ones along."""
        oldest = -1
        for count, limit in zip(gc.get_count(), self._limits, strict=True):
            if count <= limit:
                break
            oldest += 1
        if oldest >= 0:
            gc.collect(oldest)
