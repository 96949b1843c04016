"""Where the props of an exercise are while the body moves."""

from collections.abc import Mapping, Sequence
from math import degrees
from types import MappingProxyType

from hiptimer.figure.course import Way
from hiptimer.figure.limb import ease
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
from hiptimer.figure.vector import add, mix
from hiptimer.model.joint import Joint, Point
from hiptimer.model.prop import (
    Around,
    Ball,
    Band,
    Bench,
    Cushion,
    Pad,
    Prop,
    StepBlock,
    Table,
    Wall,
)

PAD = (0.36, 0.30)
"""Width and depth of something to kneel on, metres."""
KINDS: Mapping[type[Prop], BlockKind] = MappingProxyType(
    {Bench: BlockKind.BENCH, StepBlock: BlockKind.STEP, Table: BlockKind.TABLE}
)
AWAY = 2.5
"""Metres a wall goes aside until it is off the picture."""
FREE = 1.0
"""Metres a bench or table is drawn back while the body changes sides."""


def place(props: Sequence[Prop], joints: Mapping[Joint, Point], way: Way) -> tuple[PlacedProp, ...]:
    return tuple(_placed(prop, joints, way) for prop in props)


def _placed(prop: Prop, joints: Mapping[Joint, Point], way: Way) -> PlacedProp:
    match prop:
        case Band(around, at):
            return PlacedBand(*(_on_limb(joints, around, at, side) for side in ("left", "right")))
        case Ball():
            return _ball(prop, way)
        case Cushion(radius, (one, two)):
            return PlacedCushion(mix(joints[one], joints[two], 0.5), radius)
        case Pad(under, thickness):
            x, _, z = joints[under]
            return PlacedPad((x, thickness / 2, z), (PAD[0], thickness, PAD[1]))
        case Bench(low, high) | StepBlock(low, high) | Table(low, high):
            return PlacedBlock(low, high, KINDS[type(prop)])
        case Wall(x, z_from, z_to, height):
            return PlacedWall(x, z_from, z_to, height)


def _on_limb(joints: Mapping[Joint, Point], around: Around, at: float, side: str) -> Point:
    upper, lower = {
        Around.THIGHS: ("hip", "knee"),
        Around.SHANKS: ("knee", "ankle"),
        Around.FEET: ("heel", "toe"),
    }[around]
    return mix(joints[Joint(f"{upper}_{side}")], joints[Joint(f"{lower}_{side}")], at)


def _ball(ball: Ball, way: Way) -> PlacedBall:
    first = next(iter(ball.centres.values()))
    one, two, share = way
    centre = mix(ball.centres.get(one, first), ball.centres.get(two, first), share)
    return PlacedBall(centre, ball.radius, degrees((centre[2] - first[2]) / ball.radius))


def changing_sides(here: PlacedProp, there: PlacedProp, fraction: float) -> PlacedProp:
    """A prop on its way to where the other side needs it; a wall goes aside and comes again."""
    share = ease(fraction)
    match here, there:
        case PlacedBlock(low, high, kind), PlacedBlock(to_low, to_high):
            back = (0.0, 0.0, 0.0 if kind is BlockKind.STEP else FREE * _there_and_back(fraction))
            return PlacedBlock(
                add(mix(low, to_low, share), back), add(mix(high, to_high, share), back), kind
            )
        case PlacedPad(centre, size), PlacedPad(to_centre):
            return PlacedPad(mix(centre, to_centre, share), size)
        case PlacedWall(), PlacedWall():
            wall, aside = (here, 2 * fraction) if fraction < 0.5 else (there, 2 - 2 * fraction)
            out = AWAY * ease(aside) * (1 if wall.x > 0 else -1)
            return PlacedWall(wall.x + out, wall.z_from, wall.z_to, wall.height)
    return there


def _there_and_back(fraction: float) -> float:
    """0 at both ends, 1 for most of the time between."""
    return ease(8 * min(fraction, 1 - fraction))
