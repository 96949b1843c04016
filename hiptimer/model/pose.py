"""A pose: where the body's points are at one key moment of an exercise, the right side working."""

from enum import StrEnum

import msgspec

from hiptimer.model.joint import Joint, Point


class Contact(StrEnum):
    """A part of the body that rests on something and stays put while both poses list it."""

    HEAD_BACK = "head-back"
    PELVIS_BACK = "pelvis-back"
    LEFT_SHOULDER = "left-shoulder"
    RIGHT_SHOULDER = "right-shoulder"
    LEFT_FOREARM = "left-forearm"
    RIGHT_FOREARM = "right-forearm"
    LEFT_HAND = "left-hand"
    RIGHT_HAND = "right-hand"
    LEFT_PELVIS_SIDE = "left-pelvis-side"
    RIGHT_PELVIS_SIDE = "right-pelvis-side"
    LEFT_SIT_BONE = "left-sit-bone"
    RIGHT_SIT_BONE = "right-sit-bone"
    LEFT_THIGH_SIDE = "left-thigh-side"
    RIGHT_THIGH_SIDE = "right-thigh-side"
    LEFT_KNEE = "left-knee"
    RIGHT_KNEE = "right-knee"
    LEFT_SHIN = "left-shin"
    RIGHT_SHIN = "right-shin"
    LEFT_FOOT_SIDE = "left-foot-side"
    RIGHT_FOOT_SIDE = "right-foot-side"
    LEFT_HEEL = "left-heel"
    RIGHT_HEEL = "right-heel"
    LEFT_SOLE = "left-sole"
    RIGHT_SOLE = "right-sole"
    LEFT_BALL = "left-ball"
    RIGHT_BALL = "right-ball"

    @property
    def mirrored(self) -> "Contact":
        """The same part on the other side of the body."""
        side, _, part = self.value.partition("-")
        other = {"left": "right", "right": "left"}.get(side)
        return Contact(f"{other}-{part}") if other else self


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All points of the body, in metres, and the parts in contact with something."""

    points: dict[Joint, Point]
    touches: tuple[Contact, ...]

    def mirrored(self) -> "Pose":
        """The same pose with the left side working."""
        points = {joint.mirrored: (-x, y, z) for joint, (x, y, z) in self.points.items()}
        return Pose(points, tuple(contact.mirrored for contact in self.touches))
