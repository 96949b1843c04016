"""The shadow on the floor: soft, and painted small because it may be.

Half-transparent shapes of this size cost 3 ms when filled as one path (measured); drawn plainly
on a small picture that is then laid over the floor, they cost a tenth and have a soft edge.
"""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from hiptimer.figure.lens import Lens
from hiptimer.figure.shapes import round_pen
from hiptimer.model.joint import Point

SMALLER = 5
SOFT = 2.0
"""Pixels of the small picture that its soft edge takes when it is made large again."""
STRENGTH = 0.22
# The light comes from above and a little from the eye's side: the same for left and right.
AWAY = 0.08

Bone = tuple[Point, Point, float]
"""Two ends and a radius, metres."""
Flat = tuple[float, float]
Fallen = tuple[Flat, Flat, float]
"""The same on the floor, (x, z)."""


class FloorShadow:
    """Keeps its small picture from frame to frame."""

    def __init__(self, colour: str) -> None:
        self._colour = QColor(colour)
        self._colour.setAlphaF(STRENGTH)
        self._image = QImage()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        lens: Lens,
        shadows: Iterable[Fallen],
        area: QRectF,
    ) -> None:
        """Where the light does not reach the floor; those within the `area` of the rect."""
        size = QSize(math.ceil(rect.width() / SMALLER) + 1, math.ceil(rect.height() / SMALLER) + 1)
        if self._image.size() != size:
            self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(Qt.GlobalColor.transparent)
        onto_small = floor_transform(lens, rect, 1 / SMALLER)
        from_small = QTransform.fromTranslate(rect.x(), rect.y()).scale(SMALLER, SMALLER)
        seen = from_small.inverted()[0].mapRect(area).adjusted(-SOFT, -SOFT, SOFT, SOFT)
        near = [
            shadow for shadow in shadows if onto_small.mapRect(_around([shadow])).intersects(seen)
        ]
        reached = self._draw(onto_small, near)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        source = reached.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(self._image.rect())
        painter.drawImage(from_small.mapRect(QRectF(source)), self._image, QRectF(source))

    def _draw(self, onto_small: QTransform, shadows: Sequence[Fallen]) -> QRectF:
        """Draw on the small picture; the part of it that was reached."""
        small = QPainter(self._image)
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.setTransform(onto_small)
        # Where two meet the shadow is no darker.
        small.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        brush = QBrush(self._colour)
        for (ax, az), (bx, bz), radius in shadows:
            small.setPen(round_pen(brush, radius))
            small.drawLine(QPointF(ax, az), QPointF(bx, bz))
        small.end()
        return onto_small.mapRect(_around(shadows))


def fallen(bones: Iterable[Bone], lens: Lens) -> tuple[Fallen, ...]:
    """The shadows on the floor."""
    level = math.hypot(lens.eye[0], lens.eye[2]) or 1.0
    x, z = -AWAY * lens.eye[0] / level, -AWAY * lens.eye[2] / level
    return tuple(
        ((ax + x * ay, az + z * ay), (bx + x * by, bz + z * by), radius)
        for (ax, ay, az), (bx, by, bz), radius in bones
    )


def reach(shadows: Iterable[Fallen], rect: QRectF, lens: Lens) -> QRectF:
    """Where they are seen on the picture in `rect`, with their soft edge; null for none."""
    around = _around(shadows)
    if around.isNull():
        return around
    area = floor_transform(lens, rect, 1.0).mapRect(around).translated(rect.topLeft())
    edge = SOFT * SMALLER
    return area.adjusted(-edge, -edge, edge, edge)


def _around(shadows: Iterable[Fallen]) -> QRectF:
    left = top = math.inf
    right = bottom = -math.inf
    for (ax, az), (bx, bz), radius in shadows:
        left, top = min(left, ax - radius, bx - radius), min(top, az - radius, bz - radius)
        right, bottom = max(right, ax + radius, bx + radius), max(bottom, az + radius, bz + radius)
    return QRectF(left, top, right - left, bottom - top) if left < right else QRectF()


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
