"""Boxes that things lie on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import paint_box


class Card(QFrame):
    """A rounded box in one colour of the theme."""

    def __init__(
        self,
        *,
        radius: int = 24,
        fill: Tone = Tone.CARD,
        line: Tone | None = Tone.LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        self._fill = fill
        self._line = line

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        line = None if self._line is None else colour(palette, self._line)
        fill = colour(palette, self._fill)
        paint_box(QPainter(self), QRectF(self.rect()), self._radius, fill, line)
