"""The shadow on the floor: soft, and painted small because it may be.

Half-transparent shapes of this size cost 3 ms when filled as one path (measured); drawn plainly
on a small picture that is then laid over the floor, they cost a tenth and have a soft edge.
"""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from hiptimer.figure.lens import Lens
from hiptimer.model.joint import Point

SMALLER = 4
STRENGTH = 0.22
# The light comes from above, a little from the left of the picture and from the eye's side.
SIDEWAYS, AWAY = 0.10, 0.06

Bone = tuple[Point, Point, float]
"""Two ends and a radius, metres."""


class FloorShadow:
    """Keeps its small picture from frame to frame."""

    def __init__(self, colour: str) -> None:
        self._colour = QColor(colour)
        self._image = QImage()

    def paint(self, painter: QPainter, rect: QRectF, lens: Lens, bones: Iterable[Bone]) -> None:
        """Where the light does not reach the floor."""
        size = (math.ceil(rect.width() / SMALLER), math.ceil(rect.height() / SMALLER))
        if (self._image.width(), self._image.height()) != size:
            self._image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        self._draw(lens, bones, rect)
        painter.save()
        painter.setOpacity(painter.opacity() * STRENGTH)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        source = QRectF(self._image.rect())
        target = QRectF(rect.x(), rect.y(), size[0] * SMALLER, size[1] * SMALLER)
        painter.drawImage(target, self._image, source)
        painter.restore()

    def _draw(self, lens: Lens, bones: Iterable[Bone], rect: QRectF) -> None:
        small = QPainter(self._image)
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.setTransform(floor_transform(lens, rect, 1 / SMALLER))
        brush = QBrush(self._colour)
        along, into = lens.right, (lens.eye[0], 0.0, lens.eye[2])
        level = math.hypot(into[0], into[2]) or 1.0
        step_x = SIDEWAYS * along[0] - AWAY * into[0] / level
        step_z = SIDEWAYS * along[2] - AWAY * into[2] / level
        for (ax, ay, az), (bx, by, bz), radius in bones:
            small.setPen(QPen(brush, 2 * radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            small.drawLine(
                QPointF(ax + step_x * ay, az + step_z * ay),
                QPointF(bx + step_x * by, bz + step_z * by),
            )
        small.end()


def floor_transform(lens: Lens, rect: QRectF, factor: float) -> QTransform:
    """From floor metres (x, z) to pixels from the corner of `rect`, times `factor`."""
    x0, y0, _ = lens.spot((0.0, 0.0, 0.0))
    x1, y1, _ = lens.spot((1.0, 0.0, 0.0))
    x2, y2, _ = lens.spot((0.0, 0.0, 1.0))
    left, top = rect.x(), rect.y()
    return QTransform(
        (x1 - x0) * factor,
        (y1 - y0) * factor,
        (x2 - x0) * factor,
        (y2 - y0) * factor,
        (x0 - left) * factor,
        (y0 - top) * factor,
    )
