"""The way from "Less time?" to a routine that fits."""

import msgspec
import pytest
from plans import plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import Trial
from hiptimer.ui.today.time_picker import TimePicker
from hiptimer.ui.widgets.icons import IconSet

FITS = Trial("2 min 53 s · done at 07:03", "2 of 3 rounds left out", can_be_used=True)


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> TodayPage:
    page = TodayPage(icons, Album())
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show_plan(msgspec.structs.replace(plan(), minutes=(2, 3, 4, 5, 6, 8, 10)))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def opened(qtbot: QtBot, page: TodayPage) -> TimePicker:
    page.hero.less.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.hero.less, Qt.Key.Key_Return)
    assert page.less_time.picker is not None
    return page.less_time.picker


def test_typed_minutes_are_tried_at_once_and_enter_takes_them(
    qtbot: QtBot, page: TodayPage, qapp: QApplication
) -> None:
    starts = QSignalSpy(page.start_wished)
    picker = opened(qtbot, page)
    assert qapp.focusWidget() is picker.field
    with qtbot.waitSignal(page.less_time.tried) as tried:
        qtbot.keyClicks(picker.field, "6")
    assert tried.args == ["6"]
    page.less_time.show_trial(FITS)
    assert picker.words == "2 min 53 s · done at 07:03 2 of 3 rounds left out"
    with qtbot.waitSignal(page.less_time.wished) as wished:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert wished.args == ["6"]
    assert page.less_time.picker is None
    assert starts.count() == 0
    assert qapp.focusWidget() is page.hero.start
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page.hero.start, Qt.Key.Key_Return)


def test_a_time_that_cannot_be_used_is_not_taken(qtbot: QtBot, page: TodayPage) -> None:
    picker = opened(qtbot, page)
    wishes, starts = QSignalSpy(page.less_time.wished), QSignalSpy(page.start_wished)
    qtbot.keyClicks(picker.field, "1")
    page.less_time.show_trial(Trial("Nothing fits into 1 min.", "The least takes 1 min 20 s."))
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.keyClick(picker.field, Qt.Key.Key_Enter)
    assert (wishes.count(), starts.count()) == (0, 0)
    assert not picker.use.isEnabled()
    assert picker.isVisible()


def test_chips_and_arrows_choose_minutes(qtbot: QtBot, page: TodayPage) -> None:
    picker = opened(qtbot, page)
    with qtbot.waitSignal(page.less_time.tried) as tried:
        qtbot.mouseClick(picker.chips[3], Qt.MouseButton.LeftButton)
    assert tried.args == ["5"]
    assert [chip.isChecked() for chip in picker.chips].index(True) == 3
    qtbot.keyClick(picker.field, Qt.Key.Key_Up)
    assert picker.field.text() == "6"
    assert picker.chips[4].isChecked()
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.field.text() == "4"


def test_escape_leaves_it_and_gives_the_focus_and_enter_back(
    qtbot: QtBot, page: TodayPage, qapp: QApplication
) -> None:
    picker = opened(qtbot, page)
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert page.less_time.picker is None
    assert qapp.focusWidget() is page.hero.less
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_by_mouse_enter_on_the_page_still_starts(qtbot: QtBot, page: TodayPage) -> None:
    qtbot.mouseClick(page.hero.less, Qt.MouseButton.LeftButton)
    picker = page.less_time.picker
    assert picker is not None
    qtbot.keyClicks(picker.field, "5")
    page.less_time.show_trial(FITS)
    qtbot.mouseClick(picker.use, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_fitted_routine_says_so_and_can_be_made_whole(qtbot: QtBot, page: TodayPage) -> None:
    assert not page.hero.whole.isVisible()
    words = "Fitted to 3 min · 2 of 3 rounds left out"
    page.show_plan(msgspec.structs.replace(plan(), fitted=words))
    assert page.hero.fitted == words
    with qtbot.waitSignal(page.less_time.whole_wished):
        qtbot.mouseClick(page.hero.whole, Qt.MouseButton.LeftButton)


def test_the_choice_goes_away_with_the_page_and_with_another_plan(
    qtbot: QtBot, page: TodayPage
) -> None:
    opened(qtbot, page)
    page.show_plan(plan())
    assert not page.is_choosing
    opened(qtbot, page)
    page.hide()
    assert not page.is_choosing


def test_the_panel_lies_inside_a_small_window(qtbot: QtBot, page: TodayPage) -> None:
    page.resize(880, 560)
    picker = opened(qtbot, page)
    assert page.rect().contains(picker.panel.geometry())
