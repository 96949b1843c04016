"""Shapes that several widgets share: rounded boxes and the ring around what has the focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from hiptimer.ui.theme import Tone, colour

RING_WIDTH = 2.0
RING_SPACE = 4.0


def paint_box(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, line: QColor | None = None
) -> None:
    """A rounded box with an outline one pixel wide, all of it inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, 1.0))
    painter.setBrush(fill)
    inside = rect if line is None else rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, radius, radius)


def paint_ring(painter: QPainter, rect: QRectF, radius: float, palette: QPalette) -> None:
    """The focus ring, at the inner edge of `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(palette, Tone.ACCENT), RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING_WIDTH / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
