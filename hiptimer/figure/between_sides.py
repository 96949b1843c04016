"""Postures through which a body turns from one side to the other."""

import msgspec

from hiptimer.figure.key import Key, key_from, mirrored_arm, mirrored_key, mirrored_leg
from hiptimer.figure.posture import Arm, Leg, Posture
from hiptimer.figure.skeleton import ANKLE_ABOVE_SOLE, THIGH
from hiptimer.figure.vector import distance, scale, unit
from hiptimer.model.exercise import Position
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Contact

SAME = 0.03
"""Metres below which a posture is its own mirror image."""
UP: Point = (0.0, 1.0, 0.0)
AHEAD: Point = (0.0, 0.0, 1.0)
LEFT: Point = (1.0, 0.0, 0.0)
SITTING_HEIGHT = 0.11
STANDING_HEIGHT = 0.892
SOLES = frozenset({Contact.LEFT_SOLE, Contact.RIGHT_SOLE})


def halfway(start: Key, position: Position) -> tuple[Key, ...]:
    """What a body passes on the way from `start` to its mirror image; it may be nothing."""
    other = mirrored_key(start)
    if all(distance(p, other.joints[joint]) < SAME for joint, p in start.joints.items()):
        return ()
    match position:
        case Position.SIDE_LYING | Position.SEATED:
            return (_sitting(),)
        case Position.SUPINE:
            return (_knees_up(start),)
        case Position.HALF_KNEELING:
            return (_kneeling(start),)
        case Position.STANDING:
            return (_standing(start),)
        case Position.QUADRUPED | Position.PRONE:
            return ()


def _symmetric(
    pelvis: Point, trunk: Point, head: tuple[Point, Point], arm: Arm, leg: Leg
) -> Posture:
    """A posture with a straight trunk, whose right side is the mirror image of its left."""
    return Posture(
        pelvis=pelvis,
        lumbar=trunk,
        thorax=trunk,
        hips=LEFT,
        shoulders=LEFT,
        head=head[0],
        face=head[1],
        left_arm=arm,
        right_arm=mirrored_arm(arm),
        left_leg=leg,
        right_leg=mirrored_leg(leg),
    )


def _sitting() -> Key:
    """On the floor, leaning back on the hands, knees bent: from here either side lies near."""
    arm = Arm((0.27, 0.03, -0.27), unit((0.5, 0.1, -1.0)), unit((0.5, -0.05, -1.0)))
    leg = Leg((0.13, ANKLE_ABOVE_SOLE, 0.50), unit((0.2, 1.0, 0.1)), AHEAD, UP)
    leaning = unit((0.0, 0.95, -0.25))
    posture = _symmetric(
        (0.0, SITTING_HEIGHT, 0.0), leaning, (unit((0.0, 1.0, 0.0)), AHEAD), arm, leg
    )
    touches = {Contact.LEFT_SIT_BONE, Contact.RIGHT_SIT_BONE, Contact.LEFT_HAND, Contact.RIGHT_HAND}
    return key_from(posture, SOLES | touches)


def _standing(start: Key) -> Key:
    """Hands on the hips, on both feet, where one stood before."""
    standing = [
        start.joints[joint]
        for contact, joint in (
            (Contact.LEFT_SOLE, Joint.ANKLE_LEFT),
            (Contact.RIGHT_SOLE, Joint.ANKLE_RIGHT),
        )
        if contact in start.touches
    ]
    ground = min((y for _, y, _ in standing), default=ANKLE_ABOVE_SOLE) - ANKLE_ABOVE_SOLE
    z = sum(z for _, _, z in standing) / max(len(standing), 1)
    arm = Arm((0.28, ground + 0.976, z + 0.051), unit((0.8, 0.0, -0.6)), unit((-0.56, -0.65, 0.5)))
    leg = Leg((0.088, ground + ANKLE_ABOVE_SOLE, z), AHEAD, unit((0.06, 0.0, 1.0)), UP)
    pelvis = (0.0, ground + STANDING_HEIGHT, z)
    return key_from(_symmetric(pelvis, UP, (unit((0, 1.0, 0.09)), AHEAD), arm, leg), SOLES)


def _kneeling(start: Key) -> Key:
    """On both knees, the trunk upright."""
    joints, old = start.joints, start.posture
    down, shin, leg = Joint.KNEE_RIGHT, Joint.ANKLE_RIGHT, mirrored_key(start).posture.left_leg
    knee = Contact.RIGHT_KNEE if Contact.RIGHT_KNEE in start.touches else Contact.RIGHT_SHIN
    if knee not in start.touches:
        down, shin, leg = Joint.KNEE_LEFT, Joint.ANKLE_LEFT, old.left_leg
    _, y, z = joints[down]
    ankle = joints[shin]
    leg = msgspec.structs.replace(leg, ankle=(abs(ankle[0]), ankle[1], ankle[2]), pole=AHEAD)
    arm = old.left_arm if old.left_arm.wrist[0] > 0 else mirrored_key(start).posture.left_arm
    arm = msgspec.structs.replace(arm, wrist=(arm.wrist[0], arm.wrist[1], z + 0.05))
    posture = _symmetric((0.0, y + THIGH, z), UP, (UP, AHEAD), arm, leg)
    knees = frozenset({Contact.LEFT_KNEE, Contact.RIGHT_KNEE})
    return key_from(posture, knees)


def _knees_up(start: Key) -> Key:
    """On the back, both soles on the floor."""
    old = start.posture
    feet = scale(old.lumbar, -1)
    towards = unit((0.0, 0.0, feet[2]))
    ankle = (0.11, ANKLE_ABOVE_SOLE, old.pelvis[2] + 0.40 * towards[2])
    leg = Leg(ankle, UP, towards, UP)
    straight = unit((0.0, old.lumbar[1], old.lumbar[2]))
    head = (unit((0.0, *old.head[1:])), unit((0.0, *old.face[1:])))
    posture = _symmetric((0.0, *old.pelvis[1:]), straight, head, _lower_arm(start), leg)
    return key_from(posture, start.touches | SOLES)


def _lower_arm(start: Key) -> Arm:
    """The arm that lies nearer the floor, as a left arm."""
    left, right = start.posture.left_arm, mirrored_key(start).posture.left_arm
    return left if left.wrist[1] <= right.wrist[1] else right
