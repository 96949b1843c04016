"""The few plain shapes a picture is made of, each drawn by Qt in one or two calls.

Every shape can be drawn larger by `grow` pixels all round: that is how outlines are made.
Filling a shape twice is cheaper than stroking its edge (measured: 90 against 125 µs a limb).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from hiptimer.figure.lens import Spot


class Shape(Protocol):
    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        """Fill it. The painter's pen and brush are anything afterwards."""


@dataclass(frozen=True, slots=True)
class Capsule:
    """Two circles and what lies between them."""

    a: Spot
    a_radius: float
    b: Spot
    b_radius: float

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.fillPath(self.path(grow), brush)

    def path(self, grow: float = 0.0) -> QPainterPath:
        start, end = self.a_radius + grow, self.b_radius + grow
        ax, ay, _ = self.a
        dx, dy = self.b[0] - ax, self.b[1] - ay
        far = math.hypot(dx, dy)
        path = QPainterPath()
        if far <= abs(start - end) + 1e-3:
            x, y, _ = self.a if start >= end else self.b
            path.addEllipse(QPointF(x, y), max(start, end), max(start, end))
            return path
        bearing = math.degrees(math.atan2(-dy, dx))
        open_by = math.degrees(math.acos((start - end) / far))
        first = QRectF(ax - start, ay - start, 2 * start, 2 * start)
        second = QRectF(self.b[0] - end, self.b[1] - end, 2 * end, 2 * end)
        path.arcMoveTo(first, bearing + open_by)
        path.arcTo(first, bearing + open_by, 360 - 2 * open_by)
        path.arcTo(second, bearing - open_by, 2 * open_by)
        path.closeSubpath()
        return path


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, as a ball looks from everywhere."""

    at: Spot
    radius: float

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        reach = self.radius + grow
        painter.drawEllipse(QPointF(self.at[0], self.at[1]), reach, reach)


@dataclass(frozen=True, slots=True)
class Rounded:
    """A polygon, thickened by a radius and so rounded: what a disc covers that visits it all."""

    corners: tuple[Spot, ...]
    radius: float

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.setPen(round_pen(brush, self.radius + grow))
        painter.setBrush(brush)
        painter.drawPolygon(polygon(self.corners))


@dataclass(frozen=True, slots=True)
class Line:
    """A ribbon with round ends."""

    corners: tuple[Spot, ...]
    radius: float

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.setPen(round_pen(brush, self.radius + grow))
        painter.drawPolyline(polygon(self.corners))


@dataclass(frozen=True, slots=True)
class HalfBall:
    """The half of a ball that looks along `way` (its length on the picture 1 or less, y down)."""

    at: Spot
    radius: float
    way: Spot

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        radius = self.radius + grow
        bearing = math.degrees(math.atan2(-self.way[1], self.way[0]))
        narrow = radius * min(max(self.way[2], -1.0), 1.0)
        rim = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        edge = QRectF(-abs(narrow), -radius, 2 * abs(narrow), 2 * radius)
        path = QPainterPath()
        path.arcMoveTo(rim, -90.0)
        path.arcTo(rim, -90.0, 180.0)
        path.arcTo(edge, 90.0, 180.0 if narrow > 0 else -180.0)
        painter.save()
        painter.translate(self.at[0], self.at[1])
        painter.rotate(-bearing)
        painter.fillPath(path, brush)
        painter.restore()


def polygon(corners: Sequence[Spot]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y, _ in corners])


def round_pen(brush: QBrush, radius: float) -> QPen:
    """A pen that adds `radius` pixels all round."""
    return QPen(
        brush,
        2 * radius,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
