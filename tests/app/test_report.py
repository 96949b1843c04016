"""What is told when something goes wrong in the program itself."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer.app.crash_watch import CrashWatch
from hiptimer.app.home import Home
from hiptimer.app.report import LAST_LINES, full_report
from hiptimer.app.telling_bugs import TellingBugs
from hiptimer.model.complaint import Complaint
from hiptimer.paths import paths_under
from hiptimer.ui.report_dialog import ReportDialog

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Bugs(QObject):
    happened = Signal(str)


class Workout:
    def __init__(self) -> None:
        self.is_running = False

    def __call__(self) -> bool:
        return self.is_running


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(paths_under(tmp_path))
    home.paths.logs.mkdir(parents=True)
    return home


def told(window: QWidget) -> list[ReportDialog]:
    return [dialog for dialog in window.findChildren(ReportDialog) if dialog.isVisible()]


def shown_window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_bug_is_told_with_its_traceback(qtbot: QtBot, home: Home) -> None:
    window, bugs = shown_window(qtbot), Bugs()
    telling = TellingBugs(home, window, bugs, is_leading=Workout())
    bugs.happened.emit("Traceback: an odd fault")
    qtbot.waitUntil(lambda: len(told(window)) == 1)
    assert "an odd fault" in told(window)[0].report.toPlainText()
    told(window)[0].copy.click()
    assert "an odd fault" in QGuiApplication.clipboard().text()
    telling.tell_waiting()
    assert len(told(window)) == 1


def test_a_workout_is_not_covered_and_it_is_told_at_its_end(qtbot: QtBot, home: Home) -> None:
    window, bugs, workout = shown_window(qtbot), Bugs(), Workout()
    telling = TellingBugs(home, window, bugs, is_leading=workout)
    workout.is_running = True
    with qtbot.waitSignal(bugs.happened):
        bugs.happened.emit("in the middle")
    qtbot.wait(50)
    assert told(window) == []
    workout.is_running = False
    telling.tell_waiting()
    assert "in the middle" in told(window)[0].report.toPlainText()


def test_whoever_asks_gets_the_report_of_the_last_crash(qtbot: QtBot, home: Home) -> None:
    window = shown_window(qtbot)
    telling = TellingBugs(home, window, Bugs(), is_leading=Workout(), crash="Segmentation fault")
    telling.show_asked()
    assert "Segmentation fault" in told(window)[0].report.toPlainText()


def test_a_report_that_cannot_be_saved_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog("Title", "Words", "report é 한", tmp_path)
    qtbot.addWidget(dialog)
    dialog.save_as(tmp_path / "missing" / "report.txt")
    assert "cannot be saved" in dialog._told.text()
    dialog.save_as(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "report é 한"


def test_the_columns_of_the_report_stand_in_line(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog("Title", "Words", "python 3.11", tmp_path)
    qtbot.addWidget(dialog)
    if not any(map(QFontDatabase.isFixedPitch, QFontDatabase.families())):
        pytest.skip("no typeface here has signs of equal width")
    metrics = dialog.report.fontMetrics()
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("WWWW")


def test_the_report_has_choices_and_the_end_of_the_log(home: Home) -> None:
    home.change_settings(theme="dark")
    lines = [f"line {n}" for n in range(LAST_LINES + 50)]
    (home.paths.logs / "hiptimer.log").write_text("\n".join(lines), encoding="utf-8")
    report = full_report(home, "Traceback: here")
    assert "theme                dark" in report
    assert "Traceback: here" in report
    assert lines[-1] in report
    assert f"{lines[0]}\n" not in report


def test_the_report_says_nothing_of_the_body_and_not_who_one_is(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.change_settings(sore=(Complaint.GROIN,), data_folder=str(home.paths.data / "here"))
    monkeypatch.setattr(Path, "home", lambda: home.paths.data.parent)
    report = full_report(home)
    assert "groin" not in report
    assert str(home.paths.data.parent) not in report
    assert "~/" in report


def test_a_crash_is_found_by_the_next_start(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from hiptimer.app.crash_watch import CrashWatch\n"
        "watch = CrashWatch(Path(sys.argv[1]), now=lambda: datetime.now(UTC))\n"
        "def sink(): os.abort()\n"
        "sink()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        check=False,
        env=dict(os.environ),
        capture_output=True,
        timeout=60,
    )
    assert ran.returncode == -signal.SIGABRT
    watch = CrashWatch(tmp_path, now=lambda: NOON)
    watch.close()
    assert "in sink" in watch.last
    assert (tmp_path / "crash-20260301-120000.log").exists()
    again = CrashWatch(tmp_path, now=lambda: NOON)
    again.close()
    assert again.last == ""


def test_a_run_that_ended_well_leaves_nothing(tmp_path: Path) -> None:
    CrashWatch(tmp_path, now=lambda: NOON).close()
    assert list(tmp_path.iterdir()) == []


def test_without_a_log_folder_there_is_no_watch_and_no_trouble(tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "missing", now=lambda: NOON)
    watch.close()
    assert watch.last == ""


def test_a_log_folder_that_is_gone_at_the_end_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    watch = CrashWatch(folder, now=lambda: NOON)
    shutil.rmtree(folder)
    folder.write_text("a file in its place")
    watch.close()
    watch.close()
    assert folder.read_text() == "a file in its place"
