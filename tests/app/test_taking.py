"""Files from elsewhere: looked into, told, asked about and kept; and shared so they can be."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.sharing import save_shared, shared
from hiptimer.app.shelf import Shelf
from hiptimer.app.taking import Standing, look_into
from hiptimer.app.taking_words import asked_take, files_to_keep, taking
from hiptimer.model.routine import Routine, Step
from hiptimer.model.writing import write_routine
from hiptimer.paths import paths_under

ROUTINE = """id = "mondays"
name = "Mondays"
when = ""

[[steps]]
exercise = "clam-basic"
"""


class Person:
    """Somebody with a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(paths_under(folder))
        self.shelf = Shelf(self.home)

    def own(self, name: str) -> Path:
        return self.home.paths.own_catalogue / name

    def give(self, name: str, text: str) -> None:
        self.own(name).parent.mkdir(parents=True, exist_ok=True)
        self.own(name).write_text(text)
        self.home.reread_catalogue()

    def take(self, *files: Path, replaces: bool = False) -> None:
        what = taking(look_into(files, self.home))
        ticks = [replaces] * len(what.clashing)
        self.shelf.keep_files(files_to_keep(what, ticks, self.home, self.shelf))


@pytest.fixture
def sam(tmp_path: Path) -> Person:
    return Person(tmp_path / "sam")


@pytest.fixture
def kim(tmp_path: Path) -> Person:
    return Person(tmp_path / "kim")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def own_exercise(id_: str, **links: str) -> str:
    """A clamshell under another name, with links to other exercises."""
    text = (resources.assets() / "exercises/clam-basic.toml").read_text("utf-8")
    text = text.replace('id = "clam-basic"', f'id = "{id_}"')
    text = text.replace('name = "Clamshell"', f'name = "My {id_}"')
    text = text.replace('harder_id = "clam-high"\n', "")
    return "".join(f'{field} = "{id_}"\n' for field, id_ in links.items()) + text


def poses() -> str:
    return (resources.assets() / "poses/clam-basic.toml").read_text("utf-8")


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text)
    return file


def test_a_routine_is_told_in_words_and_kept_as_it_was_written(kim: Person, desk: Path) -> None:
    file = written(desk, "mondays (1).toml", "# from Sam\n" + ROUTINE)
    found = look_into([file], kim.home)
    asked = asked_take(found, kim.home)
    assert asked.lines == ["Mondays: a routine of 1 move, 2 min."]
    assert (asked.verb, asked.options) == ("Take in", [])
    kim.take(file)
    assert kim.own("routines/mondays.toml").read_text() == "# from Sam\n" + ROUTINE
    assert kim.home.catalogue.routines["mondays"].name == "Mondays"


def test_errors_are_told_with_file_and_place_and_nothing_is_written(
    kim: Person, desk: Path
) -> None:
    files = [
        written(desk, "wrong.toml", ROUTINE.replace("clam-basic", "clam-basik")),
        written(desk, "broken.toml", 'id = "broken"\nname = '),
        written(desk, "other.toml", "a = 1\n"),
        written(desk, "notes.pdf", "x"),
        desk / "gone.toml",
        desk,
    ]
    found = look_into(files, kim.home)
    assert not found.items
    assert found.problems == (
        "notes.pdf: is no routine, no exercise and no text.",
        "gone.toml: there is no such file.",
        "desk: is a folder. Take the files in it.",
        'wrong.toml: steps[1].exercise: found "clam-basik", no such exercise; '
        'did you mean "clam-basic"?',
        "broken.toml: last line: is not TOML: Invalid value",
        "other.toml: found neither an exercise nor a routine: "
        "an exercise has phases, a routine has steps",
    )
    assert asked_take(found, kim.home).verb == ""
    assert not kim.own("routines").exists()


def test_one_good_file_is_taken_and_the_bad_one_beside_it_told(kim: Person, desk: Path) -> None:
    good = written(desk, "mondays.toml", ROUTINE)
    bad = written(desk, "bad.toml", ROUTINE.replace("mondays", "bad").replace("clam", "clan"))
    asked = asked_take(look_into([bad, good], kim.home), kim.home)
    assert asked.verb == "Take in"
    assert len(asked.details) == 1
    kim.take(bad, good)
    assert "mondays" in kim.home.catalogue.routines
    assert not kim.own("routines/bad.toml").exists()


