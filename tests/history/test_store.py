from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from history.samples import (
    BRIDGE,
    CLAM,
    START,
    any_session,
    at,
    done_set,
    now,
    planned_set,
    session,
    sessions_with_id,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.changes import (
    Correct,
    Delete,
    Describe,
    Finish,
    Rate,
    ReplacePlan,
    SavePause,
    SaveSet,
    Undelete,
)
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import Corrected, Pain, Pause, Place, Rating, Session, Sign, Status
from hiptimer.model.side import Side


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(open_history(tmp_path / "history.db", now=now()).connection)) as store:
        yield store


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    file = tmp_path_factory.mktemp("shared") / "history.db"
    with closing(Store(open_history(file, now=now()).connection)) as store:
        yield store


@given(any_session)
@settings(max_examples=60)
def test_any_session_comes_back_as_it_went_in(shared_store: Store, any_one: Session) -> None:
    fresh = replace(any_one, id=str(uuid4()))
    shared_store.take_in(fresh)
    assert shared_store.session(fresh.id) == fresh


@given(sessions_with_id(st.just("same")), sessions_with_id(st.just("same")))
@settings(max_examples=30)
def test_a_session_taken_in_twice_is_merged_and_stays_so(
    shared_store: Store, one: Session, other: Session
) -> None:
    shared_store.take_in(one)
    kept = shared_store.take_in(other)
    assert shared_store.session("same") == kept
    assert shared_store.take_in(kept) == kept


def test_sessions_come_newest_first_and_deleted_ones_when_asked(store: Store) -> None:
    for number, days in ((1, 0), (2, 5), (3, 2)):
        store.take_in(session(number, started_at=START + timedelta(days=days)))
    store.change(Delete(session(3).id, now()), now())
    assert [s.id[-1] for s in store.sessions()] == ["2", "1"]
    assert [s.id[-1] for s in store.sessions(include_deleted=True)] == ["2", "3", "1"]
    assert store.session("nobody") is None


def changed(store: Store, change: object) -> Session:
    after = store.change(change, now())
    assert after is not None
    assert store.session(after.id) == after
    return after


def test_a_set_is_saved_over_its_plan_and_a_second_attempt_beside_it(store: Store) -> None:
    id_ = store.take_in(session()).id
    changed(store, SaveSet(id_, done_set(2, reps=3)))
    changed(store, SaveSet(id_, done_set(2, reps=4)))
    after = changed(store, SaveSet(id_, done_set(2, reps=1, attempt=2)))
    assert [(s.n, s.attempt, s.reps) for s in after.sets] == [
        (1, 1, None),
        (2, 1, 4),
        (2, 2, 1),
        (3, 1, None),
        (4, 1, None),
    ]


def test_a_new_plan_drops_only_what_was_never_begun(store: Store) -> None:
    id_ = store.take_in(session()).id
    changed(store, SaveSet(id_, done_set(1)))
    after = changed(store, ReplacePlan(id_, (planned_set(2, BRIDGE), planned_set(9, BRIDGE))))
    assert [(s.n, s.exercise.id, s.reps) for s in after.sets] == [
        (1, "clam-basic", 10),
        (2, "bridge-basic", None),
        (9, "bridge-basic", None),
    ]


def test_what_is_said_afterwards_carries_its_time(store: Store) -> None:
    id_ = store.take_in(session()).id
    after = changed(store, SavePause(id_, Pause(10, 5)))
    after = changed(store, SavePause(id_, Pause(30.5, 2)))
    after = changed(store, Finish(id_, Status.COMPLETE, at(360)))
    assert after.edited_at is None
    assert after.pauses == (Pause(10, 5), Pause(30.5, 2))
    pain = (Pain(Place.KNEE, Side.LEFT, 2),)
    after = changed(store, Describe(id_, 3.0, "stiff", pain, (Sign.LIMPING,)))
    assert (after.effort, after.note, after.pain) == (3.0, "stiff", pain)
    assert (after.signs, after.edited_at) == ((Sign.LIMPING,), now())
    assert changed(store, Describe(id_, None, "", (), ())).pain == ()


