"""The last sessions that say something of some exercises, found without reading all of the past."""

import sqlite3
from collections.abc import Iterable, Iterator

from hiptimer.model.side import Side

_COUNTS = """
    deleted_at IS NULL AND speed = 1.0 AND status <> 'running' AND local_day IS NOT NULL
"""
# By index, newest first, and read no further than there are sessions wanted.
_WITH_EXERCISE = f"""
    SELECT session_id FROM set_record AS one CROSS JOIN session AS past ON past.id = session_id
    WHERE exercise_id = :id AND side = :side AND one.started_at IS NOT NULL AND {_COUNTS}
        AND routine_id <> :leaving_out
    ORDER BY one.started_at DESC
"""
_NEWEST = f"SELECT id FROM session WHERE {_COUNTS} ORDER BY started_at DESC, id LIMIT ?"


def recent_ids(
    connection: sqlite3.Connection, exercise_ids: Iterable[str], newest: int, leaving_out: str
) -> list[str]:
    """The `newest` sessions that count in which each exercise was begun, and the `newest` of all.

    Sessions of the routine `leaving_out` say nothing of an exercise.
    """
    found = dict.fromkeys(row["id"] for row in connection.execute(_NEWEST, (newest,)))
    for id_ in exercise_ids:
        for side in Side:
            values = {"id": id_, "side": side.value, "leaving_out": leaving_out}
            rows = connection.execute(_WITH_EXERCISE, values)
            found |= dict.fromkeys(_first_different(rows, newest))
            rows.close()
    return list(found)


def _first_different(rows: Iterable[sqlite3.Row], count: int) -> Iterator[str]:
    seen: set[str] = set()
    for row in rows:
        if row["session_id"] not in seen:
            if len(seen) == count:
                return
            seen.add(row["session_id"])
            yield row["session_id"]
