"""How much of the room the picture must show."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import msgspec

from hiptimer.figure.placed import (
    PlacedBall,
    PlacedBand,
    PlacedBlock,
    PlacedCushion,
    PlacedPad,
    PlacedProp,
    PlacedWall,
)
from hiptimer.figure.skeleton import RADIUS, view
from hiptimer.figure.vector import dot, sub
from hiptimer.model.joint import Joint, Point

MARGIN = 0.03
"""Metres left free round everything."""


class Sight(msgspec.Struct, frozen=True):
    """One instant as a camera must see it; `seen_from` is where the camera's centre has gone."""

    joints: Mapping[Joint, Point]
    props: tuple[PlacedProp, ...]
    azimuth: float
    elevation: float
    seen_from: Point


class Framing(msgspec.Struct, frozen=True):
    """`centre` is the middle of the picture, `half` its half width and height, metres."""

    centre: Point
    half: tuple[float, float]


def framed(sights: Iterable[Sight], azimuth: float, elevation: float) -> Framing:
    """The smallest picture that shows all of them from one place."""
    sights = tuple(sights)
    left, low, right, high = _box(sights, azimuth, elevation)
    project = view(azimuth, elevation)
    first = sights[0]
    depths = [project(sub(point, first.seen_from))[2] for point in first.joints.values()]
    depth = sum(depths) / len(depths)
    centre = _in_room(((left + right) / 2, (low + high) / 2, depth), azimuth, elevation)
    return Framing(centre, ((right - left) / 2 + MARGIN, (high - low) / 2 + MARGIN))


def widened(framing: Framing, sights: Iterable[Sight]) -> Framing:
    """The picture made large enough for sights that have a camera of their own."""
    wide, tall = framing.half
    for sight in sights:
        left, low, right, high = _box([sight], sight.azimuth, sight.elevation)
        wide = max(wide, right + MARGIN, MARGIN - left)
        tall = max(tall, high + MARGIN, MARGIN - low)
    return Framing(framing.centre, (wide, tall))


def _box(
    sights: Iterable[Sight], azimuth: float, elevation: float
) -> tuple[float, float, float, float]:
    """Left, low, right and high of everything seen, from where the camera's centre is."""
    project = view(azimuth, elevation)
    spots = [
        (*project(sub(point, sight.seen_from))[:2], radius)
        for sight in sights
        for point, radius in _extent(sight)
    ]
    return (
        min(x - r for x, _, r in spots),
        min(y - r for _, y, r in spots),
        max(x + r for x, _, r in spots),
        max(y + r for _, y, r in spots),
    )


def _extent(sight: Sight) -> Iterator[tuple[Point, float]]:
    """Points and how far what they stand for reaches round them."""
    for joint, point in sight.joints.items():
        yield point, RADIUS[joint]
    for prop in sight.props:
        yield from _prop_extent(prop)


def _prop_extent(prop: PlacedProp) -> Iterator[tuple[Point, float]]:
    match prop:
        case PlacedBand():
            return
        case PlacedBall(centre, radius) | PlacedCushion(centre, radius):
            yield centre, radius
        case PlacedPad((x, y, z), (width, height, depth)):
            low = (x - width / 2, y - height / 2, z - depth / 2)
            yield from _corners(low, (x + width / 2, y + height / 2, z + depth / 2))
        case PlacedBlock(low, high):
            # A table's legs reach the floor.
            yield from _corners((low[0], 0.0, low[2]), high)
        case PlacedWall(x, z_from, z_to):
            # A wall may go on beyond the edge; that it is there must be seen.
            yield (x, 0.0, (z_from + z_to) / 2), 0.08


def _corners(low: Point, high: Point) -> Iterator[tuple[Point, float]]:
    for x, y, z in product(*zip(low, high, strict=True)):
        yield (x, y, z), 0.0


def _in_room(seen: Point, azimuth: float, elevation: float) -> Point:
    """The point of the room that lands there on the picture, at that depth."""
    project = view(azimuth, elevation)
    axes = [project(axis) for axis in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))]
    x, y, z = (dot(axis, seen) for axis in axes)
    return (x, y, z)
