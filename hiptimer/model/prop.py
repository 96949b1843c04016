"""Things an exercise uses, with the shape and place in which they are drawn.

Places are in metres in the frame of the poses, with the right side working.
"""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from hiptimer.model.joint import Coordinate, Joint, Point

Metres = Annotated[float, Meta(gt=0, le=3)]


class Around(StrEnum):
    """What a band is put round: both thighs, both shanks or both feet."""

    THIGHS = "thighs"
    SHANKS = "shanks"
    FEET = "feet"


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="band"):
    """A loop. `at` is the share of the limb above it: 0 at its upper joint, 1 at its lower."""

    around: Around
    at: Annotated[float, Meta(ge=0, le=1)]


class Ball(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="ball"):
    """A ball that rolls: `centres` gives its middle in each pose of the exercise."""

    radius: Metres
    centres: dict[str, Point]


class Cushion(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="cushion"
):
    """Something soft and round, held in the middle between two joints."""

    radius: Metres
    between: tuple[Joint, Joint]


class Pad(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="pad"):
    """Something flat on the floor under a joint."""

    under: Joint
    thickness: Metres


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A solid thing between two corners."""

    low: Point
    high: Point


class Bench(Block, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="bench"):
    """A bench, or whatever stands in for it."""


class StepBlock(Block, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="step"):
    """A step to stand on."""


class Table(Block, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="table"):
    """A table's top; its legs reach the floor."""


class Wall(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="shape", tag="wall"):
    """An upright surface at `x`, from `z_from` to `z_to` along the body's front-to-back line."""

    x: Coordinate
    z_from: Coordinate
    z_to: Coordinate
    height: Metres


Prop = Band | Ball | Cushion | Pad | Bench | StepBlock | Table | Wall
