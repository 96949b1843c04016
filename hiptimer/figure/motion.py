"""Where the body and the props of an exercise are at any instant."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from hiptimer.figure.between_sides import halfway
from hiptimer.figure.breath import breathing
from hiptimer.figure.frame import Frame, mirrored_frame, mirrored_joints
from hiptimer.figure.framing import Framing, Sight, framed, widened
from hiptimer.figure.key import Key, key_of, mirrored_key, moved
from hiptimer.figure.limb import ease
from hiptimer.figure.mat import mat_for
from hiptimer.figure.path import Path
from hiptimer.figure.placed import PlacedProp, mirrored_prop
from hiptimer.figure.placing import changing_sides, place
from hiptimer.figure.posture import Posture
from hiptimer.figure.preview import ENTER_S, LONGEST_HOLD_S, SHORTEST_S, Preview
from hiptimer.figure.skeleton import Body, solve
from hiptimer.figure.vector import add, mirrored, mix, scale
from hiptimer.model.exercise import Exercise, Phase, PhaseKind
from hiptimer.model.exercise import Motion as MotionKind
from hiptimer.model.joint import Joint, Point
from hiptimer.model.pose import Pose
from hiptimer.model.side import Side

__all__ = ["Frame", "Motion"]

FRONT = 45
"""Degrees to either side within which the camera counts as looking from the front."""
SAMPLES = 6
"""Instants of each phase that decide how much the picture must show."""
HIPS = frozenset({Joint.HIP_LEFT, Joint.HIP_RIGHT})
RIGHT_HIP = frozenset({Joint.HIP_RIGHT})
BEGINS_AT_START = (MotionKind.PENDULUM, MotionKind.WALK)


class Course(msgspec.Struct, frozen=True):
    """A path and the names of the poses it goes through."""

    path: Path
    names: tuple[str, ...]


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
        self._courses = tuple(self._course(phase) for phase in exercise.phases)
        self._first = self._first_course()
        self._enter = self._entering()
        self._walks = any(exercise.travel)
        self._mat = mat_for(exercise, poses.values())
        self._preview = Preview([s for _, s in self._parts()], ENTER_S if self._enter else 0.0)

    def at_phase(
        self, phase: int, fraction: float, rep: int, side: Side, seconds: float = 0.0
    ) -> Frame:
        """The instant `fraction` (0 to 1) into a phase of rep `rep` (from 0).

        `seconds` into the phase let a hold breathe.
        """
        return self._shown(self._at(phase, fraction, rep, seconds), side)

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

    def _course(self, phase: Phase, begin: Key | None = None) -> Course:
        """A phase as a path; in a walk the first begins where the rep before ended."""
        names = (phase.from_pose, *phase.through, phase.to_pose)
        keys = [self._keys[name] for name in names]
        if begin is not None:
            keys[0] = begin
        elif phase is self._exercise.phases[0]:
            keys[0] = moved(keys[0], scale(self._exercise.travel, -1))
        return Course(Path(keys), names)

    def _first_course(self) -> Course:
        """The first phase of the first rep, where that begins in another pose than later."""
        exercise, phase = self._exercise, self._exercise.phases[0]
        if exercise.motion not in BEGINS_AT_START:
            return self._courses[0]
        through = tuple(name for name in phase.through if name != exercise.start)
        first = msgspec.structs.replace(phase, from_pose=exercise.start, through=through)
        return self._course(first, self._keys[exercise.start])

    def _entering(self) -> Course | None:
        """From the starting pose to where the first rep begins, if that is another."""
        names = (self._exercise.start, self._first.names[0])
        if names[0] == names[1]:
            return None
        return Course(Path([self._keys[name] for name in names]), names)

    def _at(self, phase: int, fraction: float, rep: int, seconds: float) -> Frame:
        exercise = self._exercise
        course = self._first if phase == 0 and rep == 0 else self._courses[phase]
        frame_of = course.path.at(fraction)
        if exercise.phases[phase].kind is PhaseKind.HOLD and course.path.stands_still:
            frame_of = breathing(frame_of, seconds, fraction)
        return self._frame(frame_of, _way(course, fraction), scale(exercise.travel, rep))

    def _ready(self, seconds: float, total: float | None) -> Frame:
        stage = self._preview.stage(seconds, total)
        if stage.part >= 0:
            phase, _ = self._parts()[stage.part]
            forward = stage.part < len(self._exercise.phases)
            fraction = stage.fraction if forward else 1 - stage.fraction
            return self._at(phase, fraction, 0, 0.0)
        if self._enter is not None:
            course, fraction = self._enter, stage.fraction
        else:
            course, fraction = self._first, 0.0
        return self._frame(course.path.at(fraction), _way(course, fraction))

    def _parts(self) -> Sequence[tuple[int, float]]:
        """The phases of one preview, and their seconds; what ends elsewhere is taken back."""
        phases = self._exercise.phases
        parts = [(index, _preview_s(phase)) for index, phase in enumerate(phases)]
        if self._exercise.motion in BEGINS_AT_START:
            parts += parts[::-1]
        return parts

    @cached_property
    def _turning_path(self) -> Path:
        start = self._keys[self._exercise.start]
        return Path([start, *halfway(start, self._exercise.position), mirrored_key(start)])

    def _turn(self, fraction: float) -> Frame:
        """From the right side's starting pose to the left's, unflipped."""
        start = self._exercise.start
        plain = self._frame(self._turning_path.at(fraction), (start, start, 0.0))
        return self._turned_round(plain, fraction)

    def _turned_round(self, plain: Frame, fraction: float) -> Frame:
        """Camera, props and the working leg on the way to the other side's."""
        start = self._exercise.start
        there = place(self._exercise.props, mirrored_joints(plain.body.joints), (start, start, 0.0))
        props = tuple(
            changing_sides(a, mirrored_prop(b), fraction)
            for a, b in zip(plain.props, there, strict=True)
        )
        azimuth, centre = self._camera_turned(self._framing.centre, fraction)
        return msgspec.structs.replace(
            plain,
            props=props,
            azimuth=azimuth,
            centre=centre,
            working=_of_half(self._working, fraction),
        )

    def _camera_turned(self, centre: Point, fraction: float) -> tuple[float, Point]:
        """Azimuth and centre on the way to their mirror images, by the shorter way round."""
        azimuth = self._exercise.camera.azimuth
        shorter = (-2 * azimuth + 180) % 360 - 180
        share = ease(fraction)
        return azimuth + share * shorter, mix(centre, mirrored(centre), share)

    def _frame(
        self, posture: Posture, way: tuple[str, str, float], by: Point = (0.0, 0.0, 0.0)
    ) -> Frame:
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
        self, posture: Posture, way: tuple[str, str, float], by: Point = (0.0, 0.0, 0.0)
    ) -> tuple[dict[Joint, Point], tuple[PlacedProp, ...]]:
        joints = solve(posture).joints
        if any(by):
            joints = {joint: add(point, by) for joint, point in joints.items()}
        return joints, place(self._exercise.props, joints, way)

    @cached_property
    def _framing(self) -> Framing:
        """How much the picture must show for all that ever happens in it."""
        camera = self._exercise.camera
        courses = [self._first, *self._courses, *([self._enter] if self._enter else ())]
        sights = []
        for course in courses:
            for fraction in _instants(course.path):
                joints, props = self._scene(course.path.at(fraction), _way(course, fraction))
                followed = self._followed(joints[Joint.PELVIS])
                seen = (*props, self._mat.moved(followed).as_pad())
                sights.append(Sight(joints, seen, camera.azimuth, camera.elevation, followed))
        framing = framed(sights, camera.azimuth, camera.elevation)
        return widened(framing, self._turning_sights(framing.centre))

    def _turning_sights(self, centre: Point) -> Iterator[Sight]:
        if not self._exercise.per_side:
            return
        camera = self._exercise.camera
        start = self._exercise.start
        for fraction in _instants(self._turning_path):
            scene = self._scene(self._turning_path.at(fraction), (start, start, 0.0))
            azimuth, seen_from = self._camera_turned(centre, fraction)
            joints = scene[0]
            yield Sight(joints, (), azimuth, camera.elevation, seen_from)

    def _followed(self, pelvis: Point) -> Point:
        """How far the camera has gone along with a walking body."""
        if not self._walks:
            return (0.0, 0.0, 0.0)
        x, _, z = self._keys[self._exercise.start].posture.pelvis
        return (pelvis[0] - x, 0.0, pelvis[2] - z)

    def _shown(self, frame: Frame, side: Side) -> Frame:
        return mirrored_frame(frame) if self._is_left(side) else frame

    def _is_left(self, side: Side) -> bool:
        """Whether the figure shown works with its left."""
        return (side is Side.LEFT) is not self._flipped


def _way(course: Course, fraction: float) -> tuple[str, str, float]:
    index, share = course.path.place(fraction)
    return (course.names[index], course.names[index + 1], share)


def _instants(path: Path) -> Iterator[float]:
    return (step / SAMPLES for step in range(1 if path.stands_still else SAMPLES + 1))


def _preview_s(phase: Phase) -> float:
    if phase.from_pose != phase.to_pose:
        return max(phase.seconds, SHORTEST_S)
    return min(max(phase.seconds, SHORTEST_S), LONGEST_HOLD_S)


def _of_half(working: frozenset[Joint], fraction: float) -> frozenset[Joint]:
    return working if fraction < 0.5 else frozenset(joint.mirrored for joint in working)
