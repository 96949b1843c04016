from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.ui.history.charts.periods import Grain, count, grain_for, labels, range_words, starts
from hiptimer.ui.history.charts.scale import ticks_for, top_for


@given(st.dates(), st.dates(), st.sampled_from(Grain))
def test_stretches_tile_the_time(one: date, other: date, grain: Grain) -> None:
    first, last = sorted((one, other))
    if count(grain, first, last) > 3000:
        return
    begun = starts(grain, first, last)
    assert len(begun) == count(grain, first, last)
    assert begun == sorted(set(begun))
    assert begun[0] <= first
    assert begun[-1] <= last
    assert all(grain.start(day) == day for day in begun)


@given(st.dates(), st.dates())
def test_the_finest_grain_that_is_not_too_many(one: date, other: date) -> None:
    first, last = sorted((one, other))
    grain = grain_for(first, last)
    finer = {Grain.WEEK: None, Grain.MONTH: Grain.WEEK, Grain.YEAR: Grain.MONTH}[grain]
    assert grain is Grain.YEAR or count(grain, first, last) <= 60
    assert finer is None or count(finer, first, last) > 60


def test_the_last_days_there_are_and_the_first() -> None:
    assert starts(Grain.YEAR, date(9998, 5, 1), date.max) == [date(9998, 1, 1), date(9999, 1, 1)]
    assert starts(Grain.WEEK, date(9999, 12, 20), date.max)[-1] == date(9999, 12, 27)
    assert starts(Grain.MONTH, date.min, date(1, 2, 3)) == [date(1, 1, 1), date(1, 2, 1)]


def test_few_days_are_written_out_and_many_by_their_months_and_years() -> None:
    weeks = starts(Grain.WEEK, date(2025, 11, 3), date(2025, 11, 23))
    assert labels(weeks) == [(0, "3 Nov"), (1, "10 Nov"), (2, "17 Nov")]
    year = starts(Grain.WEEK, date(2024, 11, 25), date(2025, 2, 28))
    assert labels(year)[0] == (0, "25 Nov")
    longer = starts(Grain.WEEK, date(2024, 11, 4), date(2025, 3, 2))
    assert [words for _, words in labels(longer)] == ["Nov", "Dec", "2025", "Feb"]
    ages = starts(Grain.MONTH, date(2019, 5, 1), date(2025, 3, 2))
    assert [words for _, words in labels(ages)] == [str(year) for year in range(2019, 2026)]
    assert labels([]) == []


def test_a_range_in_words() -> None:
    assert range_words(date(2025, 11, 3), date(2025, 12, 21)) == "3 Nov to 21 Dec 2025"
    assert range_words(date(2024, 11, 3), date(2025, 1, 2)) == "3 Nov 2024 to 2 Jan 2025"
    assert range_words(date(2025, 1, 2), date(2025, 1, 2)) == "2 Jan 2025"


@given(st.floats(0.01, 1e7))
def test_an_axis_holds_what_is_on_it_in_at_most_five_steps(highest: float) -> None:
    top = top_for(highest)
    assert top >= highest - 1e-6
    ticks = ticks_for(top)
    assert 2 <= len(ticks) <= 6
    assert ticks[-1].at == top


@pytest.mark.parametrize(("highest", "top"), [(43, 50), (3, 3), (0.4, 1), (100, 100), (101, 150)])
def test_an_axis_ends_at_a_round_number(highest: float, top: float) -> None:
    assert top_for(highest) == top
