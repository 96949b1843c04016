"""Closing the window while a workout can be saved nowhere."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app import stage
from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.paths import paths_under
from hiptimer.ui.unsaved_dialog import UnsavedDialog
from hiptimer.ui.widgets.label import Label

LOOK_MS = 20


class Person(QObject):
    """Presses one button whenever it is asked whether to lose what was done."""

    def __init__(self, press: Callable[[UnsavedDialog], None]) -> None:
        super().__init__()
        self.read: list[str] = []
        self._press = press
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, UnsavedDialog):
            self.read.append(" ".join(label.text() for label in dialog.findChildren(Label)))
            self._press(dialog)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "files" / "temporary"))
    # What is true after a moment is true after three seconds.
    monkeypatch.setattr(stage, "SAVING_S", 0.1)
    window = window_for(qapp, Home(paths_under(tmp_path / "files")))
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(lambda: window.backstage.is_made)
    yield window
    window.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


def start(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window.today_page, Qt.Key.Key_Return)
    qtbot.waitUntil(window.is_leading)
    assert window.stage._journal.flush(10)


def closes(window: Window) -> bool:
    """Whether it does when that is wished."""
    window.main.close_wished.emit()
    return not window.main.isVisible()


def put_a_file_in_the_place_of(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("not a folder")


def test_it_asks_and_stays_open_until_it_can_be_saved(
    window: Window, qtbot: QtBot, files: Path
) -> None:
    start(window, qtbot)
    put_a_file_in_the_place_of(files)
    person = Person(lambda dialog: dialog.stay.click())
    assert not closes(window)
    assert len(person.read) == 1
    assert "cannot be saved" in person.read[0]
    files.unlink()
    assert closes(window)
    assert len(person.read) == 1
    assert not window.has_lost
    assert [file.suffix for file in files.rglob("hiptimer-session-*")] == [".json"]


def test_esc_keeps_it_open(window: Window, qtbot: QtBot, files: Path) -> None:
    start(window, qtbot)
    put_a_file_in_the_place_of(files)
    person = Person(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert not closes(window)
    assert len(person.read) == 1


def test_it_closes_all_the_same_when_that_is_wished(
    window: Window, qtbot: QtBot, files: Path
) -> None:
    start(window, qtbot)
    put_a_file_in_the_place_of(files)
    person = Person(lambda dialog: dialog.shut.click())
    assert closes(window)
    assert len(person.read) == 1
    assert window.has_lost


def test_nothing_is_asked_while_all_is_saved(window: Window, qtbot: QtBot) -> None:
    person = Person(lambda dialog: dialog.stay.click())
    start(window, qtbot)
    assert closes(window)
    assert person.read == []
