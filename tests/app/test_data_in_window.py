"""Keeping the data in another folder, as the person does it in Settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from folders import usual_paths
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from walking import recent_samples

from hiptimer.app.choices import Choices
from hiptimer.app.data_place import as_chosen
from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.running import run_window
from hiptimer.app.visit import Visit
from hiptimer.app.window import Window
from hiptimer.desktop.one_window import OneWindow
from hiptimer.paths import Paths, paths_under
from hiptimer.settings import read_settings
from hiptimer.ui.history.agree_dialog import AgreeDialog
from hiptimer.ui.missing_data import MissingDataDialog
from hiptimer.ui.settings.page import SettingsPage

SESSIONS = 3


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = usual_paths(tmp_path)
    exchange = Exchange(Home(paths), local_now)
    exchange.apply_import(exchange.preview_import(recent_samples(tmp_path, SESSIONS)))
    return paths


def sessions(paths: Paths) -> int:
    return Home(paths).read_past().sessions


def settings_page(window: Window) -> SettingsPage:
    return next(iter(window.main.findChildren(SettingsPage)))


class Person:
    """Goes through the windows that follow each other: one step in each, then closes the last."""

    def __init__(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, *steps: Callable[[Window], None]
    ) -> None:
        self.windows: list[Window] = []
        self._steps = list(steps)
        show = Window.show

        def watched(window: Window, page: str = "today") -> None:
            show(window, page)
            self.windows.append(window)
            QTimer.singleShot(0, self.step)

        monkeypatch.setattr(Window, "show", watched)
        monkeypatch.setattr("hiptimer.app.running.make_sized", lambda *_: qapp)
        # As in the program. Else Qt quits once more after the last window, and no event loop of
        # the tests that follow runs.
        qapp.setQuitOnLastWindowClosed(False)

    def step(self) -> None:
        window = self.windows[-1]
        if self._steps:
            self._steps.pop(0)(window)
        if not window.opens_again:
            window.close()


def go_to_data(window: Window) -> SettingsPage:
    window.main.show_page("settings")
    return settings_page(window)


def agree(page: SettingsPage, *, along: bool = True) -> None:
    dialog = page.findChildren(AgreeDialog)[-1]
    for option in dialog.options:
        option.setChecked(along)
    dialog.yes.click()


def run(paths: Paths) -> int:
    return run_window(Visit(Choices(paths)), OneWindow(paths.state, None))


def test_the_data_go_there_and_back(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, paths: Paths, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    told: list[str] = []

    def go(window: Window) -> None:
        page = go_to_data(window)
        assert page.data.usual.isHidden()
        page.data.folder_wished.emit(str(new))
        agree(page)

    def go_back(window: Window) -> None:
        assert window._home.paths.data == new
        assert window.past.sessions == SESSIONS
        page = settings_page(window)
        assert page.section == "data"
        told.append(page.data.told.text())
        page.data.usual.click()
        agree(page)

    def look(window: Window) -> None:
        assert window._home.paths == paths
        assert window.past.sessions == SESSIONS

    person = Person(qapp, monkeypatch, go, go_back, look)
    assert run(paths) == 0
    assert len(person.windows) == 3
    assert str(new) in told[0].replace("\u200b", "")
    assert "still there" in told[0]
    assert read_settings(paths.settings_file).settings.data_folder == ""
    assert sessions(paths.with_data(str(new))) == SESSIONS


def test_another_history_is_used_only_when_the_person_agrees(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, paths: Paths, tmp_path: Path
) -> None:
    other = paths_under(tmp_path / "other")
    Home(other).read_past()

    def refuse(window: Window) -> None:
        page = go_to_data(window)
        page.data.folder_wished.emit(str(other.data))
        dialog = page.findChild(AgreeDialog)
        assert dialog is not None
        assert str(SESSIONS) in dialog.options[0].text()
        dialog.no.click()
        assert not window.opens_again
        page.data.folder_wished.emit(str(other.data))
        agree(page, along=False)

    person = Person(qapp, monkeypatch, refuse)
    assert run(paths) == 0
    assert person.windows[-1]._home.paths.data == other.data
    assert (sessions(other), sessions(paths)) == (0, SESSIONS)
    assert as_chosen(paths).data == other.data


def test_what_cannot_be_is_said_at_once_and_the_window_stays(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, paths: Paths
) -> None:
    told: list[str] = []

    def try_(window: Window) -> None:
        page = go_to_data(window)
        page.data.folder_wished.emit(str(paths.data))
        told.append(page.data.told.text())
        assert page.findChild(AgreeDialog) is None

    person = Person(qapp, monkeypatch, try_)
    run(paths)
    assert len(person.windows) == 1
    assert "already" in told[0]


def test_a_move_that_fails_leaves_the_next_window_where_it_was(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, paths: Paths, tmp_path: Path
) -> None:
    told: list[str] = []

    def go(window: Window) -> None:
        page = go_to_data(window)
        page.data.folder_wished.emit(str(tmp_path / "new"))
        (tmp_path / "new").write_text("a file has come in between")
        agree(page)

    def look(window: Window) -> None:
        told.append(settings_page(window).data.told.text())
        assert window.past.sessions == SESSIONS

    person = Person(qapp, monkeypatch, go, look)
    run(paths)
    assert len(person.windows) == 2
    assert f"stay in {paths.data}" in told[0]
    assert read_settings(paths.settings_file).settings.data_folder == ""


def test_with_a_folder_given_at_the_start_there_is_no_choice(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fixed = paths_under(tmp_path / "fixed")

    def look(window: Window) -> None:
        data = go_to_data(window).data
        assert data.move_.isHidden()
        assert data.usual.isHidden()
        assert data.told.text()

    Person(qapp, monkeypatch, look)
    run(fixed)


# --- gone ---


@pytest.fixture
def gone(paths: Paths, tmp_path: Path) -> Paths:
    home = Home(paths)
    home.change_settings(data_folder=str(tmp_path / "stick"))
    return as_chosen(paths)


def decide(monkeypatch: pytest.MonkeyPatch, press: Callable[[MissingDataDialog], None]) -> None:
    """Instead of waiting for a person in the dialog."""

    def exec_(dialog: MissingDataDialog) -> int:
        press(dialog)
        return 0

    monkeypatch.setattr("hiptimer.ui.missing_data.MissingDataDialog.exec", exec_)


def test_nothing_is_made_where_the_data_are_gone(gone: Paths) -> None:
    home = Home(gone)
    assert home.read_past().sessions == 0
    assert not gone.data.exists()
    assert any(str(gone.data) in problem for problem in home.problems)


def test_the_person_may_use_the_usual_folder_for_now(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, gone: Paths
) -> None:
    told: list[str] = []
    decide(monkeypatch, lambda dialog: dialog.usual.click())

    def look(window: Window) -> None:
        assert window.past.sessions == SESSIONS
        data = go_to_data(window).data
        told.append(data.told.text())
        assert not data.usual.isHidden()
        data.usual.click()  # for good
        assert data.usual.isHidden()

    Person(qapp, monkeypatch, look)
    assert run(gone) == 0
    assert "not there" in told[0]
    assert not gone.data.exists()
    assert read_settings(gone.settings_file).settings.data_folder == ""


def test_the_person_may_connect_the_drive_and_try_again(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, gone: Paths, paths: Paths
) -> None:
    told: list[str] = []

    def connect(dialog: MissingDataDialog) -> None:
        dialog.again.click()
        told.append(dialog.told.text())
        paths.data.rename(gone.data)
        dialog.again.click()

    decide(monkeypatch, connect)
    person = Person(qapp, monkeypatch)
    run(gone)
    assert "still not there" in told[0]
    assert person.windows[0]._home.paths == gone
    assert person.windows[0].past.sessions == SESSIONS


def test_the_person_may_leave_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, gone: Paths
) -> None:
    decide(monkeypatch, lambda dialog: dialog.quit.click())
    person = Person(qapp, monkeypatch)
    assert run(gone) == 0
    assert person.windows == []
    assert not gone.data.exists()
    assert read_settings(gone.settings_file).settings.data_folder == str(gone.data)
