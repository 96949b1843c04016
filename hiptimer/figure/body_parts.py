"""The parts of a body on the picture: trunk, head and limbs."""

from collections.abc import Iterator
from itertools import pairwise

from hiptimer.figure.lens import Lens
from hiptimer.figure.limb_parts import Limbs, Points
from hiptimer.figure.part import Fill, Part
from hiptimer.figure.shapes import Disc, HalfBall, capsule, rounded
from hiptimer.figure.stretch import Stretch
from hiptimer.figure.vector import add, along, mix, scale, sub, unit
from hiptimer.model.joint import Joint

TRUNK, NECK, HEAD = 0.09, 0.042, 0.1
BIAS = 0.015
# Half the breadth of the trunk before it is rounded by TRUNK, as shares of the half hip line and
# half shoulder line, from the seat to the shoulders.
SEAT, WAIST, RIBS, CHEST, TOP = (0.6, 0.0), (0.3, 0.1), (0.25, 0.28), (0.1, 0.5), (0.0, 0.68)


def body_parts(points: Points, working: frozenset[Joint], lens: Lens) -> Iterator[Part]:
    """Everything of the body, in no order."""
    yield _trunk(points, lens)
    yield _head(points, lens)
    lefts, rights = Joint.HIP_LEFT in working, Joint.HIP_RIGHT in working
    # Where left and right are equally near, the working side stays in front.
    yield from Limbs(points, lens, "left", BIAS * (lefts and not rights), lefts).parts()
    yield from Limbs(points, lens, "right", BIAS * (rights or not lefts), rights).parts()


def _trunk(points: Points, lens: Lens) -> Part:
    hips = scale(sub(points[Joint.HIP_LEFT], points[Joint.HIP_RIGHT]), 0.5)
    shoulders = scale(sub(points[Joint.SHOULDER_LEFT], points[Joint.SHOULDER_RIGHT]), 0.5)
    pelvis, spine = points[Joint.PELVIS], points[Joint.MID_SPINE]
    above = mix(points[Joint.SHOULDER_LEFT], points[Joint.SHOULDER_RIGHT], 0.5)
    places = (
        (mix(pelvis, spine, 0.15), SEAT),
        (mix(pelvis, spine, 0.6), WAIST),
        (mix(spine, above, 0.1), RIBS),
        (mix(spine, above, 0.55), CHEST),
        (mix(spine, above, 0.84), TOP),
    )
    left, right = [], []
    for place, (of_hips, of_shoulders) in places:
        half = add(scale(hips, of_hips), scale(shoulders, of_shoulders))
        left.append(lens.spot(add(place, half)))
        right.append(lens.spot(sub(place, half)))
    thick = TRUNK * lens.scale
    floors = list(zip(left, right, strict=True))
    seat = rounded((floors[0] + floors[1],), thick * 0.98)
    shirt = rounded(tuple(a + b for a, b in pairwise(floors[1:])), thick)
    spots = [lens.spot(place) for place, _ in places]
    # Bent far over towards the eye, the seat is nearer than the chest and covers the shirt.
    is_seat_nearer = spots[0][2] > spots[-1][2] + 0.2
    fills = (Fill(shirt, "top"), Fill(seat, "shorts"))
    return Part(
        name="trunk",
        stretches=(
            Stretch(spots[0], thick, spots[2], thick),
            Stretch(spots[2], thick, spots[4], thick),
            Stretch(left[0], thick, right[0], thick),
            Stretch(left[4], thick, right[4], thick),
        ),
        fills=fills if is_seat_nearer else fills[::-1],
        ends=(pelvis, above),
    )


def _head(points: Points, lens: Lens) -> Part:
    neck, head, face = points[Joint.NECK], points[Joint.HEAD], points[Joint.FACE]
    ahead = unit(sub(face, head))
    up = unit(sub(head, neck))
    at, root = lens.spot(head), lens.spot(neck)
    metre = lens.scale
    radius = HEAD * metre
    # Hair begins on the forehead: the bare half of the head looks ahead and a little down.
    bare_half = unit(along(ahead, up, -0.45))
    nose = lens.spot(along(along(head, ahead, 0.098), up, -0.012))
    throat = capsule(Stretch(root, NECK * metre, at, NECK * metre))
    return Part(
        name="head",
        stretches=(Stretch(root, NECK * metre, at, NECK * metre), Stretch(at, radius, at, radius)),
        fills=(
            Fill(throat, "skin", 0.25),
            Fill(Disc(nose, 0.022 * metre), "skin"),
            Fill(Disc(at, radius), "hair"),
        ),
        bare=(Fill(HalfBall(at, radius, lens.way(bare_half)), "skin"),),
        ends=(neck, head),
        parent="trunk",
        lean=0.06,
    )
