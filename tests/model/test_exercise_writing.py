"""Writing an exercise or poses and reading them again gives the same."""

import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Camera,
    Dose,
    Exercise,
    Phase,
    PhaseKind,
    Text,
)
from hiptimer.model.joint import Joint
from hiptimer.model.plain import without_controls
from hiptimer.model.pose import Contact, Pose
from hiptimer.model.prop import Ball, Prop
from hiptimer.model.reading import read_poses
from hiptimer.model.writing import FACTS, TABLES, write_exercise, write_poses

ASSETS = Path(__file__).parents[2] / "assets"
EXERCISES = tuple(read_catalogue(ASSETS, None).exercises.values())
POSES = read_poses(ASSETS / "poses" / "clam-band.toml")

ids = st.from_regex(r"\A[a-z0-9-]{1,20}\Z")
words = st.text(min_size=1, max_size=40).map(without_controls).filter(bool)
seconds = st.floats(0, 600)
metres = st.floats(-10, 10)
points = st.tuples(metres, metres, metres)
phases = st.builds(
    Phase, words, st.sampled_from(PhaseKind), seconds, words, words, words, st.tuples(words)
)
lines = st.lists(words, max_size=3).map(tuple)
balls: st.SearchStrategy[Prop] = st.builds(
    Ball, st.floats(0.1, 3), st.dictionaries(words, points, max_size=2)
)


@st.composite
def variations(draw: st.DrawFn) -> Exercise:
    """A built-in exercise with some of it made anew."""
    exercise = draw(st.sampled_from(EXERCISES))
    text = Text(
        name=draw(words),
        setup=draw(words),
        how=draw(words),
        cues=draw(lines),
        avoid=draw(lines),
        caution=draw(words | st.just("")),
        side_says=draw(words | st.just("")),
    )
    dose = Dose(
        sets=draw(st.integers(1, 20)),
        reps=draw(st.none() | st.integers(1, 200)),
        hold_s=draw(st.none() | st.floats(0.1, 600)),
        rest_s=draw(seconds),
    )
    return replace(
        exercise,
        id=draw(ids),
        easier_id=draw(st.none() | ids),
        phases=tuple(draw(st.lists(phases, min_size=1, max_size=4))),
        text=draw(st.sampled_from([exercise.text, text])),
        dose=draw(st.sampled_from([exercise.dose, dose])),
        camera=Camera(draw(st.floats(-180, 180)), draw(st.floats(-90, 90))),
        needs=tuple(draw(st.sets(st.sampled_from(Equipment)))),
        avoid_with=tuple(draw(st.sets(st.sampled_from(Complaint)))),
        travel=draw(points),
        props=(*exercise.props, *draw(st.lists(balls, max_size=1))),
    )


@given(variations())
def test_an_exercise_that_is_written_is_read(exercise: Exercise) -> None:
    read = msgspec.convert(tomllib.loads(write_exercise(exercise)), Exercise)
    assert read == exercise


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_the_files_are_those_that_a_person_wrote(exercise: Exercise) -> None:
    written = (ASSETS / "exercises" / f"{exercise.id}.toml").read_text(encoding="utf-8")
    assert write_exercise(exercise) == written
    poses = ASSETS / "poses" / f"{exercise.id}.toml"
    assert write_poses(read_poses(poses)) == poses.read_text(encoding="utf-8")


@given(
    st.dictionaries(
        words,
        st.builds(
            Pose,
            st.dictionaries(st.sampled_from(Joint), points, min_size=1, max_size=4),
            st.lists(st.sampled_from(Contact), max_size=4).map(tuple),
        ),
        max_size=3,
    )
)
def test_poses_that_are_written_are_read(poses: dict[str, Pose]) -> None:
    assert msgspec.convert(tomllib.loads(write_poses(poses)), dict[str, Pose]) == poses


def test_every_field_has_its_place() -> None:
    assert {*FACTS, *TABLES} == set(Exercise.__struct_fields__)
    for name, order in TABLES.items():
        struct = next(v for e in EXERCISES if (v := getattr(e, name)) is not None)
        assert set(order) == set(struct.__struct_fields__)
