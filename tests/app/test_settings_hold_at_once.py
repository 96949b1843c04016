"""What is chosen in Settings holds at once, in the whole window."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.remembering import recall
from hiptimer.app.window import Window
from hiptimer.model.equipment import Equipment
from hiptimer.model.language import speak
from hiptimer.paths import Paths, paths_under
from hiptimer.ui.exercises.page import ExercisesPage
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.theme import Tone, colour

Open = Callable[[], Window]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_under(tmp_path / "data")


@pytest.fixture
def open_(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[Open]:
    """Opens windows of the same person on Settings, one after the other."""
    windows: list[Window] = []

    def make() -> Window:
        window = window_for(qapp, Home(paths))
        windows.append(window)
        window.show("settings")
        qtbot.waitUntil(lambda: window.backstage.is_made)
        return window

    yield make
    for window in windows:
        window.close()
    speak(NullTranslations())


@pytest.fixture
def window(open_: Open) -> Window:
    return open_()


def settings_page(window: Window) -> SettingsPage:
    return next(iter(window.main.findChildren(SettingsPage)))


def ground(widget: QWidget) -> QColor:
    return colour(widget.palette(), Tone.GROUND)


def kind_of_workout(window: Window) -> str:
    return window.stage.workout_page._theme.kind


def exercises_page(window: Window) -> ExercisesPage:
    return next(iter(window.main.findChildren(ExercisesPage)))


def seconds_of_today(window: Window) -> float:
    plan = window._room.today.plan()
    assert plan is not None
    return plan.seconds


def test_the_theme_is_that_of_all_pages_at_once(window: Window) -> None:
    theme = settings_page(window).look.theme
    grounds = []
    for chip in theme.chips[1:]:
        chip.click()
        grounds.append(ground(window.today_page).name())
        assert ground(window.main) == ground(window.today_page)
    assert len(set(grounds)) == 3
    assert window._home.settings.theme == "contrast"
    assert not window.opens_again


def test_the_workout_may_be_dark_alone(window: Window) -> None:
    look = settings_page(window).look
    look.theme.chips[1].click()
    look.workout_theme.chips[2].click()
    assert ground(window.today_page).lightness() > 128
    assert kind_of_workout(window) == "dark"
    look.workout_theme.chips[0].click()
    assert kind_of_workout(window) == "light"


def test_a_longer_get_ready_makes_today_longer_at_once(window: Window) -> None:
    times = settings_page(window).times
    before, told = seconds_of_today(window), times._told.text()
    times.slider("first_s").setValue(42)
    assert seconds_of_today(window) == before + 30
    assert window._home.settings.gaps.first_s == 42
    assert times._told.text() != told


def test_what_is_at_hand_is_the_same_on_the_exercises_page(window: Window) -> None:
    window.main.show_page("exercises")
    window.main.show_page("settings")
    settings_page(window).equipment.things.nothing.click()
    window.main.show_page("exercises")
    exercises = exercises_page(window)
    assert exercises.equipment.nothing.isChecked()
    exercises.equipment.things[0].click()
    window.main.show_page("settings")
    assert window._home.settings.equipment == (next(iter(Equipment)),)
    assert settings_page(window).equipment.things.things[0].isChecked()


def test_a_workout_runs_as_chosen(window: Window) -> None:
    workout = settings_page(window).workout
    for switch in (workout.distance_view, workout.flash, workout.awake):
        switch.click()
    workout.distance.setValue(35)
    settings_page(window).goal.asks.click()
    settings = window._home.settings
    assert (settings.distance_view, settings.flash, settings.keep_awake) == (True, True, False)
    assert (settings.distance_m, settings.asks_how_it_felt) == (3.5, False)


def test_the_figure_turns_at_once(window: Window) -> None:
    figures = window.backstage.made_figures()
    name = next(iter(window._home.catalogue.exercises))
    before = figures.motion(name)
    settings_page(window).look.mirror.click()
    after = figures.motion(name)
    assert before is not None
    assert after is not None
    assert after is not before


def test_the_figure_of_the_next_workout_stands_still(window: Window) -> None:
    settings_page(window).look.motion.chips[2].click()
    routine = window._room.today.routine
    assert routine is not None
    window.start(routine)
    assert window.stage._guide._is_still
    window.stage._leading.stop()


def test_another_size_opens_a_new_window_in_the_same_place(open_: Open, paths: Paths) -> None:
    window = open_()
    settings_page(window).look.size_.chips[4].click()
    assert window.opens_again
    assert window._home.settings.text_percent == 150
    assert recall(paths.state / "window.json").section == "look"
    again = open_()
    assert settings_page(again).section == "look"
    again.close()
    assert recall(paths.state / "window.json").section == ""


def test_another_language_opens_a_new_window_that_speaks_it(open_: Open) -> None:
    settings_page(open_()).look.language.chips[2].click()
    again = open_()
    assert again._home.language == "es"
    assert settings_page(again).look.language.chips[2].isChecked()
