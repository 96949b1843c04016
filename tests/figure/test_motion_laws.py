"""What must hold for every exercise at every instant, whatever its data."""

from functools import cache
from itertools import pairwise
from math import dist

import pytest
from moving import (
    IDS,
    all_instants,
    exercise_of,
    motion_of,
    phase_instants,
    poses_of,
    ready_instants,
    turning_instants,
)

from hiptimer.figure.frame import Frame, mirrored_frame
from hiptimer.figure.key import contact_joints, held_contacts, key_of, moved
from hiptimer.figure.placed import PlacedBall, PlacedBlock, PlacedProp, PlacedWall
from hiptimer.figure.skeleton import (
    FOOT,
    FOREARM,
    HALF_HIP,
    HALF_SHOULDER,
    HAND,
    HEAD,
    LUMBAR,
    RADIUS,
    SHANK,
    THIGH,
    THORAX,
    UPPER_ARM,
    view,
)
from hiptimer.figure.vector import across, add, cross, dot, norm, scale, sub, unit
from hiptimer.model.joint import Joint, Point
from hiptimer.model.side import Side

FRAMES_A_SECOND = 30
FASTEST = 0.10
"""Metres a joint may go between two frames, 3 m a second: an arm or leg in full swing."""
TURNING_S = 4.0
SUNK = 0.03
OVER_THE_EDGE = 0.001
BENT = 0.03
"""Metres a knee must stand off before it has a front and a back."""

TRUNK = (
    (Joint.PELVIS, Joint.MID_SPINE, LUMBAR),
    (Joint.MID_SPINE, Joint.NECK, THORAX),
    (Joint.NECK, Joint.HEAD, HEAD),
    (Joint.HIP_LEFT, Joint.HIP_RIGHT, 2 * HALF_HIP),
    (Joint.SHOULDER_LEFT, Joint.SHOULDER_RIGHT, 2 * HALF_SHOULDER),
)
LIMBS = (
    ("shoulder", "elbow", UPPER_ARM),
    ("elbow", "wrist", FOREARM),
    ("wrist", "hand", HAND),
    ("hip", "knee", THIGH),
    ("knee", "ankle", SHANK),
    ("heel", "toe", FOOT),
)
BONES = (
    *TRUNK,
    *(
        (Joint(f"{a}_{side}"), Joint(f"{b}_{side}"), length)
        for side in ("left", "right")
        for a, b, length in LIMBS
    ),
)

every_exercise = pytest.mark.parametrize("exercise_id", IDS)
every_one_sided_exercise = pytest.mark.parametrize(
    "exercise_id", [name for name in IDS if exercise_of(name).per_side]
)


@every_exercise
def test_bones_keep_their_length(exercise_id: str) -> None:
    for where, frame in all_instants(exercise_id):
        joints = frame.body.joints
        for a, b, length in BONES:
            assert dist(joints[a], joints[b]) == pytest.approx(length, abs=0.001), f"{where}: {a}"


@every_exercise
def test_nothing_painted_sinks_into_the_floor(exercise_id: str) -> None:
    for where, frame in all_instants(exercise_id):
        for joint, (_, y, _) in frame.body.joints.items():
            if joint is not Joint.FACE:
                assert y - RADIUS[joint] >= -SUNK, f"{where}: {joint}"


@every_exercise
def test_nothing_painted_sinks_into_a_prop(exercise_id: str) -> None:
    for where, frame in all_instants(exercise_id):
        for prop in frame.props:
            for joint, point in frame.body.joints.items():
                if joint is not Joint.FACE:
                    deep = depth(point, RADIUS[joint], prop)
                    assert deep <= SUNK, f"{where}: {joint} in {prop}"


