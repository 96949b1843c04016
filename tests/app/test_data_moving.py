"""Keeping the data in another folder: nothing is lost, and the old folder stays as it is."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from folders import usual_paths
from history.samples import any_history, at, now, session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.app.data_moving import How, Move, MovingError, carry_out, look_at
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.running import running_folder, take_running_lock
from hiptimer.history.store import Store
from hiptimer.model.session import Session, Status
from hiptimer.paths import Paths

OWN = {
    "exercises/my-clam.toml": b"name = 'My clam'\n",
    "poses/my-clam.toml": b"# poses\n",
    "routines/mine.toml": b"# mine\n",
    "routines/mine.toml.unused-20260301-063000": b"# an older one\n",
}


def past(number: int, **what: object) -> Session:
    return replace(session(number, status=Status.COMPLETE, ended_at=at(600)), **what)


def fill(folder: Path, sessions: list[Session], own: dict[str, bytes] | None = None) -> None:
    folder.mkdir(parents=True)
    with closing(open_history(folder / "history.db", now=now()).connection) as connection:
        store = Store(connection)
        for one in sessions:
            store.take_in(one)
    for name, content in (own or {}).items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)


def history_of(folder: Path) -> dict[str, Session]:
    connection = open_for_reading(folder / "history.db")
    assert connection is not None
    with closing(connection):
        return {one.id: one for one in Store(connection).sessions(include_deleted=True)}


def contents(folder: Path) -> dict[str, bytes]:
    """All files that mean something: locks and SQLite's shared memory do not."""
    passing = ("running/", "history.db-shm", "history.db-wal")
    files = {str(f.relative_to(folder)): f for f in folder.rglob("*") if f.is_file()}
    return {name: file.read_bytes() for name, file in files.items() if not name.startswith(passing)}


class Chosen:
    """Where the settings say that the data are."""

    def __init__(self) -> None:
        self.folder: str | None = None

    def __call__(self, folder: str) -> None:
        self.folder = folder


def move(paths: Paths, wished: Path, how: How | None = None) -> Paths:
    """As the window does it."""
    found = look_at(paths, wished)
    usual = How.COPY if found.sessions is None else How.JOIN
    chosen = Chosen()
    carry_out(paths, Move(found.folder, how or usual), now=now, choose=chosen)
    assert chosen.folder is not None
    return paths.with_data(chosen.folder)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = usual_paths(tmp_path)
    fill(paths.data, [past(1), past(3)], OWN)
    return paths


# --- copying ---


def test_all_is_copied_and_the_old_folder_stays_as_it_is(paths: Paths, tmp_path: Path) -> None:
    before = contents(paths.data)
    there = move(paths, tmp_path / "new")
    assert there.data == tmp_path / "new"
    assert history_of(there.data) == history_of(paths.data)
    assert contents(paths.data) == before
    assert {name: contents(there.data)[name] for name in OWN} == OWN


@settings(max_examples=20)
@given(sessions=any_history)
def test_no_session_is_lost_by_moving(
    tmp_path_factory: pytest.TempPathFactory, sessions: list[Session]
) -> None:
    folder = tmp_path_factory.mktemp("move")
    paths = usual_paths(folder)
    fill(paths.data, sessions, OWN)
    before = contents(paths.data)
    there = move(paths, folder / "new")
    assert history_of(there.data) == history_of(paths.data)
    assert contents(paths.data) == before


@settings(max_examples=20)
@given(here=any_history, there=any_history, shared=st.booleans())
def test_no_session_is_lost_by_joining(
    tmp_path_factory: pytest.TempPathFactory,
    here: list[Session],
    there: list[Session],
    shared: bool,
) -> None:
    folder = tmp_path_factory.mktemp("join")
    paths = usual_paths(folder)
    fill(paths.data, here, OWN)
    fill(folder / "new", [*there, *(here if shared else ())], {"routines/mine.toml": b"# other\n"})
    before, known = contents(paths.data), history_of(folder / "new")
    moved = move(paths, folder / "new")
    assert history_of(moved.data).keys() == known.keys() | history_of(paths.data).keys()
    assert contents(paths.data) == before
    aside = list((moved.data / "routines").glob("mine.toml.before-move-*"))
    assert [file.read_bytes() for file in aside] == [b"# other\n"]


