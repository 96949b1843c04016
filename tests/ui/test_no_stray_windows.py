"""A part that is shown before it has its place is a window of its own: it flashes, and may take
the keyboard away.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.agree_dialog import AgreeDialog, Asked
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.widgets.icons import IconSet


class Shown(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() is QEvent.Type.Show
        if shows and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication, dressed: None) -> Iterator[Shown]:
    shown = Shown()
    qapp.installEventFilter(shown)
    yield shown
    qapp.removeEventFilter(shown)


@pytest.mark.parametrize("verb", ["Leave without saving", ""])
def test_a_question_is_one_window(qtbot: QtBot, shown: Shown, verb: str) -> None:
    dialog = AgreeDialog(Asked("Leave?", ("It will be lost.",), verb=verb))
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert shown.windows == ["AgreeDialog"]
    assert dialog.no.isVisible() == bool(verb)
    dialog.close()


def test_today_is_no_window_before_it_has_its_place(
    qtbot: QtBot, shown: Shown, icons: IconSet
) -> None:
    page = TodayPage(icons, Album())
    qtbot.addWidget(page)
    assert shown.windows == []