def depth(point: Point, radius: float, prop: PlacedProp) -> float:
    """How deep a ball is in something solid, metres; 0 or less outside."""
    match prop:
        case PlacedBall(centre, size):
            return size + radius - dist(centre, point)
        case PlacedBlock(low, high):
            inside = [(p - a, b - p) for p, a, b in zip(point, low, high, strict=True)]
            if all(a > 0 and b > 0 for a, b in inside):
                return radius + min(min(sides) for sides in inside)
            away = [max(-a, -b, 0.0) for a, b in inside]
            return radius - norm((away[0], away[1], away[2]))
        case PlacedWall(x, z_from, z_to) if z_from < point[2] < z_to:
            return radius + (point[0] - x if x > 0 else x - point[0])
    return 0.0


@every_exercise
def test_knees_bend_forwards(exercise_id: str) -> None:
    """Forwards is where the toes are, seen along the shank."""
    for where, frame in all_instants(exercise_id):
        for side in ("left", "right"):
            assert not knee_is_backwards(frame, side), f"{where}: {side}"


def knee_is_backwards(frame: Frame, side: str) -> bool:
    hip, knee, ankle, heel, toe = (
        frame.body.joints[Joint(f"{name}_{side}")]
        for name in ("hip", "knee", "ankle", "heel", "toe")
    )
    stands_off = across(sub(knee, hip), unit(sub(ankle, hip)))
    shank = unit(sub(ankle, knee))
    ahead = across(unit(sub(toe, heel)), shank)
    if norm(stands_off) < BENT or norm(ahead) < 0.2:
        return False
    return dot(unit(stands_off), unit(ahead)) < 0


@every_exercise
def test_knees_and_elbows_do_not_flip(exercise_id: str) -> None:
    """The plane of a bent limb never turns round from one frame to the next."""
    for instants in as_shown(exercise_id):
        for (_, before), (where, frame) in pairwise(instants):
            for side in ("left", "right"):
                for limb in (("hip", "knee", "ankle"), ("shoulder", "elbow", "wrist")):
                    old, new = fold(before, limb, side), fold(frame, limb, side)
                    if min(norm(old), norm(new)) > 0.02:
                        assert dot(unit(old), unit(new)) > 0, f"{where}: {limb[1]} {side}"


def fold(frame: Frame, limb: tuple[str, str, str], side: str) -> Point:
    root, middle, end = (frame.body.joints[Joint(f"{name}_{side}")] for name in limb)
    return cross(sub(middle, root), sub(end, middle))


@cache
def as_shown(exercise_id: str) -> list[list[tuple[str, Frame]]]:
    """The frames of a screen at 30 a second: reps, get-ready, turning."""
    exercise = exercise_of(exercise_id)
    reps = []
    for rep in (0,) if exercise.is_hold else (0, 1):
        for index, phase in enumerate(exercise.phases):
            steps = max(int(min(phase.seconds, 8) * FRAMES_A_SECOND), 1)
            for step in range(steps + 1 if phase.seconds else 0):
                fraction = step / steps
                seconds = fraction * phase.seconds
                frame = motion_of(exercise_id).at_phase(index, fraction, rep, Side.RIGHT, seconds)
                reps.append((f"{phase.name} {fraction:.2f} of rep {rep}", frame))
    ready = list(ready_instants(exercise_id, Side.RIGHT, 12 * FRAMES_A_SECOND))
    turning = list(turning_instants(exercise_id, int(TURNING_S * FRAMES_A_SECOND)))
    return [ready + reps, turning] if exercise.per_side else [ready + reps]


@every_exercise
def test_nothing_jumps_between_frames(exercise_id: str) -> None:
    """Not within a rep, nor from one to the next, nor from the get-ready into the first."""
    for instants in as_shown(exercise_id):
        for (_, before), (where, frame) in pairwise(instants):
            for joint, point in frame.body.joints.items():
                assert dist(point, before.body.joints[joint]) < FASTEST, f"{where}: {joint}"
            assert dist(before.centre, frame.centre) < FASTEST, where


