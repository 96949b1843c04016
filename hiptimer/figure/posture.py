"""A posture: what of a pose is pinned, from which all joints follow.

Points are in metres; directions have length 1 and point away from the pelvis or forwards.
"""

from collections.abc import Mapping

import msgspec

from hiptimer.figure.vector import across, norm, scale, sub, unit
from hiptimer.model.joint import Joint, Point

STRAIGHT = 0.005
"""Metres a knee or elbow must stand off before its own direction says how it bends."""


class Arm(msgspec.Struct, frozen=True):
    """`pole` is where the elbow points; `hand` where the fingers do."""

    wrist: Point
    pole: Point
    hand: Point


class Leg(msgspec.Struct, frozen=True):
    """`pole` is where the knee points; the foot points `forward`, its back of the foot `up`."""

    ankle: Point
    pole: Point
    forward: Point
    up: Point


class Posture(msgspec.Struct, frozen=True):
    """`hips` and `shoulders` point from the right to the left."""

    pelvis: Point
    lumbar: Point
    thorax: Point
    hips: Point
    shoulders: Point
    head: Point
    face: Point
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg


def posture_of(points: Mapping[Joint, Point]) -> Posture:
    """The posture that puts the joints where a pose has them."""
    pelvis, spine, neck = points[Joint.PELVIS], points[Joint.MID_SPINE], points[Joint.NECK]
    thorax = unit(sub(neck, spine))
    shoulders = unit(sub(points[Joint.SHOULDER_LEFT], points[Joint.SHOULDER_RIGHT]))
    return Posture(
        pelvis=pelvis,
        lumbar=unit(sub(spine, pelvis)),
        thorax=thorax,
        hips=unit(sub(points[Joint.HIP_LEFT], points[Joint.HIP_RIGHT])),
        shoulders=shoulders,
        head=unit(sub(points[Joint.HEAD], neck)),
        face=unit(sub(points[Joint.FACE], points[Joint.HEAD])),
        left_arm=_arm(points, "left", thorax),
        right_arm=_arm(points, "right", thorax),
        left_leg=_leg(points, "left"),
        right_leg=_leg(points, "right"),
    )


def _arm(points: Mapping[Joint, Point], side: str, thorax: Point) -> Arm:
    shoulder, elbow = points[Joint(f"shoulder_{side}")], points[Joint(f"elbow_{side}")]
    wrist = points[Joint(f"wrist_{side}")]
    pole = _bulge(shoulder, elbow, wrist)
    if norm(pole) < STRAIGHT:
        pole = scale(thorax, -1)
    return Arm(wrist, unit(pole), unit(sub(points[Joint(f"hand_{side}")], wrist)))


def _leg(points: Mapping[Joint, Point], side: str) -> Leg:
    hip, knee = points[Joint(f"hip_{side}")], points[Joint(f"knee_{side}")]
    ankle, toe = points[Joint(f"ankle_{side}")], points[Joint(f"toe_{side}")]
    heel = points[Joint(f"heel_{side}")]
    forward = unit(sub(toe, heel))
    up = unit(across(sub(ankle, heel), forward))
    pole = _bulge(hip, knee, ankle)
    if norm(pole) < STRAIGHT:
        pole = across(forward, unit(sub(ankle, hip)))
    if norm(pole) < STRAIGHT:
        pole = up
    return Leg(ankle, unit(pole), forward, up)


def _bulge(root: Point, middle: Point, end: Point) -> Point:
    """How far and where the middle joint stands off the line between its neighbours."""
    return across(sub(middle, root), unit(sub(end, root)))
