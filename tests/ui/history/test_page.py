from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pain,
    Pause,
    Place,
    Planned,
    RoutineRef,
    Session,
    SetRecord,
    Status,
)
from hiptimer.model.side import Side
from hiptimer.ui.history.page import EMPTY, HistoryPage
from hiptimer.ui.widgets.icons import IconSet

TODAY = date(2025, 11, 21)
START = datetime(2025, 11, 21, 6, 12, tzinfo=UTC)
CLAM = ExerciseRef("clam-basic", "Clamshell", "clamshell", 1)
HOLD = ExerciseRef("bridge-hold", "Glute bridge hold", "bridge", 2)


def set_of(n: int, side: Side, reps: int, outcome: Outcome, **more: object) -> SetRecord:
    return SetRecord(
        n=n, exercise=CLAM, step=1, round=1, set=1, side=side,
        planned=Planned(reps=10), reps=reps, outcome=outcome, **more,  # type: ignore[arg-type]
    )  # fmt: skip


SETS = (
    set_of(1, Side.LEFT, 10, Outcome.DONE),
    set_of(2, Side.RIGHT, 6, Outcome.PARTIAL, corrected=Corrected(reps=8)),
    SetRecord(
        n=3, exercise=HOLD, step=2, round=1, set=1, side=Side.BOTH,
        planned=Planned(hold_s=30), outcome=Outcome.SKIPPED,
    ),
)  # fmt: skip


def session(number: int = 0, **changes: object) -> Session:
    values: dict[str, object] = {
        "id": f"session-{number}",
        "status": Status.COMPLETE,
        "speed": 1.0,
        "routine": RoutineRef("pre-run-activation", "Pre-run activation"),
        "started_at": START - timedelta(days=number),
        "utc_offset_s": 3600,
        "ended_at": START - timedelta(days=number) + timedelta(seconds=346),
        "sets": SETS,
    }
    return Session(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, icons: IconSet) -> HistoryPage:
    page = HistoryPage(icons)
    qtbot.addWidget(page)
    page.resize(1192, 800)
    page.show()
    return page


def words(page: QWidget) -> set[str]:
    # A layout shows new widgets in the next round of events only.
    QApplication.processEvents()
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def row_words(page: HistoryPage, row: int) -> str:
    return str(page.list.model().index(row, 0).data(Qt.ItemDataRole.DisplayRole))


def test_before_the_first_session_it_says_what_to_do(page: HistoryPage) -> None:
    page.show_sessions((), TODAY)
    assert EMPTY in words(page)
    assert not page.list.isVisible()


def test_the_newest_comes_first_and_is_shown(page: HistoryPage) -> None:
    page.show_sessions((session(3), session(0), session(1)), TODAY)
    assert row_words(page, 0) == ("Today 07:12, Pre-run activation, 5:46, 18 reps, Complete")
    assert row_words(page, 1).startswith("Yesterday 07:12")
    assert "Fri 21 Nov 2025, 07:12" in words(page.detail)


def test_every_set_tells_plan_and_deed_in_words(page: HistoryPage) -> None:
    page.show_sessions((session(),), TODAY)
    shown = words(page.detail)
    assert {"10 reps", "8 of 10 reps", "0 of 30 s"} <= shown
    assert {"Done", "Partly done, corrected", "Skipped"} <= shown
    assert {"Left", "Right", "Clamshell", "Glute bridge hold"} <= shown


def test_how_it_went_is_told(page: HistoryPage) -> None:
    felt = session(
        effort=6.0,
        pain=(Pain(Place.KNEE, Side.LEFT, 3),),
        pauses=(Pause(10, 20), Pause(60, 5)),
        note="Looser today.",
    )
    page.show_sessions((felt,), TODAY)
    shown = words(page.detail)
    assert {"6 of 10", "Knee, left: 3 of 10", "2, 25 s in all", "Looser today."} <= shown


def test_a_trial_is_marked_and_not_counted(page: HistoryPage) -> None:
    page.show_sessions((session(0, speed=60.0), session(1)), TODAY)
    assert "trial at 60×" in row_words(page, 0)
    assert "Complete, trial at 60×" in words(page.detail)
    assert any(line.startswith("1 session ") for line in words(page))


def test_a_session_that_runs_has_no_length(page: HistoryPage) -> None:
    page.show_sessions((session(0, status=Status.RUNNING, ended_at=None),), TODAY)
    assert "Running now" in words(page.detail)
    assert "18 reps" in words(page.detail)


def test_arrows_choose_another(qtbot: QtBot, page: HistoryPage) -> None:
    page.show_sessions((session(0), session(1, status=Status.STOPPED)), TODAY)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert "Stopped early" in words(page.detail)


def test_the_choice_survives_a_new_session(page: HistoryPage) -> None:
    page.show_sessions((session(1), session(2)), TODAY)
    page.list.choose(1)
    page.show_sessions((session(0), session(1), session(2)), TODAY)
    assert page.list.currentIndex().row() == 2


def test_again_asks_for_the_routine(qtbot: QtBot, page: HistoryPage) -> None:
    page.show_sessions((session(),), TODAY)
    with qtbot.waitSignal(page.again_wished) as told:
        page.detail.again.click()
    assert told.args == ["pre-run-activation"]


def test_a_thousand_sessions_need_no_thousand_widgets(page: HistoryPage) -> None:
    page.show_sessions((session(),), TODAY)
    before = len(page.findChildren(QWidget))
    page.show_sessions(tuple(session(n) for n in range(1000)), TODAY)
    page.list.choose(999)
    assert page.list.model().rowCount() == 1000
    assert len(page.findChildren(QWidget)) < 2 * before + 20
