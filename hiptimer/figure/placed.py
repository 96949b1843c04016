"""Props at one instant: where they are and how they lie, in metres, y up."""

from enum import StrEnum

import msgspec

from hiptimer.model.joint import Point


class BlockKind(StrEnum):
    BENCH = "bench"
    STEP = "step"
    TABLE = "table"


class PlacedBand(msgspec.Struct, frozen=True, tag=True):
    """A loop, seen as the line between the middles of the two limbs it goes round."""

    a: Point
    b: Point


class PlacedBall(msgspec.Struct, frozen=True, tag=True):
    """`turn` is how far it has rolled about its cross axis (x), in degrees."""

    centre: Point
    radius: float
    turn: float


class PlacedCushion(msgspec.Struct, frozen=True, tag=True):
    centre: Point
    radius: float


class PlacedPad(msgspec.Struct, frozen=True, tag=True):
    """Something flat on the floor; `size` is its whole width, height and depth."""

    centre: Point
    size: Point


class PlacedBlock(msgspec.Struct, frozen=True, tag=True):
    low: Point
    high: Point
    kind: BlockKind


class PlacedWall(msgspec.Struct, frozen=True, tag=True):
    """An upright surface at `x`."""

    x: float
    z_from: float
    z_to: float
    height: float


PlacedProp = PlacedBand | PlacedBall | PlacedCushion | PlacedPad | PlacedBlock | PlacedWall


def mirrored_prop(prop: PlacedProp) -> PlacedProp:
    """The same prop with left and right exchanged."""
    match prop:
        case PlacedBand(a, b):
            return PlacedBand(_mirrored(b), _mirrored(a))
        case PlacedBall(centre, radius, turn):
            return PlacedBall(_mirrored(centre), radius, turn)
        case PlacedCushion(centre, radius):
            return PlacedCushion(_mirrored(centre), radius)
        case PlacedPad(centre, size):
            return PlacedPad(_mirrored(centre), size)
        case PlacedBlock(low, high, kind):
            return PlacedBlock((-high[0], *low[1:]), (-low[0], *high[1:]), kind)
        case PlacedWall(x, z_from, z_to, height):
            return PlacedWall(-x, z_from, z_to, height)


def _mirrored(point: Point) -> Point:
    return (-point[0], point[1], point[2])
