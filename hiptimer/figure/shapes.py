"""The few plain shapes a picture is made of, each drawn by Qt in one or two calls.

Every shape can be drawn larger by `grow` pixels all round: that is how outlines are made.
Filling a shape twice is cheaper than stroking its edge (measured: 90 against 125 µs a limb).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from hiptimer.figure.lens import Spot
from hiptimer.figure.stretch import Stretch

Corner = tuple[float, float]


class Shape(Protocol):
    @property
    def bounds(self) -> QRectF:
        """What it covers when it is not grown."""

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        """Fill it. The painter's pen and brush are anything afterwards."""


class Arc(NamedTuple):
    """Part of a circle, pixels; degrees against the clock, from the right."""

    x: float
    y: float
    radius: float
    start: float
    sweep: float


@dataclass(frozen=True, slots=True)
class Rounds:
    """Rings of arcs with straight lines between them; together they make one shape.

    All rings turn with the clock, or they would cancel each other where they overlap.
    Growing changes the radii only, so the angles are reckoned once for outline and filling.
    """

    rings: tuple[tuple[Arc, ...], ...]

    @property
    def bounds(self) -> QRectF:
        return _around([arc[:3] for ring in self.rings for arc in ring])

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        path = QPainterPath()
        if len(self.rings) > 1:
            path.setFillRule(Qt.FillRule.WindingFill)
        for ring in self.rings:
            is_first = True
            for x, y, radius, start, sweep in ring:
                reach = radius + grow
                left, top, across = x - reach, y - reach, 2 * reach
                if is_first:
                    path.arcMoveTo(left, top, across, across, start)
                    is_first = False
                path.arcTo(left, top, across, across, start, sweep)
            path.closeSubpath()
        painter.fillPath(path, brush)


def capsule(stretch: Stretch) -> Rounds:
    """Two circles and what lies between them."""
    (ax, ay, _), a_radius, (bx, by, _), b_radius = stretch
    dx, dy = bx - ax, by - ay
    far = math.hypot(dx, dy)
    if far <= abs(a_radius - b_radius) + 1e-3:
        x, y, radius = (ax, ay, a_radius) if a_radius >= b_radius else (bx, by, b_radius)
        return Rounds(((Arc(x, y, radius, 0.0, -360.0),),))
    bearing = math.degrees(math.atan2(-dy, dx))
    side = math.degrees(math.acos((a_radius - b_radius) / far))
    back = Arc(ax, ay, a_radius, bearing - side, 2 * side - 360)
    return Rounds(((back, Arc(bx, by, b_radius, bearing + side, -2 * side)),))


def rounded(groups: Iterable[Sequence[Spot]], radius: float) -> Rounds:
    """What discs cover that visit everything between the corners of each group.

    The corners of a group are taken as those of a convex thing.
    """
    return Rounds(tuple(_ring(convex_hull(group), radius) for group in groups))


def _ring(corners: Sequence[Corner], radius: float) -> tuple[Arc, ...]:
    if len(corners) == 1:
        return (Arc(*corners[0], radius, 0.0, -360.0),)
    outwards = []
    for place, (x, y) in enumerate(corners):
        ahead_x, ahead_y = corners[(place + 1) % len(corners)]
        outwards.append(math.degrees(math.atan2(y - ahead_y, ahead_x - x)) + 90.0)
    return tuple(
        Arc(x, y, radius, outwards[place - 1], -((outwards[place - 1] - outwards[place]) % 360.0))
        for place, (x, y) in enumerate(corners)
    )


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, as a ball looks from everywhere."""

    at: Spot
    radius: float

    @property
    def bounds(self) -> QRectF:
        return _around([(self.at[0], self.at[1], self.radius)])

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        reach = self.radius + grow
        painter.drawEllipse(QPointF(self.at[0], self.at[1]), reach, reach)


@dataclass(frozen=True, slots=True)
class Line:
    """A ribbon with round ends."""

    corners: tuple[Spot, ...]
    radius: float

    @property
    def bounds(self) -> QRectF:
        return _around([(x, y, self.radius) for x, y, _ in self.corners])

    def draw(self, painter: QPainter, brush: QBrush, grow: float) -> None:
        painter.setPen(round_pen(brush, self.radius + grow))
        painter.drawPolyline(polygon(self.corners))


@dataclass(frozen=True, slots=True)
class HalfBall:
    """The half of a ball that looks along `way` (its length on the picture 1 or less, y down)."""

    at: Spot
    radius: float
    way: Spot

    @property
    def bounds(self) -> QRectF:
        return _around([(self.at[0], self.at[1], self.radius)])

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


def _around(discs: Iterable[tuple[float, float, float]]) -> QRectF:
    """Each with its middle and its radius. A plain loop: this is asked for many times a second."""
    left = top = math.inf
    right = bottom = -math.inf
    for x, y, radius in discs:
        left, top = min(left, x - radius), min(top, y - radius)
        right, bottom = max(right, x + radius), max(bottom, y + radius)
    return QRectF(left, top, right - left, bottom - top)


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
