"""Where the body and the props of an exercise are at any instant."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from hiptimer.figure.breath import breathing
from hiptimer.figure.course import Way, courses_of
from hiptimer.figure.frame import Frame, mirrored_frame, mirrored_names
from hiptimer.figure.framing import Framing, Sight, framed, widened
from hiptimer.figure.key import key_of
from hiptimer.figure.mat import mat_for
from hiptimer.figure.placed import PlacedProp, PlacedWall
from hiptimer.figure.placing import place
from hiptimer.figure.posture import Posture
from hiptimer.figure.preview import ENTER_S, Preview, preview_parts
from hiptimer.figure.skeleton import Body, solve
from hiptimer.figure.turning import Turning
from hiptimer.figure.vector import add, scale
from hiptimer.model.exercise import Exercise, PhaseKind
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Pose
from hiptimer.model.side import Side

__all__ = ["Frame", "Motion"]

FRONT = 45
"""Degrees to either side within which the camera counts as looking from the front."""
SAMPLES = 6
"""Instants of each phase, and of changing sides, that decide how much the picture must show."""
HIPS = frozenset({Joint.HIP_LEFT, Joint.HIP_RIGHT})
RIGHT_HIP = frozenset({Joint.HIP_RIGHT})
HERE: Point = (0.0, 0.0, 0.0)


class Motion:
    """An exercise in motion. `poses` are its own, by name, with the right side working.

    With `mirror_front`, what is seen from the front is shown as in a mirror: the working leg on
    the watcher's own side.
    """

    def __init__(
        self, exercise: Exercise, poses: Mapping[str, Pose], *, mirror_front: bool = True
    ) -> None:
        self._exercise = exercise
        self._keys = {name: key_of(pose) for name, pose in poses.items()}
        self._flipped = mirror_front and abs(exercise.camera.azimuth) < FRONT
        self._working = RIGHT_HIP if exercise.per_side else HIPS
        self._courses = courses_of(exercise, self._keys)
        self._walks = any(exercise.travel)
        self._mat = mat_for(exercise, poses.values())
        self._parts = preview_parts(exercise)
        enter_s = ENTER_S if self._courses.enter else 0.0
        self._preview = Preview([part_s for _, part_s in self._parts], enter_s)

    def at_phase(
        self, phase: int, fraction: float, rep: int, side: Side, seconds: float = 0.0
    ) -> Frame:
        """The instant `fraction` (0 to 1) into a phase of rep `rep` (from 0).

        `seconds` into the phase let a hold breathe.
        """
        return self._shown(self._at(phase, fraction, rep, seconds), side)

    def waiting(self, phase: int, rep: int, side: Side, seconds: float) -> Frame:
        """`seconds` after the end of a phase, in which the body stays there and breathes."""
        course = self._courses.of(phase, rep)
        posture = breathing(course.path.at(1.0), seconds)
        travelled = scale(self._exercise.travel, rep)
        return self._shown(self._frame(posture, course.way(1.0), travelled), side)

    def get_ready(self, seconds: float, side: Side, total: float | None = None) -> Frame:
        """The starting pose, then the movement slowly, over and over.

        With `total`, the seconds of the get-ready, it ends where the first phase begins.
        """
        return self._shown(self._ready(seconds, total), side)

    def turning(self, fraction: float, from_side: Side, to_side: Side) -> Frame:
        """From one side's starting pose (0) to the other's (1)."""
        from_left, to_left = self._is_left(from_side), self._is_left(to_side)
        if from_left is to_left:
            return self._shown(self._ready(0.0, None), from_side)
        frame = self._turn(fraction)
        return mirrored_frame(frame) if from_left else frame

    def key_moments(self, side: Side) -> tuple[Frame, ...]:
        """Still pictures that tell the exercise, in its order."""
        names = [self._exercise.start]
        for phase in self._exercise.phases:
            names += [phase.from_pose, *phase.through, phase.to_pose]
        return tuple(
            self._shown(self._frame(self._keys[name].posture, (name, name, 0.0)), side)
            for name in dict.fromkeys(names)
        )

    def _at(self, phase: int, fraction: float, rep: int, seconds: float) -> Frame:
        course = self._courses.of(phase, rep)
        posture = course.path.at(fraction)
        if self._exercise.phases[phase].kind is PhaseKind.HOLD and course.path.stands_still:
            left_s = seconds * (1 - fraction) / fraction if fraction > 0 else 0.0
            posture = breathing(posture, seconds, left_s)
        return self._frame(posture, course.way(fraction), scale(self._exercise.travel, rep))

    def _ready(self, seconds: float, total: float | None) -> Frame:
        stage = self._preview.stage(seconds, total)
        if stage.part >= 0:
            phase, _ = self._parts[stage.part]
            forward = stage.part < len(self._exercise.phases)
            return self._at(phase, stage.fraction if forward else 1 - stage.fraction, 0, 0.0)
        course, fraction = self._courses.enter, stage.fraction
        if course is None:
            course, fraction = self._courses.first, 0.0
        return self._frame(course.path.at(fraction), course.way(fraction))

    @cached_property
    def _turning(self) -> Turning:
        return Turning(self._exercise, self._keys[self._exercise.start])

    def _turn(self, fraction: float) -> Frame:
        """From the right side's starting pose to the left's, unflipped."""
        start, turning = self._exercise.start, self._turning
        plain = self._frame(turning.posture(fraction), (start, start, 0.0))
        joints, azimuth = plain.body.joints, turning.azimuth(fraction)
        centre = turning.centre(self._framing.centre, fraction)
        # Whoever turns may sit up for it: the picture widens just while that needs the room. A wall
        # changes sides beyond the edge.
        props = turning.props(joints, fraction)
        things = [prop for prop in props if not isinstance(prop, PlacedWall)]
        seen = Sight(joints, (*things, plain.mat.as_pad()), azimuth, plain.elevation, centre)
        half = widened(self._framing, [seen]).half
        return msgspec.structs.replace(
            plain,
            props=props,
            azimuth=azimuth,
            centre=centre,
            radius=max(half),
            half=half,
            working=plain.working if fraction < 0.5 else mirrored_names(plain.working),
        )

    def _frame(self, posture: Posture, way: Way, by: Point = HERE) -> Frame:
        joints, props = self._scene(posture, way, by)
        camera, framing = self._exercise.camera, self._framing
        followed = self._followed(joints[Joint.PELVIS])
        return Frame(
            body=Body(joints),
            props=props,
            azimuth=camera.azimuth,
            elevation=camera.elevation,
            centre=add(framing.centre, followed),
            radius=max(framing.half),
            half=framing.half,
            working=self._working,
            mat=self._mat.moved(followed),
        )

    def _scene(
        self, posture: Posture, way: Way, by: Point = HERE
    ) -> tuple[dict[Joint, Point], tuple[PlacedProp, ...]]:
        joints = solve(posture).joints
        if any(by):
            joints = {joint: add(point, by) for joint, point in joints.items()}
        return joints, place(self._exercise.props, joints, way)

    @cached_property
    def _framing(self) -> Framing:
        """How much the picture must show for all that happens in it, turning apart."""
        camera = self._exercise.camera
        sights = []
        for course in self._courses.all():
            for fraction in course.instants(SAMPLES):
                joints, props = self._scene(course.path.at(fraction), course.way(fraction))
                followed = self._followed(joints[Joint.PELVIS])
                seen = (*props, self._mat.moved(followed).as_pad())
                sights.append(Sight(joints, seen, camera.azimuth, camera.elevation, followed))
        return framed(sights, camera.azimuth, camera.elevation)

    def _followed(self, pelvis: Point) -> Point:
        """How far the camera has gone along with a walking body."""
        if not self._walks:
            return HERE
        x, _, z = self._keys[self._exercise.start].posture.pelvis
        return (pelvis[0] - x, 0.0, pelvis[2] - z)

    def _shown(self, frame: Frame, side: Side) -> Frame:
        return mirrored_frame(frame) if self._is_left(side) else frame

    def _is_left(self, side: Side) -> bool:
        """Whether the figure shown works with its left."""
        return (side is Side.LEFT) is not self._flipped
