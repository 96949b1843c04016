"""Where to start, sore places and why hips, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.paths import Paths, paths_under
from hiptimer.ui.about import AboutPage
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.start.page import StartPage
from hiptimer.ui.why.page import WhyPage


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_under(tmp_path / "data")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[Window]:
    window = window_for(qapp, Home(paths))
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(window.today_page.note.isVisible)
    yield window
    window.close()


def start_page(window: Window, qtbot: QtBot) -> StartPage:
    """The three questions, opened from Today by whoever is new."""
    qtbot.mouseClick(window.today_page.note.buttons[0], Qt.MouseButton.LeftButton)
    page = window.main.findChild(StartPage)
    assert page is not None
    return page


def moves_on_today(window: Window) -> list[str]:
    plan = window._room.today.plan()
    assert plan is not None
    return [plan.routine.id, *(move.exercise.id for move in plan.moves)]


def test_keys_alone_lead_from_today_to_a_routine_for_today(
    window: Window, qtbot: QtBot, paths: Paths
) -> None:
    assert window.today_page.hasFocus()
    page = start_page(window, qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1):
        qtbot.keyClick(page, key)
    assert page.step == 3
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert window.today_page.isVisible()
    # It was chosen without a wall, so it is done without one.
    assert moves_on_today(window)[:3] == ["gentle-restart", "glute-squeeze", "single-leg-stand"]
    assert not window.today_page.note.isVisible()
    settings = Home(paths).settings
    assert settings.equipment == (Equipment.CUSHION,)
    assert settings.without_equipment == ("gentle-restart",)


def test_a_sore_place_takes_from_the_routine_and_never_chooses_one(
    window: Window, qtbot: QtBot, paths: Paths
) -> None:
    page = start_page(window, qtbot)
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_2):
        qtbot.keyClick(page, key)
    for place in range(len(Complaint)):
        page.proposal.sore.tap(place)
        assert page.proposal._name.text() == "Basic three"
    assert Home(paths).settings.sore == tuple(Complaint)
    for place in range(1, len(Complaint)):
        page.proposal.sore.tap(place)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert moves_on_today(window)[:2] == ["basic-three", "single-leg-stand"]
    assert window.today_page.suited.isVisible()
    assert window.today_page.suited.words.startswith("Sore outer hip")


def test_left_with_escape_it_is_offered_again_and_waved_away_it_is_not(
    window: Window, qtbot: QtBot
) -> None:
    page = start_page(window, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.today_page.note.isVisible()
    qtbot.mouseClick(window.today_page.note.close_button, Qt.MouseButton.LeftButton)
    assert not window.today_page.note.isVisible()


def test_why_hips_is_reached_from_about_and_leads_back(window: Window, qtbot: QtBot) -> None:
    window.main.show_page("about")
    about = window.main.findChild(AboutPage)
    assert about is not None
    qtbot.mouseClick(about.why, Qt.MouseButton.LeftButton)
    why = window.main.findChild(WhyPage)
    assert why is not None
    assert why.isVisible()
    qtbot.keyClick(why, Qt.Key.Key_Escape)
    assert about.isVisible()


def test_why_hips_opened_from_the_proposal_leads_back_to_it(window: Window, qtbot: QtBot) -> None:
    page = start_page(window, qtbot)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_1):
        qtbot.keyClick(page, key)
    qtbot.mouseClick(page.proposal.why, Qt.MouseButton.LeftButton)
    why = window.main.findChild(WhyPage)
    assert why is not None
    qtbot.keyClick(why, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.step == 3


def test_a_sore_place_in_the_settings_changes_today_and_the_rule_needs_a_tick(
    window: Window, paths: Paths
) -> None:
    window.main.show_page("settings")
    settings = window.main.findChild(SettingsPage)
    assert settings is not None
    settings.sore.places.tap(list(Complaint).index(Complaint.LOW_BACK))
    assert "bridge-basic" not in moves_on_today(window)
    assert Home(paths).settings.pain_rule == "strict"
    settings.sore.tick.click()
    assert Home(paths).settings.pain_rule == "traffic_light"
    assert "clinician" in window.today_page._safety.words
    settings.sore.tick.click()
    assert Home(paths).settings.pain_rule == "strict"
    assert Home(paths).settings.sore == (Complaint.LOW_BACK,)
