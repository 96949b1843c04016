"""The words for what was done: figures that are right, and no blame in them."""

from datetime import date

import pytest

from hiptimer.model.past import Amount, DayTotal, Overview, Streak
from hiptimer.model.past_words import (
    balance_words,
    day_words,
    goal_words,
    overview_words,
    pain_words,
)
from hiptimer.model.session import Pain, Place
from hiptimer.model.side import Side

TODAY = date(2025, 11, 21)


@pytest.mark.parametrize(
    ("streak", "said"),
    [
        (Streak(4, 9, 2, 3), "2 of 3 this week · 4 weeks in a row"),
        (Streak(5, 9, 3, 3), "3 of 3 this week · 5 weeks in a row"),
        (Streak(5, 9, 4, 3), "4 this week, goal 3 · 5 weeks in a row"),
        (Streak(1, 1, 3, 3), "3 of 3 this week · goal met"),
        (Streak(1, 4, 0, 3), "0 of 3 this week · goal met last week"),
        (Streak(0, 9, 0, 3), "0 of 3 this week · a new streak can start here"),
        (Streak(0, 0, 1, 3), "1 of 3 this week"),
    ],
)
def test_the_goal_in_words(streak: Streak, said: str) -> None:
    assert goal_words(streak) == said


def test_the_totals_in_words() -> None:
    overview = Overview(118, 40_800.0, Streak(4, 9, 2, 3))
    assert overview_words(overview) == "118 sessions · 11 h 20 min · best streak 9 weeks"
    assert overview_words(Overview(1, 340.0, Streak(0, 0, 1, 3))) == "1 session · 6 min"
    assert overview_words(Overview(0, 0.0, Streak(0, 0, 0, 3))) == "0 sessions"


def test_a_day_in_words() -> None:
    day = date(2025, 11, 14)
    total = DayTotal(day, sessions=2, seconds=660.0, reps=20, hold_s=0.0)
    assert day_words(day, total, TODAY) == "Fri 14 Nov: 2 sessions, 11 min"
    assert day_words(day, None, TODAY) == "Fri 14 Nov: no session"
    assert day_words(TODAY, None, TODAY) == "Today: no session"
    assert day_words(date(2024, 11, 15), None, TODAY) == "Fri 15 Nov 2024: no session"


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (Amount(412), Amount(398), "Left 412 · Right 398 reps, nearly even"),
        (Amount(20), Amount(20), "Left 20 · Right 20 reps, even"),
        (Amount(0), Amount(1), "Left 0 · Right 1 rep, 1 rep more on the right"),
        (Amount(30, 9.0), Amount(20), "Left 30 · Right 20 reps, 10 reps more on the left"),
        (Amount(0, 60.0), Amount(0, 90.0),
         "Left 1 min · Right 1 min 30 s held, 30 s more on the right"),
        (Amount(), Amount(), "Nothing was done on one side alone"),
    ],
)  # fmt: skip
def test_left_and_right_in_words(left: Amount, right: Amount, said: str) -> None:
    assert balance_words(left, right) == said


def test_the_worst_pain_is_named() -> None:
    pain = (Pain(Place.KNEE, Side.LEFT, 2), Pain(Place.LOW_BACK, Side.BOTH, 5))
    assert pain_words(pain) == "Pain 5 of 10: low back"
    assert pain_words(pain[:1]) == "Pain 2 of 10: knee, left"
    assert pain_words((Pain(Place.KNEE, Side.LEFT, 0),)) == ""
