"""A key: a pose made ready for moving, with what of it rests on something."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from hiptimer.figure.posture import Arm, Leg, Posture, posture_of
from hiptimer.figure.skeleton import solve
from hiptimer.figure.vector import add, distance, mirrored
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Contact, Pose

HELD = 0.02
"""Metres a contact may differ between two poses and still be the same."""

_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "shoulder": ("shoulder",),
        "forearm": ("elbow", "wrist"),
        "hand": ("wrist",),
        "pelvis-side": ("hip",),
        "sit-bone": ("hip",),
        "thigh-side": ("hip", "knee"),
        "knee": ("knee",),
        "shin": ("knee", "ankle"),
        "foot-side": ("ankle",),
        "heel": ("heel",),
        "sole": ("heel", "toe"),
        "ball": ("toe",),
    }
)
_CONTAINS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"sole": ("heel", "ball"), "shin": ("knee",)}
)


class Key(msgspec.Struct, frozen=True):
    """`joints` are those of the posture, with the bones at their own length."""

    posture: Posture
    joints: dict[Joint, Point]
    touches: frozenset[Contact]


def key_of(pose: Pose) -> Key:
    return key_from(posture_of(pose.points), frozenset(pose.touches))


def key_from(posture: Posture, touches: frozenset[Contact]) -> Key:
    return Key(posture, solve(posture).joints, touches)


def contact_joints(contact: Contact) -> tuple[Joint, ...]:
    """The joints that stay where they are while a contact is held."""
    if contact is Contact.HEAD_BACK:
        return (Joint.HEAD,)
    if contact is Contact.PELVIS_BACK:
        return (Joint.PELVIS,)
    side, _, part = contact.value.partition("-")
    return tuple(Joint(f"{name}_{side}") for name in _PARTS[part])


def with_parts(touches: frozenset[Contact]) -> frozenset[Contact]:
    """A sole is a heel and a ball too, and a shin a knee."""
    parts = set(touches)
    for contact in touches:
        side, _, part = contact.value.partition("-")
        parts |= {Contact(f"{side}-{smaller}") for smaller in _CONTAINS.get(part, ())}
    return frozenset(parts)


def held_contacts(a: Key, b: Key) -> frozenset[Contact]:
    """What rests at the same place in both."""
    both = with_parts(a.touches) & with_parts(b.touches)
    return frozenset(
        contact
        for contact in both
        if all(distance(a.joints[j], b.joints[j]) < HELD for j in contact_joints(contact))
    )


def moved(key: Key, by: Point) -> Key:
    """The same key elsewhere."""
    old = key.posture
    posture = msgspec.structs.replace(
        old,
        pelvis=add(old.pelvis, by),
        left_arm=msgspec.structs.replace(old.left_arm, wrist=add(old.left_arm.wrist, by)),
        right_arm=msgspec.structs.replace(old.right_arm, wrist=add(old.right_arm.wrist, by)),
        left_leg=msgspec.structs.replace(old.left_leg, ankle=add(old.left_leg.ankle, by)),
        right_leg=msgspec.structs.replace(old.right_leg, ankle=add(old.right_leg.ankle, by)),
    )
    return Key(posture, {j: add(p, by) for j, p in key.joints.items()}, key.touches)


def mirrored_key(key: Key) -> Key:
    """The same key with left and right exchanged."""
    old = key.posture
    posture = Posture(
        pelvis=mirrored(old.pelvis),
        lumbar=mirrored(old.lumbar),
        thorax=mirrored(old.thorax),
        hips=_across(old.hips),
        shoulders=_across(old.shoulders),
        head=mirrored(old.head),
        face=mirrored(old.face),
        left_arm=mirrored_arm(old.right_arm),
        right_arm=mirrored_arm(old.left_arm),
        left_leg=mirrored_leg(old.right_leg),
        right_leg=mirrored_leg(old.left_leg),
    )
    joints = {joint.mirrored: mirrored(point) for joint, point in key.joints.items()}
    return Key(posture, joints, frozenset(contact.mirrored for contact in key.touches))


def _across(direction: Point) -> Point:
    """A line from right to left still runs from right to left in the mirror."""
    return (direction[0], -direction[1], -direction[2])


def mirrored_arm(arm: Arm) -> Arm:
    return Arm(mirrored(arm.wrist), mirrored(arm.pole), mirrored(arm.hand))


def mirrored_leg(leg: Leg) -> Leg:
    return Leg(mirrored(leg.ankle), mirrored(leg.pole), mirrored(leg.forward), mirrored(leg.up))
