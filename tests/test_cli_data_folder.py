"""Another data folder than the usual one: every command finds it, or says that it is gone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import usual_paths

from hiptimer.app.data_moving import How, Move, carry_out
from hiptimer.app.data_place import as_chosen
from hiptimer.app.now import local_now
from hiptimer.paths import paths_under

DAY = "2026-03-01T06:30:00Z"


class Person:
    """Somebody with the folders that the system keeps for programs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.usual = folder / "data" / "hiptimer"
        self.config = folder / "config" / "hiptimer" / "settings.json"

    def choose(self, data: Path) -> None:
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_text(json.dumps({"data_folder": str(data)}))

    def run(self, *args: str) -> subprocess.CompletedProcess[str]:
        away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        env = {name: value for name, value in os.environ.items() if name not in away}
        for kind in ("data", "config", "cache", "state"):
            env[f"XDG_{kind.upper()}_HOME"] = str(self.folder / kind)
        return subprocess.run(
            [sys.executable, "-m", "hiptimer", *args],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=env,
            timeout=60,
            check=False,
        )


@pytest.fixture
def person(tmp_path: Path) -> Person:
    if sys.platform != "linux":
        pytest.skip("elsewhere the system's folders cannot be given by the environment")
    return Person(tmp_path)


@pytest.fixture
def stick(tmp_path: Path, person: Person) -> Path:
    """A folder that the data were moved to, and two sessions in it."""
    usual = usual_paths(tmp_path)._replace(data=person.usual, usual_data=person.usual)
    stick = tmp_path / "stick"
    carry_out(usual, Move(stick, How.COPY), now=local_now, choose=lambda _: None)
    samples = sorted((Path(__file__).parents[1] / "sessions" / "sample").glob("*.json"))[:2]
    person.choose(stick)
    assert person.run("import", "--yes", *map(str, samples)).returncode == 0
    return stick


def test_commands_use_the_chosen_folder(person: Person, stick: Path) -> None:
    found = person.run("history", "--json")
    assert len(json.loads(found.stdout)) == 2
    assert (stick / "history.db").stat().st_size > 0
    assert str(stick) in person.run("doctor").stdout


def test_a_folder_given_at_the_start_counts_more(
    person: Person, stick: Path, tmp_path: Path
) -> None:
    found = person.run("--data-dir", str(tmp_path / "given"), "history", "--json")
    assert json.loads(found.stdout) == []


def test_a_folder_that_is_gone_is_said_and_nothing_is_made_there(
    person: Person, stick: Path
) -> None:
    away = stick.rename(stick.with_name("away"))
    for command in (("history",), ("start", "basic-three", "--text"), ("list", "routines"), ()):
        said = person.run(*command)
        assert said.returncode == 1
        assert f"{stick} is not there" in said.stderr
        assert "--usual-folder" in said.stderr
        assert not stick.exists()
    away.rename(stick)
    assert len(json.loads(person.run("history", "--json").stdout)) == 2


def test_the_place_of_a_drive_without_the_drive_stays_empty(person: Person, stick: Path) -> None:
    stick.rename(stick.with_name("away"))
    stick.mkdir()
    said = person.run("history")
    assert said.returncode == 1
    assert "has no history in it" in said.stderr
    assert list(stick.iterdir()) == []


def test_the_doctor_tells_of_it_and_makes_nothing(person: Person, stick: Path) -> None:
    stick.rename(stick.with_name("away"))
    told = person.run("doctor")
    assert told.returncode == 0
    assert "is not there" in told.stdout
    assert not stick.exists()


def test_the_usual_folder_can_be_used_this_time(person: Person, stick: Path) -> None:
    stick.rename(stick.with_name("away"))
    found = person.run("--usual-folder", "history", "--json")
    assert json.loads(found.stdout) == []
    assert json.loads(person.config.read_text())["data_folder"] == str(stick)


def test_settings_of_another_computer_leave_the_data_where_they_are(
    person: Person, stick: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "all.zip"
    assert person.run("backup", str(backup)).returncode == 0
    elsewhere = Person(tmp_path / "elsewhere")
    restored = elsewhere.run("restore", str(backup), "--yes")
    assert restored.returncode == 0, restored.stderr
    assert json.loads(elsewhere.config.read_text())["data_folder"] == ""
    stick.rename(stick.with_name("away"))
    assert len(json.loads(elsewhere.run("history", "--json").stdout)) == 2


def test_window_state_and_with_it_the_one_window_are_where_they_were(tmp_path: Path) -> None:
    """Whoever opens a second window meets the first, wherever the data are."""
    usual = usual_paths(tmp_path)
    usual.config.mkdir()
    usual.settings_file.write_text(json.dumps({"data_folder": str(tmp_path / "other")}))
    chosen = as_chosen(usual)
    assert chosen.data == tmp_path / "other"
    assert (chosen.state, chosen.config, chosen.cache) == (usual.state, usual.config, usual.cache)
    assert chosen.with_data("") == usual


def test_a_folder_given_at_the_start_is_never_gone(tmp_path: Path) -> None:
    paths = paths_under(tmp_path / "given")
    paths.config.mkdir(parents=True)
    paths.settings_file.write_text(json.dumps({"data_folder": str(tmp_path / "other")}))
    assert as_chosen(paths) == paths
    assert not paths.is_gone
