"""Two data folders and one sync folder, with the program itself in processes of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home
from hiptimer.app.now import utc_now
from hiptimer.app.preferring import Preferring
from hiptimer.app.sync_here import sync_here
from hiptimer.app.syncing import Syncing, SyncNews
from hiptimer.history.changes import Change, Correct, Delete, Describe
from hiptimer.history.interchange import from_json
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import Corrected
from hiptimer.paths import paths_under

SAMPLE = Path(__file__).parents[2] / "sessions" / "sample"


def home_at(folder: Path, sync_folder: Path) -> Home:
    home = Home(paths_under(folder))
    home.change_settings(sync_folder=str(sync_folder))
    return home


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def homes(tmp_path: Path, shared: Path) -> tuple[Home, Home]:
    return home_at(tmp_path / "a", shared), home_at(tmp_path / "b", shared)


def program(home: Home, *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(home.paths.data), *words]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def said(process: "subprocess.Popen[str]") -> str:
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    return out


def history(home: Home) -> list[dict]:
    return json.loads(said(program(home, "history", "--json")))


def change(home: Home, one: Change) -> None:
    with closing(open_history(home.paths.history_file, now=utc_now()).connection) as connection:
        Store(connection).change(one, utc_now())


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_two_workouts_at_once_are_in_both_histories(homes: tuple[Home, Home], shared: Path) -> None:
    lead = ("start", "two-minute-primer", "--text", "--speed", "200")
    for process in [program(home, *lead) for home in homes]:
        said(process)
    a, b = (history(home) for home in homes)
    assert a == b
    assert [one["status"] for one in a] == ["complete", "complete"]
    assert len(names(shared)) == 2
    assert all(
        one["id"] in name
        for one, name in zip(
            sorted(a, key=lambda s: s["id"]),
            sorted(names(shared), key=lambda n: n[11:]),
            strict=True,
        )
    )
    # Apart, each puts something else right; one is deleted.
    one, other = a[0]["id"], a[1]["id"]
    n = a[0]["sets"][0]["n"]
    change(homes[0], Correct(one, n, 1, Corrected(reps=2)))
    change(homes[1], Describe(one, 4.0, "vent, 바람", (), ()))
    change(homes[1], Delete(other, utc_now()))
    history(homes[0])
    history(homes[1])
    a, b = (history(home) for home in homes)
    assert a == b
    assert [s["id"] for s in a] == [one]
    assert (a[0]["note"], a[0]["sets"][0]["corrected"]["reps"]) == ("vent, 바람", 2)


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a POSIX signal")
def test_killed_while_it_writes_nothing_is_half_and_nothing_is_missing(
    homes: tuple[Home, Home], shared: Path
) -> None:
    a, b = homes
    a.change_settings(sync_folder="")
    said(program(a, "import", "--yes", str(SAMPLE)))
    a.change_settings(sync_folder=str(shared))
    # Everything is to be written; killed when a few more are there than the last time.
    for wanted in (1, 12, 25):
        process = program(a, "history")
        while len(names(shared)) < wanted and process.poll() is None:
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        for file in shared.glob("*.json"):
            from_json(file.read_bytes(), file.name)
    everything = history(a)
    assert len(everything) == 41
    assert history(b) == everything
    assert len(list(shared.glob("*.json"))) == 42


def test_the_folder_is_gone_for_a_while(homes: tuple[Home, Home], shared: Path) -> None:
    a, b = homes
    aside = shared.rename(shared.with_name("aside"))
    process = program(a, "start", "two-minute-primer", "--text", "--speed", "500")
    out, err = process.communicate(timeout=120)
    assert "saved" in out.splitlines()[-1]
    assert err.count("cannot be read") == 1
    assert "Sessions stay on this computer until it is back." in err
    aside.rename(shared)
    assert len(history(a)) == 1
    assert history(b) == history(a)


def test_a_folder_without_a_full_path_is_told(tmp_path: Path) -> None:
    [words] = sync_here(home_at(tmp_path / "a", Path("somewhere")))
    assert "no full path" in words


# --- in the window ---


@pytest.fixture
def syncing(qtbot: QtBot, homes: tuple[Home, Home]) -> Syncing:
    made = Syncing(homes[0])
    yield made
    made.close()


def test_what_comes_while_the_window_is_open_is_told(
    qtbot: QtBot, syncing: Syncing, homes: tuple[Home, Home]
) -> None:
    with qtbot.waitSignal(syncing.news_changed, timeout=10_000):
        syncing.start()
    assert syncing.news.words.startswith("In step at")
    # Not the poll: the folder itself tells that a file has come.
    with qtbot.waitSignal(syncing.taken_in, timeout=10_000):
        said(program(homes[1], "start", "two-minute-primer", "--text", "--speed", "500"))
    assert len(homes[0].read_sessions()) == 1


def test_a_workout_holds_it_and_the_end_of_the_program_waits_for_it(
    qtbot: QtBot, syncing: Syncing, homes: tuple[Home, Home], shared: Path
) -> None:
    with qtbot.waitSignal(syncing.news_changed, timeout=10_000):
        syncing.start()
    syncing.hold()
    homes[0].change_settings(sync_folder="")
    said(program(homes[0], "start", "two-minute-primer", "--text", "--speed", "500"))
    homes[0].change_settings(sync_folder=str(shared))
    syncing.look()
    with qtbot.assertNotEmitted(syncing.news_changed, wait=600):
        pass
    assert names(shared) == []
    syncing.close()
    assert len(names(shared)) == 1


def test_a_trouble_is_told_and_its_end_too(qtbot: QtBot, syncing: Syncing, shared: Path) -> None:
    aside = shared.rename(shared.with_name("aside"))
    with qtbot.waitSignal(syncing.news_changed, timeout=10_000):
        syncing.start()
    assert "cannot be read" in syncing.news.trouble
    aside.rename(shared)
    with qtbot.waitSignal(syncing.news_changed, timeout=10_000):
        syncing.look()
    assert syncing.news.trouble == ""


def test_choosing_and_turning_off_is_kept_and_told(
    qtbot: QtBot, tmp_path: Path, shared: Path
) -> None:
    home = Home(paths_under(tmp_path / "data"))
    preferring = Preferring(home)
    qtbot.addWidget(preferring.page)
    section = preferring.page.sync
    assert section.turn_off.isHidden()
    with qtbot.waitSignal(preferring.sync_changed):
        section.folder_chosen.emit(str(shared))
    assert home.settings.sync_folder == section.words.text() == str(shared)
    section.show_status("In step at 07:10.", "")
    assert section.status.text() == "In step at 07:10."
    with qtbot.waitSignal(preferring.sync_changed):
        section.turn_off.click()
    assert (home.settings.sync_folder, section.turn_off.isHidden()) == ("", True)


def test_without_a_folder_nothing_runs(qtbot: QtBot, tmp_path: Path) -> None:
    syncing = Syncing(Home(paths_under(tmp_path / "data")))
    with qtbot.waitSignal(syncing.news_changed):
        syncing.start()
    assert syncing.news == SyncNews()
    syncing.close()
