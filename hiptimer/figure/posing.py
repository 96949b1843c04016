"""Writing a pose: one point of the body is put elsewhere, and the bones keep their length."""

from msgspec.structs import replace

from hiptimer.figure.posture import Posture, posture_of
from hiptimer.figure.skeleton import solve
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Pose

DIGITS = 3
"""Of a metre: as exact as the built-in poses are written."""
FURTHEST = 3.0
"""Metres from the middle; nothing is put beyond."""


def with_point(pose: Pose, joint: Joint, to: Point) -> Pose:
    """The pose with `joint` at `to`, in metres, or as near to it as the bones let it be.

    Hands and feet stay where they are when something else moves, as far as they reach. The trunk
    goes along with the pelvis; a knee or an elbow that moves turns its limb.
    """
    x, y, z = (min(max(c, -FURTHEST), FURTHEST) for c in to)
    points = solve(_turned(pose, joint, (x, y, z))).joints
    rounded = {name: _rounded(points[name]) for name in pose.points}
    return replace(pose, points=rounded)


def _turned(pose: Pose, joint: Joint, to: Point) -> Posture:
    before = posture_of(pose.points)
    match joint:
        case Joint.PELVIS:
            return replace(before, pelvis=to)
        case Joint.WRIST_LEFT:
            return replace(before, left_arm=replace(before.left_arm, wrist=to))
        case Joint.WRIST_RIGHT:
            return replace(before, right_arm=replace(before.right_arm, wrist=to))
        case Joint.ANKLE_LEFT:
            return replace(before, left_leg=replace(before.left_leg, ankle=to))
        case Joint.ANKLE_RIGHT:
            return replace(before, right_leg=replace(before.right_leg, ankle=to))
    return posture_of({**pose.points, joint: to})


def _rounded(point: Point) -> Point:
    # Adding 0.0 makes a 0.0 of -0.0.
    x, y, z = (round(c, DIGITS) + 0.0 for c in point)
    return (x, y, z)
