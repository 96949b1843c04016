"""Whose key Enter is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.press import Press


class Page(QWidget):
    """One that does something with Enter itself."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button: Press = Button("Do it")
        QVBoxLayout(self).addWidget(self.button)
        self.button.clicked.connect(self._hear_button)
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._hear_page)

    def _hear_button(self) -> None:
        self.heard.append("button")

    def _hear_page(self) -> None:
        self.heard.append("page")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_is_of_the_button_that_has_the_focus_and_else_of_the_page(
    qtbot: QtBot, key: Qt.Key
) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    for focus in (page, page.button, page, page.button):
        focus.setFocus()
        qtbot.waitUntil(focus.hasFocus)
        qtbot.keyClick(focus, key)
    assert page.heard == ["page", "button"] * 2
