"""Every figure against a plain recomputation from the sessions themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from history.samples import CLAM, any_history, at, done_set, now, session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_history
from hiptimer.history.statistics import Statistics, range_days
from hiptimer.history.store import Store
from hiptimer.model.past import Amount, DayTotal, Range, Trained, WeekTotal
from hiptimer.model.session import Corrected, Pause, Session, SetRecord, Status
from hiptimer.model.side import Side

TODAY = date(2026, 3, 25)


class Filled:
    """One history for all examples, emptied before each: making a file takes long."""

    def __init__(self, file: Path) -> None:
        self._connection = open_history(file, now=now()).connection
        # None of them has to survive a power cut.
        self._connection.execute("PRAGMA synchronous = OFF")

    def with_(self, past: Iterable[Session]) -> tuple[Store, Statistics]:
        self._connection.execute("DELETE FROM session")
        self._connection.executescript(
            "DELETE FROM day_total; DELETE FROM day_trained; DELETE FROM week_total"
        )
        store = Store(self._connection)
        for one in past:
            store.take_in(one)
        return store, Statistics(self._connection)

    def close(self) -> None:
        self._connection.close()


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with closing(Filled(tmp_path_factory.mktemp("filled") / "history.db")) as filled:
        yield filled


def counting(store: Store) -> list[Session]:
    """Oldest first."""
    return [s for s in reversed(store.sessions()) if s.speed == 1 and s.status != "running"]


def local(one: Session) -> datetime:
    return one.started_at.astimezone(timezone(timedelta(seconds=one.utc_offset_s)))


def monday(day: date) -> date:
    while day.weekday() != 0:
        day -= timedelta(days=1)
    return day


def seconds(one: Session) -> float:
    if one.ended_at is None:
        return 0.0
    whole = (one.ended_at - one.started_at).total_seconds()
    return max(0.0, whole - sum(pause.for_s for pause in one.pauses))


def counting_sets(one: Session) -> list[SetRecord]:
    last = {}
    for record in sorted(one.sets, key=lambda r: (r.n, r.attempt)):
        key = (record.step, record.round, record.set, record.side, record.exercise.id)
        last[key] = record
    return list(last.values())


def done(record: SetRecord) -> tuple[int, float]:
    corrected = record.corrected or Corrected()
    reps = record.reps if corrected.reps is None else corrected.reps
    hold_s = record.hold_s if corrected.hold_s is None else corrected.hold_s
    return reps or 0, hold_s or 0.0


def summed(records: Iterable[SetRecord]) -> Amount:
    amounts = [done(record) for record in records]
    return Amount(sum(reps for reps, _ in amounts), sum(hold_s for _, hold_s in amounts))


def about(amount: Amount) -> tuple[int, object]:
    return amount.reps, pytest.approx(amount.hold_s, abs=1e-6)


def plain(amount: Amount) -> tuple[int, float]:
    return amount.reps, amount.hold_s


ranges = st.tuples(
    st.dates(date(2026, 2, 20), date(2026, 4, 10)), st.integers(0, 40).map(timedelta)
).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(any_history, ranges)
@settings(max_examples=60)
def test_days_and_weeks(history: Filled, past: list[Session], range_: tuple[date, date]) -> None:
    first, last = range_
    store, statistics = history.with_(past)
    by_day = defaultdict(list)
    for one in counting(store):
        by_day[local(one).date()].append(one)
    expected = [
        DayTotal(
            day,
            len(of_day),
            pytest.approx(sum(map(seconds, of_day)), abs=1e-4),
            sum(summed(counting_sets(s)).reps for s in of_day),
            pytest.approx(sum(summed(counting_sets(s)).hold_s for s in of_day), abs=1e-6),
        )
        for day, of_day in sorted(by_day.items())
    ]
    assert statistics.days(date.min, date.max) == expected
    assert statistics.days(first, last) == [d for d in expected if first <= d.day <= last]
    assert statistics.first_day() == (min(by_day) if by_day else None)
    weeks = statistics.weeks(monday(first), monday(last))
    assert weeks == [
        WeekTotal(
            week,
            sum(d.sessions for d in expected if monday(d.day) == week),
            pytest.approx(sum(d.seconds.expected for d in expected if monday(d.day) == week)),
        )
        for week in (monday(first) + timedelta(7 * i) for i in range(len(weeks)))
    ]
    assert weeks[-1].monday == monday(last)


@given(any_history, st.integers(1, 3))
@settings(max_examples=40)
def test_overview(history: Filled, past: list[Session], goal: int) -> None:
    store, statistics = history.with_(past)
    overview = statistics.overview(TODAY, goal)
    counted = counting(store)
    assert overview.sessions == len(counted)
    assert overview.seconds == pytest.approx(sum(map(seconds, counted)), abs=1e-4)
    this_week = [s for s in counted if monday(local(s).date()) == monday(TODAY)]
    assert overview.streak.this_week == len(this_week)
    assert overview.streak.goal == goal


def expected_trained(
    sessions: Iterable[Session], keys_of: object
) -> dict[str, dict[Side, tuple[int, object]]]:
    parts: dict[str, dict[Side, list[SetRecord]]] = defaultdict(lambda: defaultdict(list))
    for one in sessions:
        for record in counting_sets(one):
            for key in keys_of(record):
                parts[key][record.side].append(record)
    return {
        key: {side: about(summed(sides.get(side, ()))) for side in Side}
        for key, sides in parts.items()
        if any(summed(records) != Amount() for records in sides.values())
    }


def as_sides(trained: list[Trained]) -> dict[str, dict[Side, tuple[int, float]]]:
    return {
        one.id: {
            Side.LEFT: plain(one.left),
            Side.RIGHT: plain(one.right),
            Side.BOTH: plain(one.both),
        }
        for one in trained
    }


@given(any_history, ranges)
@settings(max_examples=60)
def test_what_was_trained(history: Filled, past: list[Session], range_: tuple[date, date]) -> None:
    store, statistics = history.with_(past)
    inside = [s for s in counting(store) if range_[0] <= local(s).date() <= range_[1]]
    exercises = statistics.by_exercise(*range_)
    assert as_sides(exercises) == expected_trained(inside, lambda r: {r.exercise.id})
    latest = dict(statistics.exercises())
    assert [(one.id, one.name) for one in exercises] == [
        (id_, latest[id_]) for id_ in latest if id_ in {one.id for one in exercises}
    ]
    muscles = statistics.by_muscle(*range_)
    assert as_sides(muscles) == expected_trained(inside, lambda r: set(r.exercise.muscles))
    assert [m.name for m in muscles] == sorted(m.id for m in muscles)


@given(any_history, ranges)
@settings(max_examples=40)
def test_how_it_felt(history: Filled, past: list[Session], range_: tuple[date, date]) -> None:
    store, statistics = history.with_(past)
    felt = statistics.felt(*range_)
    assert {f.session_id: (f.started_at, f.effort, f.pain) for f in felt} == {
        s.id: (local(s), s.effort, max((p.score for p in s.pain), default=0))
        for s in counting(store)
        if range_[0] <= local(s).date() <= range_[1]
    }
    assert [f.started_at for f in felt] == sorted(f.started_at for f in felt)


@given(any_history)
@settings(max_examples=60)
def test_the_story_of_an_exercise_is_that_of_its_family(
    history: Filled, past: list[Session]
) -> None:
    store, statistics = history.with_(past)
    counted = counting(store)
    ever = {
        r.exercise.id: r.exercise.family
        for s in counted
        for r in counting_sets(s)
        if done(r) != (0, 0.0)
    }
    assert {id_ for id_, _ in statistics.exercises()} == set(ever)
    for id_, family in ever.items():
        points = statistics.story(id_)
        expected = {}
        for one in counted:
            others = sorted(k for k, f in ever.items() if f == family and k != id_)
            for exercise in (id_, *others):
                if (one.id, id_) in expected:
                    break
                of_it = [r for r in counting_sets(one) if r.exercise.id == exercise]
                if any(done(r) != (0, 0.0) for r in of_it):
                    expected[one.id, exercise] = (
                        local(one).date(),
                        of_it[0].exercise.level,
                        sum(done(r) != (0, 0.0) for r in of_it),
                        sum(r.planned.reps or 0 for r in of_it),
                        *(about(summed(r for r in of_it if r.side == s)) for s in Side),
                        one.effort,
                    )
        assert {
            (p.session_id, p.exercise_id): (
                p.day,
                p.level,
                p.sets,
                p.planned.reps,
                plain(p.left),
                plain(p.right),
                plain(p.both),
                p.effort,
            )
            for p in points
        } == expected
        begun = {one.id: one.started_at for one in counted}
        times = [begun[p.session_id] for p in points]
        assert times == sorted(times)
    assert statistics.story("nobody did this") == []


def test_two_of_a_family_in_one_session_are_two_stories(history: Filled) -> None:
    held = replace(CLAM, id="clam-hold", name="Clamshell hold", level=2)
    both = session(1, sets=(done_set(1), done_set(2, held)), status=Status.COMPLETE)
    later = session(2, sets=(done_set(1, held),), status=Status.COMPLETE, started_at=at(86_400))
    _, statistics = history.with_([both, later])
    told = [(p.session_id, p.exercise_id) for p in statistics.story(CLAM.id)]
    assert told == [(both.id, CLAM.id), (later.id, held.id)]
    assert [p.exercise_id for p in statistics.story(held.id)] == [held.id, held.id]


def test_an_empty_history_has_empty_figures(history: Filled) -> None:
    _, statistics = history.with_(())
    overview = statistics.overview(TODAY, 3)
    assert (overview.sessions, overview.seconds, overview.streak.weeks) == (0, 0.0, 0)
    assert statistics.days(date.min, date.max) == []
    assert statistics.first_day() is None
    assert statistics.exercises() == statistics.routines() == []


def test_a_session_in_words_of_figures(history: Filled) -> None:
    """Start to end 300 s, 60 of them paused; the second attempt counts, and is corrected."""
    tried = replace(done_set(1, reps=3), corrected=Corrected(reps=99))
    again = replace(done_set(1, attempt=2, reps=6), corrected=Corrected(reps=7))
    one = replace(
        session(sets=(tried, again), status=Status.COMPLETE, ended_at=at(300)),
        pauses=(Pause(10, 40), Pause(100, 20)),
    )
    _, statistics = history.with_([one])
    assert statistics.days(TODAY.replace(day=1), TODAY) == [
        DayTotal(date(2026, 3, 1), 1, 240.0, 7, 0.0)
    ]
    [trained] = statistics.by_exercise(date.min, date.max)
    assert (trained.id, trained.left, trained.total) == (CLAM.id, Amount(7), Amount(7))


@pytest.mark.parametrize(
    ("offset_h", "day"), [(0, 28), (1, 29), (-5, 28)], ids=["UTC", "an hour on", "New York"]
)
def test_the_day_is_that_of_the_persons_clock(history: Filled, offset_h: int, day: int) -> None:
    # The last microsecond of the day, on the night the clocks change.
    midnight = datetime(2026, 3, 28, 23, 59, 59, 999_999, tzinfo=UTC)
    one = replace(
        session(sets=(done_set(1),), status=Status.COMPLETE, started_at=midnight),
        utc_offset_s=3600 * offset_h,
    )
    _, statistics = history.with_([one])
    [total] = statistics.days(date.min, date.max)
    assert total.day == date(2026, 3, day)


def test_ranges_end_today() -> None:
    first = date(2025, 12, 31)
    assert range_days(Range.MONTH, TODAY, first) == (date(2026, 2, 24), TODAY)
    # Twelve Mondays, this week's the last.
    assert range_days(Range.TWELVE_WEEKS, TODAY, first) == (date(2026, 1, 5), TODAY)
    assert range_days(Range.YEAR, TODAY, first) == (date(2025, 3, 26), TODAY)
    assert range_days(Range.ALL, TODAY, first) == (first, TODAY)
    assert range_days(Range.ALL, TODAY, None) == (TODAY, TODAY)
    assert range_days(Range.ALL, TODAY, date(2030, 1, 1)) == (TODAY, TODAY)


def test_a_row_that_says_nonsense_is_told_as_damage(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    with closing(open_history(file, now=now()).connection) as connection:
        done = session(sets=(done_set(1),), status=Status.COMPLETE, ended_at=now())
        Store(connection).take_in(done)
        connection.execute("UPDATE set_record SET side = 'lxft'")
        connection.execute("UPDATE day_trained SET side = 'lxft', muscles = '[7]'")
        statistics = Statistics(connection)
        day = done.started_at.date()
        for question in (
            lambda: statistics.by_exercise(day, day),
            lambda: statistics.by_muscle(day, day),
        ):
            with pytest.raises(HistoryError, match="is damaged"):
                question()
