"""The self-check's page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from hiptimer.model.self_check import MEASURES, Result
from hiptimer.ui.figure.album import Album
from hiptimer.ui.self_check.page import MeasureCard, SelfCheckPage, change_words

MARCH, MAY = date(2026, 3, 2), date(2026, 5, 9)


@pytest.fixture
def page(qtbot: QtBot) -> SelfCheckPage:
    page = SelfCheckPage([MeasureCard(m, m.exercise_id) for m in MEASURES], Album())
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def words(page: SelfCheckPage, exercise_id: str) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in page.cards[exercise_id].findChildren(QLabel) if label.text()]


def test_before_the_first_time_it_says_so(page: SelfCheckPage) -> None:
    page.show_results({})
    assert "Not measured yet" in words(page, "side-plank")
    assert not page.cards["side-plank"].trend.isVisible()


def test_left_stands_beside_right_with_the_change_since_the_time_before(
    page: SelfCheckPage,
) -> None:
    page.show_results({"side-plank": (Result(MARCH, 20.4, 31.0), Result(MAY, 26.0, None))})
    told = words(page, "side-plank")
    assert {"26", "–", "6 s more than before", "9 May 2026"} <= set(told)
    trend = page.cards["side-plank"].trend
    assert trend.isVisible()
    assert trend.accessibleName() == (
        "2 Mar 2026: left 20, right 31; 9 May 2026: left 26, right not done"
    )


def test_the_numbers_of_all_stand_in_one_line(qtbot: QtBot, page: SelfCheckPage) -> None:
    page.resize(1280, 800)
    page.show_results({"side-plank": (Result(MARCH, 20.4, 31.0), Result(MAY, 26.0, None))})
    one, other = page.cards["side-plank"], page.cards["single-leg-stand"]
    qtbot.waitUntil(lambda: one.trend.y() > one.sides[0].y() > 0)
    assert one.y() == other.y()
    assert one.sides[0].y() == other.sides[0].y()


@pytest.mark.parametrize(
    ("value", "before", "is_held", "expected"),
    [
        (12.0, 9.0, False, "3 more than before"),
        (9.0, 12.0, True, "3 s less than before"),
        (9.0, 12.0, False, "3 fewer than before"),
        (9.4, 9.0, True, "as before"),
        (None, 9.0, True, ""),
        (9.0, None, True, ""),
    ],
)
def test_change_in_words(
    value: float | None, before: float | None, is_held: bool, expected: str
) -> None:
    assert change_words(value, before, is_held=is_held) == expected


def test_enter_starts_and_escape_leaves(qtbot: QtBot, page: SelfCheckPage) -> None:
    starts, leaves = QSignalSpy(page.start_wished), QSignalSpy(page.left)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert (starts.count(), leaves.count()) == (1, 1)
