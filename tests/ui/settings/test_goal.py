"""Run days, their time and reminder, the goal, and the file for the calendar."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hiptimer.ui.settings.goal import NO_DAYS, GoalSection


@pytest.fixture
def section(qtbot: QtBot, dressed: None) -> GoalSection:
    section = GoalSection()
    qtbot.addWidget(section)
    section.resize(860, 560)
    section.show_goal(3)
    section.show_runs((0, 3), time(7), 15)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def test_what_is_kept_is_shown_and_tells_nothing(section: GoalSection) -> None:
    signals = (section.days_chosen, section.clock_chosen, section.reminder_chosen)
    spies = [QSignalSpy(signal) for signal in signals]
    section.show_runs((1, 6), None, 0)
    assert [chip.isChecked() for chip in section.days.chips].index(True) == 1
    assert section.clock.text() == ""
    assert section.reminder.chosen == 0
    section.show_runs((1, 6), time(18, 5), 30)
    assert section.clock.text() == "18:05"
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_days_are_chosen_and_taken_back(qtbot: QtBot, section: GoalSection) -> None:
    with qtbot.waitSignal(section.days_chosen) as told:
        qtbot.mouseClick(section.days.chips[5], Qt.MouseButton.LeftButton)
    assert told.args == [(0, 3, 5)]
    section.days.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(section.days_chosen) as told:
        qtbot.keyClick(section.days.chips[0], Qt.Key.Key_Space)
    assert told.args == [(3, 5)]


@pytest.mark.parametrize(
    ("typed", "told"), [("6:45", time(6, 45)), ("18.30", time(18, 30)), ("", None)]
)
def test_a_time_is_taken_by_enter(
    qtbot: QtBot, section: GoalSection, typed: str, told: time | None
) -> None:
    section.clock.setFocus()
    section.clock.selectAll()
    qtbot.keyClick(section.clock, Qt.Key.Key_Delete)
    qtbot.keyClicks(section.clock, typed)
    with qtbot.waitSignal(section.clock_chosen) as heard:
        qtbot.keyClick(section.clock, Qt.Key.Key_Return)
    assert heard.args == [told]


def test_what_is_no_time_is_taken_back(qtbot: QtBot, section: GoalSection) -> None:
    section.clock.setFocus()
    section.clock.selectAll()
    qtbot.keyClicks(section.clock, "25:00")
    with qtbot.assertNotEmitted(section.clock_chosen):
        section.days.chips[0].setFocus()
    assert section.clock.text() == "07:00"


def test_the_reminder_is_told_in_minutes(qtbot: QtBot, section: GoalSection) -> None:
    with qtbot.waitSignal(section.reminder_chosen) as told:
        qtbot.mouseClick(section.reminder.segments[3], Qt.MouseButton.LeftButton)
    assert told.args == [60]


def test_without_a_run_day_no_file_is_asked_for(qtbot: QtBot, section: GoalSection) -> None:
    section.show_runs((), None, 15)
    qtbot.mouseClick(section.save, Qt.MouseButton.LeftButton)
    assert section.told.text() == NO_DAYS
    assert section.told.isVisible()
    assert not section.findChildren(QFileDialog)


def test_the_chosen_file_is_told(qtbot: QtBot, section: GoalSection, tmp_path: Path) -> None:
    qtbot.mouseClick(section.save, Qt.MouseButton.LeftButton)
    (dialog,) = section.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "ics"
    with qtbot.waitSignal(section.calendar_wished) as told:
        dialog.fileSelected.emit(str(tmp_path / "runs.ics"))
    assert told.args == [tmp_path / "runs.ics"]
    dialog.close()
