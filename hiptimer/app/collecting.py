"""Collecting garbage on the window's thread alone.

Python collects on whatever thread happens to ask for memory. On the thread that plays the sound
it would destroy widgets whose timers still run on the window's thread, and Qt does not survive
that. So it is switched off, and done here between two events.

To look through all there is takes some 45 ms, in which no sound could begin. So what is there when
a workout begins is left alone until it is over.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000


class Collecting(QObject):
    """From now on until `close`, as thoroughly as Python would by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._is_leading: Callable[[], bool] = _never
        self._is_sparing = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def spare_while(self, is_leading: Callable[[], bool]) -> None:
        """While that is true, only what is made meanwhile is looked through."""
        self._is_leading = is_leading

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._spare(False)
        gc.enable()

    def _look(self) -> None:
        self._spare(self._is_leading())
        self._collect()

    def _spare(self, is_leading: bool) -> None:
        if is_leading and not self._is_sparing:
            gc.freeze()
        elif self._is_sparing and not is_leading:
            gc.unfreeze()
        self._is_sparing = is_leading

    def _collect(self) -> None:
        """The oldest generation that is due, which takes the younger ones along."""
        oldest = -1
        for count, limit in zip(gc.get_count(), self._limits, strict=True):
            if count <= limit:
                break
            oldest += 1
        if oldest >= 0:
            gc.collect(oldest)


def _never() -> bool:
    return False
