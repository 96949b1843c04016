"""Hulls, lens and mat: the geometry under the painting."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.figure.lens import Lens
from hiptimer.figure.mat import mat_for
from hiptimer.figure.shapes import capsule, convex_hull, rounded
from hiptimer.figure.stretch import Stretch
from hiptimer.model.reading import read_exercise, read_poses

ASSETS = Path(__file__).parents[2] / "assets"
numbers = st.floats(-100, 100).map(lambda value: round(value, 1))
spots = st.tuples(numbers, numbers, st.just(0.0))


@given(st.lists(spots, min_size=1, max_size=8))
def test_hull_has_every_corner_within(group) -> None:
    hull = convex_hull(group)
    for (ax, ay), (bx, by) in zip(hull, hull[1:] + hull[:1], strict=True):
        for x, y, _ in group:
            assert (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-6


@given(st.lists(spots, min_size=2, max_size=8))
def test_round_corners_turn_once_round(group) -> None:
    ring = rounded([group], 5.0).rings[0]
    assert sum(abs(arc.sweep) for arc in ring) == pytest.approx(360.0)


def test_capsule_inside_its_own_end_is_a_circle() -> None:
    ring = capsule(Stretch((0.0, 0.0, 0.0), 10.0, (3.0, 0.0, 0.0), 2.0)).rings[0]
    assert [(arc.x, arc.radius, arc.sweep) for arc in ring] == [(0.0, 10.0, -360.0)]


@given(st.floats(-180, 180), st.floats(0, 60))
def test_lens_looks_along_three_square_directions(azimuth: float, elevation: float) -> None:
    lens = Lens(azimuth, elevation, (0.0, 0.0, 0.0), 1.0, (0.0, 0.0))
    axes = (lens.right, lens.up, lens.eye)
    for n, one in enumerate(axes):
        assert math.hypot(*one) == pytest.approx(1.0)
        for two in axes[:n]:
            assert sum(a * b for a, b in zip(one, two, strict=True)) == pytest.approx(0, abs=1e-9)


def test_lens_from_their_left_sees_the_face_to_the_left() -> None:
    lens = Lens(90.0, 0.0, (0.0, 0.0, 0.0), 100.0, (0.0, 0.0))
    x, y, depth = lens.spot((0.3, 1.0, 1.0))
    assert (x, y, depth) == pytest.approx((-100.0, -100.0, 0.3))


@pytest.mark.parametrize("exercise_id", ["clam-basic", "bridge-basic", "quad-rock-back"])
def test_mat_lies_under_all_that_is_low(exercise_id: str) -> None:
    exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
    poses = read_poses(ASSETS / f"poses/{exercise_id}.toml")
    mat = mat_for(exercise, poses.values())
    low = [point for pose in poses.values() for point in pose.points.values() if point[1] < 0.3]
    assert all(mat.low[0] < x < mat.high[0] and mat.low[1] < z < mat.high[1] for x, _, z in low)
    assert mat == mat.mirrored()


def test_mat_of_a_walk_goes_along_it_and_lies_still_otherwise() -> None:
    axes = {}
    for exercise_id in ("band-side-step", "band-monster-walk", "bird-dog"):
        exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
        poses = read_poses(ASSETS / f"poses/{exercise_id}.toml")
        axes[exercise_id] = mat_for(exercise, poses.values()).runs_along
    assert axes == {"band-side-step": 0, "band-monster-walk": 2, "bird-dog": None}
