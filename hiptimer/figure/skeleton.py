"""The body: how long its bones are, and where its joints come to be from a posture."""

from collections.abc import Callable, Mapping
from math import cos, radians, sin, sqrt
from types import MappingProxyType

import msgspec

from hiptimer.figure.posture import Arm, Leg, Posture
from hiptimer.figure.vector import TINY, across, along, dot, sub, unit
from hiptimer.model.joint import Joint, Point

LUMBAR = 0.170
THORAX = 0.320
SHOULDERS_BELOW_NECK = 0.034
HALF_HIP = 0.088
HALF_SHOULDER = 0.196
THIGH = 0.417
SHANK = 0.418
UPPER_ARM = 0.316
FOREARM = 0.248
HAND = 0.102
HEAD = 0.217
FACE = 0.100
FOOT = 0.2584
HEEL_BEHIND_ANKLE = 0.0766
ANKLE_ABOVE_SOLE = 0.0666

RADIUS: Mapping[Joint, float] = MappingProxyType(
    {
        Joint.PELVIS: 0.10,
        Joint.MID_SPINE: 0.10,
        Joint.NECK: 0.05,
        Joint.HEAD: 0.10,
        Joint.FACE: 0.0,
        Joint.SHOULDER_LEFT: 0.056,
        Joint.SHOULDER_RIGHT: 0.056,
        Joint.ELBOW_LEFT: 0.042,
        Joint.ELBOW_RIGHT: 0.042,
        Joint.WRIST_LEFT: 0.029,
        Joint.WRIST_RIGHT: 0.029,
        Joint.HAND_LEFT: 0.022,
        Joint.HAND_RIGHT: 0.022,
        Joint.HIP_LEFT: 0.09,
        Joint.HIP_RIGHT: 0.09,
        Joint.KNEE_LEFT: 0.058,
        Joint.KNEE_RIGHT: 0.058,
        Joint.ANKLE_LEFT: 0.036,
        Joint.ANKLE_RIGHT: 0.036,
        Joint.HEEL_LEFT: 0.028,
        Joint.HEEL_RIGHT: 0.028,
        Joint.TOE_LEFT: 0.022,
        Joint.TOE_RIGHT: 0.022,
    }
)
"""Half the thickness of the limb painted round a joint, in metres."""


class Body(msgspec.Struct, frozen=True):
    """Everything painted follows from it: metres, y up, floor at y = 0, the shown side's mirror
    image made already."""

    joints: dict[Joint, Point]


def view(azimuth: float, elevation: float) -> Callable[[Point], Point]:
    """A projection: (right, up, towards the eye) in metres, everything as large near as far.

    Degrees: azimuth 0 looks from the front, +90 from their left; elevation above the floor.
    """
    ca, sa = cos(radians(azimuth)), sin(radians(azimuth))
    ce, se = cos(radians(elevation)), sin(radians(elevation))

    def project(point: Point) -> Point:
        x, y, z = point
        ahead = x * sa + z * ca
        return (x * ca - z * sa, y * ce - ahead * se, y * se + ahead * ce)

    return project


def bend(root: Point, end: Point, upper: float, lower: float, pole: Point) -> tuple[Point, Point]:
    """The middle joint of a limb that bends towards `pole`, and its end.

    The end is where it was asked for, or in that direction where the limb is too short.
    """
    chord = sub(end, root)
    length = min(max(sqrt(dot(chord, chord)), abs(upper - lower) + 1e-6), upper + lower)
    axis = unit(chord)
    near = (length * length + upper * upper - lower * lower) / (2 * length)
    off = sqrt(max(upper * upper - near * near, 0.0))
    side = across(pole, axis)
    if dot(side, side) < TINY:
        side = across((axis[1], axis[2], axis[0]), axis)
    middle = along(along(root, axis, near), unit(side), off)
    return middle, along(root, axis, length)


def solve(posture: Posture) -> Body:
    """Where all joints are; every bone has its own length whatever the posture asks for."""
    mid_spine = along(posture.pelvis, posture.lumbar, LUMBAR)
    neck = along(mid_spine, posture.thorax, THORAX)
    head = along(neck, posture.head, HEAD)
    chest = along(neck, posture.thorax, -SHOULDERS_BELOW_NECK)
    joints = {
        Joint.PELVIS: posture.pelvis,
        Joint.MID_SPINE: mid_spine,
        Joint.NECK: neck,
        Joint.HEAD: head,
        Joint.FACE: along(head, posture.face, FACE),
    }
    left = along(chest, posture.shoulders, HALF_SHOULDER)
    right = along(chest, posture.shoulders, -HALF_SHOULDER)
    _arm(joints, LEFT_ARM, left, posture.left_arm)
    _arm(joints, RIGHT_ARM, right, posture.right_arm)
    left = along(posture.pelvis, posture.hips, HALF_HIP)
    right = along(posture.pelvis, posture.hips, -HALF_HIP)
    _leg(joints, LEFT_LEG, left, posture.left_leg)
    _leg(joints, RIGHT_LEG, right, posture.right_leg)
    return Body(joints)


LEFT_ARM = (Joint.SHOULDER_LEFT, Joint.ELBOW_LEFT, Joint.WRIST_LEFT, Joint.HAND_LEFT)
RIGHT_ARM = (Joint.SHOULDER_RIGHT, Joint.ELBOW_RIGHT, Joint.WRIST_RIGHT, Joint.HAND_RIGHT)
LEFT_LEG = (Joint.HIP_LEFT, Joint.KNEE_LEFT, Joint.ANKLE_LEFT, Joint.HEEL_LEFT, Joint.TOE_LEFT)
RIGHT_LEG = (
    Joint.HIP_RIGHT,
    Joint.KNEE_RIGHT,
    Joint.ANKLE_RIGHT,
    Joint.HEEL_RIGHT,
    Joint.TOE_RIGHT,
)


def _arm(
    joints: dict[Joint, Point],
    names: tuple[Joint, Joint, Joint, Joint],
    shoulder: Point,
    arm: Arm,
) -> None:
    elbow, wrist = bend(shoulder, arm.wrist, UPPER_ARM, FOREARM, arm.pole)
    joints[names[0]] = shoulder
    joints[names[1]] = elbow
    joints[names[2]] = wrist
    joints[names[3]] = along(wrist, arm.hand, HAND)


def _leg(
    joints: dict[Joint, Point],
    names: tuple[Joint, Joint, Joint, Joint, Joint],
    hip: Point,
    leg: Leg,
) -> None:
    knee, ankle = bend(hip, leg.ankle, THIGH, SHANK, leg.pole)
    sole = along(ankle, leg.up, -ANKLE_ABOVE_SOLE)
    joints[names[0]] = hip
    joints[names[1]] = knee
    joints[names[2]] = ankle
    joints[names[3]] = along(sole, leg.forward, -HEEL_BEHIND_ANKLE)
    joints[names[4]] = along(sole, leg.forward, FOOT - HEEL_BEHIND_ANKLE)
