"""Where a point of the room lands on the picture. Orthographic; knows no Qt."""

import math

from hiptimer.model.joint import Point

Spot = tuple[float, float, float]
"""x to the right and y down in pixels, depth towards the eye in metres."""


class Lens:
    """Looks at `centre` from `azimuth` and `elevation` (degrees), `scale` pixels a metre.

    Azimuth 0 looks from the front (from +z), +90 from their left (from +x).
    """

    def __init__(
        self,
        azimuth: float,
        elevation: float,
        centre: Point,
        scale: float,
        middle: tuple[float, float],
    ) -> None:
        turn, tilt = math.radians(azimuth), math.radians(elevation)
        sin_turn, cos_turn = math.sin(turn), math.cos(turn)
        sin_tilt, cos_tilt = math.sin(tilt), math.cos(tilt)
        self.scale = scale
        self.right: Point = (cos_turn, 0.0, -sin_turn)
        self.up: Point = (-sin_turn * sin_tilt, cos_tilt, -cos_turn * sin_tilt)
        self.eye: Point = (sin_turn * cos_tilt, sin_tilt, cos_turn * cos_tilt)
        self._centre = centre
        self._middle = middle

    def spot(self, point: Point) -> Spot:
        """A point of the room, metres."""
        cx, cy, cz = self._centre
        x, y, z = point[0] - cx, point[1] - cy, point[2] - cz
        right, up, eye = self.right, self.up, self.eye
        scale = self.scale
        return (
            self._middle[0] + scale * (x * right[0] + z * right[2]),
            self._middle[1] - scale * (x * up[0] + y * up[1] + z * up[2]),
            x * eye[0] + y * eye[1] + z * eye[2],
        )

    def way(self, vector: Point) -> Spot:
        """A direction of the room: its length on the picture in metres, y down, and its depth."""
        x, y, z = vector
        right, up, eye = self.right, self.up, self.eye
        return (
            x * right[0] + z * right[2],
            -(x * up[0] + y * up[1] + z * up[2]),
            x * eye[0] + y * eye[1] + z * eye[2],
        )
