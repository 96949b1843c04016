"""The sound check as it is offered on Today, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from history.samples import session
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home, Past
from hiptimer.app.remembering import recall
from hiptimer.app.window import Window
from hiptimer.model.phrases import VoiceLevel
from hiptimer.paths import Paths, paths_under
from hiptimer.ui.main_window import SMALLEST
from hiptimer.ui.sound_check.page import SoundCheckPage


class Opened:
    """Windows of the same person, one after the other."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
        self._qapp, self._qtbot, self.paths = qapp, qtbot, paths
        self._windows: list[Window] = []

    def open(self) -> Window:
        window = window_for(self._qapp, Home(self.paths))
        self._windows.append(window)
        with self._qtbot.waitActive(window.main):
            window.show()
            window.main.activateWindow()
        self._qtbot.waitUntil(lambda: window.backstage.is_made)
        return window

    def close(self) -> None:
        for window in self._windows:
            window.close()


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(qapp, qtbot, paths_under(tmp_path / "data"))
    yield opened
    opened.close()


def check_page(window: Window) -> SoundCheckPage | None:
    return next(iter(window.main.findChildren(SoundCheckPage)), None)


def test_it_is_offered_to_whoever_is_new_and_takes_no_focus(opened: Opened) -> None:
    window = opened.open()
    assert window.today_page.offer.isVisible()
    assert window.today_page.hasFocus()


def test_enter_still_starts_the_routine(opened: Opened, qtbot: QtBot) -> None:
    window = opened.open()
    qtbot.keyClick(window.today_page, Qt.Key.Key_Return)
    qtbot.waitUntil(window.stage.workout_page.isVisible)
    assert check_page(window) is None


def test_declined_it_stays_away(opened: Opened, qtbot: QtBot) -> None:
    window = opened.open()
    qtbot.mouseClick(window.today_page.offer.decline, Qt.MouseButton.LeftButton)
    assert not window.today_page.offer.isVisible()
    window.close()
    assert recall(opened.paths.state / "window.json").is_check_settled
    assert not opened.open().today_page.offer.isVisible()


def test_done_it_stays_away_and_enter_starts(opened: Opened, qtbot: QtBot) -> None:
    window = opened.open()
    qtbot.mouseClick(window.today_page.offer.check, Qt.MouseButton.LeftButton)
    page = check_page(window)
    assert page is not None
    qtbot.waitUntil(page.hasFocus)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(window.today_page.hasFocus)
    assert not window.today_page.offer.isVisible()
    qtbot.keyClick(window.today_page, Qt.Key.Key_Return)
    qtbot.waitUntil(window.stage.workout_page.isVisible)


def test_whoever_has_trained_before_is_not_asked(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Home, "read_past", _one_session)
    assert not opened.open().today_page.offer.isVisible()


def _one_session(home: Home) -> Past:
    return Past((session(),))


def test_closing_the_window_in_the_middle_of_the_check_closes_it(opened: Opened) -> None:
    window = opened.open()
    window.today_page.offer.check.click()
    window.close()
    assert not window.main.isVisible()


def test_the_settings_lead_to_both_parts_and_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened.open()
    window.main.resize(SMALLEST)
    window.main.show_page("settings")
    sound = window.pages._preferring.page.sound
    sound.flash.click()
    page = check_page(window)
    assert page is not None
    qtbot.waitUntil(page.hasFocus)
    assert window.main.size() == SMALLEST
    qtbot.waitUntil(lambda: window.stage.sounds._output is not None)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(sound.isVisible)
    assert sound.delay.value() == 10


def test_another_voice_changes_the_duration_on_today(opened: Opened) -> None:
    window = opened.open()
    home = window._home
    if not home.voice.table.seconds_by_phrase:
        pytest.skip("the checkout has no spoken pack")
    before = window.today_page.hero._facts.text()
    window.main.show_page("settings")
    sound = window.pages._preferring.page.sound
    sound.voice.choices[0].click()
    assert home.settings.voice is VoiceLevel.TONES
    assert window.today_page.hero._facts.text() != before
