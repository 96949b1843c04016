"""Small still pictures of exercises, drawn one after the other while the window stays awake.

Knows nothing of figures: the first frame of the window does not wait for them.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

Draw = Callable[[str, QSize, float], QPixmap | None]
"""Draws an exercise by its id. The size is in logical pixels, the ratio theirs to real ones."""


class _Key(NamedTuple):
    exercise_id: str
    width: int
    height: int
    ratio: float


class Album(QObject):
    """Gives what is drawn at once and draws what is missing soon, each picture only once.

    It stays empty until it is told how to draw. `drawn` carries the id of an exercise with a new
    picture; `emptied` tells that all pictures are to be asked for anew.
    """

    drawn = Signal(str)
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draw: Draw | None = None
        self._pictures: dict[_Key, QPixmap | None] = {}
        self._wanted: dict[_Key, None] = {}
        # One picture takes some 15 ms, at most 30; between two of them the window does the rest.
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._draw_next)

    def draw_with(self, draw: Draw) -> None:
        """Draw in this way from now on, in the colours of another theme for example."""
        self._draw = draw
        self._pictures.clear()
        self._wanted.clear()
        self.emptied.emit()

    def forget(self, exercise_ids: Collection[str]) -> None:
        """Draw these exercises anew: they look otherwise now."""
        stale = [key for key in self._pictures if key.exercise_id in exercise_ids]
        for key in stale:
            del self._pictures[key]
        if stale:
            self.emptied.emit()

    def picture(self, exercise_id: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture of an exercise; None while there is none."""
        key = _Key(exercise_id, size.width(), size.height(), ratio)
        if key not in self._pictures and self._draw is not None:
            self._wanted[key] = None
            self._soon.start()
        return self._pictures.get(key)

    def _draw_next(self) -> None:
        if self._draw is None or not self._wanted:
            self._soon.stop()
            return
        key = next(iter(self._wanted))
        del self._wanted[key]
        size = QSize(key.width, key.height)
        picture = self._pictures[key] = self._draw(key.exercise_id, size, key.ratio)
        if picture is not None:
            self.drawn.emit(key.exercise_id)
