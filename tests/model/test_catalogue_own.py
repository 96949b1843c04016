"""The person's own files beside the built-in ones, good and bad."""

import shutil
from pathlib import Path

import pytest

from hiptimer.model.catalogue import Catalogue, check_file, nearest, read_catalogue

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "routines").mkdir()
    return tmp_path


@pytest.fixture(scope="module")
def builtin() -> Catalogue:
    return read_catalogue(ASSETS, None)


def copied(own: Path, id: str, old: str, new: str) -> Path:
    """One of the built-in exercises in the person's folder, with a change."""
    file = own / "exercises" / f"{id}.toml"
    text = (ASSETS / "exercises" / f"{id}.toml").read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def routine(own: Path, *steps: str, id: str = "mine") -> Path:
    file = own / "routines" / f"{id}.toml"
    head = f'id = "{id}"\nname = "Mine"\nwhen = ""\n'
    file.write_text(head + "".join(f"[[steps]]\n{step}\n" for step in steps), encoding="utf-8")
    return file


def said(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in catalogue.problems]


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    catalogue = read_catalogue(ASSETS, tmp_path / "nothing")
    assert len(catalogue.exercises) == 52
    assert catalogue.problems == ()


def test_the_persons_own_exercise_wins_by_id(own: Path) -> None:
    copied(own, "clam-basic", 'name = "Clamshell"', 'name = "My clamshell"')
    catalogue = read_catalogue(ASSETS, own)
    assert catalogue.exercises["clam-basic"].name == "My clamshell"
    assert len(catalogue.exercises) == 52


def test_a_bad_file_among_good_ones_leaves_the_others_alone(own: Path) -> None:
    copied(own, "clam-basic", "reps = 10", "reps = -10")
    (own / "exercises" / "broken.toml").write_text("id = ", encoding="utf-8")
    routine(own, 'exercise = "clam-basic"')
    catalogue = read_catalogue(ASSETS, own)
    assert catalogue.exercises["clam-basic"].name == "Clamshell"
    assert "mine" in catalogue.routines
    assert [message.split(":")[0] for message in said(catalogue)] == [
        "broken.toml",
        "clam-basic.toml",
    ]
    assert catalogue.problems[0].file == own / "exercises" / "broken.toml"


def test_a_routine_with_an_unknown_exercise_is_listed_with_the_nearest(own: Path) -> None:
    routine(own, 'exercise = "clam-basc"')
    catalogue = read_catalogue(ASSETS, own)
    assert "mine" not in catalogue.routines
    assert said(catalogue) == [
        'mine.toml: steps[1].exercise: found "clam-basc", no such exercise; '
        'did you mean "clam-basic"?'
    ]


def test_a_built_in_routine_shows_again_where_its_own_form_cannot_be_done(own: Path) -> None:
    file = routine(own, 'exercise = "gone"', id="basic-three")
    catalogue = read_catalogue(ASSETS, own)
    assert catalogue.routines["basic-three"].name == "Basic three"
    assert [problem.file for problem in catalogue.problems] == [file]


def test_what_is_wrong_with_a_built_in_routine_is_not_told_where_an_own_one_stands_over_it(
    own: Path,
) -> None:
    routine(own, 'exercise = "clam-basic"', id="basic-three")
    hold = (ASSETS / "exercises" / "bridge-basic.toml").read_text(encoding="utf-8")
    file = own / "exercises" / "bridge-hold.toml"
    file.write_text(hold.replace('id = "bridge-basic"', 'id = "bridge-hold"'), encoding="utf-8")
    catalogue = read_catalogue(ASSETS, own)
    assert catalogue.routines["basic-three"].name == "Mine"
    assert not [p for p in catalogue.problems if p.file.stem == "basic-three"]


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ('exercise = "bridge-hold"\nreps = 5',
         "steps[1].reps: found 5, must be left out: bridge-hold is a hold"),
        ('exercise = "bridge-hold"\ntempo_s = [1, 1, 1]',
         "steps[1].tempo_s: found [1, 1, 1], must be left out: bridge-hold is a hold"),
        ('exercise = "clam-basic"\nhold_s = 5',
         "steps[1].hold_s: found 5, must be left out: clam-basic is counted in reps"),
        ('exercise = "clam-basic"\ntempo_s = [2, 2]',
         "steps[1].tempo_s: found 2 numbers, must have one number for each of the 4 phases"),
        ('exercise = "clam-basic"\ntempo_s = [0, 0, 0, 0]',
         "steps[1].tempo_s: found a rep of 0 seconds, a rep must last at least 0.5 seconds"),
    ],
)  # fmt: skip
def test_a_step_must_fit_its_exercise(own: Path, step: str, message: str) -> None:
    routine(own, step)
    assert said(read_catalogue(ASSETS, own)) == [f"mine.toml: {message}"]


def test_a_link_to_nowhere_is_listed_and_cut(own: Path) -> None:
    copied(own, "clam-basic", 'harder_id = "clam-high"', 'harder_id = "clam-hgih"')
    catalogue = read_catalogue(ASSETS, own)
    assert catalogue.exercises["clam-basic"].harder_id is None
    assert said(catalogue) == [
        'clam-basic.toml: harder_id: found "clam-hgih", no such exercise; did you mean "clam-high"?'
    ]


def test_checking_good_files_finds_nothing(builtin: Catalogue) -> None:
    for kind in ("exercises", "routines", "poses"):
        for file in sorted((ASSETS / kind).glob("*.toml"))[:3]:
            assert check_file(file, builtin) == ()


def test_checking_tells_what_a_file_is_by_what_is_in_it(own: Path, builtin: Catalogue) -> None:
    elsewhere = own / "clam-basic.toml"
    shutil.copy(copied(own, "clam-basic", "level = 1", "level = 7"), elsewhere)
    (problem,) = check_file(elsewhere, builtin)
    assert str(problem) == "clam-basic.toml: level: found 7, must be at least 1 and at most 5"
    moved = shutil.copy(routine(own, 'exercise = "birddog"'), own / "mine.toml")
    (problem,) = check_file(moved, builtin)
    assert problem.message.endswith('found "birddog", no such exercise; did you mean "bird-dog"?')


def test_checking_something_else_says_what_was_expected(own: Path, builtin: Catalogue) -> None:
    stray = own / "stray.toml"
    stray.write_text("a = 1", encoding="utf-8")
    (problem,) = check_file(stray, builtin)
    assert problem.message == (
        "found neither an exercise nor a routine: an exercise has phases, a routine has steps"
    )
    (problem,) = check_file(own / "gone.toml", builtin)
    assert problem.message == "cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("clam_basic", "clam-basic"), ("Bird-Dog", "bird-dog"), ("bridge", "bridge-hold"),
     ("zzzzzz", None), ("", None)],
)  # fmt: skip
def test_the_nearest_name(builtin: Catalogue, typed: str, meant: str | None) -> None:
    found = nearest(typed, builtin.exercises)
    assert found == meant or (typed == "bridge" and (found or "").startswith("bridge-"))
