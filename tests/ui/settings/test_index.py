"""The list of sections: it leads to each of them, and tells which one is in sight."""

from collections.abc import Iterator

import pytest
from pseudo import Pseudo
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.language import speak, spoken
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.settings.section import WayBack
from hiptimer.ui.widgets.page_edge import page_top

LANGUAGES = (("en", "English"), ("es", "Español"))


def shown(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(LANGUAGES)
    qtbot.addWidget(page)
    page.resize(872, 600)  # the smallest window without its rail
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def page(qtbot: QtBot, dressed: None) -> SettingsPage:
    return shown(qtbot)


def area(page: SettingsPage) -> QScrollArea:
    found = page.findChild(QScrollArea)
    assert found is not None
    return found


def top(page: SettingsPage, part: QWidget) -> int:
    return part.mapTo(area(page).viewport(), QPoint(0, 0)).y()


def test_each_section_can_be_gone_to(qtbot: QtBot, page: SettingsPage) -> None:
    for entry, (name, section) in zip(page.index.entries, page.sections.items(), strict=True):
        assert entry.text() == section.title
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
        wanted = page_top(page.height())
        assert top(page, section) == (wanted if name == "goal" else pytest.approx(wanted, abs=2))
        assert page.section == name


def test_whoever_scrolls_is_told_where_they_are(page: SettingsPage) -> None:
    bar = area(page).verticalScrollBar()
    bar.setValue(page.look.y())
    assert page.section == "look"
    bar.setValue(0)
    assert page.section == "goal"
    bar.setValue(bar.maximum())
    assert page.section == "reset"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab])
def test_keys_go_on_in_the_section(qtbot: QtBot, page: SettingsPage, key: Qt.Key) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    for _ in range(4):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.section == "times"
    assert page.focusWidget() is page.index.entries[4]
    qtbot.keyClick(page.focusWidget(), key)
    assert page.focusWidget() is page.times.slider("first_s")
    assert 0 <= top(page, page.times.slider("first_s")) < page.height()


def test_keys_come_to_the_way_back_first(qtbot: QtBot, page: SettingsPage) -> None:
    page.look.show_way_back(WayBack.USUAL)
    page.index.entries[6].setFocus()
    with qtbot.waitSignal(page.look.usual_wished):
        qtbot.keyClick(page.index.entries[6], Qt.Key.Key_Return)
        assert page.focusWidget() is page.look.back
        qtbot.keyClick(page.look.back, Qt.Key.Key_Space)
    page.look.show_way_back(WayBack.UNDO)
    with qtbot.waitSignal(page.look.undo_wished):
        qtbot.keyClick(page.look.back, Qt.Key.Key_Space)


def test_a_section_wanted_before_the_page_is_shown_is_in_sight(qtbot: QtBot, dressed: None) -> None:
    page = SettingsPage(LANGUAGES)
    qtbot.addWidget(page)
    page.go_to("data")
    page.resize(1192, 800)
    page.show()
    qtbot.waitUntil(lambda: 0 <= top(page, page.data) < 100)
    assert page.section == "data"


@pytest.fixture
def longer_words() -> Iterator[None]:
    before = spoken()
    speak(Pseudo())
    yield
    speak(before)


def test_longer_words_have_room_in_the_smallest_window(
    qtbot: QtBot, dressed: None, longer_words: None
) -> None:
    page = shown(qtbot)
    room = area(page).viewport().width()
    too_wide = {
        name: section.minimumSizeHint().width()
        for name, section in page.sections.items()
        if section.minimumSizeHint().width() > room
    }
    assert not too_wide, room
