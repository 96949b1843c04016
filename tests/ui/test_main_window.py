from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.main_window import SMALLEST, Geometry, MainWindow, PageEntry
from hiptimer.ui.page_keys import add_page_keys
from hiptimer.ui.widgets.icons import IconSet


@pytest.fixture
def window(qtbot: QtBot, icons: IconSet) -> Iterator[MainWindow]:
    names = (("today", "sun"), ("routines", "list-checks"), ("history", "history"))
    entries = [PageEntry(name, name.capitalize(), icon) for name, icon in names]
    entries.append(PageEntry("about", "About", "info", at_foot=True))
    window = MainWindow(icons)
    window.furnish(tuple(entries), "today")
    window.open_pages({entry.name: QWidget for entry in entries})
    add_page_keys(window)
    window.show_page("today")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close_for_good()
    window.deleteLater()


def test_the_rail_is_seen_before_there_are_pages(qtbot: QtBot, icons: IconSet) -> None:
    window = MainWindow(icons)
    window.furnish(
        (PageEntry("today", "Today", "sun"), PageEntry("about", "About", "info")), "today"
    )
    with qtbot.waitSignal(window.appeared), qtbot.assertNotEmitted(window.page_appeared):
        window.show()
    qtbot.mouseClick(window.rail_buttons["about"], Qt.MouseButton.LeftButton)
    assert [n for n, b in window.rail_buttons.items() if b.isChecked()] == ["today"]
    assert not any(button.hasFocus() for button in window.rail_buttons.values())
    window.open_pages({"today": QWidget, "about": QWidget})
    with qtbot.waitSignal(window.page_appeared):
        window.show_page("today")
    qtbot.mouseClick(window.rail_buttons["about"], Qt.MouseButton.LeftButton)
    assert window.page == "about"
    window.close_for_good()
    window.deleteLater()


def test_the_first_page_is_shown(window: MainWindow) -> None:
    assert window.page == "today"
    assert window.rail_buttons["today"].isChecked()


def test_the_rail_and_the_keys_change_the_page(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_changed) as told:
        qtbot.mouseClick(window.rail_buttons["history"], Qt.MouseButton.LeftButton)
    assert told.args == ["history"]
    assert [n for n, b in window.rail_buttons.items() if b.isChecked()] == ["history"]
    with qtbot.waitSignal(window.page_changed):
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "routines"


def test_pressing_the_page_that_is_shown_keeps_it_marked(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.page_changed):
        qtbot.mouseClick(window.rail_buttons["today"], Qt.MouseButton.LeftButton)
    assert window.rail_buttons["today"].isChecked()


def test_a_workout_covers_the_rail_and_its_keys(qtbot: QtBot, window: MainWindow) -> None:
    workout = QWidget()
    workout.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(workout)
    window.show_full(workout)
    assert workout.isVisible()
    assert not window.rail_buttons["today"].isVisible()
    with qtbot.assertNotEmitted(window.page_changed):
        qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    window.show_pages()
    assert not workout.isVisible()
    assert window.rail_buttons["today"].isVisible()


def test_closing_is_a_wish_until_the_program_grants_it(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.close_wished):
        window.close()
    assert window.isVisible()
    window.close_for_good()
    assert not window.isVisible()


def test_it_tells_where_it_stands_and_stands_there_again(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.geometry_changed):
        window.resize(1000, 640)
    window.restore_geometry(Geometry(0, 30, 800, 620))
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (SMALLEST.width(), 620))


def test_a_place_on_a_screen_that_is_gone_is_not_taken(window: MainWindow) -> None:
    window.restore_geometry(Geometry(20_000, 20_000, 1000, 640))
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(window.geometry())


def test_it_never_gets_too_small(window: MainWindow) -> None:
    window.resize(100, 100)
    assert window.size() == SMALLEST


def test_every_button_of_the_rail_has_a_name(window: MainWindow) -> None:
    for button in window.rail_buttons.values():
        told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert told == button.text()


def test_a_window_larger_than_the_screen_gets_smaller(window: MainWindow) -> None:
    """As where all is drawn larger than when it was remembered."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.restore_geometry(Geometry(20, 20, screen.width() + 300, screen.height() + 100))
    assert window.geometry().topLeft() == screen.topLeft()
    assert window.size() == screen.size().expandedTo(SMALLEST)
