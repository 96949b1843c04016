"""What is changed in a routine being made, and which step is looked at afterwards."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.draft import Draft
from hiptimer.model.routine import Step
from hiptimer.ui.editor.editing import NO_PLACE, Editing

ASSETS = Path(__file__).parents[3] / "assets"
EXERCISES = read_catalogue(ASSETS, None).exercises
one, two, three, four = (Step("clam-basic", sets=sets) for sets in (1, 2, 3, 4))
START = Draft(id="hips", name="Hips", steps=(one, two, three))


@pytest.fixture
def editing(qtbot: QtBot) -> Editing:
    editing = Editing()
    editing.begin(START, EXERCISES)
    return editing


def test_it_begins_at_the_first_step(editing: Editing) -> None:
    assert editing.step == one
    editing.begin(Draft(), EXERCISES)
    assert editing.place == NO_PLACE
    assert editing.step is None


def test_steps_come_after_the_one_that_is_looked_at(editing: Editing) -> None:
    editing.look_at(1)
    editing.add(four, one)
    assert editing.draft.steps == (one, two, four, one, three)
    assert editing.place == 3
    editing.undo()
    assert editing.draft == START


def test_the_step_after_a_removed_one_is_looked_at(editing: Editing) -> None:
    editing.remove(1)
    assert editing.step == three
    editing.remove(1)
    assert editing.step == one
    editing.remove(0)
    assert editing.place == NO_PLACE


def test_a_moved_step_stays_in_sight(editing: Editing) -> None:
    editing.move(0, 2)
    assert editing.step == one
    assert editing.draft.steps == (two, three, one)


def test_taking_back_leads_to_what_changed(editing: Editing) -> None:
    editing.look_at(2)
    editing.change_step(replace(three, reps=5))
    editing.look_at(0)
    editing.undo()
    assert editing.place == 2
    editing.look_at(0)
    editing.redo()
    assert editing.step == replace(three, reps=5)


def test_one_number_typed_in_several_keys_is_one_change(editing: Editing) -> None:
    for reps in (1, 12):
        editing.change_step(replace(one, reps=reps))
    editing.change_step(replace(one, reps=12, rest_s=5.0))
    editing.undo()
    assert editing.step == replace(one, reps=12)
    editing.undo()
    assert editing.draft == START


def test_a_swap_keeps_the_dose_that_fits(editing: Editing) -> None:
    editing.look_at(2)
    editing.swap(EXERCISES["side-plank"])
    assert editing.step == three.swapped(EXERCISES["side-plank"])
    editing.undo()
    with_same = editing.draft
    editing.swap(EXERCISES["clam-basic"])
    assert editing.draft == with_same


def test_without_a_step_nothing_is_doubled_or_swapped(editing: Editing) -> None:
    editing.begin(Draft(), EXERCISES)
    editing.double()
    editing.swap(EXERCISES["side-plank"])
    editing.change_step(one)
    assert editing.draft == Draft()
    assert editing.changes.is_saved