def test_what_is_only_in_the_log_of_the_database_comes_along(paths: Paths, tmp_path: Path) -> None:
    """A process that is killed leaves its last sessions there."""
    other = sqlite3.connect(paths.history_file, isolation_level=None)
    other.execute("PRAGMA wal_autocheckpoint = 0")
    other.execute("UPDATE session SET note = 'only in the log'")
    assert (paths.data / "history.db-wal").stat().st_size > 0
    there = move(paths, tmp_path / "new")
    other.close()
    assert {one.note for one in history_of(there.data).values()} == {"only in the log"}


def test_the_usual_folder_brings_everything_back(paths: Paths, tmp_path: Path) -> None:
    there = move(paths, tmp_path / "new")
    with closing(open_history(there.history_file, now=now()).connection) as connection:
        Store(connection).take_in(past(10, note="new"))
    (there.data / "routines" / "mine.toml").write_bytes(b"# changed there\n")
    back = move(there, paths.data)
    assert back == paths
    assert history_of(back.data) == history_of(there.data)
    assert (back.data / "routines" / "mine.toml").read_bytes() == b"# changed there\n"


def test_without_a_history_yet_there_is_one_afterwards(tmp_path: Path) -> None:
    paths = usual_paths(tmp_path)
    there = move(paths, tmp_path / "new")
    assert not there.is_gone
    assert history_of(there.data) == {}


def test_a_history_that_is_there_can_be_used_as_it_is(paths: Paths, tmp_path: Path) -> None:
    fill(tmp_path / "new", [])
    before = contents(tmp_path / "new")
    there = move(paths, tmp_path / "new", How.USE)
    assert contents(there.data) == before


def test_joining_keeps_a_copy_of_what_was_there(paths: Paths, tmp_path: Path) -> None:
    fill(tmp_path / "new", [])
    move(paths, tmp_path / "new")
    assert list((tmp_path / "new").glob("history-backup-*.db"))


# --- where it goes ---


def test_in_a_folder_with_other_files_it_gets_one_of_its_own(paths: Paths, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "letter.txt").write_text("dear")
    assert look_at(paths, documents).folder == documents / "hiptimer"
    there = move(paths, documents)
    assert sorted(file.name for file in documents.iterdir()) == ["hiptimer", "letter.txt"]
    assert look_at(paths, documents).sessions == 2
    assert there.data == documents / "hiptimer"


def test_a_history_that_is_there_is_counted(paths: Paths, tmp_path: Path) -> None:
    deleted = past(4, deleted_at=at(900))
    fill(tmp_path / "new", [past(1), deleted])
    assert look_at(paths, tmp_path / "new").sessions == 1


def test_what_a_broken_off_move_left_is_taken_up(paths: Paths, tmp_path: Path) -> None:
    left = tmp_path / "new" / "routines" / "mine.toml"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    (tmp_path / "new" / "history.db.unfinished").write_bytes(b"half")
    there = move(paths, tmp_path / "new")
    assert there.data == tmp_path / "new"
    assert left.read_bytes() == OWN["routines/mine.toml"]
    assert not list(there.data.glob("*.unfinished"))


# --- refusing ---


def refused(paths: Paths, wished: Path, sync_folder: str = "") -> str:
    with pytest.raises(MovingError) as refusal:
        look_at(paths, wished, sync_folder)
    return str(refusal.value)


def test_places_that_are_no_good_are_refused(paths: Paths, tmp_path: Path) -> None:
    assert "already" in refused(paths, paths.data)
    assert "inside" in refused(paths, paths.data / "deeper")
    sync = tmp_path / "sync"
    sync.mkdir()
    assert "sync folder" in refused(paths, sync / "data", str(sync))
    (tmp_path / "file").write_text("")
    assert "file" in refused(paths, tmp_path / "file")
    full = tmp_path / "full"
    (full / "hiptimer").mkdir(parents=True)
    (full / "hiptimer" / "letter.txt").write_text("dear")
    assert "Choose an empty folder" in refused(paths, full)


