"""The totals that are kept by day and by week, brought in step with the sessions."""

import sqlite3
from collections.abc import Iterable

_WEEK_OF = "date(:day, '-6 days', 'weekday 1')"
_COUNT_DAY = (
    "DELETE FROM day_total WHERE day = :day",
    "DELETE FROM day_trained WHERE day = :day",
    "INSERT INTO day_total SELECT * FROM day_as_counted WHERE day = :day",
    "INSERT INTO day_trained SELECT * FROM day_as_trained WHERE day = :day",
    f"DELETE FROM week_total WHERE monday = {_WEEK_OF}",
    f"""
    INSERT INTO week_total
    SELECT {_WEEK_OF} AS week, sum(sessions), total(seconds) FROM day_total
    WHERE day BETWEEN {_WEEK_OF} AND date({_WEEK_OF}, '+6 days') GROUP BY week
    """,
)
_COUNT_SESSIONS = """
    SELECT (SELECT coalesce(sum(sessions), 0) FROM week_total) + (
        SELECT count(*) FROM session
        WHERE deleted_at IS NULL AND (speed <> 1.0 OR status = 'running' OR local_day IS NULL)
    )
"""


def count_sessions(connection: sqlite3.Connection) -> int:
    """How many there are that are not deleted, without going through them."""
    count: int = connection.execute(_COUNT_SESSIONS).fetchone()[0]
    return count


def count_days(connection: sqlite3.Connection, days: Iterable[str]) -> None:
    """Count the days, as texts, from their sessions, and the weeks they are in.

    Counted again, never added to: so a total cannot drift away from what it stands for.
    """
    for day in days:
        for statement in _COUNT_DAY:
            connection.execute(statement, {"day": day})
