"""The parts of props on the picture: band, ball, cushion, pad, bench, step, table and wall."""

import math
from collections.abc import Iterable, Iterator

from hiptimer.figure.band_parts import band_parts
from hiptimer.figure.lens import Lens, Spot
from hiptimer.figure.limb_parts import Points
from hiptimer.figure.part import Box, Fill, Part
from hiptimer.figure.placed import (
    BlockKind,
    PlacedBall,
    PlacedBand,
    PlacedBlock,
    PlacedCushion,
    PlacedPad,
    PlacedProp,
    PlacedWall,
)
from hiptimer.figure.shapes import Disc, Line, rounded
from hiptimer.figure.stretch import Stretch
from hiptimer.figure.vector import add, dot, scale, sub, unit
from hiptimer.model.joint import Point

CORNER = 0.012
TABLE_LEG = 0.022
WALL_THICKNESS = 0.05
MARK = 0.018


def prop_parts(props: Iterable[PlacedProp], points: Points, lens: Lens) -> Iterator[Part]:
    """Everything of the props, in no order."""
    for number, prop in enumerate(props):
        name = f"prop {number}"
        if isinstance(prop, PlacedBand):
            yield from band_parts(name, prop, points, lens)
        elif isinstance(prop, PlacedBall):
            yield _ball(name, prop, lens)
        elif isinstance(prop, PlacedCushion):
            yield _cushion(name, prop, lens)
        elif isinstance(prop, PlacedPad):
            yield _pad(name, prop, lens)
        elif isinstance(prop, PlacedBlock):
            yield _block(name, prop, lens)
        else:
            yield _wall(name, prop, lens)


def _ball(name: str, ball: PlacedBall, lens: Lens) -> Part:
    """With a seam round it through the axis it rolls on, so that it is seen to roll."""
    at, radius = lens.spot(ball.centre), ball.radius * lens.scale
    seams = (_seam(ball, lens, ball.turn), _seam(ball, lens, ball.turn + 90.0))
    return Part(
        name=name,
        stretches=(Stretch(at, radius, at, radius),),
        fills=(Fill(Disc(at, radius), "ball"),),
        bare=tuple(Fill(Line(seam, MARK * lens.scale / 2), "mark") for seam in seams),
        ends=(ball.centre,),
        bias=-0.15,
    )


def _seam(ball: PlacedBall, lens: Lens, turn: float) -> tuple[Spot, ...]:
    """The half of a great circle that the eye sees. The ball rolls along z, round x."""
    eye = lens.eye
    turned = math.radians(turn)
    out = (0.0, -math.sin(turned), math.cos(turned))
    # In the seam's plane: the direction most towards the eye, and one across to it.
    ahead = unit((eye[0], out[1] * dot(out, eye), out[2] * dot(out, eye)))
    across = (0.0, 0.0, 0.0)
    seen = math.hypot(eye[0], dot(out, eye))
    if seen > 1e-6:
        sideways = -dot(out, eye) / seen
        upwards = eye[0] / seen
        across = (sideways, upwards * out[1], upwards * out[2])
    spots = []
    for step in range(13):
        angle = math.pi * (step / 12 - 0.5)
        c, s = ball.radius * 0.985 * math.cos(angle), ball.radius * 0.985 * math.sin(angle)
        spots.append(
            lens.spot(
                (
                    ball.centre[0] + c * ahead[0] + s * across[0],
                    ball.centre[1] + c * ahead[1] + s * across[1],
                    ball.centre[2] + c * ahead[2] + s * across[2],
                )
            )
        )
    return tuple(spots)


def _cushion(name: str, cushion: PlacedCushion, lens: Lens) -> Part:
    at, radius = lens.spot(cushion.centre), cushion.radius * lens.scale
    return Part(
        name=name,
        stretches=(Stretch(at, radius, at, radius),),
        fills=(Fill(Disc(at, radius), "prop"),),
        ends=(cushion.centre,),
        bias=-0.02,
    )


def _pad(name: str, pad: PlacedPad, lens: Lens) -> Part:
    half = scale(pad.size, 0.5)
    return _solid(name, Box(sub(pad.centre, half), add(pad.centre, half)), lens, "prop")


def _block(name: str, block: PlacedBlock, lens: Lens) -> Part:
    if block.kind is not BlockKind.TABLE:
        return _solid(name, Box(block.low, block.high), lens, "prop")
    (x0, _, z0), (x1, _, z1) = block.low, block.high
    top = _faces(Box(block.low, block.high), lens, "prop")
    inset = TABLE_LEG * 2
    legs = []
    for x in (x0 + inset, x1 - inset):
        for z in (z0 + inset, z1 - inset):
            foot, head = lens.spot((x, 0.0, z)), lens.spot((x, block.low[1], z))
            legs.append(Fill(Line((foot, head), TABLE_LEG * lens.scale), "prop", 0.6))
    whole = Box((x0, 0.0, z0), block.high)
    return Part(name, _outer_stretches(whole, lens), (*legs, *top), ends=whole, box=whole)


def _wall(name: str, wall: PlacedWall, lens: Lens) -> Part:
    """A slab whose face is at `x` and whose thickness lies outside, away from the body."""
    behind = wall.x + math.copysign(WALL_THICKNESS, wall.x)
    box = Box(
        (min(wall.x, behind), 0.0, min(wall.z_from, wall.z_to)),
        (max(wall.x, behind), wall.height, max(wall.z_from, wall.z_to)),
    )
    faces = _faces(box, lens, "wall", shades=(0.0, 0.5, 0.2))
    return Part(name, _outer_stretches(box, lens), (), faces, (box.low, box.high), box=box)


def _solid(name: str, box: Box, lens: Lens, colour: str) -> Part:
    return Part(
        name,
        _outer_stretches(box, lens),
        _faces(box, lens, colour),
        ends=(box.low, box.high),
        box=box,
    )


def _faces(
    box: Box, lens: Lens, colour: str, shades: tuple[float, float, float] = (0.5, 0.0, 0.8)
) -> tuple[Fill, ...]:
    """The sides the eye can see, darkened by `shades` along x, y and z: the top is lightest."""
    fills = []
    for axis in (0, 2, 1):
        if abs(lens.eye[axis]) < 0.02:
            continue
        level = box.high[axis] if lens.eye[axis] > 0 else box.low[axis]
        corners = tuple(lens.spot(corner) for corner in _face(box, axis, level))
        fills.append(Fill(rounded((corners,), CORNER * lens.scale / 2), colour, shades[axis]))
    return tuple(fills)


def _face(box: Box, axis: int, level: float) -> list[Point]:
    one, two = (k for k in range(3) if k != axis)
    corners = []
    for a, b in ((0, 0), (0, 1), (1, 1), (1, 0)):
        corner = [0.0, 0.0, 0.0]
        corner[axis], corner[one], corner[two] = level, box[a][one], box[b][two]
        corners.append((corner[0], corner[1], corner[2]))
    return corners


def _outer_stretches(box: Box, lens: Lens) -> tuple[Stretch, ...]:
    """Something that covers the box on the picture, to see quickly what is nowhere near."""
    corners = [
        lens.spot(corner)
        for axis in (0,)
        for level in (box.low[0], box.high[0])
        for corner in _face(box, axis, level)
    ]
    return tuple(Stretch(corner, 1.0, corner, 1.0) for corner in corners)
