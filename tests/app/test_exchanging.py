"""Out and in from the History page: the questions, the words, and that nothing waits."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.exchanging import Exchanging
from hiptimer.app.home import Home
from hiptimer.app.looking_back import LookingBack
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.paths import paths_under
from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.agree_dialog import AgreeDialog
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.widgets.icons import IconSet

TODAY = date(2025, 11, 21)
START = datetime(2025, 11, 21, 6, tzinfo=UTC)


class Room:
    """A person's folder with the page of its history."""

    def __init__(self, folder: Path, sessions: int) -> None:
        self.home = Home(paths_under(folder))
        if sessions:
            store = Store(open_history(self.home.paths.history_file, now=START).connection)
            for number in range(sessions):
                at = START - timedelta(days=number)
                store.take_in(
                    Session(
                        id=str(UUID(int=number + 1)),
                        status=Status.COMPLETE,
                        speed=1.0,
                        routine=RoutineRef("any", "Any"),
                        started_at=at,
                        utc_offset_s=0,
                        ended_at=at + timedelta(minutes=6),
                    )
                )
            store.close()
        icons = IconSet(resources.assets() / "icons")
        self.page = HistoryPage(icons, Album(), QPalette(), folder)
        self.looking_back = LookingBack(self.home, self.page, lambda: TODAY)
        self.exchanging = Exchanging(self.home, self.page, lambda: TODAY)
        self.exchanging.changed.connect(self.looking_back.refresh)
        self.looking_back.refresh()

    @property
    def news(self) -> str:
        return self.page.overview.notice.words

    @property
    def count(self) -> int:
        return self.page.overview.sessions.model.rowCount()

    def dialog(self) -> AgreeDialog | None:
        # The one that was asked with first may not be gone yet.
        return next((d for d in self.page.findChildren(AgreeDialog) if d.isVisible()), None)


Make = Callable[..., Room]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    rooms: list[Room] = []

    def make_room(name: str, sessions: int) -> Room:
        room = Room(tmp_path / name, sessions)
        qtbot.addWidget(room.page)
        room.page.show()
        rooms.append(room)
        return room

    yield make_room
    for room in rooms:
        room.exchanging.close()
        room.looking_back.close()


def saved(qtbot: QtBot, make: Make, file: Path, sessions: int = 3) -> None:
    room = make("from", sessions)
    room.exchanging.save(str(file))
    qtbot.waitUntil(lambda: not room.exchanging.is_busy)


def ask(qtbot: QtBot, room: Room, file: Path) -> AgreeDialog:
    room.exchanging.look_into([str(file)])
    qtbot.waitUntil(lambda: room.dialog() is not None)
    dialog = room.dialog()
    assert dialog is not None
    return dialog


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_all_are_saved_where_the_person_says(
    qtbot: QtBot, make: Make, tmp_path: Path, ending: str
) -> None:
    room = make("from", 3)
    room.page.overview.exchange.save_wished.emit(ending)
    asked = room.page.findChild(QFileDialog, "Save all sessions")
    assert isinstance(asked, QFileDialog)
    assert asked.defaultSuffix() == ending
    file = tmp_path / f"all.{ending}"
    asked.fileSelected.emit(str(file))
    asked.reject()
    assert not room.page.overview.exchange.isEnabled()
    qtbot.waitUntil(lambda: room.news.startswith("Saved 3 sessions to "))
    assert file.stat().st_size > 100
    assert room.page.overview.exchange.isEnabled()


def test_an_import_says_first_what_it_brings_and_can_be_undone(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    saved(qtbot, make, file)
    room = make("to", 1)
    dialog = ask(qtbot, room, file)
    assert dialog.yes.text() == "Import 2 sessions"
    assert room.count == 1
    dialog.yes.click()
    qtbot.waitUntil(lambda: room.news == "2 sessions added.")
    assert room.count == 3
    room.page.overview.notice.link_pressed.emit()
    qtbot.waitUntil(lambda: room.news == "2 sessions deleted.")
    assert room.count == 1


def test_what_cannot_be_read_is_named_and_nothing_is_to_be_agreed_to(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{")
    room = make("to", 1)
    dialog = ask(qtbot, room, file)
    details = dialog.findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit)
    assert "broken.json" in details.toPlainText()
    assert dialog.yes.text() == "Close"
    assert not dialog.no.isVisible()
    dialog.yes.click()
    QApplication.processEvents()
    assert (room.count, room.exchanging.is_busy) == (1, False)


def test_a_fault_is_told_in_words(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    room = make("from", 1)
    room.exchanging.save(str(tmp_path / "missing folder" / "all.json"))
    qtbot.waitUntil(lambda: "cannot be written" in room.news)
    room.exchanging.look_into_backup(str(tmp_path / "none.zip"))
    qtbot.waitUntil(lambda: "none.zip" in room.news)


def test_a_backup_brings_sessions_and_settings_back(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    file = tmp_path / "all.zip"
    room = make("from", 3)
    room.home.change_settings(week_goal=5)
    room.exchanging.back_up(str(file))
    qtbot.waitUntil(lambda: room.news.startswith("Backed up to "))
    other = make("to", 0)
    other.exchanging.look_into_backup(str(file))
    qtbot.waitUntil(lambda: other.dialog() is not None)
    dialog = other.dialog()
    assert dialog is not None
    assert [option.text() for option in dialog.options] == ["Bring back the settings too"]
    dialog.options[0].setChecked(True)
    with qtbot.waitSignal(other.exchanging.changed):
        dialog.yes.click()
    qtbot.waitUntil(lambda: other.news.startswith("3 sessions added."))
    assert other.count == 3
    assert other.home.settings.week_goal == 5


def test_only_one_thing_is_done_at_a_time(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    room = make("from", 3)
    room.exchanging.save(str(tmp_path / "one.json"))
    room.exchanging.save(str(tmp_path / "two.json"))
    qtbot.waitUntil(lambda: not room.exchanging.is_busy)
    assert (tmp_path / "one.json").exists()
    assert not (tmp_path / "two.json").exists()
