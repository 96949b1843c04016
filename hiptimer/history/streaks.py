"""Weeks in a row in which a goal was met. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta

from hiptimer.model.past import Streak

_WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def streak(sessions: Mapping[date, int], today: date, goal: int) -> Streak:
    """The streak of someone who aims at `goal` sessions a week.

    `sessions` are counted by the Monday of their week; those after this week are left out.
    """
    this_monday = monday_of(today)
    met = sorted(m for m, count in sessions.items() if count >= goal and m <= this_monday)
    best = run = 0
    before: date | None = None
    for monday in met:
        run = run + 1 if before is not None and monday - before == _WEEK else 1
        best = max(best, run)
        before = monday
    # The week in progress may still be met: a run up to last week goes on.
    goes_on = before is not None and this_monday - before <= _WEEK
    return Streak(run if goes_on else 0, best, sessions.get(this_monday, 0), goal)
