from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.time_words import (
    clock_words,
    date_words,
    duration_words,
    finish_words,
    local_time,
    short_duration,
)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (30, "30 s"),
        (59.6, "1 min"),
        (362, "6 min 2 s"),
        (360, "6 min"),
        (3600, "1 h"),
        (3840, "1 h 4 min"),
        (7199.9, "2 h"),
    ],
)
def test_durations_are_said_in_the_units_a_person_would_use(seconds: float, said: str) -> None:
    assert duration_words(seconds) == said


@given(st.integers(min_value=0, max_value=500_000))
def test_a_short_duration_tells_every_second(seconds: int) -> None:
    parts = [int(part) for part in short_duration(seconds).split(":")]
    assert sum(part * 60**place for place, part in enumerate(reversed(parts))) == seconds
    assert all(part < 60 for part in parts[1:])


def test_a_finish_goes_past_midnight() -> None:
    late = datetime(2025, 11, 21, 23, 58, tzinfo=UTC)
    assert finish_words(late, 362) == "done at 00:04"


@pytest.mark.parametrize(
    ("days_ago", "said"),
    [
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Wed"),
        (6, "Sat"),
        (7, "14 Nov"),
        (400, "17 Oct 2024"),
        (-1, "22 Nov"),
    ],
)
def test_dates_are_said_from_today(days_ago: int, said: str) -> None:
    today = date(2025, 11, 21)
    assert date_words(today - timedelta(days=days_ago), today) == said


def test_a_time_is_that_of_the_clock_on_the_wall() -> None:
    start = datetime(2025, 11, 21, 23, 30, tzinfo=UTC)
    assert clock_words(local_time(start, 3600)) == "00:30"
