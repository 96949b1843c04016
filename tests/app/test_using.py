"""An exercise put into a routine from the Exercises page, and taken out again."""

from pathlib import Path

import pytest

from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf
from hiptimer.app.using import Using
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine
from hiptimer.paths import paths_under
from hiptimer.ui.exercises.ladder import Place


class Room:
    def __init__(self, folder: Path) -> None:
        self.home = Home(paths_under(folder))
        self.shelf = Shelf(self.home)
        self.using = Using(self.home, self.shelf)

    def exercise(self, exercise_id: str) -> Exercise:
        return self.home.catalogue.exercises[exercise_id]

    def routine(self, routine_id: str) -> Routine:
        return self.home.catalogue.routines[routine_id]

    def moves(self, routine_id: str) -> list[str]:
        return [step.exercise for step in self.routine(routine_id).steps]

    def places(self, exercise_id: str, routine_name: str) -> list[str]:
        offers = self.using.offers(self.exercise(exercise_id))
        offer = next(offer for offer in offers if offer.name == routine_name)
        return [place.words for place in offer.places]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path / "data")


def test_each_routine_offers_its_end_and_the_places_of_the_family(room: Room) -> None:
    assert room.places("clam-band", "Basic three") == [
        "In the place of Clamshell, 10 ×",
        "At the end",
    ]
    assert room.places("clam-basic", "Basic three") == [
        "At the end (it is in this routine already)"
    ]
    assert len(room.using.offers(room.exercise("clam-band"))) == len(room.home.catalogue.routines)


def test_the_persons_own_routines_come_first(room: Room) -> None:
    exercise = room.exercise("clam-band")
    room.using.put(exercise, Place("tight-hip-stretches", None, ""))
    offers = room.using.offers(exercise)
    assert (offers[0].name, offers[0].is_own) == ("Tight-hip stretches", True)
    assert not any(offer.is_own for offer in offers[1:])


def test_at_the_end_it_comes_with_its_own_dose_and_undo_leaves_no_file(room: Room) -> None:
    before = room.routine("basic-three")
    exercise = room.exercise("clam-band")
    told = room.using.put(exercise, Place("basic-three", None, ""))
    assert told == "Clamshell, banded is now the last move of Basic three."
    assert room.moves("basic-three") == ["clam-basic", "bridge-hold", "lunge-side", "clam-band"]
    added = room.routine("basic-three").steps[-1].dose(exercise)
    assert (added.reps, added.tempo_s, added.sets) == (10, (2, 1, 2, 0), 1)
    assert room.shelf.owns_routine("basic-three")
    assert room.using.undo() == "Basic three is as it was before."
    assert room.routine("basic-three") == before
    assert not room.shelf.owns_routine("basic-three")
    assert not room.using.can_undo


def test_undo_brings_an_own_routine_back_as_it_was(room: Room) -> None:
    room.using.put(room.exercise("clam-band"), Place("basic-three", None, ""))
    own = room.routine("basic-three")
    told = room.using.put(room.exercise("clam-high"), Place("basic-three", 0, ""))
    assert told == "Clamshell, high now stands in the place of Clamshell in Basic three."
    assert room.moves("basic-three")[0] == "clam-high"
    room.using.undo()
    assert room.routine("basic-three") == own
    assert room.shelf.owns_routine("basic-three")


def test_what_was_changed_since_is_not_undone(room: Room) -> None:
    room.using.put(room.exercise("clam-band"), Place("basic-three", None, ""))
    room.shelf.save_routine(room.routine("hip-flow"))
    other = room.routine("basic-three").with_exercise(0, room.exercise("clam-high"))
    room.shelf.save_routine(other)
    assert "changed again since" in room.using.undo()
    assert room.routine("basic-three") == other


@pytest.mark.parametrize(
    "place", [Place("gone", None, ""), Place("basic-three", 40, "")], ids=["routine", "move"]
)
def test_a_place_that_is_gone_changes_nothing(room: Room, place: Place) -> None:
    before = room.home.catalogue
    assert "Nothing was changed" in room.using.put(room.exercise("clam-band"), place)
    assert room.home.catalogue == before
    assert not room.using.can_undo


def test_what_cannot_be_saved_is_told(room: Room) -> None:
    folder = room.home.paths.own_catalogue
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "routines").write_text("in the way")
    told = room.using.put(room.exercise("clam-band"), Place("basic-three", None, ""))
    assert "could not be saved" in told
    assert not room.using.can_undo
