import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from history.samples import at, done_set, now, session
from msgspec.structs import replace

from hiptimer.history.changes import Finish, SaveSet
from hiptimer.history.errors import HistoryError
from hiptimer.history.interchange import session_to_json
from hiptimer.history.opening import open_history
from hiptimer.history.recovery import as_seen, close_interrupted
from hiptimer.history.running import running_folder, take_running_lock
from hiptimer.history.store import Store
from hiptimer.history.waiting import locks_of_waiting, take_in, waiting_file
from hiptimer.model.session import Session, Status


@pytest.fixture
def running(tmp_path: Path) -> Path:
    return running_folder(tmp_path / "history.db")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(open_history(tmp_path / "history.db", now=now()).connection)) as store:
        yield store


def begun(store: Store) -> Session:
    store.take_in(session())
    after = store.change(SaveSet(session().id, done_set(1, reps=4)), at(77))
    assert after is not None
    return after


def test_a_session_nobody_runs_ends_with_the_last_thing_it_committed(
    store: Store, running: Path
) -> None:
    before = begun(store)
    closed = close_interrupted(store, running)
    assert closed == [replace(before, status=Status.INTERRUPTED, ended_at=at(77))]
    assert store.sessions() == closed
    assert close_interrupted(store, running) == []
    assert list(running.glob(f"{before.id}*")) == []


def test_a_live_session_is_left_alone(store: Store, running: Path) -> None:
    before = begun(store)
    lock = take_running_lock(running, before.id, "another host")
    assert lock is not None
    assert close_interrupted(store, running) == []
    assert as_seen(store.sessions(), running) == [before]
    lock.release(remove=False)
    # The file it left behind says nothing: only the lock counts.
    assert [s.status for s in close_interrupted(store, running)] == [Status.INTERRUPTED]


def test_a_finished_session_stays_as_it_is(store: Store, running: Path) -> None:
    store.take_in(session())
    whole = store.change(Finish(session().id, Status.COMPLETE, at(300)), at(300))
    assert close_interrupted(store, running) == []
    assert store.sessions() == [whole]


def test_who_only_reads_sees_it_interrupted_and_writes_nothing(store: Store, running: Path) -> None:
    before = begun(store)
    files = sorted(running.iterdir())
    assert [s.status for s in as_seen(store.sessions(), running)] == [Status.INTERRUPTED]
    assert store.sessions() == [before]
    assert sorted(running.iterdir()) == files


def test_taking_in_waits_for_a_live_session(store: Store, tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    file = waiting_file(spare, session().id)
    file.write_bytes(session_to_json(session(sets=(done_set(1),))))
    lock = take_running_lock(locks_of_waiting(spare), session().id, "here")
    assert lock is not None
    assert take_in([spare], store).sessions == ()
    assert file.exists()
    lock.release(remove=True)
    [taken] = take_in([spare], store).sessions
    assert taken.status is Status.INTERRUPTED
    assert taken.ended_at is not None
    assert store.sessions() == [taken]
    assert not file.exists()


def test_taking_in_leaves_what_it_cannot_read_and_what_is_not_its_own(
    store: Store, tmp_path: Path
) -> None:
    bad = tmp_path / "hiptimer-session-bad.json"
    bad.write_text("{")
    other = tmp_path / "letter.json"
    other.write_text("{}")
    good = waiting_file(tmp_path, session(2).id)
    good.write_bytes(session_to_json(session(2, status=Status.COMPLETE, ended_at=at(9))))
    taken = take_in([tmp_path, tmp_path / "missing"], store)
    assert [s.id for s in taken.sessions] == [session(2).id]
    [problem] = taken.problems
    assert problem.startswith(str(bad))
    assert bad.exists()
    assert other.exists()


def test_a_history_that_cannot_be_written_keeps_the_files(tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    file = waiting_file(spare, session().id)
    file.write_bytes(session_to_json(session(status=Status.COMPLETE, ended_at=at(9))))
    opened = open_history(tmp_path / "history.db", now=now(), busy_s=0.05)
    other = open_history(tmp_path / "history.db", now=now())
    with closing(opened.connection), closing(other.connection):
        other.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="busy"):
            take_in([spare], Store(opened.connection))
    assert file.exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="giving a file away needs root"
)
def test_a_file_of_another_account_is_not_taken_in(store: Store, tmp_path: Path) -> None:
    file = waiting_file(tmp_path, session().id)
    file.write_bytes(session_to_json(session(status=Status.COMPLETE, ended_at=at(9))))
    os.chown(file, 65534, 65534)
    assert take_in([tmp_path], store).sessions == ()
    assert file.exists()


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or shutil.which("chattr") is None,
    reason="a file that nobody may remove needs root on Linux",
)
def test_a_file_that_cannot_be_removed_is_told_of_and_taken_in_all_the_same(
    store: Store, tmp_path: Path
) -> None:
    file = waiting_file(tmp_path, session().id)
    file.write_bytes(session_to_json(session(status=Status.COMPLETE, ended_at=at(9))))
    if subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode:
        pytest.skip("this file system knows no files that nobody may remove")
    try:
        for _start in range(2):
            taken = take_in([tmp_path], store)
            assert len(taken.sessions) == 1
            assert "cannot be removed" in taken.problems[0]
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)
    assert len(store.sessions()) == 1


@pytest.mark.parametrize("content", [b"\x1b[2J", b"[" * 100_000, b"{}"])
def test_nonsense_that_waits_is_told_and_stays(
    store: Store, tmp_path: Path, content: bytes
) -> None:
    file = waiting_file(tmp_path, "nonsense")
    file.write_bytes(content)
    os.mkfifo(waiting_file(tmp_path, "pipe"))
    taken = take_in([tmp_path], store)
    assert not taken.sessions
    assert len(taken.problems) == 2
    assert all(problem.isprintable() for problem in taken.problems)
    assert file.read_bytes() == content
