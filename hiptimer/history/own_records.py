"""What was done of each exercise so far, from one connection."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from hiptimer.model.own_record import OwnRecord
from hiptimer.model.past import Amount
from hiptimer.model.side import Side

# A hold is timed to the moment; half a second less than planned is no shorter hold.
_SHORT_S = 0.5

_TOTALS = """
    SELECT exercise_id AS id, side, sum(reps) AS reps, total(hold_s) AS hold_s, max(day) AS day
    FROM day_trained GROUP BY exercise_id, side
"""
_BESTS = """
    SELECT exercise_id AS id, count(DISTINCT session_id) AS sessions,
        max(done_reps) AS reps, max(done_hold_s) AS hold_s
    FROM counting_set CROSS JOIN counting_session AS past ON past.id = session_id
    WHERE (done_reps > 0 OR done_hold_s > 0) AND local_day IS NOT NULL
    GROUP BY exercise_id
"""
_WHOLE = """
    SELECT exercise_id AS id
    FROM counting_session AS past CROSS JOIN counting_set ON session_id = past.id
    WHERE local_day >= :since AND routine_id <> :leaving_out
    GROUP BY past.id, exercise_id
    HAVING min(
        done_reps >= coalesce(planned_reps, 0)
        AND done_hold_s >= coalesce(planned_hold_s, 0) - :short
        AND (done_reps > 0 OR done_hold_s > 0)
    )
"""


def read_own_records(
    connection: sqlite3.Connection, since: date, leaving_out: str
) -> list[OwnRecord]:
    """Every exercise of which something was done that counts.

    `since` is the first day that is lately; sessions of the routine `leaving_out` are not taken
    for doing an exercise whole.
    """
    lately = {"since": since.isoformat(), "leaving_out": leaving_out, "short": _SHORT_S}
    whole = {row["id"] for row in connection.execute(_WHOLE, lately)}
    bests = {row["id"]: row for row in connection.execute(_BESTS)}
    totals: dict[str, list[sqlite3.Row]] = {}
    for row in connection.execute(_TOTALS):
        totals.setdefault(row["id"], []).append(row)
    return [
        _record(bests[id_], rows, is_whole_lately=id_ in whole)
        for id_, rows in totals.items()
        if id_ in bests
    ]


def _record(best: sqlite3.Row, sides: Sequence[sqlite3.Row], *, is_whole_lately: bool) -> OwnRecord:
    amounts = {Side(row["side"]): Amount(row["reps"], row["hold_s"]) for row in sides}
    return OwnRecord(
        exercise_id=best["id"],
        sessions=best["sessions"],
        last=max(date.fromisoformat(row["day"]) for row in sides),
        left=amounts.get(Side.LEFT, Amount()),
        right=amounts.get(Side.RIGHT, Amount()),
        both=amounts.get(Side.BOTH, Amount()),
        best=Amount(best["reps"], best["hold_s"]),
        is_whole_lately=is_whole_lately,
    )
