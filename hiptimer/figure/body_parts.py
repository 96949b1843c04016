"""The parts of a body on the picture: trunk, head, arms and legs, with their thickness."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from hiptimer.figure.lens import Lens
from hiptimer.figure.part import Fill, Part, Stretch
from hiptimer.figure.shapes import Capsule, Disc, HalfBall, Rounded
from hiptimer.figure.vector import mix, scale, sub, unit
from hiptimer.model.joint import Joint, Point

HIP, KNEE, ANKLE = 0.09, 0.058, 0.036
SHOULDER, ELBOW, WRIST, FINGERS = 0.056, 0.042, 0.029, 0.024
TRUNK, NECK, HEAD, SHOE = 0.09, 0.042, 0.1, 0.033
# Half the breadth of the trunk before it is rounded by TRUNK, as shares of the half hip line and
# half shoulder line, from the seat to the shoulders.
SEAT, WAIST, RIBS, CHEST, TOP = (0.6, 0.0), (0.3, 0.1), (0.25, 0.28), (0.1, 0.5), (0.0, 0.68)

Points = Mapping[Joint, Point]


def body_parts(points: Points, working: frozenset[Joint], lens: Lens) -> Iterator[Part]:
    """Everything of the body, in no order."""
    yield _trunk(points, lens)
    yield _head(points, lens)
    for side in ("left", "right"):

        def joint(stem: str, side: str = side) -> Joint:
            return Joint(f"{stem}_{side}")

        yield from _arm(points, lens, side, joint)
        yield from _leg(points, lens, side, joint, joint("hip") in working)


def _trunk(points: Points, lens: Lens) -> Part:
    hips = scale(sub(points[Joint.HIP_LEFT], points[Joint.HIP_RIGHT]), 0.5)
    shoulders = scale(sub(points[Joint.SHOULDER_LEFT], points[Joint.SHOULDER_RIGHT]), 0.5)
    pelvis, spine = points[Joint.PELVIS], points[Joint.MID_SPINE]
    above = mix(points[Joint.SHOULDER_LEFT], points[Joint.SHOULDER_RIGHT], 0.5)
    places = (
        (pelvis, SEAT),
        (mix(pelvis, spine, 0.6), WAIST),
        (mix(spine, above, 0.1), RIBS),
        (mix(spine, above, 0.55), CHEST),
        (mix(spine, above, 0.84), TOP),
    )
    left, right = [], []
    for place, (of_hips, of_shoulders) in places:
        half = tuple(of_hips * h + of_shoulders * s for h, s in zip(hips, shoulders, strict=True))
        left.append(lens.spot(tuple(p + h for p, h in zip(place, half, strict=True))))
        right.append(lens.spot(tuple(p - h for p, h in zip(place, half, strict=True))))
    thick = TRUNK * lens.scale
    floors = list(zip(left, right, strict=True))
    seat = Rounded((floors[0] + floors[1],), thick * 0.98)
    shirt = Rounded(tuple(a + b for a, b in pairwise(floors[1:])), thick)
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
    bare_half = unit(tuple(a - 0.45 * u for a, u in zip(ahead, up, strict=True)))
    nose = lens.spot(
        tuple(h + 0.098 * a - 0.012 * u for h, a, u in zip(head, ahead, up, strict=True))
    )
    throat = Capsule(root, NECK * metre, at, NECK * metre)
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


def _arm(points: Points, lens: Lens, side: str, joint: Callable[[str], Joint]) -> Iterator[Part]:
    places = [points[joint(stem)] for stem in ("shoulder", "elbow", "wrist", "hand")]
    shoulder, elbow, wrist, hand = (lens.spot(place) for place in places)
    metre = lens.scale
    upper = Capsule(shoulder, SHOULDER * metre, elbow, ELBOW * metre)
    fore = Capsule(elbow, ELBOW * metre, wrist, WRIST * metre)
    fingers = Capsule(wrist, WRIST * metre, hand, FINGERS * metre)
    yield Part(
        name=f"upper arm {side}",
        stretches=(_stretch(upper),),
        fills=(Fill(upper, "top"),),
        ends=(places[0], places[1]),
        parent="trunk",
        lean=0.06,
    )
    yield Part(
        name=f"forearm {side}",
        stretches=(_stretch(fore), _stretch(fingers)),
        fills=(Fill(fore, "skin"), Fill(fingers, "skin")),
        ends=(places[1], places[2], places[3]),
        parent=f"upper arm {side}",
        lean=0.08,
    )


def _leg(
    points: Points,
    lens: Lens,
    side: str,
    joint: Callable[[str], Joint],
    is_working: bool,
) -> Iterator[Part]:
    places = [points[joint(stem)] for stem in ("hip", "knee", "ankle", "heel", "toe")]
    hip, knee, ankle, heel, toe = (lens.spot(place) for place in places)
    metre = lens.scale
    thigh = Capsule(hip, HIP * metre, knee, KNEE * metre)
    shank = Capsule(knee, KNEE * metre, ankle, ANKLE * metre)
    yield Part(
        name=f"thigh {side}",
        stretches=(_stretch(thigh),),
        fills=(Fill(thigh, "work" if is_working else "shorts"),),
        ends=(places[0], places[1]),
        parent="trunk",
        lean=0.05,
    )
    yield Part(
        name=f"shank {side}",
        stretches=(_stretch(shank),),
        fills=(Fill(shank, "skin"),),
        ends=(places[1], places[2]),
        parent=f"thigh {side}",
        lean=0.08,
    )
    sole = SHOE * metre
    yield Part(
        name=f"shoe {side}",
        stretches=(Stretch(heel, sole, toe, sole), Stretch(ankle, sole, heel, sole)),
        fills=(Fill(Rounded(((ankle, heel, toe),), sole), "shoe"),),
        ends=(places[3], places[4]),
        parent=f"shank {side}",
        lean=0.12,
    )


def _stretch(capsule: Capsule) -> Stretch:
    return Stretch(capsule.a, capsule.a_radius, capsule.b, capsule.b_radius)
