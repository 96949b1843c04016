"""The list of past sessions: what is looked for, and some lines of it at a time."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import msgspec

from hiptimer.history.counting import count_sessions
from hiptimer.history.folding import folded
from hiptimer.history.rows import time_from
from hiptimer.model.called import AS_STORED, Called
from hiptimer.model.past import Page, SessionLine, Wanted
from hiptimer.model.session import Pain, Place, Status
from hiptimer.model.side import Side

# One condition of a list, and the values for its question marks.
Condition = tuple[str, tuple[object, ...]]

_NEWEST_FIRST = "ORDER BY started_at DESC, id"
_LINES = """
    SELECT id, status, speed, routine_id, routine_name, started_at, utc_offset_s, seconds, effort,
        note,
        (SELECT total(done_reps) FROM counting_set WHERE session_id = id) AS reps,
        (SELECT total(done_hold_s) FROM counting_set WHERE session_id = id) AS hold_s
    FROM past_session WHERE id IN (SELECT value FROM json_each(?))
"""
_PAIN = """
    SELECT * FROM pain WHERE session_id IN (SELECT value FROM json_each(?))
    ORDER BY session_id, position
"""
_DONE = "(done_reps > 0 OR done_hold_s > 0)"


def read_lines(
    connection: sqlite3.Connection,
    wanted: Wanted,
    offset: int,
    limit: int,
    called: Called = AS_STORED,
) -> Page:
    """Up to `limit` lines from the line `offset` on, newest first. Names are those of `called`;
    they are found by what is shown and by what is stored.
    """
    found, total = _found(connection, list(_conditions(wanted, called)), offset, limit)
    if not found:
        return Page((), total)
    ids = msgspec.json.encode(found).decode()
    pain = _pain(connection, ids)
    rows = connection.execute(_LINES + _NEWEST_FIRST, (ids,))
    return Page(tuple(_line(row, tuple(pain[row["id"]]), called) for row in rows), total)


def _found(
    connection: sqlite3.Connection, conditions: list[Condition], offset: int, limit: int
) -> tuple[list[str], int]:
    """The ids on a page, and how many there are on all."""
    if not conditions:
        rows = connection.execute(
            f"SELECT id FROM session WHERE deleted_at IS NULL {_NEWEST_FIRST} LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [row["id"] for row in rows], count_sessions(connection)
    # All at once: to find some and to count all would be to look through the past twice.
    where = " AND ".join(("deleted_at IS NULL", *(sql for sql, _ in conditions)))
    values = [value for _, some in conditions for value in some]
    rows = connection.execute(f"SELECT id FROM session WHERE {where} {_NEWEST_FIRST}", values)
    all_ = rows.fetchall()
    return [row["id"] for row in all_[offset : offset + limit]], len(all_)


def local_time(row: sqlite3.Row) -> datetime:
    """When the session of `row` began, by the person's clock then."""
    zone = timezone(timedelta(seconds=row["utc_offset_s"]))
    return time_from(row["started_at"]).astimezone(zone)


def _conditions(wanted: Wanted, called: Called) -> Iterator[Condition]:
    if words := folded(wanted.words).split():
        yield _said(words, called)
    if wanted.statuses:
        marks = ", ".join("?" for _ in wanted.statuses)
        yield f"status IN ({marks})", tuple(status.value for status in wanted.statuses)
    if wanted.routine_id:
        yield "routine_id = ?", (wanted.routine_id,)
    if wanted.exercise_id or wanted.side is not None:
        yield _done(wanted.exercise_id, wanted.side)
    if wanted.with_pain:
        yield "EXISTS (SELECT 1 FROM pain WHERE session_id = session.id AND score > 0)", ()
    if wanted.first is not None:
        yield "local_day >= ?", (wanted.first.isoformat(),)
    if wanted.last is not None:
        yield "local_day <= ?", (wanted.last.isoformat(),)


def _said(words: list[str], called: Called) -> Condition:
    """Each of the words occurs in what is stored, or in what is shown in its place."""
    renamed = [(folded(shown), folded(stored)) for shown, stored in called.renamed()]
    ways = [(word, *_stored(word, renamed)) for word in words]
    either = (" OR ".join("instr(folded, ?) > 0" for _ in way) for way in ways)
    all_occur = " AND ".join(f"({one})" for one in either)
    found = f"SELECT session_id FROM session_text WHERE {all_occur}"
    return f"id IN ({found})", tuple(text for way in ways for text in way)


def _stored(word: str, renamed: list[tuple[str, str]]) -> list[str]:
    """The stored names to look for, since the word is in those shown; not those that another of
    them is in, and that are found with it.
    """
    names = {name for shown, name in renamed if word in shown and word not in name}
    return [name for name in names if not any(one != name and one in name for one in names)]


def _done(exercise_id: str, side: Side | None) -> Condition:
    """Something was done of the exercise, on the side, or of the exercise on the side."""
    columns: dict[str, object] = {}
    if exercise_id:
        columns["exercise_id"] = exercise_id
    if side is not None:
        columns["side"] = side.value
    which = " AND ".join((_DONE, *(f"{column} = ?" for column in columns)))
    if exercise_id:
        # By index from the exercise; a side alone is found faster from the session.
        return f"id IN (SELECT session_id FROM counting_set WHERE {which})", tuple(columns.values())
    sets = f"SELECT 1 FROM counting_set WHERE session_id = session.id AND {which}"
    return f"EXISTS ({sets})", tuple(columns.values())


def _pain(connection: sqlite3.Connection, ids: str) -> defaultdict[str, list[Pain]]:
    pain: defaultdict[str, list[Pain]] = defaultdict(list)
    for row in connection.execute(_PAIN, (ids,)):
        found = Pain(Place(row["place"]), Side(row["side"]), row["score"])
        pain[row["session_id"]].append(found)
    return pain


def _line(row: sqlite3.Row, pain: tuple[Pain, ...], called: Called) -> SessionLine:
    return SessionLine(
        id=row["id"],
        status=Status(row["status"]),
        speed=row["speed"],
        routine_id=row["routine_id"],
        routine_name=called.routine(row["routine_id"], row["routine_name"]),
        started_at=local_time(row),
        seconds=row["seconds"],
        reps=int(row["reps"]),
        hold_s=row["hold_s"],
        effort=row["effort"],
        pain=pain,
        note=row["note"],
    )
