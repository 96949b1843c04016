"""Joints from postures, and where a camera sees them."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moving import IDS, poses_of

from hiptimer.figure.posture import posture_of
from hiptimer.figure.skeleton import SHANK, THIGH, bend, solve, view

coordinates = st.floats(-2, 2)
points = st.tuples(coordinates, coordinates, coordinates)
poles = points.filter(lambda p: dist(p, (0, 0, 0)) > 0.1)


@given(root=points, end=points, pole=poles)
def test_bones_keep_their_length_wherever_the_end_is_asked_for(root, end, pole) -> None:
    middle, reached = bend(root, end, THIGH, SHANK, pole)
    assert dist(root, middle) == pytest.approx(THIGH, abs=1e-6)
    assert dist(middle, reached) == pytest.approx(SHANK, abs=1e-6)


@given(root=points, end=points, pole=poles)
def test_the_end_is_where_it_was_asked_for_when_the_limb_reaches(root, end, pole) -> None:
    _, reached = bend(root, end, THIGH, SHANK, pole)
    if 0.01 < dist(root, end) < THIGH + SHANK:
        assert dist(reached, end) < 1e-6
    else:
        assert dist(root, reached) <= THIGH + SHANK + 1e-6


def test_a_knee_bends_towards_its_pole() -> None:
    middle, _ = bend((0, 1, 0), (0, 0.3, 0), THIGH, SHANK, (0, 0, 1))
    assert middle[2] > 0.1
    middle, _ = bend((0, 1, 0), (0, 0.3, 0), THIGH, SHANK, (0, 0, -1))
    assert middle[2] < -0.1


def test_a_pole_along_the_limb_still_gives_a_knee() -> None:
    middle, _ = bend((0, 1, 0), (0, 0.3, 0), THIGH, SHANK, (0, 1, 0))
    assert dist((0, 1, 0), middle) == pytest.approx(THIGH, abs=1e-6)


@pytest.mark.parametrize("exercise_id", IDS)
def test_poses_come_out_as_they_are_written(exercise_id: str) -> None:
    for name, pose in poses_of(exercise_id).items():
        joints = solve(posture_of(pose.points)).joints
        for joint, point in pose.points.items():
            assert dist(joints[joint], point) < 0.016, f"{name}: {joint}"


def test_the_front_view_has_their_left_on_the_right_of_the_picture() -> None:
    assert view(0, 0)((1.0, 2.0, 3.0)) == pytest.approx((1, 2, 3))


def test_a_view_from_their_left_looks_against_x() -> None:
    assert view(90, 0)((1.0, 2.0, 3.0)) == pytest.approx((-3, 2, 1))


def test_a_view_from_above_has_the_head_of_a_standing_body_nearest() -> None:
    assert view(0, 90)((0.0, 1.7, 0.0)) == pytest.approx((0, 0, 1.7), abs=1e-9)


@given(point=points, azimuth=st.floats(-180, 180), elevation=st.floats(-90, 90))
def test_a_view_keeps_distances(point, azimuth: float, elevation: float) -> None:
    seen = view(azimuth, elevation)(point)
    assert dist(seen, (0, 0, 0)) == pytest.approx(dist(point, (0, 0, 0)), abs=1e-9)
