import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from past_figures import MONDAY, TODAY, story, weeks
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.history.charts.card import ChartCard
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.plot import Plot
from hiptimer.ui.history.charts.rows import RowView
from hiptimer.ui.history.charts.view import NOWHERE, ChartView

FIRST = MONDAY - timedelta(weeks=11)
RANGED = tuple(kind for kind in ChartKind if kind is not ChartKind.STORY)
IMPORTS_THE_CARD = (
    "import sys, hiptimer.ui.history.charts.card; sys.exit('pyqtgraph' in sys.modules)"
)


def hover(view: QWidget, place: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    where = view.mapToGlobal(place)
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove, place, where, none, none, Qt.KeyboardModifier.NoModifier
        ),
    )


def test_the_drawing_library_costs_nothing_until_a_chart_is_seen() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTS_THE_CARD], check=False)
    assert done.returncode == 0


def test_each_kind_is_asked_for_once_and_when_it_is_first_looked_at(card: ChartCard) -> None:
    asked: list[ChartKind] = []
    card.needed.connect(asked.append)
    card.set_range(FIRST, TODAY)
    assert asked == [ChartKind.WEEKS]
    card.show_weeks(weeks(12), 3)
    for kind in (ChartKind.FELT, ChartKind.STORY, ChartKind.WEEKS):
        card.tabs.choose(kind)
    assert asked == [ChartKind.WEEKS, ChartKind.FELT]
    card.set_range(FIRST - timedelta(days=40), TODAY)
    assert asked == [ChartKind.WEEKS, ChartKind.FELT, ChartKind.WEEKS]


def test_nothing_is_asked_for_before_there_is_a_range(card: ChartCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.needed):
        card.tabs.choose(ChartKind.FELT)


def test_the_arrows_walk_a_chart_and_tell_its_numbers(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], qtbot: QtBot
) -> None:
    view = turn_to(ChartKind.WEEKS)
    rest = filled.readout.text()
    assert "Goal met in" in rest
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert filled.readout.text().startswith("This week: ")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert filled.readout.text().startswith("Week of 10 Nov 2025: ")
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert filled.readout.text().startswith("Week of 1 Sep 2025: ")
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert filled.readout.text().startswith("This week: ")
    view.clearFocus()
    assert filled.readout.text() == rest


def test_the_pointer_tells_the_numbers_under_it(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView]
) -> None:
    view = turn_to(ChartKind.WEEKS)
    middle = view.height() / 2
    hover(view, QPointF(view.width() - 15, middle))
    assert filled.readout.text().startswith("This week: ")
    hover(view, QPointF(2, middle))
    assert "Goal met in" in filled.readout.text()


@pytest.mark.parametrize("kind", [ChartKind.EXERCISES, ChartKind.BALANCE])
def test_enter_and_a_click_wish_for_the_story_of_an_exercise(
    filled: ChartCard,
    turn_to: Callable[[ChartKind], ChartView],
    qtbot: QtBot,
    kind: ChartKind,
) -> None:
    view = turn_to(kind)
    assert isinstance(view, RowView)
    # Above the exercises of the balance are its two totals.
    for _ in range(1 if kind is ChartKind.EXERCISES else 3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(filled.exercise_wished) as wished:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wished.args == ["clam-band"]
    with qtbot.waitSignal(filled.exercise_wished) as wished:
        place = view.row_rect(view.place).center().toPoint()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert wished.args == ["clam-band"]


def test_muscles_and_totals_lead_nowhere(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], qtbot: QtBot
) -> None:
    for kind in (ChartKind.MUSCLES, ChartKind.BALANCE):
        view = turn_to(kind)
        view.point_to(0)
        with qtbot.assertNotEmitted(filled.exercise_wished):
            qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_story_is_turned_to_and_keeps_the_focus(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], qtbot: QtBot
) -> None:
    turn_to(ChartKind.WEEKS)
    turn_to(ChartKind.EXERCISES)
    filled.show_story("Clamshell", story(20))
    assert filled.kind is ChartKind.STORY
    assert filled.title.text() == "Clamshell: its story"
    assert isinstance(filled.views.view, Plot)
    assert filled.views.view.hasFocus()


def test_a_row_out_of_sight_is_scrolled_to(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], qtbot: QtBot
) -> None:
    view = turn_to(ChartKind.EXERCISES)
    assert isinstance(view, RowView)
    qtbot.keyClick(view, Qt.Key.Key_End)
    last = view.row_rect(view.place)
    assert view.visibleRegion().contains(last.center().toPoint())


@pytest.mark.parametrize("kind", RANGED)
def test_every_chart_is_told_in_words_to_who_does_not_see_it(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], kind: ChartKind
) -> None:
    told = QAccessible.queryAccessibleInterface(turn_to(kind))
    assert told.text(QAccessible.Text.Name) == f"{filled.title.text()}, chart"
    description = told.text(QAccessible.Text.Description)
    assert filled.readout.text().startswith(description.splitlines()[0])
    assert len(description.splitlines()) > 4


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_with_nothing_in_it_helps_with_words(card: ChartCard, kind: ChartKind) -> None:
    card.set_range(FIRST, TODAY)
    card.show_weeks([], 3)
    card.show_trained([], [])
    card.show_balance([])
    card.show_felt([])
    card.tabs.choose(kind)
    assert card.views.view is None
    assert len(card.views.words) > 20
    assert not card.save_button.isEnabled()


def test_a_picture_is_named_after_its_chart_whatever_the_exercise_is_called(
    filled: ChartCard,
) -> None:
    filled.show_story("Clam 1/2: slow", story(3))
    filled.save_button.click()
    dialog = filled.findChild(QFileDialog)
    assert dialog is not None
    (file,) = dialog.selectedFiles()
    assert Path(file).name == f"Clam 1-2, slow, its story {TODAY}.png"
    dialog.reject()


def test_dragging_and_the_wheel_move_nothing(
    turn_to: Callable[[ChartKind], ChartView], qtbot: QtBot
) -> None:
    view = turn_to(ChartKind.WEEKS)
    middle = QPoint(view.width() // 2, view.height() // 2)
    before = view.place_at(QPointF(middle))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view, middle + QPoint(90, 20))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(90, 20))
    assert view.place_at(QPointF(middle)) == before
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu
    assert view.place_at(QPointF(0, 0)) == NOWHERE


@pytest.mark.parametrize("size", [(480, 340), (900, 420), (300, 240)])
def test_charts_can_be_changed_and_resized_at_will(
    filled: ChartCard, turn_to: Callable[[ChartKind], ChartView], size: tuple[int, int]
) -> None:
    """Also: Qt complains about nothing, for that would fail the test."""
    filled.resize(*size)
    for kind in (*RANGED, *reversed(RANGED)):
        turn_to(kind).grab()
    filled.show_story("Clamshell", story(300))
    filled.grab()
