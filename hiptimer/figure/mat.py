"""The mat on the floor: as long and broad as the movement needs, and still while it lasts."""

from collections.abc import Iterable, Mapping

import msgspec

from hiptimer.model.joint import Joint, Point

MARGIN = 0.1
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

    def mirrored(self) -> "Mat":
        low, high = self.low, self.high
        return Mat((-high[0], low[1]), (-low[0], high[1]), self.runs_along)


def mat_under(bodies: Iterable[Mapping[Joint, Point]], travel: Point = (0.0, 0.0, 0.0)) -> Mat:
    """The mat for all these places of one body. `travel` is how far a rep of a walk goes."""
    low = [point for body in bodies for point in body.values() if point[1] < LOW]
    half_x = max(abs(x) for x, _, _ in low) + MARGIN
    z_from, z_to = min(z for _, _, z in low) - MARGIN, max(z for _, _, z in low) + MARGIN
    middle, half_z = (z_from + z_to) / 2, (z_to - z_from) / 2
    if half_x > half_z:
        half_x, half_z = max(half_x, SHORTEST / 2), max(half_z, NARROWEST / 2)
    else:
        half_x, half_z = max(half_x, NARROWEST / 2), max(half_z, SHORTEST / 2)
    along = None
    if any(travel):
        along = 0 if abs(travel[0]) > abs(travel[2]) else 2
    return Mat((-half_x, middle - half_z), (half_x, middle + half_z), along)
