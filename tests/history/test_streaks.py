from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.history.streaks import monday_of, streak
from hiptimer.model.past import Streak

MONDAY = date(2026, 11, 9)
THURSDAY = MONDAY + timedelta(days=3)


def weeks(*counts: int) -> dict[date, int]:
    """Sessions by week, this week's last; weeks with none are left out, as in a history."""
    mondays = (MONDAY - timedelta(weeks=i) for i in range(len(counts)))
    return {m: count for m, count in zip(mondays, reversed(counts), strict=True) if count}


def test_weeks_in_a_row() -> None:
    assert streak(weeks(3, 3, 3, 3), THURSDAY, 3) == Streak(4, 4, 3, 3)
    assert streak(weeks(5, 3, 0, 3, 4, 0), THURSDAY, 3) == Streak(2, 2, 0, 3)
    assert streak(weeks(3, 3, 3, 2, 3, 1), THURSDAY, 3) == Streak(1, 3, 1, 3)
    assert streak({}, THURSDAY, 3) == Streak(0, 0, 0, 3)


def test_a_week_without_enough_breaks_it_only_once_it_is_over() -> None:
    assert streak(weeks(3, 3, 1), THURSDAY, 3).weeks == 2
    assert streak(weeks(3, 3, 1), THURSDAY + timedelta(weeks=1), 3).weeks == 0


counts = st.lists(st.integers(0, 6), max_size=30)
goals = st.integers(1, 6)
days = st.integers(0, 6).map(lambda n: MONDAY + timedelta(days=n))


@given(counts, goals, days)
def test_it_is_what_counting_week_by_week_says(past: list[int], goal: int, today: date) -> None:
    found = streak(weeks(*past), today, goal)
    runs = "".join("x" if count >= goal else " " for count in past)
    assert found.best == max(map(len, runs.split()), default=0)
    so_far = runs if runs.endswith("x") else runs[:-1]
    assert found.weeks == len(so_far) - len(so_far.rstrip("x"))
    assert found.weeks <= found.best


@given(counts, goals, days, st.integers(1, 50))
def test_weeks_before_the_first_session_and_after_today_say_nothing(
    past: list[int], goal: int, today: date, more: int
) -> None:
    found = streak(weeks(*past), today, goal)
    assert streak(weeks(*[0] * more, *past), today, goal) == found
    ahead = {MONDAY + timedelta(weeks=more): 99}
    assert streak({**weeks(*past), **ahead}, today, goal) == found


@given(counts, goals, days)
def test_one_session_more_this_week_never_hurts(past: list[int], goal: int, today: date) -> None:
    before = streak(weeks(*past, 0), today, goal)
    for done in range(1, 8):
        after = streak(weeks(*past, done), today, goal)
        assert after.weeks >= before.weeks
        assert after.this_week == done
        before = after


@given(st.dates())
def test_the_monday_of_a_day(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert timedelta() <= day - monday < timedelta(days=7)
