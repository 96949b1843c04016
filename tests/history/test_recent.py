"""The last sessions that say something of some exercises."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from history.samples import BRIDGE, CLAM, any_history, at, done_set, now, planned_set, session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.past import counts
from hiptimer.model.performed import lately
from hiptimer.model.session import ExerciseRef, RoutineRef, Session, Status
from hiptimer.model.side import Side


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(open_history(tmp_path / "history.db", now=now()).connection)
    yield store
    store.close()


def trained(number: int, *exercises: ExerciseRef) -> Session:
    """A session `number` days after the first, with both sides of each exercise."""
    start = at(0) + timedelta(days=number)
    sides = [(e, side) for e in exercises for side in (Side.LEFT, Side.RIGHT)]
    sets = tuple(
        replace(done_set(n, exercise, side), started_at=start + timedelta(minutes=n))
        for n, (exercise, side) in enumerate(sides, 1)
    )
    return session(number, sets=sets, status=Status.COMPLETE, started_at=start)


def numbers(found: list[Session]) -> list[int]:
    return [(one.started_at - at(0)).days for one in found]


def test_the_newest_of_all_and_the_newest_with_each_exercise(store: Store) -> None:
    for number in range(1, 20):
        store.take_in(trained(number, BRIDGE if number in (3, 5, 6) else CLAM))
    assert numbers(store.recent((), 2, "")) == [19, 18]
    assert numbers(store.recent(("bridge-basic",), 2, "")) == [19, 18, 6, 5]
    assert numbers(store.recent(("bridge-basic", "clam-basic"), 1, "")) == [19, 6]
    assert numbers(store.recent(("never-done",), 1, "")) == [19]


def test_what_does_not_count_and_what_was_never_begun_is_passed_over(store: Store) -> None:
    store.take_in(trained(1, CLAM))
    store.take_in(replace(trained(2, CLAM), speed=60.0))
    store.take_in(replace(trained(3, CLAM), deleted_at=now()))
    store.take_in(replace(trained(4, CLAM), status=Status.RUNNING))
    store.take_in(replace(trained(5, BRIDGE), sets=(planned_set(1, CLAM),)))
    store.take_in(replace(trained(6, CLAM), routine=RoutineRef("self-check", "Self-check")))
    assert numbers(store.recent(("clam-basic",), 1, "self-check")) == [6, 1]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_history, st.integers(1, 4))
def test_nothing_that_is_asked_for_is_missing(
    tmp_path_factory: pytest.TempPathFactory, history: list[Session], newest: int
) -> None:
    folder = tmp_path_factory.mktemp("history")
    store = Store(open_history(folder / "history.db", now=now()).connection)
    for one in history:
        store.take_in(one)
    kept = [s for s in store.sessions() if counts(s)]
    ids = sorted({record.exercise.id for s in kept for record in s.sets})
    found = {s.id for s in store.recent(ids, newest, "")}
    store.close()
    assert {s.id for s in kept[:newest]} <= found
    assert found <= {s.id for s in kept}
    for id_, performed in lately(kept).performed.items():
        assert min(newest, len(performed)) <= sum(one.session_id in found for one in performed), id_
