"""However the phases of an exercise are put together from poses: the figure can be drawn."""

import math
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.figure.motion import Motion
from hiptimer.figure.posing import with_point
from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.joint import Joint
from hiptimer.model.own_exercise import (
    OwnExercise,
    as_hold,
    as_reps,
    borrowed,
    ending_in,
    made,
    used_poses,
    with_pose,
)
from hiptimer.model.reading import read_poses
from hiptimer.model.side import Side

ASSETS = Path(__file__).parents[2] / "assets"
KNOWN = read_catalogue(ASSETS, None).exercises
POSES = {id_: read_poses(ASSETS / "poses" / f"{id_}.toml") for id_ in KNOWN}


@st.composite
def drafts(draw: st.DrawFn) -> OwnExercise:
    exercise_id = draw(st.sampled_from(list(KNOWN)))
    own = borrowed(KNOWN[exercise_id], POSES[exercise_id])
    lender = POSES[draw(st.sampled_from(list(KNOWN)))]
    lent = lender[draw(st.sampled_from(list(lender)))]
    to = draw(st.tuples(*[st.floats(-1, 2)] * 3))
    own = with_pose(own, "lent", with_point(lent, draw(st.sampled_from(Joint)), to))
    own = draw(st.sampled_from([as_hold, as_reps]))(own)
    for index in draw(st.lists(st.integers(0, len(own.phases) - 1), max_size=3)):
        own = ending_in(own, index, draw(st.sampled_from(list(own.poses))))
    return replace(own, per_side=draw(st.booleans()), start=draw(st.sampled_from(list(own.poses))))


@settings(max_examples=40)
@given(drafts())
def test_it_can_be_drawn_at_any_instant(own: OwnExercise) -> None:
    exercise = made(own, "own", KNOWN)
    motion = Motion(exercise, used_poses(own, exercise))
    frames = [motion.get_ready(3.0, Side.LEFT), motion.turning(0.3, Side.LEFT, Side.RIGHT)]
    for phase in range(len(exercise.phases)):
        frames += [motion.at_phase(phase, f, rep, Side.LEFT) for f in (0, 0.5, 1) for rep in (0, 2)]
    for frame in frames:
        assert all(math.isfinite(c) for at in frame.body.joints.values() for c in at)
        assert 0 < frame.radius < 10
