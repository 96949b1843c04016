"""What is asked on Today, and how it is answered."""

import pytest
from plans import plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.note_card import CLOSED, Note, NoteChoice
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.widgets.icons import IconSet

QUESTION = Note(title="How was it?", choices=(NoteChoice("fine", "Fine"), NoteChoice("bad", "Bad")))


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> TodayPage:
    page = TodayPage(icons, Album())
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show_plan(plan())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def answers(page: TodayPage) -> QSignalSpy:
    return QSignalSpy(page.note_answered)


def test_a_number_answers_from_anywhere_on_the_page(qtbot: QtBot, page: TodayPage) -> None:
    page.show_note(QUESTION)
    told = answers(page)
    qtbot.keyClick(page, Qt.Key.Key_2)
    page.hero.start.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.hero.start, Qt.Key.Key_1)
    assert [told.at(n) for n in range(told.count())] == [["bad"], ["fine"]]


def test_a_number_without_a_choice_does_nothing(qtbot: QtBot, page: TodayPage) -> None:
    told = answers(page)
    qtbot.keyClick(page, Qt.Key.Key_1)
    page.show_note(QUESTION)
    for key in (Qt.Key.Key_3, Qt.Key.Key_0, Qt.Key.Key_9):
        qtbot.keyClick(page, key)
    assert told.count() == 0


def test_the_cross_closes(qtbot: QtBot, page: TodayPage) -> None:
    page.show_note(QUESTION)
    told = answers(page)
    qtbot.mouseClick(page.note.close_button, Qt.MouseButton.LeftButton)
    assert told.at(0) == [CLOSED]


def test_a_question_takes_no_focus_and_enter_still_starts(
    qtbot: QtBot, qapp: QApplication, page: TodayPage
) -> None:
    page.show_note(QUESTION)
    assert qapp.focusWidget() is page
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_nothing_above_moves_when_it_comes_and_goes(qapp: QApplication, page: TodayPage) -> None:
    start, tiles = page.hero.start, page.tiles[0]
    before = start.mapTo(page, start.rect().topLeft())
    page.show_note(QUESTION)
    qapp.processEvents()
    assert start.mapTo(page, start.rect().topLeft()) == before
    assert not tiles.isVisible()
    page.show_note(None)
    qapp.processEvents()
    assert start.mapTo(page, start.rect().topLeft()) == before
    assert tiles.isVisible()
