"""The week in Settings joined to what is kept."""

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hiptimer.app.home import Home
from hiptimer.app.preferring import Preferring
from hiptimer.paths import paths_under
from hiptimer.settings import Settings, read_settings


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


@pytest.fixture
def preferring(qtbot: QtBot, home: Home) -> Preferring:
    preferring = Preferring(home)
    qtbot.addWidget(preferring.page)
    return preferring


def kept(home: Home) -> Settings:
    return read_settings(home.paths.settings_file).settings


def test_run_days_are_kept_and_told(qtbot: QtBot, preferring: Preferring, home: Home) -> None:
    chips = preferring.page.goal.days.chips
    assert all(chip.isChecked() for chip in chips)
    with qtbot.waitSignal(preferring.run_days_changed):
        qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    assert kept(home).run_days == (0, 1, 3, 4, 5, 6)


def test_the_time_and_the_reminder_are_kept(preferring: Preferring, home: Home) -> None:
    section = preferring.page.goal
    section.clock_chosen.emit(time(6, 45))
    section.reminder_chosen.emit(60)
    assert (kept(home).run_at, kept(home).reminder_min) == (time(6, 45), 60)
    section.clock_chosen.emit(None)
    assert kept(home).run_at is None


def test_the_week_is_saved_and_told(preferring: Preferring, tmp_path: Path) -> None:
    section = preferring.page.goal
    section.calendar_wished.emit(tmp_path / "runs.ics")
    assert b"RRULE:FREQ=WEEKLY" in (tmp_path / "runs.ics").read_bytes()
    assert "every day, with a reminder at 08:00. Open runs.ics" in section.told.text()
    section.clock_chosen.emit(time(7))
    assert section.told.text() == ""


def test_a_file_that_cannot_be_written_is_told(preferring: Preferring) -> None:
    preferring.page.goal.calendar_wished.emit(Path("/dev/null/runs.ics"))
    assert "cannot be written" in preferring.page.goal.told.text()
