import pytest
from examples import BAND_CLAM, EXERCISES, ROUTINE
from msgspec import structs
from plans import plan
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import Stock, VariationChoice
from hiptimer.ui.today.variations import VariationPicker
from hiptimer.ui.widgets.icons import IconSet

CLAM_MOVE = 2


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


def picker(page: TodayPage) -> VariationPicker | None:
    return next((p for p in page.findChildren(VariationPicker) if p.isVisible()), None)


def open_by_keyboard(qtbot: QtBot, page: TodayPage) -> VariationPicker:
    button = page.hero.move_buttons[CLAM_MOVE]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    found = picker(page)
    assert found is not None
    return found


def focused(qapp: QApplication) -> object:
    return qapp.focusWidget()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_starts_at_once(qtbot: QtBot, page: TodayPage, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page, key)


def test_no_control_takes_the_focus_by_itself(qapp: QApplication, page: TodayPage) -> None:
    assert focused(qapp) is page
    page.show_plan(plan(message="No sound device was found."))
    assert focused(qapp) is page


def test_start_starts_once_for_one_press(qtbot: QtBot, page: TodayPage) -> None:
    starts = QSignalSpy(page.start_wished)
    qtbot.mouseClick(page.hero.start, Qt.MouseButton.LeftButton)
    assert starts.count() == 1
    page.hero.start.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.hero.start, Qt.Key.Key_Return)
    assert starts.count() == 2
    qtbot.keyClick(page.hero.start, Qt.Key.Key_Space)
    assert starts.count() == 3


def test_every_move_is_shown_with_its_dose(page: TodayPage) -> None:
    said = [button.text() for button in page.hero.move_buttons]
    assert said == ["4 × Glute bridge", "30 s Glute bridge hold", "3 × Clamshell each side"]


def test_enter_on_a_move_opens_it_and_does_not_start(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.assertNotEmitted(page.start_wished):
        found = open_by_keyboard(qtbot, page)
    assert [row.text() for row in found.rows] == ["Clamshell", "Clamshell, banded"]
    assert found.rows[0].hasFocus()


def test_a_variation_is_chosen_by_keyboard_and_enter_then_starts(
    qtbot: QtBot, page: TodayPage, qapp: QApplication
) -> None:
    found = open_by_keyboard(qtbot, page)
    qtbot.keyClick(found.rows[0], Qt.Key.Key_Down)
    assert found.rows[1].hasFocus()
    with (
        qtbot.assertNotEmitted(page.start_wished),
        qtbot.waitSignal(page.variation_wished) as told,
    ):
        qtbot.keyClick(found.rows[1], Qt.Key.Key_Return)
    assert told.args == [VariationChoice(CLAM_MOVE, "clam-band", for_good=False)]
    changed = plan(ROUTINE.with_exercise(CLAM_MOVE, BAND_CLAM))
    page.show_plan(changed)
    assert picker(page) is None
    dose = changed.moves[CLAM_MOVE].dose
    assert page.hero.move_buttons[CLAM_MOVE].text() == f"{dose} Clamshell, banded each side"
    target = focused(qapp)
    assert target is page.hero.start
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page.hero.start, Qt.Key.Key_Return)