def test_nothing_of_ones_own_is_replaced_unasked(kim: Person, desk: Path) -> None:
    kim.give("routines/mondays.toml", ROUTINE.replace('"Mondays"', '"My Mondays"'))
    file = written(desk, "mondays.toml", ROUTINE)
    asked = asked_take(look_into([file], kim.home), kim.home)
    assert asked.options == ["Put it in place of your own Mondays"]
    kim.take(file)
    names = {r.name for r in kim.home.catalogue.routines.values()}
    assert {"My Mondays", "Mondays 2"} <= names
    kim.take(file, replaces=True)
    assert kim.home.catalogue.routines["mondays"].name == "Mondays"


def test_over_a_built_in_one_is_asked_too(kim: Person, desk: Path) -> None:
    changed = structs.replace(kim.home.catalogue.routines["hip-flow"], rounds=1)
    file = written(desk, "hip-flow.toml", write_routine(changed))
    asked = asked_take(look_into([file], kim.home), kim.home)
    assert asked.options == ["Put it over the built-in Hip flow, until it is reset"]
    kim.take(file, replaces=True)
    assert kim.home.catalogue.routines["hip-flow"].rounds == 1


def test_what_is_here_already_is_not_written_again(kim: Person, desk: Path) -> None:
    same = kim.home.catalogue.routines["hip-flow"]
    file = written(desk, "hip-flow.toml", write_routine(same))
    found = look_into([file], kim.home)
    assert [item.standing for item in found.items] == [Standing.SAME]
    asked = asked_take(found, kim.home)
    assert (asked.verb, asked.lines) == ("", ["Here already: Hip flow."])


def test_a_routine_comes_with_the_exercises_it_needs_whatever_the_order(
    kim: Person, desk: Path
) -> None:
    routine = written(desk, "mondays.toml", ROUTINE.replace("clam-basic", "heel-drag"))
    exercise = written(desk, "heel-drag.toml", own_exercise("heel-drag"))
    asked = asked_take(look_into([routine, exercise], kim.home), kim.home)
    assert "My heel-drag: an exercise, level 1 of Clamshells. It comes without a figure." in (
        asked.lines
    )
    kim.take(routine, exercise)
    assert kim.home.catalogue.routines["mondays"].steps == (Step("heel-drag"),)
    assert not kim.home.catalogue.problems


def test_lines_in_a_text_file_are_found(kim: Person, desk: Path) -> None:
    file = written(desk, "physio.txt", "clamshell 3x10\n")
    found = look_into([file], kim.home)
    assert (found.lines, found.items, found.problems) == ("clamshell 3x10\n", (), ())


# --- sharing ---


def test_a_plain_routine_is_shared_as_one_toml(sam: Person, kim: Person, desk: Path) -> None:
    sam.give("routines/mondays.toml", "# mine\n" + ROUTINE)
    what = shared(sam.home, "mondays")
    assert (what.ending, what.words) == (".toml", "")
    save_shared(what, desk / "for kim.toml")
    kim.take(desk / "for kim.toml")
    assert kim.home.catalogue.routines["mondays"] == sam.home.catalogue.routines["mondays"]


def test_own_exercises_travel_along_with_their_poses_and_links(
    sam: Person, kim: Person, desk: Path
) -> None:
    sam.give("exercises/lighter.toml", own_exercise("lighter"))
    sam.give("exercises/heavier.toml", own_exercise("heavier", easier_id="lighter"))
    sam.give("exercises/aside.toml", own_exercise("aside"))
    sam.give("poses/heavier.toml", poses())
    steps = (Step("clam-basic"), Step("heavier", reps=8))
    sam.shelf.save_routine(Routine(id="mondays", name="Mondays", when="", steps=steps))
    what = shared(sam.home, "mondays")
    assert what.ending == ".zip"
    assert what.words == "It brings 2 exercises of your own along: My heavier and My lighter."
    save_shared(what, desk / "mondays.zip")
    kim.take(desk / "mondays.zip")
    assert kim.home.catalogue.routines["mondays"].steps == steps
    assert kim.home.catalogue.exercises["heavier"].easier_id == "lighter"
    assert kim.own("poses/heavier.toml").read_text("utf-8") == poses()
    assert not kim.own("exercises/aside.toml").exists()
    assert not kim.home.catalogue.problems


