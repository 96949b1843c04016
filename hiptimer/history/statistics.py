"""Figures about the past, from one connection. What counts is said in `model.past`.

What a first look needs is kept by day and found by index (see `schema`); the rest is added up
over the days that are asked for.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from hiptimer.history.errors import explained
from hiptimer.history.last_sides import EVERY_EXERCISE
from hiptimer.history.lines import local_time, read_lines
from hiptimer.history.own_records import read_own_records
from hiptimer.history.rows import damage_noticed
from hiptimer.history.streaks import monday_of, streak
from hiptimer.model.called import AS_STORED, Called
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.past import (
    Amount,
    DayTotal,
    Felt,
    Overview,
    Page,
    Range,
    StoryPoint,
    Trained,
    Wanted,
    WeekTotal,
)
from hiptimer.model.session import Rating
from hiptimer.model.side import Side

_WEEKS = """
    SELECT monday, sessions, seconds FROM week_total
    WHERE monday BETWEEN ? AND ? ORDER BY monday
"""
_DAYS = """
    SELECT day, sessions, seconds, reps, hold_s FROM day_total
    WHERE day BETWEEN ? AND ? ORDER BY day
"""
_BY_EXERCISE = """
    SELECT exercise_id AS id, side, sum(reps) AS reps, total(hold_s) AS hold_s
    FROM day_trained WHERE day BETWEEN ? AND ? GROUP BY exercise_id, side
"""
_BY_MUSCLES = """
    SELECT muscles, side, sum(reps) AS reps, total(hold_s) AS hold_s
    FROM day_trained WHERE day BETWEEN ? AND ? GROUP BY muscles, side
"""
_FELT = """
    SELECT id, started_at, utc_offset_s, effort,
        (SELECT max(score) FROM pain WHERE session_id = id) AS pain
    FROM counting_session WHERE local_day BETWEEN ? AND ? ORDER BY started_at, id
"""
_LATEST_SET = """
    SELECT exercise_name AS name, exercise_family AS family, one.started_at
    FROM counting_set AS one CROSS JOIN counting_session ON id = session_id
    WHERE exercise_id = ? AND side = ? AND (done_reps > 0 OR done_hold_s > 0)
    ORDER BY one.started_at DESC LIMIT 1
"""
_ROUTINES = """
    WITH RECURSIVE one (id) AS (
        SELECT min(routine_id) FROM session WHERE deleted_at IS NULL
        UNION ALL
        SELECT (
            SELECT min(routine_id) FROM session WHERE deleted_at IS NULL AND routine_id > one.id
        )
        FROM one WHERE one.id IS NOT NULL
    )
    SELECT id, (
        SELECT routine_name FROM session WHERE deleted_at IS NULL AND routine_id = one.id
        ORDER BY started_at DESC LIMIT 1
    ) AS name
    FROM one WHERE id IS NOT NULL
"""
_STORY = """
    SELECT session_id, local_day, exercise_id, exercise_name AS name, exercise_level AS level,
        side, planned_reps, planned_hold_s, done_reps, done_hold_s, rating, effort
    FROM counting_set CROSS JOIN counting_session AS past ON past.id = session_id
    WHERE exercise_id IN (SELECT value FROM json_each(?)) AND local_day IS NOT NULL
    ORDER BY past.started_at, session_id, n, attempt
