"""The mat on the floor: as long and broad as the movement needs, and still while it lasts."""

from collections.abc import Iterable, Iterator
from math import cos, radians, sin

import msgspec

from hiptimer.figure.placed import PlacedPad
from hiptimer.model.exercise import Exercise
from hiptimer.model.joint import Point
from hiptimer.model.pose import Pose
from hiptimer.model.prop import Ball, Bench, Prop, StepBlock

MARGIN = 0.07
LONGER = 0.3
"""Metres by which one half must be longer to say which way the mat lies."""
SHORTEST, NARROWEST = 1.3, 0.62
LOW = 0.45
"""Metres above the floor up to which a part of the body has the mat beneath it."""


class Mat(msgspec.Struct, frozen=True):
    """Corners (x, z) on the floor, metres; the same to the left and to the right.

    `runs_along` is the axis of a walk (0 for x, 2 for z): the mat then goes on and on, and
    has stripes that stay in their places.
    """

    low: tuple[float, float]
    high: tuple[float, float]
    runs_along: int | None = None

    def moved(self, by: Point) -> "Mat":
        x, _, z = by
        low, high = self.low, self.high
        return Mat((low[0] + x, low[1] + z), (high[0] + x, high[1] + z), self.runs_along)

    def as_pad(self) -> PlacedPad:
        """As something that the picture must show."""
        (x0, z0), (x1, z1) = self.low, self.high
        return PlacedPad(((x0 + x1) / 2, 0.0, (z0 + z1) / 2), (x1 - x0, 0.0, z1 - z0))

    def mirrored(self) -> "Mat":
        low, high = self.low, self.high
        return Mat((-high[0], low[1]), (-low[0], high[1]), self.runs_along)


def mat_for(exercise: Exercise, poses: Iterable[Pose]) -> Mat:
    """Long the way the body lies or goes; across the picture where it only stands."""
    floor = [point for pose in poses for point in pose.points.values() if point[1] < LOW]
    floor += [point for prop in exercise.props for point in _stands_on(prop)]
    half_x = max(abs(x) for x, _, _ in floor) + MARGIN
    z_from, z_to = min(z for _, _, z in floor) - MARGIN, max(z for _, _, z in floor) + MARGIN
    half_z = (z_to - z_from) / 2
    is_long_in_x = half_x > half_z
    if abs(half_x - half_z) < LONGER:
        turn = radians(exercise.camera.azimuth)
        is_long_in_x = abs(cos(turn)) > abs(sin(turn))
    least_x, least_z = (SHORTEST, NARROWEST) if is_long_in_x else (NARROWEST, SHORTEST)
    half_x, half_z = max(half_x, least_x / 2), max(half_z, least_z / 2)
    middle = (z_from + z_to) / 2
    return Mat((-half_x, middle - half_z), (half_x, middle + half_z), _axis(exercise.travel))


def _stands_on(prop: Prop) -> Iterator[Point]:
    match prop:
        case Bench(low, high) | StepBlock(low, high):
            yield from (low, high)
        case Ball(_, centres):
            yield from centres.values()


def _axis(travel: Point) -> int | None:
    if not any(travel):
        return None
    return 0 if abs(travel[0]) > abs(travel[2]) else 2
