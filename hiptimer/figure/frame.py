"""A frame: one instant of an exercise, with all that is needed to paint it."""

import msgspec

from hiptimer.figure.mat import Mat
from hiptimer.figure.placed import PlacedProp, mirrored_prop
from hiptimer.figure.skeleton import Body
from hiptimer.figure.vector import mirrored
from hiptimer.model.joint import Joint, Point


class Frame(msgspec.Struct, frozen=True):
    """The camera looks at `centre`. `half` is half the width and half the height, in metres, that
    must fit on the picture, and `radius` the larger of the two; they stay the same over the whole
    exercise but for the turn to the other side.
    """

    body: Body
    props: tuple[PlacedProp, ...]
    azimuth: float
    elevation: float
    centre: Point
    radius: float
    half: tuple[float, float]
    working: frozenset[Joint]
    mat: Mat


def mirrored_frame(frame: Frame) -> Frame:
    """The same instant with left and right exchanged, the camera too."""
    return Frame(
        body=Body(mirrored_joints(frame.body.joints)),
        props=tuple(mirrored_prop(prop) for prop in frame.props),
        azimuth=-frame.azimuth,
        elevation=frame.elevation,
        centre=mirrored(frame.centre),
        radius=frame.radius,
        half=frame.half,
        working=mirrored_names(frame.working),
        mat=frame.mat.mirrored(),
    )


def mirrored_joints(joints: dict[Joint, Point]) -> dict[Joint, Point]:
    """Where the joints are with left and right exchanged."""
    return {_OTHER[joint]: (-x, y, z) for joint, (x, y, z) in joints.items()}


def mirrored_names(joints: frozenset[Joint]) -> frozenset[Joint]:
    return frozenset(_OTHER[joint] for joint in joints)


_OTHER = {joint: joint.mirrored for joint in Joint}
