"""Saving a routine as a sound file from its page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.routines.save_dialog import FILTER_BY_SUFFIX, SaveDialog, music_folder
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.icons import IconSet

CARDS = (
    RoutineCard(id="pre-run", name="Pre-run activation", seconds=346, needs="nothing to fetch"),
    RoutineCard(id="band", name="Mini band", seconds=738, needs="with a mini band"),
)


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> RoutinesPage:
    page = RoutinesPage(icons, Album())
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show_routines(CARDS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page


def dialog_of(page: RoutinesPage) -> SaveDialog:
    (dialog,) = page.findChildren(SaveDialog)
    return dialog


def test_by_keyboard_it_asks_where_and_tells(
    qtbot: QtBot, page: RoutinesPage, tmp_path: Path
) -> None:
    page.list.choose(1)
    save = page.detail.take_along.save
    save.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(save, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    assert dialog.selectedFiles() == [str(music_folder() / "band.ogg")]
    with qtbot.waitSignal(page.save_wished) as told:
        dialog.fileSelected.emit(str(tmp_path / "mine.mp3"))
    assert told.args == ["band", tmp_path / "mine.mp3"]
    dialog.reject()


def test_the_next_file_is_offered_beside_the_last(page: RoutinesPage, tmp_path: Path) -> None:
    page.detail.take_along.save.click()
    first = dialog_of(page)
    first.fileSelected.emit(str(tmp_path / "mine.mp3"))
    first.reject()
    first.setParent(None)
    page.detail.take_along.save.click()
    assert dialog_of(page).selectedFiles() == [str(tmp_path / "pre-run.ogg")]
    dialog_of(page).reject()


def test_the_routine_is_the_one_that_was_asked_for(
    qtbot: QtBot, page: RoutinesPage, tmp_path: Path
) -> None:
    page.detail.take_along.save.click()
    page.list.choose(1)
    with qtbot.waitSignal(page.save_wished) as told:
        dialog_of(page).fileSelected.emit(str(tmp_path / "pre-run.ogg"))
    assert told.args[0] == "pre-run"
    dialog_of(page).reject()


def test_without_a_routine_nothing_is_asked(page: RoutinesPage) -> None:
    page.show_routines(())
    page.detail.take_along.save.click()
    assert page.findChildren(SaveDialog) == []


@pytest.mark.parametrize(("suffix", "name_filter"), FILTER_BY_SUFFIX.items())
def test_the_suffix_follows_the_kind(
    qtbot: QtBot, tmp_path: Path, name_filter: str, suffix: str
) -> None:
    dialog = SaveDialog(tmp_path / "run.ogg")
    qtbot.addWidget(dialog)
    dialog.filterSelected.emit(name_filter)
    assert dialog.selectedFiles() == [str(tmp_path / f"run{suffix}")]


def test_a_suffix_of_another_kind_is_left_as_it_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SaveDialog(tmp_path / "run.flac")
    qtbot.addWidget(dialog)
    dialog.filterSelected.emit("MP3, plays anywhere (*.mp3)")
    assert dialog.selectedFiles() == [str(tmp_path / "run.flac")]


def test_while_it_is_written_it_can_be_cancelled_and_the_focus_stays(
    qtbot: QtBot, page: RoutinesPage
) -> None:
    line = page.detail.take_along
    line.save.setFocus(Qt.FocusReason.TabFocusReason)
    page.tell_saving("Saving, 12 %", is_writing=True)
    assert (line.words.text(), line.save.isVisible()) == ("Saving, 12 %", False)
    assert QApplication.focusWidget() is line.cancel
    with qtbot.waitSignal(page.cancel_wished):
        qtbot.keyClick(line.cancel, Qt.Key.Key_Return)
    page.tell_saving("Saved to run.ogg", is_writing=False)
    assert (line.words.text(), line.cancel.isVisible()) == ("Saved to run.ogg", False)
    assert QApplication.focusWidget() is line.save


def test_progress_takes_no_focus(page: RoutinesPage) -> None:
    focused = QApplication.focusWidget()
    page.tell_saving("Saving, 12 %", is_writing=True)
    page.tell_saving("Saved to run.ogg", is_writing=False)
    assert QApplication.focusWidget() is focused


def test_a_long_path_does_not_widen_the_page(page: RoutinesPage) -> None:
    before = page.minimumSizeHint().width()
    page.tell_saving("Saved to " + "a" * 500, is_writing=False)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() == before
