"""Which part of a picture is painted first: far to near.

Long limbs cannot be ordered by one depth each, so two parts are compared where they overlap on
the picture most. Parts that do not overlap have no order between them, and none is seen.
"""

import math
from collections.abc import Sequence

from hiptimer.figure.lens import Lens
from hiptimer.figure.part import Box, Part
from hiptimer.figure.stretch import Stretch

Flat = tuple[float, float]


def touching(one: Stretch, two: Stretch) -> tuple[float, float]:
    """How far two stretches overlap in pixels, and how far `one` is in front there in metres."""
    ax, ay, ad = one.a
    bx, by, bd = two.a
    ux, uy, ud = one.b[0] - ax, one.b[1] - ay, one.b[2] - ad
    vx, vy, vd = two.b[0] - bx, two.b[1] - by, two.b[2] - bd
    s, t = _nearest((ux, uy), (vx, vy), (ax - bx, ay - by))
    gap = math.hypot(ax + s * ux - bx - t * vx, ay + s * uy - by - t * vy)
    reach = one.a_radius + s * (one.b_radius - one.a_radius)
    reach += two.a_radius + t * (two.b_radius - two.a_radius)
    return reach - gap, ad + s * ud - bd - t * vd


def _nearest(u: Flat, v: Flat, w: Flat) -> tuple[float, float]:
    """Where along u and v (0 to 1) two lines of the plane are nearest; w from v's to u's start.

    Lines side by side, within a thousandth, are nearest in the middle of u: a steady answer.
    """
    (ux, uy), (vx, vy), (wx, wy) = u, v, w
    uu, vv = ux * ux + uy * uy + 1e-9, vx * vx + vy * vy + 1e-9
    uv, uw, vw = ux * vx + uy * vy, ux * wx + uy * wy, vx * wx + vy * wy
    area = uu * vv - uv * uv
    s = min(max((uv * vw - vv * uw) / area, 0.0), 1.0) if area > 1e-6 * uu * vv else 0.5
    t = (uv * s + vw) / vv if vv > 1e-6 else 0.5
    if t < 0.0:
        return min(max(-uw / uu, 0.0), 1.0), 0.0
    if t > 1.0:
        return min(max((uv - uw) / uu, 0.0), 1.0), 1.0
    return s, t


def in_front(one: Part, two: Part, lens: Lens) -> float:
    """Above 0 where `one` belongs in front of `two`, below 0 behind; 0 where neither is seen."""
    if one.parent == two.name or two.name in (*one.over, *one.under) or two.box:
        return _before(one, two, lens)
    if two.parent == one.name or one.name in (*two.over, *two.under) or one.box:
        return -_before(two, one, lens)
    return _overlapping(one, two)


def _before(one: Part, two: Part, lens: Lens) -> float:
    """Where `one` knows its place beside `two`, or `two` is a box."""
    if two.name in one.over:
        return 1.0
    if two.name in one.under:
        return -1.0
    return _before_box(one, two.box, lens) if two.box else _joined(one, two)


def _overlapping(one: Part, two: Part) -> float:
    deepest, ahead = 0.0, 0.0
    for first in one.stretches:
        for second in two.stretches:
            overlap, difference = touching(first, second)
            if overlap > deepest:
                deepest, ahead = overlap, difference
    return ahead + one.bias - two.bias if deepest else 0.0


def _joined(child: Part, parent: Part) -> float:
    """By the far end of the child; how it sits on its parent counts too (a far hip, a near one)."""
    bone = child.stretches[0]
    far = _tip(bone, 0.67)
    if len(parent.stretches) == 1:
        stem = parent.stretches[0]
        return far.a[2] - (stem.a[2] + stem.b[2]) / 2 + child.lean
    # The first two stretches of a trunk are its spine.
    ahead = max(touching(far, spine) for spine in parent.stretches[:2])[1]
    root = max(touching(_tip(bone, 0.0), spine) for spine in parent.stretches[:2])[1]
    return ahead + 0.5 * root + child.lean


def _tip(bone: Stretch, share: float) -> Stretch:
    """A point on a stretch, `share` of the way along it."""
    x, y, depth = (a + share * (b - a) for a, b in zip(bone.a, bone.b, strict=True))
    return Stretch((x, y, depth), 0.0, (x, y, depth), 0.0)


def _before_box(part: Part, box: Box, lens: Lens) -> float:
    """Of the planes of the box, one that has the whole part on its far or near side decides."""
    near, far = -math.inf, -math.inf
    for axis in range(3):
        towards = lens.eye[axis]
        if abs(towards) < 1e-6:
            continue
        low, high = box.low[axis], box.high[axis]
        along = [end[axis] for end in part.ends]
        above, below = min(along) - high, low - max(along)
        near = max(near, above if towards > 0 else below)
        far = max(far, below if towards > 0 else above)
    return 1.0 if near >= far else -1.0


def far_to_near(parts: Sequence[Part], lens: Lens) -> list[int]:
    """The order in which to paint, as places in `parts`."""
    count = len(parts)
    bounds = [_bounds(part.stretches) for part in parts]
    depths = [part.depth for part in parts]
    waiting_for: list[set[int]] = [set() for _ in parts]
    for i in range(count):
        for j in range(i):
            if not _meet(bounds[i], bounds[j]):
                continue
            ahead = in_front(parts[i], parts[j], lens)
            if ahead > 0.0:
                waiting_for[i].add(j)
            elif ahead < 0.0:
                waiting_for[j].add(i)
    order: list[int] = []
    left = sorted(range(count), key=depths.__getitem__)
    while left:
        # In a ring (three sticks, each over the next) the farthest goes first.
        chosen = next((i for i in left if not waiting_for[i]), left[0])
        left.remove(chosen)
        order.append(chosen)
        for i in left:
            waiting_for[i].discard(chosen)
    return order


def _bounds(stretches: Sequence[Stretch]) -> tuple[float, float, float, float]:
    left = top = math.inf
    right = bottom = -math.inf
    for (ax, ay, _), a_radius, (bx, by, _), b_radius in stretches:
        left, top = min(left, ax - a_radius, bx - b_radius), min(top, ay - a_radius, by - b_radius)
        right = max(right, ax + a_radius, bx + b_radius)
        bottom = max(bottom, ay + a_radius, by + b_radius)
    return left, top, right, bottom


def _meet(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
