from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.ui.history.calendar_grid import WEEKS, CalendarGrid, step_of

any_day = st.dates(date(1, 1, 1), date.max)


@given(any_day)
def test_every_day_has_a_place_of_its_own_and_is_found_there(last: date) -> None:
    grid = CalendarGrid(last)
    places = set()
    for number in range(grid.days):
        day = grid.first + timedelta(days=number)
        column, row = grid.place(day)
        assert grid.day(column, row) == day
        assert row == day.weekday() or grid.first == date.min
        places.add((column, row))
    assert len(places) == grid.days <= 7 * WEEKS


def test_the_year_ends_with_its_last_day() -> None:
    grid = CalendarGrid(date(2026, 11, 20))
    assert grid.first == date(2025, 11, 17)
    assert grid.holds(date(2026, 11, 20))
    assert not grid.holds(date(2026, 11, 21))
    assert grid.day(*grid.place(date(2026, 11, 20))) == date(2026, 11, 20)
    assert grid.day(52, 6) is None
    assert grid.day(-1, 0) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_names_of_months_do_not_run_into_each_other(last: date) -> None:
    columns = [column for column, _ in CalendarGrid(last).months()]
    assert len(columns) >= 11
    assert all(b - a >= 3 for a, b in pairwise(columns))


def test_a_day_is_the_stronger_the_longer_it_was() -> None:
    assert [step_of(60 * minutes) for minutes in (0, 4.9, 5, 9.9, 10, 19, 20, 600)] == [
        1, 1, 2, 2, 3, 3, 4, 4,
    ]  # fmt: skip