@every_exercise
def test_held_contacts_stay(exercise_id: str) -> None:
    exercise, motion = exercise_of(exercise_id), motion_of(exercise_id)
    keys = {name: key_of(pose) for name, pose in poses_of(exercise_id).items()}
    for index, phase in enumerate(exercise.phases):
        way = [keys[name] for name in (phase.from_pose, *phase.through, phase.to_pose)]
        if index == 0:
            way[0] = moved(way[0], scale(exercise.travel, -1))
        held = frozenset.intersection(*(held_contacts(a, b) for a, b in pairwise(way)))
        for step in range(51):
            fraction = step / 50
            frame = motion.at_phase(index, fraction, 1, Side.RIGHT, fraction * phase.seconds)
            for contact in held:
                for joint in contact_joints(contact):
                    place = add(way[0].joints[joint], exercise.travel)
                    off = dist(frame.body.joints[joint], place)
                    assert off < 0.005, f"{phase.name} {fraction}: {contact}"


@every_exercise
def test_left_is_the_mirror_image_of_right(exercise_id: str) -> None:
    right = [
        *phase_instants(exercise_id, Side.RIGHT, 1, 10),
        *ready_instants(exercise_id, Side.RIGHT, 10),
    ]
    left = [
        *phase_instants(exercise_id, Side.LEFT, 1, 10),
        *ready_instants(exercise_id, Side.LEFT, 10),
    ]
    for (where, one), (_, other) in zip(right, left, strict=True):
        assert mirrored_frame(one) == other, where
        assert other.azimuth == -one.azimuth


@every_exercise
def test_the_picture_shows_all_of_the_body(exercise_id: str) -> None:
    sizes = set()
    for where, frame in all_instants(exercise_id):
        if not where.startswith("turning"):
            sizes.add((frame.radius, frame.half))
        project = view(frame.azimuth, frame.elevation)
        middle = project(frame.centre)
        for joint, point in frame.body.joints.items():
            x, y, _ = sub(project(point), middle)
            wide, tall = frame.half
            assert abs(x) + RADIUS[joint] <= wide + OVER_THE_EDGE, f"{where}: {joint}"
            assert abs(y) + RADIUS[joint] <= tall + OVER_THE_EDGE, f"{where}: {joint}"
        assert frame.radius == max(frame.half)
    assert len(sizes) == 1


@every_exercise
def test_the_picture_shows_all_that_stands_on_the_floor(exercise_id: str) -> None:
    for where, frame in phase_instants(exercise_id, Side.RIGHT, 0, 10):
        project = view(frame.azimuth, frame.elevation)
        for prop in frame.props:
            match prop:
                case PlacedBlock(low, high):
                    corners = [low, high, (low[0], high[1], high[2]), (high[0], low[1], low[2])]
                case PlacedBall(centre):
                    corners = [centre]
                case _:
                    corners = []
            for corner in corners:
                x, y, _ = sub(project(corner), project(frame.centre))
                assert abs(x) <= frame.half[0], where
                assert abs(y) <= frame.half[1], where


@every_one_sided_exercise
def test_turning_goes_from_one_starting_pose_to_the_other(exercise_id: str) -> None:
    motion = motion_of(exercise_id)
    for fraction, side in ((0.0, Side.RIGHT), (1.0, Side.LEFT)):
        turning = motion.turning(fraction, Side.RIGHT, Side.LEFT)
        start = motion.get_ready(0, side)
        for joint, point in start.body.joints.items():
            assert dist(turning.body.joints[joint], point) < 0.005, joint
        assert turning.working == start.working
        assert turning.centre == pytest.approx(start.centre)
        assert (turning.azimuth - start.azimuth) % 360 == pytest.approx(0)
        assert len(turning.props) == len(start.props)


@every_one_sided_exercise
def test_turning_back_is_the_mirror_image_of_turning(exercise_id: str) -> None:
    motion = motion_of(exercise_id)
    for step in range(11):
        there = motion.turning(step / 10, Side.RIGHT, Side.LEFT)
        back = motion.turning(step / 10, Side.LEFT, Side.RIGHT)
        assert mirrored_frame(there) == back