def test_a_variation_is_chosen_for_good(qtbot: QtBot, page: TodayPage) -> None:
    found = open_by_keyboard(qtbot, page)
    qtbot.keyClick(found.rows[0], Qt.Key.Key_Right)
    qtbot.keyClick(found.rows[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(page.variation_wished) as told:
        qtbot.keyClick(found.rows[1], Qt.Key.Key_Space)
    assert told.args == [VariationChoice(CLAM_MOVE, "clam-band", for_good=True)]


def test_a_variation_is_chosen_by_mouse_and_enter_then_starts(
    qtbot: QtBot, page: TodayPage, qapp: QApplication
) -> None:
    qtbot.mouseClick(page.hero.move_buttons[CLAM_MOVE], Qt.MouseButton.LeftButton)
    found = picker(page)
    assert found is not None
    with qtbot.waitSignal(page.variation_wished):
        qtbot.mouseClick(found.rows[1], Qt.MouseButton.LeftButton)
    page.show_plan(plan(ROUTINE.with_exercise(CLAM_MOVE, BAND_CLAM)))
    assert focused(qapp) is page
    with qtbot.waitSignal(page.start_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_escape_closes_and_gives_the_focus_back(
    qtbot: QtBot, page: TodayPage, qapp: QApplication
) -> None:
    found = open_by_keyboard(qtbot, page)
    with qtbot.assertNotEmitted(page.variation_wished):
        qtbot.keyClick(found.rows[0], Qt.Key.Key_Escape)
    assert picker(page) is None
    assert focused(qapp) is page.hero.move_buttons[CLAM_MOVE]


def test_a_click_beside_the_panel_closes_it(qtbot: QtBot, page: TodayPage) -> None:
    found = open_by_keyboard(qtbot, page)
    beside = found.panel.geometry().topLeft() / 2
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=beside)
    assert picker(page) is None


def test_tab_stays_inside_the_open_panel(qtbot: QtBot, page: TodayPage, qapp: QApplication) -> None:
    found = open_by_keyboard(qtbot, page)
    for _ in range(7):
        target = qapp.focusWidget()
        assert target is not None
        qtbot.keyClick(target, Qt.Key.Key_Tab)
        assert found.isAncestorOf(qapp.focusWidget())


def test_enter_does_not_start_behind_the_open_panel(qtbot: QtBot, page: TodayPage) -> None:
    found = open_by_keyboard(qtbot, page)
    with qtbot.assertNotEmitted(page.start_wished):
        qtbot.keyClick(found, Qt.Key.Key_Return)


def test_the_panel_stays_inside_a_small_window(qtbot: QtBot, page: TodayPage) -> None:
    page.resize(872, 600)
    found = open_by_keyboard(qtbot, page)
    assert page.rect().contains(found.panel.geometry())
    page.resize(700, 400)
    qtbot.waitUntil(lambda: page.rect().contains(found.panel.geometry()))


def test_start_is_seen_without_scrolling_in_the_smallest_window(
    qtbot: QtBot, page: TodayPage
) -> None:
    page.resize(872, 600)
    qtbot.waitUntil(lambda: page.height() == 600)
    QApplication.processEvents()
    bottom = page.hero.start.mapTo(page, page.hero.start.rect().bottomLeft())
    assert page.hero.start.visibleRegion().boundingRect() == page.hero.start.rect()
    assert bottom.y() < page.height()


def test_the_finish_is_said_anew(page: TodayPage) -> None:
    page.show_finish("done at 08:00")
    facts = [label.text() for label in page.hero.findChildren(type(page.hero._facts))]
    assert any("done at 08:00" in words and "nothing to fetch" in words for words in facts)


def test_another_routine_is_one_click_away(qtbot: QtBot, page: TodayPage) -> None:
    with qtbot.waitSignal(page.routine_wished) as told:
        qtbot.mouseClick(page.tiles[1], Qt.MouseButton.LeftButton)
    assert told.args == ["other-2"]
    with qtbot.waitSignal(page.all_routines_wished):
        page.see_all.click()


def test_the_words_about_safety_lead_to_more(qtbot: QtBot, page: TodayPage) -> None:
    link = next(b for b in page.findChildren(type(page.see_all)) if b.text() == "Read more")
    assert link.isVisible()
    with qtbot.waitSignal(page.safety_wished):
        link.click()


def test_an_open_panel_goes_away_with_the_page(qtbot: QtBot, page: TodayPage) -> None:
    open_by_keyboard(qtbot, page)
    page.hide()
    assert picker(page) is None


def test_each_variation_tells_its_level_dose_and_needs(qtbot: QtBot, page: TodayPage) -> None:
    plain, banded = (row.accessibleName() for row in open_by_keyboard(qtbot, page).rows)
    assert plain == "Level 1, Clamshell, 3 reps each side, in the routine now"
    assert banded == "Level 3, Clamshell, banded, 3 reps each side · mini band"


def test_any_other_exercise_is_found_by_typing_and_chosen(qtbot: QtBot, page: TodayPage) -> None:
    stock = Stock(tuple(EXERCISES.values()), at_hand=())
    moves = tuple(structs.replace(m, kept=ROUTINE.steps[m.step]) for m in plan().moves)
    page.show_plan(structs.replace(plan(), stock=stock, moves=moves))
    found = open_by_keyboard(qtbot, page)
    found.any_button.click()
    assert found.any is not None
    assert {row.exercise.id for row in found.rows} == EXERCISES.keys()
    names = {row.exercise.id: row.accessibleName() for row in found.rows}
    assert "no mini band at hand" in names["clam-band"]
    assert names["clam-basic"].endswith("in the routine now")
    qtbot.keyClicks(found.any.search, "squeeze the moon")
    assert found.rows == ()
    found.any.search.clear()
    qtbot.keyClicks(found.any.search, "bridge hold")
    (row,) = found.rows
    assert "1 s hold" not in row.accessibleName()
    assert "30 s hold" in row.accessibleName()
    qtbot.keyClick(found.any.search, Qt.Key.Key_Return)
    assert row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_Up)
    assert found.any.search.hasFocus()
    qtbot.keyClick(found.any.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.variation_wished) as told:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert told.args == [VariationChoice(CLAM_MOVE, row.exercise.id, for_good=False)]


def test_without_a_stock_only_the_family_is_offered(qtbot: QtBot, page: TodayPage) -> None:
    assert not open_by_keyboard(qtbot, page).any_button.isVisible()
