"""The poses of the built-in exercises, over the real files."""

import math
from pathlib import Path

import pytest

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.exercise import Exercise
from hiptimer.model.joint import Joint
from hiptimer.model.pose import Contact, Pose
from hiptimer.model.prop import Pad, Wall
from hiptimer.model.reading import read_poses

ASSETS = Path(__file__).parents[2] / "assets"
EXERCISES = tuple(read_catalogue(ASSETS, None).exercises.values())
BONES_M = {
    ("hip", "knee"): 0.417,
    ("knee", "ankle"): 0.418,
    ("shoulder", "elbow"): 0.316,
    ("elbow", "wrist"): 0.248,
}

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)


def poses_of(exercise: Exercise) -> dict[str, Pose]:
    return dict(read_poses(ASSETS / "poses" / f"{exercise.id}.toml"))


def named_poses(exercise: Exercise) -> set[str]:
    names = {exercise.start}
    for phase in exercise.phases:
        names |= {phase.from_pose, phase.to_pose, *phase.through}
    return names


@each_exercise
def test_every_named_pose_is_there_and_every_pose_is_used(exercise: Exercise) -> None:
    assert set(poses_of(exercise)) == named_poses(exercise)


@each_exercise
def test_every_pose_has_all_points_and_touches_something(exercise: Exercise) -> None:
    for pose in poses_of(exercise).values():
        assert set(pose.points) == set(Joint)
        assert pose.touches
        assert len(set(pose.touches)) == len(pose.touches)


@each_exercise
def test_bones_keep_their_length(exercise: Exercise) -> None:
    for pose in poses_of(exercise).values():
        for (upper, lower), metres in BONES_M.items():
            for side in ("left", "right"):
                start = pose.points[Joint(f"{upper}_{side}")]
                end = pose.points[Joint(f"{lower}_{side}")]
                assert math.dist(start, end) == pytest.approx(metres, abs=0.01)


@each_exercise
def test_nobody_sinks_into_the_floor(exercise: Exercise) -> None:
    for pose in poses_of(exercise).values():
        for joint, (_, y, _) in pose.points.items():
            drawn_flat = joint.value.startswith(("hand", "toe", "heel"))
            assert y > (-0.08 if drawn_flat else 0.0)


@pytest.mark.parametrize("id", ["band-side-step", "band-side-step-ankles"])
def test_a_side_step_ends_as_it_began_further_on(id: str) -> None:
    exercise = next(e for e in EXERCISES if e.id == id)
    poses = poses_of(exercise)
    for joint, place in poses["ready"].points.items():
        moved = [a + b for a, b in zip(place, exercise.travel, strict=True)]
        assert poses["followed"].points[joint] == pytest.approx(moved, abs=0.002)


def test_the_standing_feet_of_the_monster_walk_stay_where_they_are() -> None:
    exercise = next(e for e in EXERCISES if e.id == "band-monster-walk")
    poses = poses_of(exercise)
    right, left = poses["right_ahead"].points, poses["left_ahead"].points
    next_right = {
        joint: tuple(a + b for a, b in zip(place, exercise.travel, strict=True))
        for joint, place in right.items()
    }
    assert left[Joint.HEEL_RIGHT] == pytest.approx(right[Joint.HEEL_RIGHT], abs=0.005)
    assert left[Joint.HEEL_LEFT] == pytest.approx(next_right[Joint.HEEL_LEFT], abs=0.005)


@each_exercise
def test_props_are_where_the_body_is(exercise: Exercise) -> None:
    poses = poses_of(exercise).values()
    for prop in exercise.props:
        if isinstance(prop, Wall):
            for pose in poses:
                near = [p for p in pose.points.values() if prop.z_from <= p[2] <= prop.z_to]
                assert all((x < prop.x) == (prop.x > 0) for x, _, _ in near)
        if isinstance(prop, Pad):
            assert all(pose.points[prop.under][1] < 0.07 for pose in poses)


@each_exercise
def test_mirroring_twice_gives_the_same_pose(exercise: Exercise) -> None:
    for pose in poses_of(exercise).values():
        mirrored = pose.mirrored()
        assert mirrored.points[Joint.KNEE_LEFT][0] == -pose.points[Joint.KNEE_RIGHT][0]
        assert mirrored.mirrored() == pose


def test_every_contact_has_its_mirror_image() -> None:
    assert {contact.mirrored for contact in Contact} == set(Contact)
    assert Contact.LEFT_FOOT_SIDE.mirrored is Contact.RIGHT_FOOT_SIDE
    assert Contact.HEAD_BACK.mirrored is Contact.HEAD_BACK