@pytest.mark.parametrize(
    "routine_id", sorted(Home(paths_under(Path("/nowhere"))).catalogue.routines)
)
def test_every_built_in_routine_is_shared_and_found_again(
    kim: Person, desk: Path, routine_id: str
) -> None:
    save_shared(shared(kim.home, routine_id), desk / "r.toml")
    found = look_into([desk / "r.toml"], kim.home)
    assert [(item.id, item.standing) for item in found.items] == [(routine_id, Standing.SAME)]


# --- what strangers may send ---


def test_a_zip_reaches_no_other_place(kim: Person, desk: Path) -> None:
    with zipfile.ZipFile(desk / "evil.zip", "w") as zipped:
        zipped.writestr("../../outside.toml", ROUTINE.replace("mondays", "../../outside"))
        zipped.writestr("/absolute/routines/mondays.toml", ROUTINE)
    found = look_into([desk / "evil.zip"], kim.home)
    assert [item.name for item in found.items] == ["routines/mondays.toml"]
    assert all(problem.startswith("evil.zip/outside.toml: ") for problem in found.problems)
    assert found.problems
    kim.take(desk / "evil.zip")
    assert {f.name for f in kim.own("routines").iterdir()} == {"mondays.toml"}


def test_a_backup_is_sent_to_where_it_is_restored(kim: Person, desk: Path) -> None:
    with zipfile.ZipFile(desk / "all.zip", "w") as zipped:
        zipped.writestr("manifest.json", "{}")
    (problem,) = look_into([desk / "all.zip"], kim.home).problems
    assert problem == "all.zip: is a backup. Restore it on the History page."


@settings(max_examples=60)
@given(
    data=st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.sampled_from(
        [b"x = " + b"[" * 50_000, b"\xff\xfe", b"steps = 3", b"phases = 3", b"PK\x03"]
    )
    | st.dictionaries(
        st.sampled_from(["id", "steps", "phases", "name", "dose", "x"]),
        st.sampled_from(["3", '"a"', "[]", "[{}]", '[{exercise="clam-basic"}]', "nan", "{}"]),
    ).map(lambda d: "\n".join(f"{k} = {v}" for k, v in d.items()).encode()),
    suffix=st.sampled_from([".toml", ".zip", ".txt"]),
)
def test_no_content_makes_it_stumble(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    file = folder / f"any{suffix}"
    file.write_bytes(data)
    home = Home(paths_under(folder / "data"))
    found = look_into([file], home)
    asked_take(found, home)
    assert found.items or found.problems or suffix == ".txt"


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 50_000,
        b"a = " + b"9" * 9_000,
        b"a." * 40_000,
        b"#" * 200_000,
        b"\xff",
        b" ",
    ],
)
def test_no_file_stops_the_program(kim: Person, desk: Path, content: bytes) -> None:
    (desk / "sent.toml").write_bytes(content)
    with zipfile.ZipFile(desk / "sent.zip", "w", zipfile.ZIP_LZMA) as zipped:
        zipped.writestr("routines/sent.toml", content)
    found = look_into([desk / "sent.toml", desk / "sent.zip"], kim.home)
    assert not found.items
    assert [problem[:9] for problem in found.problems] == ["sent.zip/", "sent.toml"][::-1]


def test_a_damaged_zip_is_told(kim: Person, desk: Path) -> None:
    with zipfile.ZipFile(desk / "sent.zip", "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("mondays.toml", ROUTINE * 9)
    data = bytearray((desk / "sent.zip").read_bytes())
    data[60:70] = b"\xff" * 10
    (desk / "sent.zip").write_bytes(data)
    (problem,) = look_into([desk / "sent.zip"], kim.home).problems
    assert problem.startswith("sent.zip: cannot be read: ")


def test_a_routine_is_not_called_as_a_device_of_windows_is(kim: Person, desk: Path) -> None:
    file = written(desk, "con.toml", ROUTINE.replace('"mondays"', '"con"', 1))
    assert not look_into([file], kim.home).items
    assert kim.shelf.free_routine_id("Con") == "con-2"


def test_an_empty_text_is_told(kim: Person, desk: Path) -> None:
    (desk / "lines.txt").write_text(" \n")
    assert look_into([desk / "lines.txt"], kim.home).problems == ("lines.txt: is empty.",)