def test_ratings_and_corrections_stand_beside_what_was_timed(store: Store) -> None:
    sets = (done_set(1), done_set(2, BRIDGE), done_set(3))
    id_ = store.take_in(session(sets=sets)).id
    after = changed(store, Rate(id_, CLAM.id, Rating.EASY))
    assert [s.rating for s in after.sets] == [Rating.EASY, None, Rating.EASY]
    after = changed(store, Correct(id_, 1, 1, Corrected(reps=8)))
    assert (after.sets[0].reps, after.sets[0].done_reps) == (10, 8)
    assert after.edited_at == after.sets[0].corrected_at
    assert (after.sets[0].rated_at, after.sets[1].rated_at) == (now(), None)
    assert changed(store, Correct(id_, 1, 1, None)).sets[0].done_reps == 10
    assert changed(store, Correct(id_, 1, 1, Corrected())).sets[0].corrected is None


def test_correcting_a_set_that_is_not_there_is_refused(store: Store) -> None:
    id_ = store.take_in(session()).id
    with pytest.raises(HistoryError, match="Set 77"):
        store.change(Correct(id_, 77, 1, Corrected(reps=1)), now())
    assert store.change(Correct("nobody", 1, 1, None), now()) is None


def test_a_deletion_is_a_mark_that_can_be_taken_back(store: Store) -> None:
    id_ = store.take_in(session()).id
    assert changed(store, Delete(id_, at(99))).deleted_at == at(99)
    assert changed(store, Undelete(id_)).deleted_at is None


def both_sides(first: Side, begun_s: float = 0.0) -> tuple:
    return (
        done_set(1, CLAM, first.other, started_s=begun_s + 500),
        done_set(2, CLAM, first, started_s=begun_s + 400),
    )


def test_last_sides_are_those_that_went_second(store: Store) -> None:
    assert store.last_sides() == {}
    store.take_in(session(1, sets=both_sides(Side.LEFT)))
    assert store.last_sides() == {"clam-basic": Side.RIGHT}
    store.take_in(session(2, sets=both_sides(Side.RIGHT, 9999), started_at=at(9999)))
    assert store.last_sides() == {"clam-basic": Side.LEFT}


@pytest.mark.parametrize(
    "other",
    [
        session(2, sets=both_sides(Side.RIGHT, -9999), started_at=at(-9999)),
        session(2, sets=both_sides(Side.RIGHT, 9999), started_at=at(9999), speed=60),
        replace(session(2, sets=both_sides(Side.RIGHT, 9999)), deleted_at=now()),
        session(2, sets=both_sides(Side.RIGHT, 9999)[:1], started_at=at(9999)),
        session(2, sets=(planned_set(1), planned_set(2, side=Side.RIGHT)), started_at=at(9999)),
        session(2, sets=(done_set(1, BRIDGE, Side.BOTH),), started_at=at(9999)),
    ],
    ids=["older", "at speed", "deleted", "one side only", "never begun", "no sides"],
)
def test_last_sides_leave_out(store: Store, other: Session) -> None:
    store.take_in(session(1, sets=both_sides(Side.LEFT)))
    store.take_in(other)
    assert store.last_sides() == {"clam-basic": Side.RIGHT}


def test_outlines_are_the_sessions_in_short(store: Store) -> None:
    for number in range(1, 5):
        store.take_in(session(number, started_at=at(number * 60.0), speed=float(number)))
    store.change(Delete(session(2).id, at(600.0)), at(600.0))
    told = [
        (s.id, s.status, s.speed, s.routine, s.started_at, s.utc_offset_s) for s in store.sessions()
    ]
    assert len(told) == 3
    assert [
        (o.id, o.status, o.speed, o.routine, o.started_at, o.utc_offset_s) for o in store.outlines()
    ] == told


def test_running_are_all_that_have_not_ended(store: Store) -> None:
    for number in range(1, 4):
        store.take_in(session(number))
    store.change(Finish(session(1).id, Status.COMPLETE, at(600.0)), at(600.0))
    store.change(Delete(session(2).id, at(600.0)), at(600.0))
    assert set(store.running()) == {session(2).id, session(3).id}
