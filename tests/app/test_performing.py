"""What a workout takes from the settings of the person."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from stage import Clock, Loudspeaker, Paper

from hiptimer.app.home import Home, Past
from hiptimer.app.performing import perform
from hiptimer.app.shelf import Shelf
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under
from hiptimer.workout.performance import Performance


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


def one(exercise_id: str) -> Routine:
    return Routine(id="one", name="One", when="", steps=(Step(exercise_id),))


def begun(home: Home, exercise_id: str) -> Performance:
    routine = one(exercise_id)
    show = perform(
        home,
        routine,
        home.lay_out(routine, Past()),
        journal=Paper(),
        speaker=Loudspeaker(clock=Clock()),
        speed=1.0,
    )
    show.start()
    return show


def taken(show: Performance) -> set[str]:
    return {record.exercise.id for record in show.session.sets}


def test_the_easier_one_is_the_next_step_down(home: Home) -> None:
    show = begun(home, "lunge-side")
    show.easier()
    assert taken(show) == {"split-squat"}


def test_an_easier_one_that_a_sore_place_speaks_against_is_passed_over(home: Home) -> None:
    home.change_settings(sore=(Complaint.FRONT_HIP,))
    show = begun(home, "side-leg-raise")
    assert Complaint.FRONT_HIP in home.catalogue.exercises["clam-high"].avoid_with
    show.easier()
    assert taken(show) == {"clam-basic"}


def test_where_a_sore_place_speaks_against_every_easier_one_there_is_none(home: Home) -> None:
    home.change_settings(sore=(Complaint.KNEECAP,))
    show = begun(home, "lunge-side")
    assert not show.has_easier
    show.easier()
    assert taken(show) == {"lunge-side"}


def test_an_easier_one_that_needs_what_is_not_at_hand_is_passed_over(home: Home) -> None:
    single = home.catalogue.exercises["bridge-single"]
    Shelf(home).save_exercise(replace(single, id="mine", easier_id="bridge-ball"), {})
    show = begun(home, "mine")
    show.easier()
    assert taken(show) == {"bridge-ball"}
    home.change_settings(equipment=())
    show = begun(home, "mine")
    show.easier()
    assert taken(show) == {"bridge-basic"}


def test_what_the_routine_needs_is_there_though_it_was_not_said(home: Home) -> None:
    home.change_settings(equipment=())
    show = begun(home, "bridge-ball-curl")
    easier = home.catalogue.exercises[home.catalogue.exercises["bridge-ball-curl"].easier_id or ""]
    assert Equipment.STABILITY_BALL in easier.needs
    show.easier()
    assert taken(show) == {easier.id}
