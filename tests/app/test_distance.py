"""The distance view in the window: it follows the settings, and V is remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.workout.distance.view import DistanceView
from hiptimer.ui.workout.page import WorkoutPage


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


def begin(window: Window, qtbot: QtBot, home: Home) -> tuple[WorkoutPage, DistanceView]:
    window.start(home.catalogue.routines["pre-run-activation"])
    page = window.stage.workout_page
    qtbot.waitUntil(page.isVisible)
    view = page.findChild(DistanceView)
    assert isinstance(view, DistanceView)
    return page, view


def test_v_changes_the_view_and_is_remembered(window: Window, qtbot: QtBot, home: Home) -> None:
    page, view = begin(window, qtbot, home)
    assert not view.isVisible()
    for is_far in (True, False, True):
        QTest.keyClick(page, Qt.Key.Key_V)
        assert view.isVisible() is is_far
        assert Home(home.paths).settings.distance_view is is_far


def test_the_next_workout_is_seen_from_as_far_as_the_settings_say(
    window: Window, qtbot: QtBot, home: Home
) -> None:
    sizes = []
    for metres in (2.0, 1.0):
        home.change_settings(distance_view=True, distance_m=metres)
        _, view = begin(window, qtbot, home)
        assert view.isVisible()
        sizes.append(view.places.number.height())
        window.stage._leading.stop()
        qtbot.waitUntil(window.stage.done_page.isVisible)
    assert sizes[1] < sizes[0]
