"""The Routines page and dropped files, joined to the person's own folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.home import Home, Past
from hiptimer.app.own_routines import SHARE, OwnRoutines
from hiptimer.app.shelf import Shelf
from hiptimer.app.taking_in import TITLE, TakingIn
from hiptimer.app.today import Today
from hiptimer.model.writing import write_routine
from hiptimer.paths import paths_under
from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.agree_dialog import AgreeDialog
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.today.plan import VariationChoice
from hiptimer.ui.today.variations import VariationPicker
from hiptimer.ui.widgets.file_drop import FileDrop
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.rows_model import ROW_ROLE

BUILT_IN = "basic-three"


class Room:
    """A person's folder with the page of its routines."""

    def __init__(self, folder: Path, icons: IconSet) -> None:
        self.home = Home(paths_under(folder))
        self.shelf = Shelf(self.home)
        self.page = RoutinesPage(icons, Album())
        today = Today(self.home, self.shelf, Past())
        self.own = OwnRoutines(self.home, self.shelf, today, self.page, parent=self.page)
        self.own.show()

    @property
    def names(self) -> list[str]:
        model = self.page.list.model()
        rows = range(model.rowCount())
        return [model.data(model.index(row, 0), ROW_ROLE).name for row in rows]

    def choose(self, routine_id: str) -> None:
        self.own.show(routine_id)
        assert self.page.chosen_id == routine_id


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    room = Room(tmp_path / "data", IconSet(resources.assets() / "icons"))
    qtbot.addWidget(room.page)
    room.page.resize(1192, 800)
    with qtbot.waitActive(room.page):
        room.page.show()
        room.page.activateWindow()
    return room


def picker(page: QWidget) -> VariationPicker:
    return next(p for p in page.findChildren(VariationPicker) if p.isVisible())


def test_a_duplicate_is_chosen_and_can_be_undone(qtbot: QtBot, room: Room) -> None:
    room.choose(BUILT_IN)
    room.page.detail.own.duplicate.click()
    assert room.page.chosen_id == "basic-three-2"
    assert room.page.news.words == "Basic three 2 is there now."
    assert room.home.catalogue.routines["basic-three-2"].steps == (
        room.home.catalogue.routines[BUILT_IN].steps
    )
    room.page.undo_wished.emit()
    assert "Basic three 2" not in room.names


def test_an_own_routine_is_deleted_and_brought_back_by_key(qtbot: QtBot, room: Room) -> None:
    room.own.duplicate(BUILT_IN)
    assert room.page.detail.own.remove.text() == "Delete"
    room.page.detail.own.remove.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(room.page.detail.own.remove, Qt.Key.Key_Return)
    assert "Basic three 2" not in room.names
    assert room.page.news.words == "Basic three 2 is deleted."
    assert room.page.list.hasFocus()
    qtbot.keyClick(room.page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Basic three 2" in room.names
    assert room.page.chosen_id == "basic-three-2"


def test_a_changed_built_in_is_marked_and_reset(qtbot: QtBot, room: Room) -> None:
    room.choose(BUILT_IN)
    assert not room.page.detail.own.remove.isVisible()
    usual = room.home.catalogue.routines[BUILT_IN]
    room.own.vary(BUILT_IN, VariationChoice(0, "clam-high", for_good=True))
    index = room.page.list.currentIndex()
    assert index.data() == "Basic three, Changed by you, 13 min · three rounds"
    assert room.page.detail.own.remove.text() == "Reset to the built-in"
    room.page.detail.own.remove.click()
    assert room.home.catalogue.routines[BUILT_IN] == usual
    room.page.undo_wished.emit()
    assert room.home.catalogue.routines[BUILT_IN].steps[0].exercise == "clam-high"


def test_a_move_becomes_any_other_exercise_by_keyboard(qtbot: QtBot, room: Room) -> None:
    room.choose(BUILT_IN)
    line = room.page.detail.lines[0]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    found = picker(room.page)
    qtbot.keyClick(found.rows[0], Qt.Key.Key_Right)
    while not found.any_button.hasFocus():
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down)
    qtbot.keyClick(found.any_button, Qt.Key.Key_Return)
    assert found.any is not None
    assert found.any.search.hasFocus()
    assert len(found.rows) == len(room.home.catalogue.exercises)
    qtbot.keyClicks(found.any.search, "fire hyd")
    assert [row.exercise.id for row in found.rows] == ["fire-hydrant"]
    qtbot.keyClick(found.any.search, Qt.Key.Key_Down)
    qtbot.keyClick(found.rows[0], Qt.Key.Key_Return)
    kept = room.home.catalogue.routines[BUILT_IN].steps[0]
    was = 10
    hydrant = room.home.catalogue.exercises["fire-hydrant"]
    assert kept.exercise == "fire-hydrant"
    assert kept.reps == min(was, hydrant.dose.reps or was)
    assert room.page.news.words == "Basic three has Fire hydrant from now on."


def test_this_time_makes_it_the_routine_of_today(qtbot: QtBot, room: Room) -> None:
    room.choose(BUILT_IN)
    room.page.detail.lines[0].click()
    row = next(r for r in picker(room.page).rows if r.exercise.id == "clam-high")
    with qtbot.waitSignal(room.own.varied) as told:
        row.click()
    assert told.args == [BUILT_IN, VariationChoice(0, "clam-high", for_good=False)]
    assert not room.shelf.owns_routine(BUILT_IN)


