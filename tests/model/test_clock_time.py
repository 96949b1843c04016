"""A time of the day as it is typed."""

from datetime import time

import pytest

from hiptimer.model.clock_time import read_clock


@pytest.mark.parametrize("typed", ["7:30", "07:30", " 7.30 ", "7h30", "07H30"])
def test_half_past_seven(typed: str) -> None:
    assert read_clock(typed) == time(7, 30)


@pytest.mark.parametrize("typed", ["", "7", "24:00", "7:60", "7:3", "-7:30", "07:30:00", "noon"])
def test_no_time(typed: str) -> None:
    assert read_clock(typed) is None
