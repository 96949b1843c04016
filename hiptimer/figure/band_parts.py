"""A mini band: a loop round two limbs, with a strand in front and one behind."""

import math
from collections.abc import Iterator
from itertools import pairwise

from hiptimer.figure.lens import Lens, Spot
from hiptimer.figure.limb_parts import ANKLE, HIP, KNEE, SHOE, Points
from hiptimer.figure.part import Fill, Part
from hiptimer.figure.placed import PlacedBand
from hiptimer.figure.shapes import Line
from hiptimer.figure.stretch import Stretch
from hiptimer.figure.vector import add, along, cross, distance, dot, mix, scale, sub, unit
from hiptimer.model.joint import Joint, Point

BREADTH = 0.034
SLACK = 0.006
BONES = (
    ("thigh", "hip", "knee", HIP, KNEE),
    ("shank", "knee", "ankle", KNEE, ANKLE),
    ("shoe", "heel", "toe", SHOE + 0.012, SHOE + 0.012),
)
STEPS = 6


def band_parts(name: str, band: PlacedBand, points: Points, lens: Lens) -> Iterator[Part]:
    """The far half of the loop, behind the limbs it is round, and the near half before them."""
    one, two = _limb(band.a, points), _limb(band.b, points)
    across = unit(sub(band.b, band.a))
    off = unit(cross(_mean(one[1], two[1]), across))
    if lens.way(off)[2] < 0:
        off = scale(off, -1.0)
    near, far = [], []
    for place, (_, way, radius), outward in ((band.a, one, -1.0), (band.b, two, 1.0)):
        side = unit(cross(way, off))
        if dot(side, across) * outward < 0:
            side = scale(side, -1.0)
        ring = _half_ring(place, off, side, radius + SLACK, lens)
        near.append([spot for spot, is_near in ring if is_near])
        far.append([spot for spot, is_near in ring if not is_near])
    limbs, ends = (one[0], two[0]), (band.a, band.b)
    metre = lens.scale
    behind = (*far[0], *reversed(far[1]))
    before = (*reversed(near[0]), *near[1])
    yield Part(
        name=f"{name} far",
        stretches=_stretches(behind, metre),
        fills=(Fill(Line(behind, BREADTH / 2 * metre), "band", 0.7),),
        ends=ends,
        under=limbs,
    )
    yield Part(
        name=f"{name} near",
        stretches=_stretches(before, metre),
        fills=(Fill(Line(before, BREADTH / 2 * metre), "band"),),
        ends=ends,
        over=limbs,
    )


def _stretches(spots: tuple[Spot, ...], metre: float) -> tuple[Stretch, ...]:
    radius = BREADTH / 2 * metre
    return tuple(Stretch(a, radius, b, radius) for a, b in pairwise(spots))


def _half_ring(
    place: Point, off: Point, side: Point, radius: float, lens: Lens
) -> list[tuple[Spot, bool]]:
    """From the near strand round the limb's outside to the far strand; is each spot near?"""
    ring = []
    for step in range(STEPS + 1):
        angle = math.pi * step / STEPS
        out = add(scale(off, math.cos(angle)), scale(side, math.sin(angle)))
        spot = lens.spot(along(place, out, radius))
        ring.append((spot, lens.way(out)[2] >= 0))
    # The strands themselves lie in front and behind even where the view makes them even.
    return [(ring[0][0], True), *ring[1:-1], (ring[-1][0], False)]


def _limb(place: Point, points: Points) -> tuple[str, Point, float]:
    """The limb that a place of the band is in: its part's name, direction and thickness there."""
    found = []
    for side in ("left", "right"):
        for part, upper, lower, thick, thin in BONES:
            start, end = points[Joint(f"{upper}_{side}")], points[Joint(f"{lower}_{side}")]
            bone = sub(end, start)
            share = dot(sub(place, start), bone) / (dot(bone, bone) or 1.0)
            share = min(max(share, 0.0), 1.0)
            gap = distance(place, mix(start, end, share))
            found.append((gap, f"{part} {side}", unit(bone), thick + share * (thin - thick)))
    _, name, way, radius = min(found)
    return name, way, radius


def _mean(one: Point, two: Point) -> Point:
    """The direction between two, taken as lines: either end may be first."""
    return unit(along(one, two, 1.0 if dot(one, two) >= 0 else -1.0))