def test_what_is_not_at_hand_is_shown_and_says_so(qtbot: QtBot, room: Room) -> None:
    room.home.change_settings(equipment=())
    room.choose(BUILT_IN)
    room.page.detail.lines[0].click()
    names = {r.exercise.id: r.accessibleName() for r in picker(room.page).rows}
    assert "no mini band at hand" in names["clam-band"]
    assert "at hand" not in names["clam-high"]


def test_a_routine_is_shared_where_the_person_says(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    room.choose(BUILT_IN)
    room.page.detail.own.share.click()
    dialog = next(d for d in room.page.findChildren(QFileDialog) if d.objectName() == SHARE)
    assert dialog.selectedFiles()[0].endswith("basic-three.hiptimer.toml")
    dialog.reject()
    room.own.share(BUILT_IN, tmp_path / "for-kim")
    assert (tmp_path / "for-kim.toml").exists()
    assert "for-kim.toml" in room.page.news.words
    (tmp_path / "file").write_text("")
    room.own.share(BUILT_IN, tmp_path / "file" / "x.toml")
    assert room.page.news.words.startswith("x.toml could not be written")


def test_a_file_that_cannot_be_used_is_told_on_the_page(room: Room) -> None:
    file = room.home.paths.own_catalogue / "routines" / "bad.toml"
    file.parent.mkdir(parents=True)
    file.write_text("name = 3\n")
    room.home.reread_catalogue()
    room.own.show()
    assert room.page.trouble.words.startswith("Not usable: bad.toml: ")


def test_a_change_that_cannot_be_saved_is_told_and_nothing_is_lost(room: Room) -> None:
    room.home.paths.data.mkdir(parents=True, exist_ok=True)
    (room.home.paths.data / "routines").write_text("a file where a folder should be")
    before = room.names
    room.own.duplicate(BUILT_IN)
    assert "could not be saved" in room.page.news.words
    assert room.names == before


# --- files dropped on the window ---


class Window:
    """A window that takes files."""

    def __init__(self, room: Room) -> None:
        self.widget = QWidget()
        self.is_busy = False
        self.taking = TakingIn(room.home, room.shelf, self.widget)
        drop = FileDrop(self.widget, self.is_free)
        drop.dropped.connect(self.taking.take)

    def is_free(self) -> bool:
        return not self.is_busy

    def drop(self, *files: Path) -> bool:
        """Whether the window would take them; then they are dropped."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        where, copy = QPointF(20, 20), Qt.DropAction.CopyAction
        entered = QDragEnterEvent(
            where.toPoint(),
            copy,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.widget, entered)
        if entered.isAccepted():
            dropped = QDropEvent(
                where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(self.widget, dropped)
        return entered.isAccepted()

    def dialog(self) -> AgreeDialog:
        return next(d for d in self.widget.findChildren(AgreeDialog) if d.isVisible())


@pytest.fixture
def window(qtbot: QtBot, room: Room) -> Iterator[Window]:
    window = Window(room)
    qtbot.addWidget(window.widget)
    window.widget.show()
    yield window
    for dialog in window.widget.findChildren(AgreeDialog):
        dialog.reject()


def shared_file(room: Room, folder: Path) -> Path:
    routine = structs.replace(
        room.home.catalogue.routines[BUILT_IN], id="from-kim", name="From Kim"
    )
    file = folder / "kim.toml"
    file.write_text(write_routine(routine))
    return file


def test_dropped_files_are_asked_about_first(
    qtbot: QtBot, room: Room, window: Window, tmp_path: Path
) -> None:
    assert window.drop(shared_file(room, tmp_path))
    assert "from-kim" not in room.home.catalogue.routines
    dialog = window.dialog()
    assert dialog.windowTitle() == TITLE
    with qtbot.waitSignal(window.taking.taken) as told:
        dialog.yes.click()
    taken = told.args[0]
    assert (taken.words, taken.routine_id) == ("Taken in: 1 routine.", "from-kim")
    room.own.tell(taken.words, taken.before, taken.routine_id)
    assert room.page.chosen_id == "from-kim"
    room.page.undo_wished.emit()
    assert "From Kim" not in room.names


def test_saying_no_leaves_everything(
    qtbot: QtBot, room: Room, window: Window, tmp_path: Path
) -> None:
    window.drop(shared_file(room, tmp_path))
    with qtbot.assertNotEmitted(window.taking.taken):
        window.dialog().reject()
    assert not room.shelf.owns_routine("from-kim")


def test_text_goes_to_the_lines_after_what_was_asked(
    qtbot: QtBot, room: Room, window: Window, tmp_path: Path
) -> None:
    text = tmp_path / "plan.txt"
    text.write_text("clamshell 3x10")
    with qtbot.waitSignal(window.taking.lines_found) as told:
        window.drop(text)
    assert told.args == ["clamshell 3x10"]
    with qtbot.assertNotEmitted(window.taking.lines_found):
        window.drop(text, shared_file(room, tmp_path))
    with qtbot.waitSignal(window.taking.lines_found):
        window.dialog().reject()


def test_nothing_is_taken_during_a_workout_and_nothing_but_files(
    room: Room, window: Window, tmp_path: Path
) -> None:
    window.is_busy = True
    assert not window.drop(shared_file(room, tmp_path))
    window.is_busy = False
    assert not window.drop()
