"""What screen readers are told that widgets are."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.accessible import install_roles


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
