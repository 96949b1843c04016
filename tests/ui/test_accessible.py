"""What screen readers are told that widgets are."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.accessible import install_roles
from hiptimer.ui.widgets.chips import number_choice
from hiptimer.ui.widgets.row_list import RowDelegate, RowList
from hiptimer.ui.widgets.segments import Segments


@pytest.fixture(autouse=True)
def _roles() -> None:
    install_roles()


class Painted(QWidget):
    accessible_role = QAccessible.Role.Chart


def test_a_painted_widget_is_what_it_says_with_its_own_words(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.setAccessibleName("Minutes a week")
    told = QAccessible.queryAccessibleInterface(widget)
    assert told.role() is QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == "Minutes a week"
    widget.setAccessibleName("Reps a week")
    assert told.text(QAccessible.Text.Name) == "Reps a week"


def test_a_picture_without_words_is_left_out_and_one_with_words_is_told(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    told = QAccessible.queryAccessibleInterface(widget)
    assert told.state().invisible
    widget.setAccessibleName("Minutes a week")
    assert not told.state().invisible


def test_a_button_that_is_checked_by_a_screen_reader_tells_it_like_a_press(qtbot: QtBot) -> None:
    choice = number_choice(("None", "Some", "Much"), width=36, height=36)
    qtbot.addWidget(choice)
    chip = choice.chips[1]
    action = QAccessible.queryAccessibleInterface(chip).actionInterface()
    with qtbot.waitSignal(choice.changed) as heard:
        action.doAction(action.toggleAction())
    assert heard.args == [1]
    assert chip.isChecked()
    with qtbot.waitSignal(choice.changed) as heard:
        action.doAction(action.toggleAction())
    assert heard.args == [None]
    assert not chip.isChecked()


def test_one_of_several_checked_by_a_screen_reader_is_told_once(qtbot: QtBot) -> None:
    segments = Segments(("One", "Two"))
    qtbot.addWidget(segments)
    heard: list[int] = []
    segments.changed.connect(heard.append)
    action = QAccessible.queryAccessibleInterface(segments.segments[1]).actionInterface()
    action.doAction(action.toggleAction())
    assert heard == [1]


def test_a_row_that_a_screen_reader_selects_becomes_the_current_one(qtbot: QtBot) -> None:
    rows = RowList(RowDelegate(), "Rows")
    qtbot.addWidget(rows)
    rows.setModel(QStringListModel(["one", "two", "three"], rows))
    rows.choose(0)
    with qtbot.waitSignal(rows.chosen) as heard:
        rows.clearSelection()
        rows.selectionModel().select(
            rows.model().index(2, 0), QItemSelectionModel.SelectionFlag.Select
        )
    assert heard.args == [2]


def test_arrows_lead_to_each_of_several_chips(qtbot: QtBot) -> None:
    choice = number_choice(("None", "Some", "Much"), width=36, height=36)
    qtbot.addWidget(choice)
    choice.show()
    choice.chips[0].setFocus()
    for chip in choice.chips[1:]:
        qtbot.keyClick(choice.focusWidget(), Qt.Key.Key_Right)
        assert choice.focusWidget() is chip
    assert choice.chosen is None


def test_what_qt_knows_by_itself_stays(qtbot: QtBot) -> None:
    button = QPushButton("Start")
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() is QAccessible.Role.Button
    assert told.actionInterface() is not None


def test_what_is_gone_is_asked_for_no_more(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for number in range(50):
        child = Painted(parent)
        child.setAccessibleName(str(number))
        assert QAccessible.queryAccessibleInterface(child).isValid()
        child.setParent(None)
        child.deleteLater()
    qtbot.wait(1)
    assert parent.findChildren(Painted) == []
