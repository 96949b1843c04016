"""A workout that begins without sound, because that was chosen another day, says so."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home, Past
from hiptimer.app.text import TextRun
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.ui.workout.strip import Strip

MUTED = {"is_muted": True}, "No sound: it is muted.", "M"
ZERO = {"volume": 0.0}, "No sound: the volume is 0 %.", "="


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, home: Home) -> Iterator[Window]:
    window = window_for(qapp, home)
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(lambda: window.backstage.is_made)
    yield window
    window.close()


def started(window: Window, qtbot: QtBot) -> tuple[WorkoutPage, Strip]:
    qtbot.keyClick(window.today_page, Qt.Key.Key_Return)
    page = window.stage.workout_page
    (strip,) = page.findChildren(Strip)
    return page, strip


@pytest.mark.parametrize(("choice", "words", "key"), [MUTED, ZERO])
def test_the_window_says_so_until_the_volume_is_touched(
    window: Window, qtbot: QtBot, choice: dict[str, object], words: str, key: str
) -> None:
    home = window._home
    home.change_settings(**choice)
    page, strip = started(window, qtbot)
    qtbot.waitUntil(lambda: strip.text() == f"{words} Press {key}.")
    qtbot.keyClicks(page, key.lower())
    assert words not in strip.text()
    assert home.settings.volume > 0
    assert not home.settings.is_muted


@pytest.mark.parametrize(("choice", "words", "_key"), [MUTED, ZERO])
def test_the_terminal_says_so(home: Home, choice: dict[str, object], words: str, _key: str) -> None:
    home.change_settings(**choice)
    out = StringIO()
    TextRun(home, Past(), out=out, keys=None).run(
        home.catalogue.routines["two-minute-primer"], 1000.0
    )
    assert words in out.getvalue().splitlines()
