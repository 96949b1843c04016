"""Whatever point of a pose is moved wherever: the bones keep their length."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.figure.posing import with_point
from hiptimer.model.joint import Joint
from hiptimer.model.pose import Pose
from hiptimer.model.reading import read_poses

FOLDER = Path(__file__).parents[2] / "assets" / "poses"
POSES = [pose for file in sorted(FOLDER.glob("*.toml")) for pose in read_poses(file).values()]
BONES = [
    ("hip", "knee"),
    ("knee", "ankle"),
    ("ankle", "heel"),
    ("heel", "toe"),
    ("shoulder", "elbow"),
    ("elbow", "wrist"),
    ("wrist", "hand"),
]
places = st.tuples(*[st.floats(-10, 10)] * 3)


def lengths(pose: Pose) -> list[float]:
    trunk = [(Joint.PELVIS, Joint.MID_SPINE), (Joint.MID_SPINE, Joint.NECK)]
    trunk += [(Joint.NECK, Joint.HEAD), (Joint.SHOULDER_LEFT, Joint.SHOULDER_RIGHT)]
    limbs = [(Joint(f"{a}_{s}"), Joint(f"{b}_{s}")) for a, b in BONES for s in ("left", "right")]
    return [math.dist(pose.points[a], pose.points[b]) for a, b in (*trunk, *limbs)]


@given(st.sampled_from(POSES), st.lists(st.tuples(st.sampled_from(Joint), places), max_size=4))
def test_bones_keep_their_length(pose: Pose, moves: list) -> None:
    moved = pose
    for joint, to in moves:
        moved = with_point(moved, joint, to)
    assert set(moved.points) == set(Joint)
    assert all(abs(c) < 6 for point in moved.points.values() for c in point)
    assert lengths(moved) == pytest.approx(lengths(pose), abs=0.012)


@pytest.mark.parametrize(
    "joint", [Joint.WRIST_LEFT, Joint.ANKLE_RIGHT, Joint.PELVIS], ids=lambda j: j.value
)
def test_what_can_be_reached_is_where_it_was_put(joint: Joint) -> None:
    pose = read_poses(FOLDER / "bridge-basic.toml")["down"]
    x, y, z = pose.points[joint]
    moved = with_point(pose, joint, (x, y + 0.02, z))
    assert moved.points[joint] == pytest.approx((x, y + 0.02, z), abs=0.002)


def test_the_feet_stay_when_the_hips_rise() -> None:
    pose = read_poses(FOLDER / "bridge-basic.toml")["down"]
    x, y, z = pose.points[Joint.PELVIS]
    moved = with_point(pose, Joint.PELVIS, (x, y + 0.1, z))
    for joint in (Joint.ANKLE_LEFT, Joint.ANKLE_RIGHT):
        assert moved.points[joint] == pytest.approx(pose.points[joint], abs=0.002)
    assert moved.points[Joint.NECK][1] == pytest.approx(pose.points[Joint.NECK][1] + 0.1, abs=0.01)


def test_nothing_happens_where_a_point_is_put_where_it_is() -> None:
    for pose in POSES[:20]:
        moved = with_point(pose, Joint.KNEE_LEFT, pose.points[Joint.KNEE_LEFT])
        for joint, at in pose.points.items():
            assert math.dist(moved.points[joint], at) < 0.02
