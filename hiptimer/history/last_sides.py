"""Which side of each exercise went second last time, found without reading all of the past."""

import sqlite3

from hiptimer.model.side import Side

# From one exercise to the next, by index: the sets are many, the exercises few.
EVERY_EXERCISE = """
    WITH RECURSIVE one (id) AS (
        SELECT min(exercise_id) FROM set_record
        UNION ALL
        SELECT (SELECT min(exercise_id) FROM set_record WHERE exercise_id > one.id)
        FROM one WHERE one.id IS NOT NULL
    )
    SELECT id FROM one WHERE id IS NOT NULL
"""
# Newest first, and read no further than the first session with both sides. The + keeps SQLite
# from looking through all of the exercise where a session has but a few sets.
_BOTH_BEGUN = """
    SELECT
        (
            SELECT min(started_at) FROM set_record
            WHERE session_id = past.id AND +exercise_id = :id AND +side = 'left'
        ) AS left_begun,
        (
            SELECT min(started_at) FROM set_record
            WHERE session_id = past.id AND +exercise_id = :id AND +side = 'right'
        ) AS right_begun
    FROM set_record AS one CROSS JOIN session AS past ON past.id = one.session_id
    WHERE one.exercise_id = :id AND one.side = 'left' AND one.started_at IS NOT NULL
        AND deleted_at IS NULL AND speed = 1.0 AND right_begun IS NOT NULL
    ORDER BY one.started_at DESC, past.started_at DESC LIMIT 1
"""


def read_last_sides(connection: sqlite3.Connection) -> dict[str, Side]:
    """Of the exercises of which both sides were begun in one session, not deleted and at speed 1:
    the side that was begun second the last time.
    """
    second = {}
    for exercise in connection.execute(EVERY_EXERCISE).fetchall():
        found = connection.execute(_BOTH_BEGUN, {"id": exercise["id"]}).fetchone()
        if found is not None:
            left_first = found["left_begun"] <= found["right_begun"]
            second[exercise["id"]] = Side.RIGHT if left_first else Side.LEFT
    return second
