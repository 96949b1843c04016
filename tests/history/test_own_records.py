"""What was done of each exercise: the amounts, the best set, and whether it was done whole."""

from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from history.samples import BRIDGE, CLAM, START, done_set, now, session
from msgspec.structs import replace

from hiptimer.history.opening import open_history
from hiptimer.history.statistics import Statistics
from hiptimer.history.store import Store
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.past import Amount
from hiptimer.model.session import Corrected, Planned, RoutineRef, Session, SetRecord, Status
from hiptimer.model.side import Side

DAY = START.date()
TRY = "one-set-to-try"


def one(number: int, *sets: SetRecord, days_ago: int = 0, **more: object) -> Session:
    at = START - timedelta(days=days_ago)
    whole = session(number, sets=sets, status=Status.COMPLETE, started_at=at, ended_at=at)
    changed: Session = replace(whole, **more)
    return changed


def records(folder: Path, *past: Session, since: date = DAY) -> dict[str, OwnRecord]:
    connection = open_history(folder / "history.db", now=now()).connection
    store = Store(connection)
    for kept in past:
        store.take_in(kept)
    with closing(Statistics(connection)) as statistics:
        found: Iterable[OwnRecord] = statistics.own_records(since, TRY)
    return {record.exercise_id: record for record in found}


def test_amounts_are_told_apart_by_side_with_the_best_set(tmp_path: Path) -> None:
    corrected = replace(done_set(2, side=Side.RIGHT), corrected=Corrected(reps=12))
    hold = replace(
        done_set(3, BRIDGE, Side.BOTH), reps=None, hold_s=29.8, planned=Planned(hold_s=30.0)
    )
    found = records(
        tmp_path,
        one(1, done_set(1), corrected, hold),
        one(2, done_set(1, reps=6), days_ago=3),
    )
    clam, bridge = found[CLAM.id], found[BRIDGE.id]
    assert (clam.sessions, clam.last, clam.best) == (2, DAY, Amount(12))
    assert (clam.left, clam.right, clam.both) == (Amount(16), Amount(12), Amount())
    assert (bridge.sessions, bridge.both, bridge.best) == (1, Amount(0, 29.8), Amount(0, 29.8))
    assert bridge.is_whole_lately


def test_an_exercise_of_which_nothing_was_done_has_no_record(tmp_path: Path) -> None:
    assert records(tmp_path, one(1, done_set(1, reps=0))) == {}


def test_a_trial_at_another_speed_or_a_deleted_session_does_not_count(tmp_path: Path) -> None:
    fast = one(1, done_set(1), speed=60.0)
    gone = one(2, done_set(1), deleted_at=START)
    assert records(tmp_path, fast, gone) == {}


def test_whole_is_every_set_on_every_side_of_one_session(tmp_path: Path) -> None:
    half = one(1, done_set(1), done_set(2, side=Side.RIGHT, reps=9))
    assert not records(tmp_path, half)[CLAM.id].is_whole_lately
    whole = one(2, done_set(1), done_set(2, side=Side.RIGHT))
    assert records(tmp_path, whole)[CLAM.id].is_whole_lately


def test_whole_counts_only_lately_and_not_when_it_was_but_tried(tmp_path: Path) -> None:
    tried = one(1, done_set(1), routine=RoutineRef(TRY, "One set to try"))
    long_ago = one(2, done_set(1), days_ago=30)
    found = records(tmp_path, tried, long_ago)
    assert (found[CLAM.id].sessions, found[CLAM.id].is_whole_lately) == (2, False)
    assert records(tmp_path, since=DAY - timedelta(days=30))[CLAM.id].is_whole_lately
