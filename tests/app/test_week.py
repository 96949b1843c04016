"""How far the week is, as Today tells it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from hiptimer.app.home import Home
from hiptimer.app.week import week_so_far
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.paths import paths_under

FRIDAY = date(2025, 11, 21)
START = datetime(2025, 11, 21, 6, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(paths_under(tmp_path / "data"))


def keep(home: Home, *days_ago: int, speed: float = 1.0) -> None:
    store = Store(open_history(home.paths.history_file, now=START).connection)
    for number, days in enumerate(days_ago):
        at = START - timedelta(days=days, minutes=10 * number)
        store.take_in(
            Session(
                id=str(UUID(int=1000 * round(speed) + number)),
                status=Status.COMPLETE,
                speed=speed,
                routine=RoutineRef("any", "Any"),
                started_at=at,
                utc_offset_s=0,
                ended_at=at + timedelta(minutes=6),
            )
        )
    store.close()


def test_nothing_is_said_without_a_history(home: Home) -> None:
    assert week_so_far(home, FRIDAY) is None


def test_the_days_of_this_week_and_the_streak(home: Home) -> None:
    keep(home, 0, 2, 7, 8, 9, 14, 15, 16)
    week = week_so_far(home, FRIDAY)
    assert week is not None
    assert (week.done, week.today) == ((2, 4), 4)
    assert week.words == "2 of 3 this week · 2 weeks in a row"


def test_the_goal_is_the_one_that_was_chosen(home: Home) -> None:
    keep(home, 0, 2)
    home.change_settings(week_goal=2)
    week = week_so_far(home, FRIDAY)
    assert week is not None
    assert week.words == "2 of 2 this week · goal met"


def test_trials_do_not_count(home: Home) -> None:
    keep(home, 0, 1, speed=60.0)
    week = week_so_far(home, FRIDAY)
    assert week is not None
    assert (week.done, week.words) == ((), "0 of 3 this week")
