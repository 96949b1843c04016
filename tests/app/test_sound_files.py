"""Sound files are written beside the window."""

import threading
from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home, Past
from hiptimer.app.sound_files import Saving, SoundFiles, short_path
from hiptimer.model.routine import Routine, Step
from hiptimer.paths import paths_under

ROUTINE = Routine(id="short", name="Short", when="", steps=(Step("clam-basic", reps=2),))


@pytest.fixture
def files(qtbot: QtBot, tmp_path: Path) -> SoundFiles:
    return SoundFiles(Home(paths_under(tmp_path / "own")))


@pytest.fixture
def told(files: SoundFiles) -> list[Saving]:
    told: list[Saving] = []
    files.changed.connect(told.append)
    return told


def is_over(told: list[Saving]) -> bool:
    return bool(told) and not told[-1].is_writing


def test_it_tells_how_far_it_is_and_where_it_is_saved(
    qtbot: QtBot, files: SoundFiles, told: list[Saving], tmp_path: Path
) -> None:
    file = tmp_path / "run.ogg"
    files.save(ROUTINE, Past(), file)
    qtbot.waitUntil(lambda: is_over(told), timeout=20_000)
    assert told[0] == Saving("Saving run.ogg", is_writing=True)
    assert Saving("Saving, 50 %", is_writing=True) in told
    assert told[-1] == Saving(f"Saved to {short_path(file)}", is_writing=False)
    assert soundfile.info(file).duration > 20


def test_called_off_nothing_is_left(
    qtbot: QtBot, files: SoundFiles, told: list[Saving], tmp_path: Path
) -> None:
    files.save(ROUTINE, Past(), tmp_path / "run.mp3")
    qtbot.waitUntil(lambda: len(told) > 2, timeout=20_000)
    files.call_off()
    qtbot.waitUntil(lambda: is_over(told), timeout=20_000)
    assert told[-1].words == "Cancelled: run.mp3 is not saved."
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == []


def test_a_fault_is_told_in_words_and_another_can_follow(
    qtbot: QtBot, files: SoundFiles, told: list[Saving], tmp_path: Path
) -> None:
    files.save(ROUTINE, Past(), tmp_path / "run.flac")
    qtbot.waitUntil(lambda: is_over(told))
    assert told[-1].words.startswith("run.flac: a sound file ends in .ogg, .mp3 or .wav")
    qtbot.waitUntil(lambda: not files.is_writing)
    told.clear()
    files.save(ROUTINE, Past(), tmp_path / "run.wav")
    qtbot.waitUntil(lambda: is_over(told), timeout=20_000)
    assert (tmp_path / "run.wav").exists()


def test_one_at_a_time(qtbot: QtBot, files: SoundFiles, told: list[Saving], tmp_path: Path) -> None:
    files.save(ROUTINE, Past(), tmp_path / "first.ogg")
    files.save(ROUTINE, Past(), tmp_path / "second.ogg")
    qtbot.waitUntil(lambda: is_over(told), timeout=20_000)
    assert (tmp_path / "first.ogg").exists()
    assert not (tmp_path / "second.ogg").exists()


def test_the_end_of_the_program_leaves_nothing_unfinished(
    files: SoundFiles, tmp_path: Path
) -> None:
    files.save(ROUTINE, Past(), tmp_path / "run.mp3")
    files.close()
    assert [thread.name for thread in threading.enumerate() if thread.name == "sound file"] == []
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == []


def test_the_persons_own_folder_is_written_in_short() -> None:
    assert short_path(Path.home() / "Music" / "run.ogg") == str(Path("~/Music/run.ogg"))
    assert short_path(Path("/elsewhere/run.ogg")) == str(Path("/elsewhere/run.ogg"))
