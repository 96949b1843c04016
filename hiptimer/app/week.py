"""How far this week is, for Today."""

import logging
from contextlib import closing
from datetime import date, timedelta

from hiptimer.app.home import Home
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_for_reading
from hiptimer.history.statistics import Statistics
from hiptimer.history.streaks import monday_of
from hiptimer.model.past_words import goal_words
from hiptimer.ui.today.week_goal import WeekSoFar

log = logging.getLogger(__name__)


def week_so_far(home: Home, today: date) -> WeekSoFar | None:
    """None when there is no history, or it cannot be read."""
    try:
        connection = open_for_reading(home.paths.history_file)
        if connection is None:
            return None
        with closing(connection):
            statistics = Statistics(connection)
            monday = monday_of(today)
            days = statistics.days(monday, monday + timedelta(days=6))
            streak = statistics.overview(today, home.settings.week_goal).streak
    except HistoryError as error:
        log.warning("%s", error)
        return None
    done = tuple(total.day.weekday() for total in days if total.sessions)
    return WeekSoFar(done, today.weekday(), goal_words(streak))
