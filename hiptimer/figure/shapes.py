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
    """What discs of one radius cover that visit everything between the corners of each group.

    Groups of corners are taken as convex, and together make one shape.
    """

    groups: tuple[tuple[Spot, ...], ...]
    radius: float

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for group in self.groups:
            add_rounded(path, convex_hull(group), self.radius + grow)
        painter.fillPath(path, brush)


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


Corner = tuple[float, float]


def convex_hull(spots: Sequence[Spot]) -> list[Corner]:
    """The corners that stand out, in the same turn for every hull."""
    corners = sorted({(x, y) for x, y, _ in spots})
    if len(corners) < 3:
        return corners
    return _half_hull(corners) + _half_hull(corners[::-1])


def _half_hull(corners: list[Corner]) -> list[Corner]:
    half: list[Corner] = []
    for x, y in corners:
        while len(half) > 1:
            (ax, ay), (bx, by) = half[-2:]
            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                break
            half.pop()
        half.append((x, y))
    return half[:-1]


def add_rounded(path: QPainterPath, corners: Sequence[Corner], radius: float) -> None:
    """Add a convex polygon, thickened by `radius`, to a path: one arc for each corner."""
    if len(corners) == 1:
        path.addEllipse(QPointF(*corners[0]), radius, radius)
        return
    count = len(corners)
    # Qt counts degrees against the clock with y up; an edge's outer side is 90 on from its way.
    outwards = []
    for place, (x, y) in enumerate(corners):
        ahead_x, ahead_y = corners[(place + 1) % count]
        outwards.append(math.degrees(math.atan2(y - ahead_y, ahead_x - x)) + 90.0)
    for place, (x, y) in enumerate(corners):
        before, after = outwards[place - 1], outwards[place]
        disc = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        if place == 0:
            path.arcMoveTo(disc, before)
        path.arcTo(disc, before, -((before - after) % 360.0))
    path.closeSubpath()


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