"""


class _Latest(msgspec.Struct, frozen=True):
    """An exercise as it was when it was last done."""

    id: str
    name: str
    family: str


class Statistics:
    """Used by the thread that opened the connection. Raises HistoryError.

    Days are local, `first` and `last` both included; lists are oldest first unless said. Names
    are those of `called`.
    """

    def __init__(self, connection: sqlite3.Connection, called: Called = AS_STORED) -> None:
        self._connection = connection
        self._called = called
        self._file = Path(connection.execute("PRAGMA database_list").fetchone()["file"])

    def overview(self, today: date, goal: int) -> Overview:
        """All of the past; the streak for `goal` sessions a week."""
        weeks = self._rows(_WEEKS, (date.min.isoformat(), date.max.isoformat()))
        counted = {_date(week["monday"]): week["sessions"] for week in weeks}
        return Overview(
            sessions=sum(counted.values()),
            seconds=sum(week["seconds"] for week in weeks),
            streak=streak(counted, today, goal),
        )

    def days(self, first: date, last: date) -> list[DayTotal]:
        """The days with a session, and only those."""
        with self._reading():
            return [
                DayTotal(
                    _date(row["day"]), row["sessions"], row["seconds"], row["reps"], row["hold_s"]
                )
                for row in self._rows(_DAYS, (first.isoformat(), last.isoformat()))
            ]

    def weeks(self, first_monday: date, last_monday: date) -> list[WeekTotal]:
        """Every week that begins in the range, also those without a session."""
        there = {week.monday: week for week in self._weeks(first_monday, last_monday)}
        first, last = monday_of(first_monday), monday_of(last_monday)
        mondays = (first + timedelta(days=7 * i) for i in range((last - first).days // 7 + 1))
        return [there.get(monday) or WeekTotal(monday, 0, 0.0) for monday in mondays]

    def by_exercise(self, first: date, last: date) -> list[Trained]:
        """Exercises of which something was done, by name; each with the name it had last."""
        with self._reading():
            sides: dict[str, dict[Side, Amount]] = {}
            for row in self._rows(_BY_EXERCISE, (first.isoformat(), last.isoformat())):
                sides.setdefault(row["id"], {})[Side(row["side"])] = Amount(
                    row["reps"], row["hold_s"]
                )
            names = {one.id: one.name for one in self._latest(sides)}
            return _trained((id_, names[id_], amounts) for id_, amounts in sides.items())

    def by_muscle(self, first: date, last: date) -> list[Trained]:
        """Muscles that are primary in what was done, by name."""
        with self._reading():
            sides: dict[str, dict[Side, Amount]] = {}
            for row in self._rows(_BY_MUSCLES, (first.isoformat(), last.isoformat())):
                side = Side(row["side"])
                for muscle in msgspec.json.decode(row["muscles"], type=set[str]):
                    amounts = sides.setdefault(muscle, {})
                    amounts[side] = _more(amounts.get(side, Amount()), row["reps"], row["hold_s"])
            return _trained((muscle, muscle, amounts) for muscle, amounts in sides.items())

    def felt(self, first: date, last: date) -> list[Felt]:
        """Every session that counts, also those of which nothing was said."""
        with self._reading():
            rows = self._rows(_FELT, (first.isoformat(), last.isoformat()))
            return [Felt(r["id"], local_time(r), r["effort"], r["pain"] or 0) for r in rows]

    def story(self, exercise_id: str) -> list[StoryPoint]:
        """The exercise and the others of its family, by session: how someone went up and down
        its levels. Where it was done itself the others are not told: a bridge and then a bridge
        held are two exercises, not two steps. Empty when the exercise was never done.
        """
        with self._reading():
            latest = self._latest(self._ever_planned())
            family = {one.family for one in latest if one.id == exercise_id}
            ids = [one.id for one in latest if one.family in family]
            rows = self._rows(_STORY, (msgspec.json.encode(ids).decode(),))
            sets: dict[tuple[str, str], list[sqlite3.Row]] = {}
            for row in rows:
                sets.setdefault((row["session_id"], row["exercise_id"]), []).append(row)
            points = [point for point in map(self._point, sets.values()) if point.sets]
            itself = {point.session_id for point in points if point.exercise_id == exercise_id}
            return [
                point
                for point in points
                if point.exercise_id == exercise_id or point.session_id not in itself
            ]

    def own_records(self, since: date, leaving_out: str) -> list[OwnRecord]:
        """What was done of each exercise so far (see `own_records.read_own_records`)."""
        with self._reading():
            return read_own_records(self._connection, since, leaving_out)

    def lines(self, wanted: Wanted, offset: int, limit: int) -> Page:
        """Up to `limit` sessions from the number `offset` on, newest first. All that are not
        deleted are there, also those that do not count.
        """
        with self._reading():
            return read_lines(self._connection, wanted, offset, limit, self._called)

    def exercises(self) -> list[tuple[str, str]]:
        """Id and latest name of every exercise ever done, by name."""
        ids = self._ever_planned()
        return sorted(((one.id, one.name) for one in self._latest(ids)), key=_by_name)

    def routines(self) -> list[tuple[str, str]]:
        """Id and latest name of every routine with a session, by name."""
        rows = ((row["id"], row["name"]) for row in self._rows(_ROUTINES))
        return sorted(((id_, self._called.routine(id_, name)) for id_, name in rows), key=_by_name)

    def first_day(self) -> date | None:
        """The day of the first session that counts."""
        rows = self._rows("SELECT day FROM day_total ORDER BY day LIMIT 1")
        return _date(rows[0]["day"]) if rows else None

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with explained(self._file), damage_noticed():
            yield

    def _weeks(self, first: date, last: date) -> list[WeekTotal]:
        """The weeks with a session."""
        return [
            WeekTotal(_date(row["monday"]), row["sessions"], row["seconds"])
            for row in self._rows(_WEEKS, (first.isoformat(), last.isoformat()))
        ]

    def _ever_planned(self) -> list[str]:
        return [row["id"] for row in self._rows(EVERY_EXERCISE)]

    def _latest(self, ids: Iterable[str]) -> list[_Latest]:
        """Of these exercises the ones ever done."""
        found = []
        for id_ in ids:
            rows = [row for side in Side for row in self._rows(_LATEST_SET, (id_, side.value))]
            if rows:
                row = max(rows, key=_begun)
                name = self._called.exercise(id_, row["name"])
                found.append(_Latest(id_, name, row["family"]))
        return found

    def _point(self, rows: Sequence[sqlite3.Row]) -> StoryPoint:
        point = _point(rows)
        return replace(point, name=self._called.exercise(point.exercise_id, point.name))

    def _rows(
        self, statement: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[sqlite3.Row]:
        with self._reading():
            return self._connection.execute(statement, values).fetchall()


def range_days(range_: Range, today: date, first_day: date | None) -> tuple[date, date]:
    """The first and the last day of a range, both included. `first_day` is that of the first
    session: all of the past begins there.

    Twelve weeks are this one and the eleven before it; a month is 30 days.
    """
    match range_:
        case Range.MONTH:
            return today - timedelta(days=29), today
        case Range.TWELVE_WEEKS:
            return monday_of(today) - timedelta(weeks=11), today
        case Range.YEAR:
            return today - timedelta(days=364), today
        case Range.ALL:
            return min(first_day or today, today), today


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _begun(row: sqlite3.Row) -> str:
    # A set that was only ever corrected, never begun, comes first.
    return row["started_at"] or ""


def _by_name(one: tuple[str, str]) -> tuple[str, str]:
    id_, name = one
    return name.casefold(), id_


def _more(amount: Amount, reps: int, hold_s: float) -> Amount:
    return Amount(amount.reps + reps, amount.hold_s + hold_s)


def _trained(found: Iterable[tuple[str, str, Mapping[Side, Amount]]]) -> list[Trained]:
    nothing = Amount()
    all_ = (
        Trained(
            id_,
            name,
            left=amounts.get(Side.LEFT, nothing),
            right=amounts.get(Side.RIGHT, nothing),
            both=amounts.get(Side.BOTH, nothing),
        )
        for id_, name, amounts in found
    )
    return sorted((t for t in all_ if t.total != nothing), key=_name_of)


def _name_of(trained: Trained) -> tuple[str, str]:
    return _by_name((trained.id, trained.name))


def _point(rows: Sequence[sqlite3.Row]) -> StoryPoint:
    """One exercise in one session from the sets that count, at least one."""
    amounts = dict.fromkeys(Side, Amount())
    planned = Amount()
    for row in rows:
        side = Side(row["side"])
        amounts[side] = _more(amounts[side], row["done_reps"], row["done_hold_s"])
        planned = _more(planned, row["planned_reps"] or 0, row["planned_hold_s"] or 0.0)
    last = rows[-1]
    ratings = [Rating(row["rating"]) for row in rows if row["rating"] is not None]
    return StoryPoint(
        session_id=last["session_id"],
        day=_date(last["local_day"]),
        exercise_id=last["exercise_id"],
        name=last["name"],
        level=last["level"],
        sets=sum(row["done_reps"] > 0 or row["done_hold_s"] > 0 for row in rows),
        planned=planned,
        left=amounts[Side.LEFT],
        right=amounts[Side.RIGHT],
        both=amounts[Side.BOTH],
        rating=ratings[-1] if ratings else None,
        effort=last["effort"],
    )