def test_a_link_to_the_same_folder_is_the_same(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(paths.data)
    assert "already" in refused(paths, tmp_path / "link")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_cannot_be_written_is_refused(paths: Paths, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "Nothing can be written" in refused(paths, closed)


def test_a_place_the_system_never_lets_write_in_is_refused(paths: Paths) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("there is no such place here")
    assert "Nothing can be written" in refused(paths, Path("/proc/hiptimer-data"))


def test_a_newer_or_foreign_history_is_refused(paths: Paths, tmp_path: Path) -> None:
    fill(tmp_path / "newer", [])
    with closing(sqlite3.connect(tmp_path / "newer" / "history.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert "newer hiptimer" in refused(paths, tmp_path / "newer")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "history.db").write_bytes(b"not a database, but long enough" * 9)
    assert "damaged" in refused(paths, tmp_path / "foreign")


def test_while_a_workout_runs_nothing_is_moved(paths: Paths, tmp_path: Path) -> None:
    with closing(open_history(paths.history_file, now=now()).connection) as connection:
        connection.execute("UPDATE session SET status = 'running'")
        known = Store(connection).running()
    lock = take_running_lock(running_folder(paths.history_file), known[0], "here")
    assert lock is not None
    assert "workout is running" in refused(paths, tmp_path / "new")
    for how in How:
        with pytest.raises(MovingError, match="workout is running"):
            carry_out(paths, Move(tmp_path / "new", how), now=now, choose=Chosen())
    lock.release(remove=True)
    assert look_at(paths, tmp_path / "new").sessions is None


# --- failing on the way ---


class Refusing(Exception):
    """The settings cannot be saved."""


def refuse(folder: str) -> None:
    raise Refusing


def test_when_the_choice_cannot_be_saved_all_is_as_before(paths: Paths, tmp_path: Path) -> None:
    before = contents(paths.data)
    with pytest.raises(Refusing):
        carry_out(paths, Move(tmp_path / "new", How.COPY), now=now, choose=refuse)
    assert contents(paths.data) == before
    with closing(open_history(paths.history_file, now=now()).connection) as connection:
        Store(connection).take_in(past(11))  # may write


@pytest.mark.parametrize("how", [How.COPY, How.JOIN])
def test_a_damaged_history_is_not_taken_for_a_copy(paths: Paths, tmp_path: Path, how: How) -> None:
    new = tmp_path / "new"
    if how is How.JOIN:
        fill(new, [])
    chosen = Chosen()
    content = bytearray(paths.history_file.read_bytes())
    content[8192:20480] = b"\xff" * (20480 - 8192)
    paths.history_file.write_bytes(content)
    with pytest.raises(MovingError):
        carry_out(paths, Move(new, how), now=now, choose=chosen)
    assert chosen.folder is None
    assert paths.history_file.read_bytes() == bytes(content)
    if how is How.COPY:
        assert not (new / "history.db").exists()


def test_somebody_who_writes_is_waited_for_and_then_told(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hiptimer.app.data_moving.BUSY_S", 0.05)
    other = sqlite3.connect(paths.history_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    chosen = Chosen()
    with pytest.raises(MovingError, match="busy"):
        carry_out(paths, Move(tmp_path / "new", How.COPY), now=now, choose=chosen)
    other.close()
    assert chosen.folder is None
    assert move(paths, tmp_path / "new").data == tmp_path / "new"


def test_nobody_writes_until_the_choice_is_saved(paths: Paths, tmp_path: Path) -> None:
    tried: list[str] = []

    def choose(folder: str) -> None:
        with closing(sqlite3.connect(paths.history_file, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("UPDATE session SET note = 'too late'")
            except sqlite3.OperationalError as error:
                tried.append(str(error))

    carry_out(paths, Move(tmp_path / "new", How.COPY), now=now, choose=choose)
    assert tried == ["database is locked"]
