"""An exercise being made: what may be saved is always a good file, and what is wrong is told."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.model.catalogue import check_file, read_catalogue
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import LiesOn, Motion, PhaseKind
from hiptimer.model.own_exercise import (
    OwnExercise,
    OwnPhase,
    as_hold,
    as_reps,
    borrowed,
    ending_in,
    free_pose_name,
    made,
    opened,
    used_poses,
    with_phase_after,
    with_pose,
    without_phase,
)
from hiptimer.model.own_faults import own_faults
from hiptimer.model.prop import Ball
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.writing import write_exercise, write_poses

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = read_catalogue(ASSETS, None)
KNOWN = CATALOGUE.exercises
POSES = {id_: read_poses(ASSETS / "poses" / f"{id_}.toml") for id_ in KNOWN}

some_words = st.sampled_from(
    ["", "Wave", "é 한 🦵🏽", "x" * 41, "x" * 201, " a\n\tb\x07 ", "{side}"]
)
texts = some_words | st.text(max_size=210)
side_texts = st.sampled_from(["", "{Side} leg lifts.", "leg", "{knee}", "{side", "{} x"]) | texts
lines = st.lists(texts, max_size=3).map(tuple)
seconds = st.sampled_from([0.0, 0.5, 2.0, 60.0, 61.0, -1.0])
links = st.none() | st.sampled_from([*list(KNOWN)[:3], "own", "gone"])


def like(exercise_id: str) -> OwnExercise:
    return borrowed(KNOWN[exercise_id], POSES[exercise_id])


@st.composite
def phases(draw: st.DrawFn, own: OwnExercise) -> OwnPhase:
    pose = st.sampled_from([*own.poses, "nowhere"])
    return OwnPhase(
        draw(texts), draw(st.sampled_from(PhaseKind)), draw(seconds), draw(texts), draw(pose)
    )


@st.composite
def drafts(draw: st.DrawFn) -> OwnExercise:
    """Anything that can be typed and chosen, most of it not fit to be saved."""
    own = like(draw(st.sampled_from(list(KNOWN))))
    for change in draw(st.lists(st.sampled_from([as_hold, as_reps]), max_size=2)):
        own = change(own)
    own = replace(own, name="Wave", per_side=draw(st.booleans()))
    fields = {
        "name": texts,
        "setup": texts,
        "how": texts,
        "setup_says": texts,
        "caution": texts,
        "cues": lines,
        "avoid": lines,
        "side_says": side_texts,
        "family": st.sampled_from(["", "bridge", "clamshell"]),
        "level": st.integers(1, 5),
        "easier_id": links,
        "harder_id": links,
        "reps": st.integers(0, 201),
        "hold_s": seconds,
        "sets": st.integers(0, 21),
        "rest_s": st.sampled_from([0.0, 30.0, 601.0]),
        "needs": st.lists(st.sampled_from(Equipment), unique=True).map(tuple),
        "phases": st.lists(phases(own), max_size=5).map(tuple),
        "start": st.sampled_from([*own.poses, "nowhere"]),
    }
    chosen = draw(st.lists(st.sampled_from(list(fields)), max_size=4, unique=True))
    return replace(own, **{name: draw(fields[name]) for name in chosen})


def check_kept(own: OwnExercise, exercise_id: str = "own") -> None:
    """What is made of it is read again as it is, with nothing to be said against it."""
    exercise = made(own, exercise_id, KNOWN)
    poses = used_poses(own, exercise)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "exercises" / f"{exercise_id}.toml"
        pose_file = Path(folder) / "poses" / f"{exercise_id}.toml"
        for one, text in ((file, write_exercise(exercise)), (pose_file, write_poses(poses))):
            one.parent.mkdir()
            one.write_bytes(text.encode())
            assert check_file(one, CATALOGUE) == ()
        assert read_exercise(file) == exercise
        assert read_poses(pose_file) == poses
        assert exercise.pose_names <= poses.keys()


@settings(max_examples=300)
@given(drafts())
def test_what_may_be_saved_is_a_good_file(own: OwnExercise) -> None:
    faults = own_faults(own, "own", KNOWN)
    assert all(words and words[0].isupper() and words.endswith(".") for words in faults.values())
    if not faults:
        check_kept(own)


@pytest.mark.parametrize("exercise_id", KNOWN)
def test_nothing_is_lost_by_opening_and_saving(exercise_id: str) -> None:
    own = opened(KNOWN[exercise_id], POSES[exercise_id])
    assert own_faults(own, exercise_id, KNOWN) == {}
    exercise = made(own, exercise_id, KNOWN)
    assert exercise == KNOWN[exercise_id]
    assert used_poses(own, exercise) == POSES[exercise_id]


@pytest.mark.parametrize("exercise_id", KNOWN)
def test_a_borrowed_one_lacks_only_a_name(exercise_id: str) -> None:
    own = like(exercise_id)
    assert own_faults(own, "own", KNOWN) == {"name": "Give it a name."}
    check_kept(replace(own, name="Mine"))


@pytest.mark.parametrize("exercise_id", KNOWN)
def test_held_or_in_reps_it_can_be_saved(exercise_id: str) -> None:
    own = replace(like(exercise_id), name="Mine")
    for changed in (as_hold(own), as_reps(as_hold(own)), as_hold(as_reps(own))):
        assert own_faults(changed, "own", KNOWN) == {}
        check_kept(changed)
    assert made(as_hold(own), "own", KNOWN).motion is Motion.HOLD


def test_on_both_sides_at_once_no_side_is_named() -> None:
    own = replace(like("clam-band"), name="Mine", per_side=False)
    exercise = made(own, "own", KNOWN)
    assert (exercise.lies_on, exercise.text.side_says) == (LiesOn.NONE, "")
    check_kept(own)


def test_without_the_band_no_band_is_drawn() -> None:
    own = replace(like("clam-band"), name="Mine", needs=())
    assert made(own, "own", KNOWN).props == ()
    check_kept(own)


def test_a_ladder_of_its_own_is_no_ladder_of_others() -> None:
    own = replace(like("clam-band"), name="Bridge", family="")
    assert made(own, "bridge", KNOWN).family == "bridge-own"
    assert made(own, "mine", KNOWN).family == "mine"


def test_phases_come_and_go_and_still_join() -> None:
    own = replace(like("leg-swing"), name="Mine")
    longer = with_phase_after(ending_in(own, 1, "middle"), 1)
    assert len(longer.phases) == 5
    assert longer.phases[2].to_pose == "middle"
    check_kept(longer)
    check_kept(without_phase(longer, 0))


def test_the_last_phase_may_not_go() -> None:
    own = replace(like("clam-band"), name="Mine")
    for _ in range(4):
        own = without_phase(own, 0)
    assert own_faults(own, "own", KNOWN)["phases"] == "A movement needs at least one phase."


def test_a_pose_of_another_exercise_can_be_gone_to() -> None:
    own = replace(like("bridge-ball"), name="Mine")
    name = free_pose_name(own, "up")
    own = with_pose(own, name, POSES["bridge-single"]["up"], beside="up")
    own = ending_in(own, 0, name)
    ball = made(own, "own", KNOWN).props[0]
    assert name == "up 2"
    assert isinstance(ball, Ball)
    assert ball.centres[name] == ball.centres["up"]
    check_kept(own)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "   "}, "name"),
        ({"name": "glute BRIDGE"}, "name"),
        ({"name": "x" * 41}, "name"),
        ({"how": ""}, "how"),
        ({"cues": ("x" * 201,)}, "cues"),
        ({"side_says": "Lift."}, "side_says"),
        ({"side_says": "{knee} up"}, "side_says"),
        ({"easier_id": "own"}, "easier_id"),
        ({"easier_id": "bridge-basic", "harder_id": "bridge-basic"}, "harder_id"),
        ({"sets": 0}, "sets"),
        ({"reps": 0}, "reps"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(changes: dict, field: str) -> None:
    own = replace(like("clam-band"), name="Mine")
    assert list(own_faults(replace(own, **changes), "own", KNOWN)) == [field]
