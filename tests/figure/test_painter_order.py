"""What is painted over what."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.figure.lens import Lens
from hiptimer.figure.motion import Motion
from hiptimer.figure.order import far_to_near, touching
from hiptimer.figure.part import Box, Part
from hiptimer.figure.picture import parts_of
from hiptimer.figure.stretch import Stretch
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side

ASSETS = Path(__file__).parents[2] / "assets"
LENS = Lens(0.0, 20.0, (0.0, 0.0, 0.0), 100.0, (0.0, 0.0))
places = st.floats(-200, 200).map(lambda value: round(value, 1))
spots = st.tuples(places, places, places)


def bar(name: str, a: tuple[float, float, float], b: tuple[float, float, float]) -> Part:
    return Part(name, (Stretch(a, 5.0, b, 5.0),), ())


def names(parts: list[Part]) -> list[str]:
    return [parts[place].name for place in far_to_near(parts, LENS)]


def test_order_is_asked_where_two_cross_not_in_their_middles() -> None:
    # The long bar is nearer on the whole, but farther where the short one crosses it.
    long = bar("long", (0.0, 0.0, -1.0), (300.0, 0.0, 5.0))
    short = bar("short", (10.0, -20.0, 0.0), (10.0, 20.0, 0.0))
    assert names([short, long]) == ["long", "short"]
    assert names([long, short]) == ["long", "short"]


def test_three_in_a_ring_are_all_painted() -> None:
    ring = [
        bar("a", (0.0, 0.0, 1.0), (100.0, 0.0, -1.0)),
        bar("b", (100.0, 0.0, 1.0), (50.0, 80.0, -1.0)),
        bar("c", (50.0, 80.0, 1.0), (0.0, 0.0, -1.0)),
    ]
    assert sorted(names(ring)) == ["a", "b", "c"]


def test_what_is_above_a_box_is_in_front_of_it() -> None:
    box = Part(
        "box",
        (Stretch((0, 0, 0), 90.0, (0, 0, 0), 90.0),),
        (),
        box=Box((-0.5, 0.0, -0.5), (0.5, 0.4, 0.5)),
    )
    above = Part("above", (Stretch((0, 0, 0), 9.0, (0, 0, 0), 9.0),), (), ends=((0.0, 0.5, -0.4),))
    behind = Part(
        "behind",
        (Stretch((0, 0, 0), 9.0, (0, 0, 0), 9.0),),
        (),
        ends=((0.0, 0.2, -0.7), (0.0, 0.3, -0.9)),
    )
    assert names([above, box, behind]) == ["behind", "box", "above"]


@given(spots, spots, spots, spots)
def test_overlap_is_that_of_the_nearest_points(a, b, c, d) -> None:
    one, two = Stretch(a, 10.0, b, 10.0), Stretch(c, 10.0, d, 10.0)
    overlap, _ = touching(one, two)
    steps = [n / 40 for n in range(41)]
    nearest = min(
        math.hypot(
            a[0] + s * (b[0] - a[0]) - c[0] - t * (d[0] - c[0]),
            a[1] + s * (b[1] - a[1]) - c[1] - t * (d[1] - c[1]),
        )
        for s in steps
        for t in steps
    )
    reach = max(math.dist(a[:2], b[:2]), math.dist(c[:2], d[:2])) / 40
    # Lines within a thousandth of parallel count as parallel: half a pixel at this length.
    assert 20.0 - overlap <= nearest + 0.5
    assert 20.0 - overlap >= nearest - 1.5 * reach - 1e-2


@pytest.mark.parametrize(
    ("exercise_id", "far", "near"),
    [
        ("bird-dog", "thigh left", "thigh right"),
        ("bridge-march", "thigh left", "thigh right"),
        ("clam-basic", "thigh left", "thigh right"),
        ("single-leg-deadlift", "upper arm left", "trunk"),
        ("single-leg-deadlift", "trunk", "upper arm right"),
        ("split-squat", "thigh left", "trunk"),
        ("bridge-ball", "prop 0", "shoe right"),
        ("stretch-pigeon-table", "prop 0", "shank right"),
        ("stretch-pigeon-table", "shank left", "prop 0"),
        ("clam-band", "prop 0 far", "thigh right"),
        ("clam-band", "thigh left", "prop 0 near"),
    ],
)
def test_near_things_are_painted_after_far_ones(exercise_id: str, far: str, near: str) -> None:
    exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
    poses = read_poses(ASSETS / f"poses/{exercise_id}.toml")
    motion = Motion(exercise, poses, mirror_front=False)
    frame = motion.at_phase(0, 1.0, 0, Side.RIGHT if exercise.per_side else Side.BOTH)
    lens = Lens(frame.azimuth, frame.elevation, frame.centre, 300.0, (0.0, 0.0))
    parts = parts_of(frame, lens)
    order = [parts[place].name for place in far_to_near(parts, lens)]
    assert order.index(far) < order.index(near)
