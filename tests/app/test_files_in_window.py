"""Files dropped on the whole window, and a move changed from the Routines page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window_for

from hiptimer.app.home import Home
from hiptimer.app.window import Window
from hiptimer.model.routine import Step
from hiptimer.model.writing import write_routine
from hiptimer.paths import paths_under
from hiptimer.ui.editor.page import EditorPage
from hiptimer.ui.history.agree_dialog import AgreeDialog
from hiptimer.ui.prescription.panel import PrescriptionPanel
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.today.variations import VariationPicker
from hiptimer.ui.widgets.file_drop import FileDrop


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    window = window_for(qapp, Home(paths_under(tmp_path / "data")))
    with qtbot.waitActive(window.main):
        window.show()
        window.main.activateWindow()
    qtbot.waitUntil(lambda: bool(window.main.findChildren(FileDrop)))
    yield window
    window.close()


def drop(window: Window, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where = QPointF(50, 50)
    about = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # Qt drops where the drag has entered before.
    entered = QDragEnterEvent(where.toPoint(), *about)
    QApplication.sendEvent(window.main, entered)
    if entered.isAccepted():
        QApplication.sendEvent(window.main, QDropEvent(where, *about))


def routines_page(window: Window) -> RoutinesPage:
    return next(iter(window.main.findChildren(RoutinesPage)))


def test_a_dropped_routine_is_asked_about_kept_and_shown(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    routine = window._home.catalogue.routines["basic-three"]
    file = tmp_path / "kim.toml"
    file.write_text(write_routine(structs.replace(routine, id="kims", name="From Kim")))
    drop(window, file)
    (dialog,) = window.main.findChildren(AgreeDialog)
    dialog.yes.click()
    assert window.main.page == "routines"
    page = routines_page(window)
    assert page.chosen_id == "kims"
    assert page.news.words == "Taken in: 1 routine."
    qtbot.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "kims" not in window._home.catalogue.routines
    assert page.chosen_id != "kims"


def test_dropped_text_opens_the_lines_and_escape_leads_back(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("clamshell 3x10\n")
    drop(window, file)
    (panel,) = window.main.findChildren(PrescriptionPanel)
    assert panel.isVisible()
    assert panel.text_box.hasFocus()
    assert [row.name for row in panel.model.rows] == ["Clamshell"]
    qtbot.keyClick(panel.text_box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert window.main.page == "today"


def test_typed_lines_become_a_new_routine_to_be_named(window: Window, qtbot: QtBot) -> None:
    window.main.show_page("routines")
    routines_page(window).lines.click()
    (panel,) = window.main.findChildren(PrescriptionPanel)
    qtbot.keyClicks(panel.text_box, "side plank 2x30s per side")
    qtbot.keyClick(panel.text_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not panel.isVisible())
    (editor,) = window.main.findChildren(EditorPage)
    assert editor.isVisible()
    assert editor.editing.draft.steps == (Step("side-plank", sets=2, hold_s=30.0),)
    assert not editor.editing.changes.is_saved
    assert panel.text_box.toPlainText() == ""


def test_a_move_changed_for_this_time_is_todays(window: Window, qtbot: QtBot) -> None:
    window.main.show_page("routines")
    page = routines_page(window)
    page.list.choose(1)
    chosen = page.chosen_id
    page.detail.lines[0].click()
    picker = next(p for p in window.main.findChildren(VariationPicker) if p.isVisible())
    other = next(r for r in picker.rows if r.exercise.id != page._model.rows[1].exercises[0])
    other.click()
    assert window.main.page == "today"
    today = window._room.today
    assert today.whole is not None
    assert today.whole.id == chosen
    assert today.whole.steps[0].exercise == other.exercise.id


def test_nothing_is_taken_during_a_workout(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(window.today_page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stage.is_leading)
    file = tmp_path / "plan.txt"
    file.write_text("clamshell 3x10\n")
    drop(window, file)
    assert window.main.findChildren(PrescriptionPanel) == []
