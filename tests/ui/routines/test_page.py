import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hiptimer.ui.figure.album import Album
from hiptimer.ui.routines.move_line import MoveLine
from hiptimer.ui.routines.page import RoutinesPage
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.shape import RING_SPACE

CARDS = (
    RoutineCard(
        id="pre-run",
        name="Pre-run activation",
        seconds=346,
        needs="nothing to fetch",
        when="Before a run.",
        moves=("10 × Glute bridge", "10 × Clamshell, each side"),
        exercises=("bridge", "clam"),
    ),
    RoutineCard(
        id="band", name="Mini band", seconds=738, needs="with a mini band", note="Slow.", rounds=2
    ),
)


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> RoutinesPage:
    page = RoutinesPage(icons, Album())
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show_routines(CARDS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    return page


def words(page: RoutinesPage) -> set[str]:
    # A layout shows new widgets in the next round of events only.
    QApplication.processEvents()
    shown = [*page.detail.findChildren(QLabel), *page.detail.findChildren(MoveLine)]
    return {part.text() for part in shown if part.isVisible()}


def test_the_first_is_shown_with_its_moves(page: RoutinesPage) -> None:
    shown = words(page)
    assert {"Pre-run activation", "Before a run.", "10 × Clamshell, each side"} <= shown
    assert "6 min · nothing to fetch" in shown


def test_arrows_walk_and_enter_starts(qtbot: QtBot, page: RoutinesPage) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert {"Mini band", "Slow.", "12 min · two rounds · with a mini band"} <= words(page)
    with qtbot.waitSignal(page.start_wished) as told:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == ["band"]


def test_a_routine_is_started_or_used_for_today(qtbot: QtBot, page: RoutinesPage) -> None:
    page.list.choose(1)
    with qtbot.waitSignal(page.routine_wished) as told:
        page.detail.use.click()
    assert told.args == ["band"]
    with qtbot.waitSignal(page.start_wished) as told:
        page.detail.start.click()
    assert told.args == ["band"]


def test_the_choice_survives_a_new_list(page: RoutinesPage) -> None:
    page.list.choose(1)
    page.show_routines((CARDS[1], CARDS[0]))
    assert page.list.currentIndex().row() == 0
    assert "Mini band" in words(page)


def test_no_routines_at_all(page: RoutinesPage) -> None:
    page.show_routines(())
    assert not page.detail.isVisible()


def test_in_a_low_window_news_and_buttons_leave_room_for_the_moves(page: RoutinesPage) -> None:
    page.resize(872, 600)
    own = msgspec.structs.replace(CARDS[0], id="own", name="Basic three 2", is_own=True)
    page.show_routines((own, CARDS[1]))
    page.tell("Basic three 2 is a routine of your own, with all of its moves.", can_undo=True)
    QApplication.processEvents()
    label = next(label for label in page.news.findChildren(QLabel) if label.text())
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    buttons = [button for button in page.detail.own.findChildren(Button) if button.isVisible()]
    assert page.detail.take_along.save in buttons
    assert len({button.y() for button in buttons}) == 2
    right = page.files.mapTo(page, page.files.rect().topRight()).x() - RING_SPACE
    assert right == page.detail.geometry().right()
