"""A button that answers one question."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.answer import AnswerButton


def test_a_double_click_answers_once(qtbot: QtBot) -> None:
    button = AnswerButton("Use it")
    qtbot.addWidget(button)
    button.show()
    told = QSignalSpy(button.clicked)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert told.count() == 1
