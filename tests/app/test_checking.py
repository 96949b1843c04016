"""The sound check joined to an output: what is posted, what is seen, what is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.bridge import Bridge
from hiptimer.app.checking import Checking
from hiptimer.app.home import Home
from hiptimer.audio.output import NO_DEVICE, SoundState
from hiptimer.model.cue import Cue, Tone
from hiptimer.paths import paths_under
from hiptimer.settings import read_settings
from hiptimer.ui.main_window import MainWindow, PageEntry
from hiptimer.ui.sound_check.page import Part, SoundCheckPage
from hiptimer.ui.theme import Theme, read_theme
from hiptimer.ui.widgets.icons import IconSet


@dataclass
class Output:
    """Remembers what is asked of it."""

    posted: list[tuple[float, tuple[Cue, ...]]] = field(default_factory=list)
    told: list[tuple[str, object]] = field(default_factory=list)

    def start(self) -> None: ...

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        self.posted.append((due, tuple(cues)))

    def stop_all(self) -> None:
        self.told.append(("stop", None))

    def set_volume(self, volume: float) -> None:
        self.told.append(("volume", volume))

    def set_muted(self, muted: bool) -> None:
        self.told.append(("muted", muted))

    def set_delay(self, seconds: float) -> None:
        self.told.append(("delay", seconds))

    def set_keep_alive(self, wanted: str) -> None: ...

    def close(self, timeout_s: float) -> None: ...


class Outputs:
    """Hands one output out after the other."""

    def __init__(self) -> None:
        self.opened: list[Output] = []
        self.is_free = True
        self.rests = 0

    def open(self, speed: float) -> Output:
        assert self.is_free
        assert speed == 1
        self.is_free = False
        self.opened.append(Output())
        return self.opened[-1]

    def rest(self) -> None:
        self.is_free = True
        self.rests += 1


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Stand:
    """The check with everything around it."""

    def __init__(self, qtbot: QtBot, home: Home, icons: IconSet, theme: Theme) -> None:
        self.qtbot, self.home = qtbot, home
        self.outputs, self.bridge, self.clock = Outputs(), Bridge(), Clock()
        self.main = MainWindow(icons)
        self.main.furnish((PageEntry("today", "Today", "sun"),), "today")
        self.main.open_pages({"today": QWidget})
        self.main.show_page("today")
        self.page = SoundCheckPage(theme)
        qtbot.addWidget(self.page)
        self.check = Checking(
            home, self.main, self.page, self.outputs, self.bridge, clock=self.clock
        )
        self.main.show()

    @property
    def output(self) -> Output:
        return self.outputs.opened[-1]

    @property
    def tones(self) -> list[Tone]:
        return [c.sound for _, cues in self.output.posted for c in cues if c.sound in list(Tone)]

    def hear(self, on: bool) -> None:
        """The device comes or goes."""
        self.bridge.tell_sound(SoundState(on=on, words="" if on else NO_DEVICE))

    def sees(self, word: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.ears.face.word == word, timeout=2_000)

    def until(self, is_true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_true, timeout=2_000)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def stand(qtbot: QtBot, home: Home) -> Iterator[Stand]:
    theme = read_theme(resources.asset_bytes("themes/light.toml"))
    stand = Stand(qtbot, home, IconSet(resources.assets() / "icons"), theme)
    yield stand
    stand.check.leave()
    stand.main.close_for_good()
    stand.main.deleteLater()


def kept(home: Home) -> tuple[float, bool, int]:
    settings = read_settings(home.paths.settings_file).settings
    return settings.volume, settings.is_muted, settings.sound_delay_ms


def test_nothing_is_posted_before_there_is_a_device(stand: Stand) -> None:
    stand.check.open()
    stand.sees("Listen")
    assert stand.output.posted == []
    stand.hear(on=True)
    assert stand.tones == [Tone.LEFT, Tone.RIGHT, Tone.COUNT, Tone.COUNT, Tone.COUNT, Tone.GO]


def test_what_is_seen_is_what_is_heard_by_the_clock(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=True)
    ((due, cues),) = stand.output.posted
    tones = [cue for cue in cues if isinstance(cue.sound, Tone)]
    for cue, word in zip(tones, ("Left", "Right", "3", "2", "1", "Go"), strict=True):
        stand.clock.now = due + cue.at + 0.05
        stand.sees(word)


def test_it_repeats_by_itself(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=True)
    stand.clock.now += 20.0
    stand.until(lambda: len(stand.output.posted) == 2)
    assert stand.output.posted[1][0] >= stand.clock.now


def test_space_silences_and_begins_anew(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=True)
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_Space)
    stand.sees("Paused")
    assert stand.output.told[-1] == ("stop", None)
    stand.clock.now += 5.0
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_Space)
    assert len(stand.output.posted) == 2
    stand.clock.now = stand.output.posted[1][0] + 0.1
    stand.sees("Left")


def test_volume_and_mute_are_heard_and_kept(stand: Stand, home: Home) -> None:
    stand.check.open()
    stand.hear(on=True)
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_Minus)
    assert ("volume", 0.7) in stand.output.told
    stand.page.volume_chosen.emit(30)
    assert ("volume", 0.3) in stand.output.told
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_M)
    stand.sees("Muted")
    assert stand.output.told[-1] == ("muted", True)
    assert kept(home) == (0.3, True, 0)
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_Equal)
    assert stand.output.told[-1] == ("muted", False)
    assert stand.page.volume.value() == 40


def test_volume_zero_is_said(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=True)
    stand.page.volume_chosen.emit(0)
    stand.sees("No sound")
    assert "0 %" in stand.page.strip.text()


def test_a_lost_device_is_said_and_the_check_goes_on_when_it_is_back(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=False)
    stand.sees("No sound")
    assert "no audio device" in stand.page.strip.text()
    assert stand.output.posted == []
    stand.hear(on=True)
    assert len(stand.output.posted) == 1
    stand.sees("Listen")
    assert not stand.page.strip.isVisible()
    stand.hear(on=False)
    assert stand.output.told[-1] == ("stop", None)


def test_the_flash_comes_when_the_tick_is_due(stand: Stand) -> None:
    stand.check.open(Part.DELAY)
    stand.hear(on=True)
    due, (cue,) = stand.output.posted[0]
    assert (cue.at, cue.sound) == (0.0, Tone.COUNT)
    assert not stand.page.flash.is_bright
    stand.clock.now = due + 0.01
    stand.until(lambda: stand.page.flash.is_bright)
    stand.clock.now = due + 0.7
    stand.until(lambda: not stand.page.flash.is_bright)
    assert [d for d, _ in stand.output.posted] == pytest.approx([due, due + 1.0])


def test_the_delay_is_heard_at_once_and_kept_and_does_not_move_the_flash(
    stand: Stand, home: Home
) -> None:
    stand.check.open(Part.DELAY)
    stand.hear(on=True)
    before = stand.output.posted[0][0]
    for _ in range(3):
        stand.qtbot.keyClick(stand.page, Qt.Key.Key_Right)
    assert stand.output.told[-1] == ("delay", 0.03)
    assert kept(home)[2] == 30
    stand.clock.now = before + 0.01
    stand.until(lambda: stand.page.flash.is_bright)


def test_d_changes_between_the_parts_and_leaves_no_sound_of_the_other(stand: Stand) -> None:
    stand.check.open()
    stand.hear(on=True)
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_D)
    assert stand.page.part is Part.DELAY
    assert stand.output.told == [("stop", None)]
    assert stand.tones[-1] is Tone.COUNT
    stand.qtbot.keyClick(stand.page, Qt.Key.Key_D)
    assert stand.page.part is Part.LISTEN
    assert stand.tones[-1] is Tone.GO
    assert len(stand.outputs.opened) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_leaving_is_silent_and_gives_the_device_back(stand: Stand, key: Qt.Key) -> None:
    stand.check.open()
    stand.hear(on=True)
    output = stand.output
    with stand.qtbot.waitSignal(stand.check.left):
        stand.qtbot.keyClick(stand.page, key)
    assert output.told[-1] == ("stop", None)
    assert (stand.outputs.rests, stand.check.is_open) == (1, False)
    stand.check.open()
    assert stand.output is not output


def test_the_last_words_of_a_workout_are_waited_for(stand: Stand) -> None:
    stand.outputs.is_free = False
    stand.check.open()
    stand.sees("Listen")
    assert stand.outputs.opened == []
    stand.outputs.is_free = True
    stand.until(lambda: len(stand.outputs.opened) == 1)
    stand.hear(on=True)
    assert len(stand.output.posted) == 1
