"""The small shapes of marks and legends."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

from hiptimer.ui.history.charts.chart import Shape
from hiptimer.ui.theme import Tone, colour

POLYGONS = {
    Shape.DIAMOND: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    Shape.UP: ((0, -1.1), (1.15, 0.85), (-1.15, 0.85)),
    Shape.DOWN: ((0, 1.1), (1.15, -0.85), (-1.15, -0.85)),
}


def pale(palette: QPalette, tone: Tone, share: float = 0.26) -> QColor:
    """`share` of `tone`, and the rest of the colour of the card."""
    strong, weak = colour(palette, tone), colour(palette, Tone.CARD)
    return QColor.fromRgbF(
        strong.redF() * share + weak.redF() * (1 - share),
        strong.greenF() * share + weak.greenF() * (1 - share),
        strong.blueF() * share + weak.blueF() * (1 - share),
    )


def paint_shape(
    painter: QPainter, centre: QPointF, radius: float, look: tuple[Shape, Tone], palette: QPalette
) -> None:
    """In pixels; a ring and a hollow square are filled pale."""
    shape, tone = look
    ink = colour(palette, tone)
    if shape in (Shape.NONE, Shape.COLUMN):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if shape in POLYGONS:
        points = [centre + QPointF(x, y) * radius for x, y in POLYGONS[shape]]
        painter.drawPolygon(QPolygonF(points))
        return
    if shape in (Shape.RING, Shape.HOLLOW):
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(pale(palette, tone))
        radius -= 0.7
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    if shape in (Shape.DISC, Shape.RING):
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 2, 2)
