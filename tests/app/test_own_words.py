"""Speech for the person's own words, with a child process that hums instead of speaking."""

import logging
import sys
import time
from pathlib import Path
from threading import Event

import msgspec
import pytest
from examples import BRIDGE, CLAM

from hiptimer.app.own_words import OwnWords
from hiptimer.app.script import lines_of
from hiptimer.audio.clips import read_clips
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.exercise import Exercise

CHILD = Path(__file__).parent / "humming_child.py"
SOON_S = 30.0


def renamed(exercise: Exercise, name: str) -> Exercise:
    text = msgspec.structs.replace(exercise.text, name=name, cues=())
    return msgspec.structs.replace(exercise, id=name.lower(), text=text)


def catalogue(*names: str) -> Catalogue:
    own = [renamed(CLAM, name) for name in names]
    return Catalogue({exercise.id: exercise for exercise in (CLAM, *own)}, {})


class Desk:
    """One person's cache, and a shipped pack that says everything of the plain clamshell."""

    def __init__(self, folder: Path) -> None:
        self.shipped = folder / "shipped"
        self.folder = folder / "cache" / "voice" / "en"
        self.notes = folder / "notes"
        self.made = Event()
        self.shipped.mkdir()
        (self.shipped / "respelt.toml").write_text("")
        entries = [
            {"phrase": line.phrase, "file": "a.ogg", "seconds": 1.0}
            for line in lines_of([CLAM], [], {})
        ]
        manifest = msgspec.json.encode({"voice": "hum", "clips": entries})
        (self.shipped / "manifest.json").write_bytes(manifest)

    def words(self, *how: str, version: str = "1", needed: tuple[str, ...] = ()) -> OwnWords:
        return OwnWords(
            shipped=self.shipped,
            voice_file=Path("hum.npz"),
            folder=self.folder,
            version=version,
            on_made=self.made.set,
            command=(sys.executable, str(CHILD), str(self.notes), *how),
            needed=needed,
        )

    @property
    def asked(self) -> list[str]:
        """What each child was asked to say."""
        return self.notes.read_text().splitlines() if self.notes.exists() else []

    def spoken(self) -> set[str]:
        return {clip.phrase for clip in read_clips(self.folder).clips}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def finish(words: OwnWords) -> None:
    """Wait for what was begun, without breaking it off."""
    assert words.wait(SOON_S)


def test_a_new_name_is_spoken_once_and_told(desk: Desk) -> None:
    words = desk.words()
    words.begin(catalogue("Penguin walk"))
    assert desk.made.wait(SOON_S)
    finish(words)
    assert desk.spoken() == {"Penguin walk."}
    desk.made.clear()
    words.begin(catalogue("Penguin walk"))
    finish(words)
    assert desk.asked == ["Penguin walk."]
    assert not desk.made.is_set()


def test_shipped_words_are_not_spoken_again(desk: Desk) -> None:
    words = desk.words()
    words.begin(catalogue())
    finish(words)
    assert desk.asked == []
    assert not desk.folder.exists()


def test_an_exercise_of_ones_own_brings_all_its_phrases(desk: Desk) -> None:
    words = desk.words()
    own = Catalogue({CLAM.id: CLAM, BRIDGE.id: BRIDGE}, {})
    words.begin(own)
    finish(words)
    shipped = {clip.phrase for clip in read_clips(desk.shipped).clips}
    wanted = {line.phrase for line in lines_of([CLAM, BRIDGE], [], {})}
    assert desk.spoken() == wanted - shipped


def test_without_the_extra_nothing_happens(desk: Desk) -> None:
    words = desk.words(needed=("no_such_package_at_all",))
    words.begin(catalogue("Penguin walk"))
    finish(words)
    assert desk.asked == []
    assert not desk.folder.exists()


def test_what_the_voice_cannot_say_is_logged_and_not_tried_again(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    names = ("Unspeakable", "Penguin walk")
    for _ in range(2):
        words = desk.words()
        words.begin(catalogue(*names))
        finish(words)
    assert desk.spoken() == {"Penguin walk."}
    assert desk.asked == ["Unspeakable. Penguin walk."]
    assert "Unspeakable" in caplog.text


def test_it_is_tried_again_when_the_program_or_the_words_change(desk: Desk) -> None:
    for version, name in (("1", "Unspeakable"), ("2", "Unspeakable"), ("2", "Unspeakable hop")):
        words = desk.words(version=version)
        words.begin(catalogue(name))
        finish(words)
    assert desk.asked == ["Unspeakable.", "Unspeakable.", "Unspeakable hop."]
    assert not desk.made.is_set()


def test_a_voice_that_breaks_down_keeps_what_it_said_and_leaves_out_where_it_broke(
    desk: Desk,
) -> None:
    words = desk.words("crash", "Hop")
    words.begin(catalogue("Penguin walk", "Hop", "Skip"))
    finish(words)
    assert desk.made.is_set()
    assert desk.spoken() == {"Penguin walk."}
    words = desk.words()
    words.begin(catalogue("Penguin walk", "Hop", "Skip"))
    finish(words)
    assert desk.asked[-1] == "Skip."
    assert desk.spoken() == {"Penguin walk.", "Skip."}


def test_a_voice_that_cannot_be_loaded_says_why_and_is_tried_at_the_next_start(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for how in (("unloaded",), ()):
        words = desk.words(*how)
        words.begin(catalogue("Penguin walk"))
        finish(words)
    assert "The voice cannot be loaded." in caplog.text
    assert desk.spoken() == {"Penguin walk."}


def test_stopping_ends_the_process_at_once_and_blames_no_word(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    words = desk.words("hang")
    words.begin(catalogue("Penguin walk"))
    until = time.monotonic() + SOON_S
    while not desk.asked and time.monotonic() < until:
        time.sleep(0.02)
    before = time.monotonic()
    words.stop()
    assert time.monotonic() - before < 2
    assert caplog.records == []
    words = desk.words()
    words.begin(catalogue("Penguin walk"))
    finish(words)
    assert desk.spoken() == {"Penguin walk."}


def test_stopping_what_never_began_is_no_error(desk: Desk) -> None:
    desk.words().stop()


def test_clips_of_exercises_that_are_gone_are_taken_out(desk: Desk) -> None:
    words = desk.words()
    words.begin(catalogue("Penguin walk", "Hop"))
    finish(words)
    words.begin(catalogue("Hop"))
    finish(words)
    assert desk.spoken() == {"Hop."}
    assert len(list(desk.folder.glob("*.ogg"))) == 1


def test_a_command_that_does_not_exist_is_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    words = OwnWords(
        shipped=desk.shipped,
        voice_file=Path("hum.npz"),
        folder=desk.folder,
        version="1",
        on_made=desk.made.set,
        command=("no-such-command-at-all",),
        needed=(),
    )
    words.begin(catalogue("Penguin walk"))
    finish(words)
    assert "Your own words are not spoken" in caplog.text
