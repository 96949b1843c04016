"""The person's own files: kept, taken away, brought back, and told about when that fails."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf, ShelfError, free_id
from hiptimer.model.reading import read_poses
from hiptimer.paths import paths_under

BUILT_IN = "pre-run-activation"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def shelf(home: Home) -> Shelf:
    return Shelf(home)


def own_file(home: Home, routine_id: str) -> Path:
    return home.paths.own_catalogue / "routines" / f"{routine_id}.toml"


def save_renamed(home: Home, shelf: Shelf, name: str, routine_id: str = BUILT_IN) -> None:
    routine = home.catalogue.routines[BUILT_IN]
    shelf.save_routine(replace(routine, id=routine_id, name=name))


def test_a_changed_built_in_is_reset_and_the_reset_taken_back(home: Home, shelf: Shelf) -> None:
    usual = home.catalogue.routines[BUILT_IN]
    save_renamed(home, shelf, "Mine")
    file = own_file(home, BUILT_IN)
    file.write_text("# my note\n" + file.read_text())
    written = file.read_bytes()
    before = shelf.remove_routine(BUILT_IN)
    assert home.catalogue.routines[BUILT_IN] == usual
    shelf.take_back(before)
    assert home.catalogue.routines[BUILT_IN].name == "Mine"
    assert file.read_bytes() == written


def test_what_was_changed_since_is_not_taken_back(home: Home, shelf: Shelf) -> None:
    save_renamed(home, shelf, "First", "own")
    before = shelf.remove_routine("own")
    save_renamed(home, shelf, "Second", "own")
    with pytest.raises(ShelfError, match="changed again"):
        shelf.take_back(before)
    assert home.catalogue.routines["own"].name == "Second"


def test_files_are_kept_all_or_none(home: Home, shelf: Shelf) -> None:
    save_renamed(home, shelf, "Kept", "own")
    kept = own_file(home, "own").read_bytes()
    # A folder stands where the second file should go.
    own_file(home, "blocked").mkdir()
    with pytest.raises(ShelfError, match="Nothing was taken in"):
        shelf.keep_files({"routines/own.toml": b"other", "routines/blocked.toml": b"other"})
    assert own_file(home, "own").read_bytes() == kept


def test_kept_files_are_taken_back(home: Home, shelf: Shelf) -> None:
    save_renamed(home, shelf, "Kept", "own")
    kept = own_file(home, "own").read_bytes()
    other = kept.replace(b"Kept", b"Other")
    new = kept.replace(b'id = "own"', b'id = "new"')
    before = shelf.keep_files({"routines/own.toml": other, "routines/new.toml": new})
    assert {home.catalogue.routines[i].name for i in ("own", "new")} == {"Other", "Kept"}
    shelf.take_back(before)
    assert home.catalogue.routines["own"].name == "Kept"
    assert "new" not in home.catalogue.routines


def test_a_file_that_cannot_be_read_is_set_aside_and_not_written_over(
    home: Home, shelf: Shelf
) -> None:
    file = own_file(home, BUILT_IN)
    file.parent.mkdir(parents=True)
    file.write_text('name = "half a')
    save_renamed(home, shelf, "Mine")
    aside = [f for f in file.parent.iterdir() if ".unused-" in f.name]
    assert [f.read_text() for f in aside] == ['name = "half a']
    assert home.catalogue.routines[BUILT_IN].name == "Mine"
    assert not home.catalogue.problems


def test_a_file_that_is_not_what_is_shown_is_set_aside_and_not_written_over(
    home: Home, shelf: Shelf
) -> None:
    save_renamed(home, shelf, "Mine")
    file = own_file(home, BUILT_IN)
    shown = file.read_text()
    by_hand = shown.replace("Mine", "By hand")
    file.write_text(by_hand)
    save_renamed(home, shelf, "Later")
    assert [f.read_text() for f in file.parent.glob("*.unused-*")] == [by_hand]
    no_such = file.read_text().replace("bridge-basic", "my-bridge")
    file.write_text(no_such)
    home.reread_catalogue()
    assert home.catalogue.routines[BUILT_IN].name != "Later"
    save_renamed(home, shelf, "Last")
    assert no_such in [f.read_text() for f in file.parent.glob("*.unused-*")]
    assert home.catalogue.routines[BUILT_IN].name == "Last"


def test_an_exercise_file_that_cannot_be_read_is_set_aside_too(home: Home, shelf: Shelf) -> None:
    own = home.paths.own_catalogue
    files = [own / kind / "clam-basic.toml" for kind in ("exercises", "poses")]
    for file in files:
        file.parent.mkdir(parents=True)
        file.write_text('name = "half a')
    home.reread_catalogue()
    poses = read_poses(resources.assets() / "poses" / "clam-basic.toml")
    exercise = home.catalogue.exercises["clam-basic"]
    before = shelf.save_exercise(exercise, poses)
    for file in files:
        assert [f.read_text() for f in file.parent.glob("*.unused-*")] == ['name = "half a']
    assert not home.catalogue.problems
    shelf.save_exercise(exercise, poses)
    assert all(len(list(file.parent.glob("*.unused-*"))) == 1 for file in files)
    assert before.files


def test_what_cannot_be_used_is_told_with_its_place(home: Home, shelf: Shelf) -> None:
    file = own_file(home, "broken")
    file.parent.mkdir(parents=True)
    file.write_text('id = "broken"\nname = 3\nwhen = ""\nsteps = []\n')
    home.reread_catalogue()
    told = [str(problem) for problem in shelf.unusable]
    assert told[0] == "broken.toml: name: found 3, must be text in quotes"
    assert shelf.free_routine_id("Broken") == "broken-2"


def test_no_own_routine_is_taken_for_the_self_check(shelf: Shelf) -> None:
    assert shelf.free_routine_id("Self-check") == "self-check-2"


def test_a_folder_that_cannot_be_written_is_told_in_words(home: Home, shelf: Shelf) -> None:
    home.paths.own_catalogue.mkdir(parents=True, exist_ok=True)
    (home.paths.own_catalogue / "routines").write_text("a file where a folder should be")
    with pytest.raises(ShelfError) as told:
        save_renamed(home, shelf, "Mine", "own")
    folder = home.paths.own_catalogue / "routines"
    assert str(told.value) == (
        f"Mine could not be saved. {folder}: there is a file where a folder should be."
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hips on Monday", "hips-on-monday-2"),
        ("Häfte", "hafte"),
        ("走る", "own"),
        ("a" * 90, "a" * 56),
    ],
)
def test_an_id_comes_from_a_name(name: str, expected: str) -> None:
    assert free_id(name, {"hips-on-monday"}) == expected


def test_comments_stay_when_a_routine_is_saved_again(home: Home, shelf: Shelf) -> None:
    save_renamed(home, shelf, "First", "own")
    file = own_file(home, "own")
    file.write_text("# as Ana wrote it\n" + file.read_text())
    before = shelf.save_routine(replace(home.catalogue.routines["own"], name="Second"))
    assert file.read_text().startswith("# as Ana wrote it\n")
    assert home.catalogue.routines["own"].name == "Second"
    shelf.take_back(before)
    assert home.catalogue.routines["own"].name == "First"


def test_a_file_of_other_bytes_is_set_aside_and_written_over(home: Home, shelf: Shelf) -> None:
    save_renamed(home, shelf, "First", "own")
    file = own_file(home, "own")
    file.write_bytes(b"# caf\xe9\n" + file.read_bytes())
    save_renamed(home, shelf, "Second", "own")
    assert home.catalogue.routines["own"].name == "Second"
    (aside,) = file.parent.glob("own.toml.unused-*")
    assert aside.read_bytes().startswith(b"# caf\xe9\n")
