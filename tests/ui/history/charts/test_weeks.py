from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from past_figures import MONDAY, TODAY, weeks

from hiptimer.model.past import WeekTotal
from hiptimer.ui.history.charts.chart import Shape
from hiptimer.ui.history.charts.weeks import weeks_chart
from hiptimer.ui.theme import Tone


def week(back: int, sessions: int, minutes: float) -> WeekTotal:
    return WeekTotal(MONDAY - timedelta(weeks=back), sessions, minutes * 60)


def test_a_week_that_met_the_goal_is_full_and_marked_and_this_week_has_its_own_colour() -> None:
    chart = weeks_chart([week(2, 3, 18), week(1, 2, 30), week(0, 1, 6)], 3, TODAY)
    met, missed, now = chart.bars
    assert (met.full, met.tone, met.top) == (True, Tone.ACCENT, 18)
    assert (missed.full, missed.tone) == (False, Tone.ACCENT)
    assert (now.full, now.tone) == (False, Tone.WORK)
    assert [mark.shape for mark in chart.strips[0].marks] == [Shape.DISC, Shape.RING, Shape.RING]
    assert [mark.words for mark in chart.strips[0].marks] == ["3", "2", "1"]
    assert chart.strips[0].name == "goal 3"


def test_each_week_says_its_numbers() -> None:
    chart = weeks_chart([week(2, 3, 18), week(1, 0, 0), week(0, 1, 6)], 3, TODAY)
    assert [stop.words for stop in chart.stops] == [
        "Week of 3 Nov 2025: 18 min in 3 sessions, goal met",
        "Week of 10 Nov 2025: no session",
        "This week: 6 min in 1 session, 2 short of the goal of 3",
    ]
    assert chart.heading.summary == "24 min in 4 sessions. Goal met in 1 of 3 weeks."
    assert chart.heading.range_words == "3 Nov to 21 Nov 2025"


def test_weeks_without_a_session_help_with_words() -> None:
    chart = weeks_chart([week(1, 0, 0), week(0, 0, 0)], 3)
    assert "Each one you finish adds its minutes" in chart.heading.empty
    assert weeks_chart([], 3).heading.empty


@pytest.mark.parametrize(
    ("count", "title", "bars"),
    [
        (1, "Minutes a week", 1),
        (60, "Minutes a week", 60),
        (61, "Minutes a month", 15),
        (52 * 4, "Minutes a month", 48),
        (52 * 6, "Minutes a year", 7),
        (52 * 90, "Minutes a year", 90),
    ],
)
def test_more_than_sixty_bars_become_months_and_then_years(
    count: int, title: str, bars: int
) -> None:
    chart = weeks_chart(weeks(count), 3)
    assert chart.heading.title == title
    assert len(chart.places) == len(chart.stops) == bars


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    # The week of Mon 27 Oct has its Thursday on 30 Oct, that of 29 Dec 2025 on 1 Jan 2026.
    first = date(2024, 10, 28)
    many = [WeekTotal(first + timedelta(weeks=n), 1, 60.0) for n in range(62)]
    chart = weeks_chart(many, 1)
    assert chart.stops[0].words.startswith("Oct 2024: 1 min in 1 session")
    assert chart.stops[1].words.startswith("Nov 2024: 4 min in 4 sessions")
    assert many[-1].monday == date(2025, 12, 29)
    assert chart.stops[-1].words.startswith("This month: 1 min in 1 session")
    assert chart.stops[-2].words.startswith("Dec 2025: 4 min")


@given(
    st.lists(st.tuples(st.integers(0, 9), st.floats(0, 36000)), max_size=400), st.integers(1, 14)
)
def test_no_minute_is_lost_and_weeks_that_met_the_goal_stand_below(
    done: list[tuple[int, float]], goal: int
) -> None:
    some = [week(len(done) - place, n, m / 60) for place, (n, m) in enumerate(done)]
    chart = weeks_chart(some, goal)
    if chart.heading.empty:
        assert not any(one.sessions for one in some)
        return
    drawn = sum(bar.top - bar.bottom for bar in chart.bars)
    assert drawn == pytest.approx(sum(one.seconds for one in some) / 60)
    full = sum(bar.top - bar.bottom for bar in chart.bars if bar.full)
    met = sum(one.seconds for one in some if one.sessions >= goal) / 60
    assert full == pytest.approx(met)
    assert chart.top >= max((bar.top for bar in chart.bars), default=0)
