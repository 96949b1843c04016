"""Where the body and the props of an exercise are at any instant."""

from collections.abc import Mapping

import msgspec

from hiptimer.figure.placed import PlacedProp, mirrored_prop
from hiptimer.figure.posture import Posture, posture_of
from hiptimer.figure.skeleton import Body, solve
from hiptimer.figure.vector import mirrored
from hiptimer.model.exercise import Exercise
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Pose
from hiptimer.model.side import Side

FRONT = 45
"""Degrees to either side within which the camera counts as looking from the front."""


class Frame(msgspec.Struct, frozen=True):
    """One instant. Whoever paints needs nothing else.

    The camera looks at `centre`; `radius` is half the height and width, in metres, that must fit
    on the picture, the same over the whole exercise. `half` says the two separately (half width,
    half height), for pictures that are wider than high.
    """

    body: Body
    props: tuple[PlacedProp, ...]
    azimuth: float
    elevation: float
    centre: Point
    radius: float
    half: tuple[float, float]
    working: frozenset[Joint]


def mirrored_frame(frame: Frame) -> Frame:
    """The same instant with left and right exchanged, the camera too."""
    joints = {joint.mirrored: mirrored(point) for joint, point in frame.body.joints.items()}
    return Frame(
        body=Body(joints),
        props=tuple(mirrored_prop(prop) for prop in frame.props),
        azimuth=-frame.azimuth,
        elevation=frame.elevation,
        centre=mirrored(frame.centre),
        radius=frame.radius,
        half=frame.half,
        working=frozenset(joint.mirrored for joint in frame.working),
    )


class Motion:
    """An exercise in motion. `poses` are its own, by name, with the right side working.

    With `mirror_front`, what is seen from the front is shown as in a mirror: the working leg on
    the watcher's own side.
    """

    def __init__(
        self, exercise: Exercise, poses: Mapping[str, Pose], *, mirror_front: bool = True
    ) -> None:
        self._exercise = exercise
        self._postures: dict[str, Posture] = {
            name: posture_of(pose.points) for name, pose in poses.items()
        }
        self._flipped = mirror_front and abs(exercise.camera.azimuth) < FRONT

    def at_phase(
        self, phase: int, fraction: float, rep: int, side: Side, seconds: float = 0.0
    ) -> Frame:
        """The instant `fraction` (0 to 1) into a phase; `seconds` into it, for the breath."""
        name = self._exercise.phases[phase].to_pose
        return self._shown(self._frame(self._postures[name]), side)

    def get_ready(self, seconds: float, side: Side, total: float | None = None) -> Frame:
        """The starting pose, then a slow preview of the movement, over and over.

        With `total`, the length of the get-ready, it ends where the first phase begins.
        """
        return self._shown(self._frame(self._postures[self._exercise.start]), side)

    def turning(self, fraction: float, from_side: Side, to_side: Side) -> Frame:
        """From one side's starting pose to the other's."""
        return self.get_ready(0, from_side if fraction < 0.5 else to_side)

    def key_moments(self, side: Side) -> tuple[Frame, ...]:
        """Still pictures that tell the exercise, in its order."""
        names = [self._exercise.start]
        for phase in self._exercise.phases:
            names += [n for n in (phase.from_pose, *phase.through, phase.to_pose)]
        return tuple(
            self._shown(self._frame(self._postures[name]), side) for name in dict.fromkeys(names)
        )

    def _frame(self, posture: Posture) -> Frame:
        camera = self._exercise.camera
        body = solve(posture)
        return Frame(
            body=body,
            props=(),
            azimuth=camera.azimuth,
            elevation=camera.elevation,
            centre=posture.pelvis,
            radius=1.0,
            half=(1.0, 1.0),
            working=frozenset({Joint.HIP_RIGHT}),
        )

    def _shown(self, frame: Frame, side: Side) -> Frame:
        left = (side is Side.LEFT) is not self._flipped
        return mirrored_frame(frame) if left else frame
