"""Every control of every page says what it is to someone who does not see it."""

from pathlib import Path

import pytest
from plans import OTHERS, plan
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.about import AboutPage
from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.widgets.icons import IconSet


@pytest.fixture
def pages(qtbot: QtBot, icons: IconSet, tmp_path: Path) -> tuple[QWidget, ...]:
    album = Album()
    today, routines, history = (
        TodayPage(icons, album),
        RoutinesPage(icons, album),
        HistoryPage(icons, album, QPalette(), tmp_path),
    )
    today.show_plan(plan(message="No sound device was found."))
    routines.show_routines(OTHERS)
    history.show_past(is_empty=False)
    pages = (today, routines, history, AboutPage(icons, "1"))
    for page in pages:
        qtbot.addWidget(page)
        page.show()
    today.hero.move_buttons[0].click()
    return pages


def test_what_takes_the_focus_has_a_name(pages: tuple[QWidget, ...]) -> None:
    controls = [
        child
        for page in pages
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 12
    for control in controls:
        told = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert told, control
