"""What is kept beside the sessions, totals and text, is what they say after anything."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from history.samples import at, counted_sessions, done_set, now, session
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from hiptimer.history.changes import (
    Correct,
    Delete,
    Describe,
    Finish,
    ReplacePlan,
    SavePause,
    SaveSet,
    Undelete,
)
from hiptimer.history.connection import transaction
from hiptimer.history.folding import searched_text
from hiptimer.history.opening import open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.history.tables import write_sessions
from hiptimer.model.past import Wanted
from hiptimer.model.session import Corrected, Pause, Session, Status
from hiptimer.model.side import Side

TODAY = date(2026, 3, 25)
IDS = st.sampled_from(["one", "two", "three"])


def kept(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in connection.execute(f"SELECT * FROM {table}"))


def assert_in_step(connection: sqlite3.Connection) -> None:
    assert kept(connection, "day_total") == kept(connection, "day_as_counted")
    assert kept(connection, "day_trained") == kept(connection, "day_as_trained")
    weeks: dict[str, list[float]] = {}
    for day, sessions, seconds, *_ in kept(connection, "day_as_counted"):
        monday = date.fromisoformat(day)
        monday -= timedelta(monday.weekday())
        week = weeks.setdefault(monday.isoformat(), [0, 0.0])
        week[0] += sessions
        week[1] += seconds
    assert kept(connection, "week_total") == [
        (week, sessions, pytest.approx(seconds))
        for week, (sessions, seconds) in sorted(weeks.items())
    ]
    assert kept(connection, "session_text") == sorted(
        (one.id, searched_text(one.routine.name, {s.exercise.name for s in one.sets}, one.note))
        for one in Store(connection).sessions(include_deleted=True)
    )


class AnythingHappens(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.connection = open_history(Path("history.db").absolute(), now=now()).connection
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript(
            "DELETE FROM session; DELETE FROM day_total; DELETE FROM day_trained;"
            "DELETE FROM week_total;"
        )
        self.store = Store(self.connection)

    @rule(one=counted_sessions(IDS))
    def take_in(self, one: Session) -> None:
        self.store.take_in(one)

    @rule(several=st.lists(counted_sessions(IDS), max_size=3, unique_by=lambda s: s.id))
    def overwrite_many(self, several: list[Session]) -> None:
        with transaction(self.connection):
            write_sessions(
                self.connection, ((self.store.session(one.id), one, now()) for one in several)
            )

    @rule(id_=IDS, n=st.integers(1, 3), attempt=st.integers(1, 3), reps=st.integers(0, 12))
    def save_set(self, id_: str, n: int, attempt: int, reps: int) -> None:
        self.store.change(SaveSet(id_, done_set(n, reps=reps, attempt=attempt)), now())

    @rule(id_=IDS, n=st.integers(1, 3), reps=st.none() | st.integers(0, 12))
    def correct(self, id_: str, n: int, reps: int | None) -> None:
        one = self.store.session(id_)
        if one is not None and (n, 1) in {(s.n, s.attempt) for s in one.sets}:
            self.store.change(Correct(id_, n, 1, Corrected(reps=reps)), now())

    @rule(id_=IDS, seconds=st.floats(0, 900))
    def pause(self, id_: str, seconds: float) -> None:
        self.store.change(SavePause(id_, Pause(1.0, seconds)), now())

    @rule(id_=IDS, status=st.sampled_from(Status), after_s=st.integers(0, 100_000))
    def finish(self, id_: str, status: Status, after_s: int) -> None:
        self.store.change(Finish(id_, status, at(after_s)), now())

    @rule(id_=IDS)
    def drop_plan(self, id_: str) -> None:
        self.store.change(ReplacePlan(id_, ()), now())

    @rule(id_=IDS, note=st.text(max_size=5))
    def describe(self, id_: str, note: str) -> None:
        self.store.change(Describe(id_, None, note, (), ()), now())

    @rule(id_=IDS)
    def delete(self, id_: str) -> None:
        self.store.change(Delete(id_, now()), now())

    @rule(id_=IDS)
    def undelete(self, id_: str) -> None:
        self.store.change(Undelete(id_), now())

    @invariant()
    def in_step(self) -> None:
        assert_in_step(self.connection)
        assert self.store.count() == len(self.store.sessions())

    def teardown(self) -> None:
        assert self.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        self.connection.close()


def test_totals_and_text_stay_in_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run_state_machine_as_test(
        AnythingHappens,
        settings=settings(max_examples=25, stateful_step_count=12),
    )
    with closing(open_history(tmp_path / "history.db", now=now()).connection) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_history(tmp_path / "history.db", now=now()).connection) as connection:
        yield connection


def test_a_session_that_moves_to_another_day_leaves_the_first(
    connection: sqlite3.Connection,
) -> None:
    store = Store(connection)
    one = session(sets=(done_set(1),), status=Status.COMPLETE, ended_at=at(60))
    store.take_in(one)
    moved = replace(one, started_at=at(86_400), ended_at=at(86_460), edited_at=now())
    store.take_in(moved)
    assert [row[0] for row in kept(connection, "day_total")] == ["2026-03-02"]
    assert_in_step(connection)


def test_a_day_before_any_calendar_of_sqlite_counts_for_no_day(
    connection: sqlite3.Connection,
) -> None:
    """Nobody trained in the last hours of the year 9999 east of Greenwich."""
    late = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    one = replace(session(sets=(done_set(1),), status=Status.COMPLETE, started_at=late))
    Store(connection).take_in(one)
    assert kept(connection, "day_total") == []
    assert_in_step(connection)


def test_reps_of_a_workout_in_progress_touch_no_total(connection: sqlite3.Connection) -> None:
    store = Store(connection)
    id_ = store.take_in(session()).id
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    store.change(SaveSet(id_, done_set(1)), now())
    connection.set_trace_callback(None)
    assert seen
    assert not [sql for sql in seen if "day_" in sql or "week_" in sql or "session_text" in sql]


def test_a_first_look_and_a_start_go_through_no_table_that_grows(
    connection: sqlite3.Connection,
) -> None:
    store, past = Store(connection), Statistics(connection)
    store.take_in(session(sets=(done_set(1), done_set(2, side=Side.RIGHT)), status=Status.COMPLETE))
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    past.overview(TODAY, 3)
    past.days(TODAY - timedelta(days=370), TODAY)
    past.weeks(TODAY - timedelta(weeks=11), TODAY)
    past.by_exercise(TODAY - timedelta(weeks=11), TODAY)
    past.by_muscle(TODAY - timedelta(weeks=11), TODAY)
    past.felt(TODAY - timedelta(weeks=11), TODAY)
    past.lines(Wanted(), 0, 50)
    past.exercises()
    past.routines()
    past.first_day()
    store.outlines()
    store.last_sides()
    store.running()
    store.count()
    connection.set_trace_callback(None)
    scans = {
        row["detail"]
        for sql in seen
        for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        if re.match(r"SCAN (session|set_record|past|one USING|later|day_trained)", row["detail"])
    }
    # The first stops at its LIMIT, the others hold few rows.
    assert {scan.split()[-1] for scan in scans} <= {
        "session_by_start",
        "session_uncounted",
        "session_running",
    }
    assert len(seen) > 20
