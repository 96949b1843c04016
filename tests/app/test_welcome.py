"""What whoever is new here sees with the very first frame."""

from pathlib import Path

import pytest
from history.samples import session
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.start_note import NAME
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.paths import Paths, paths_under


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_under(tmp_path / "data")


def first_title(qapp: QApplication, qtbot: QtBot, paths: Paths) -> str | None:
    """What is asked before anything was drawn."""
    window = window_for(qapp, Home(paths))
    qtbot.addWidget(window.main)
    note = window.today_page.note.note
    window.close()
    return note.title if note else None


def test_the_new_are_asked_where_to_start(qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
    assert first_title(qapp, qtbot, paths) == "Not sure where to start?"


def test_whoever_did_a_workout_is_not(qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
    store = Store(open_history(paths.history_file, now=local_now()).connection)
    store.take_in(session())
    store.close()
    assert first_title(qapp, qtbot, paths) is None


def test_nor_whoever_waved_it_away(qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
    Home(paths).change_settings(declined={NAME: local_now().date()})
    assert first_title(qapp, qtbot, paths) is None
