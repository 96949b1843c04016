"""The named points of the body. Metres at body height 1.70, y up, the person faces +z."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

Coordinate = Annotated[float, Meta(ge=-10, le=10)]
Point = tuple[Coordinate, Coordinate, Coordinate]


class Joint(StrEnum):
    PELVIS = "pelvis"
    MID_SPINE = "mid_spine"
    NECK = "neck"
    HEAD = "head"
    FACE = "face"
    SHOULDER_LEFT = "shoulder_left"
    ELBOW_LEFT = "elbow_left"
    WRIST_LEFT = "wrist_left"
    HAND_LEFT = "hand_left"
    HIP_LEFT = "hip_left"
    KNEE_LEFT = "knee_left"
    ANKLE_LEFT = "ankle_left"
    HEEL_LEFT = "heel_left"
    TOE_LEFT = "toe_left"
    SHOULDER_RIGHT = "shoulder_right"
    ELBOW_RIGHT = "elbow_right"
    WRIST_RIGHT = "wrist_right"
    HAND_RIGHT = "hand_right"
    HIP_RIGHT = "hip_right"
    KNEE_RIGHT = "knee_right"
    ANKLE_RIGHT = "ankle_right"
    HEEL_RIGHT = "heel_right"
    TOE_RIGHT = "toe_right"

    @property
    def mirrored(self) -> "Joint":
        """The same point on the other side of the body."""
        stem, _, side = self.value.rpartition("_")
        other = {"left": "right", "right": "left"}.get(side)
        return Joint(f"{stem}_{other}") if other else self
