"""Damage done to a real history: all that was not hit is saved, and what was hit is told."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from history.samples import now

from hiptimer.history.connection import connect, transaction
from hiptimer.history.errors import HistoryError, suspicion
from hiptimer.history.interchange import from_json
from hiptimer.history.opening import open_history
from hiptimer.history.salvage import salvage
from hiptimer.history.store import Store
from hiptimer.history.tables import write_sessions
from hiptimer.model.session import Session, Status

SAMPLE = Path(__file__).parents[2] / "sessions" / "sample"
PAGE = 4096


@pytest.fixture(scope="module")
def past() -> list[Session]:
    return [from_json(file.read_bytes(), file.name) for file in sorted(SAMPLE.glob("*.json"))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, past: list[Session]) -> Path:
    """The sample, all of it in the file."""
    file = tmp_path_factory.mktemp("whole") / "history.db"
    with closing(open_history(file, now=now()).connection) as connection:
        store = Store(connection)
        for one in past:
            store.take_in(one)
    assert not file.with_name("history.db-wal").exists()
    return file


@pytest.fixture
def file(tmp_path: Path, whole: Path) -> Path:
    return shutil.copy(whole, tmp_path / "history.db")


def told_by(file: Path) -> str:
    opened = open_history(file, now=now())
    opened.connection.close()
    assert opened.told is not None
    return opened.told


def sessions_in(file: Path) -> list[Session]:
    with closing(connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return Store(connection).sessions(include_deleted=True)


def shown(past: list[Session]) -> int:
    """How many a person sees: those deleted are saved, too, and not counted."""
    return sum(session.deleted_at is None for session in past)


def by_id(sessions: list[Session]) -> dict[str, Session]:
    return {session.id: session for session in sessions}


def page_of(file: Path, name: str) -> int:
    with closing(connect(file)) as connection:
        [[page]] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    return int(page)


def overwrite(file: Path, at: int, data: bytes) -> None:
    content = bytearray(file.read_bytes())
    content[at : at + len(data)] = data
    file.write_bytes(content)


def test_all_is_read_from_a_file_that_is_whole(file: Path, past: list[Session]) -> None:
    saved = salvage(file, file.with_name("no-log"))
    assert by_id([session for session, _ in saved.sessions]) == by_id(past)
    assert (saved.missing_sets, saved.missing_sessions) == (0, 0)


def no_head(file: Path) -> None:
    overwrite(file, 0, bytes(100))


def no_schema(file: Path) -> None:
    overwrite(file, 0, random.Random(1).randbytes(PAGE))


def no_index(file: Path) -> None:
    overwrite(file, PAGE * (page_of(file, "session_by_routine") - 1), bytes(PAGE))


def no_roots(file: Path) -> None:
    for name in ("session", "set_record"):
        overwrite(file, PAGE * (page_of(file, name) - 1), bytes(PAGE))


@pytest.mark.parametrize("damage", [no_head, no_schema, no_index])
def test_damage_beside_the_rows_costs_nothing(
    file: Path, past: list[Session], damage: Callable[[Path], None]
) -> None:
    damage(file)
    before = file.read_bytes()
    told = told_by(file)
    assert f"{shown(past)} sessions could be saved" in told
    assert "No set seems to be missing" in told
    assert by_id(sessions_in(file)) == by_id(past)
    [aside] = file.parent.glob("*set-aside*")
    assert aside.read_bytes() == before
    assert str(aside) in told


def test_without_the_roots_of_its_tables_most_is_saved(file: Path, past: list[Session]) -> None:
    """The root of sets is of an index, and has some on it; that of sessions has none."""
    no_roots(file)
    told = told_by(file)
    assert f"{shown(past)} sessions could be saved" in told
    saved, sets = by_id(sessions_in(file)), sum(len(session.sets) for session in past)
    missing = sets - sum(len(session.sets) for session in saved.values())
    assert 0 < missing < 20
    assert f"Missing, it seems: {missing} set" in told


def test_sets_whose_session_is_lost_become_a_session(file: Path, past: list[Session]) -> None:
    lost = max(past, key=lambda session: len(session.sets))
    at = file.read_bytes().index(f"{lost.id}{lost.status.value}".encode())
    overwrite(file, at + len(lost.id), b"\xff" * 4)
    suspicion(file).touch()
    assert "No set seems to be missing" in told_by(file)
    found = by_id(sessions_in(file))[lost.id]
    assert found.status is Status.INTERRUPTED
    assert (found.sets, found.started_at) == (lost.sets, lost.started_at)
    assert (found.routine, found.utc_offset_s) == (lost.routine, lost.utc_offset_s)


def test_a_row_that_says_nonsense_is_damage(file: Path, past: list[Session]) -> None:
    one = past[3]
    at = file.read_bytes().index(f"{one.id}{one.status.value}".encode())
    overwrite(file, at + len(one.id), b"zz")
    with closing(open_history(file, now=now()).connection) as connection:
        with pytest.raises(HistoryError, match="is damaged") as caught:
            Store(connection).sessions()
        assert caught.value.mendable
    assert f"{shown(past)} sessions could be saved" in told_by(file)


def test_text_that_is_none_is_damage(file: Path, past: list[Session]) -> None:
    name = past[0].routine.name
    at = file.read_bytes().index(name.encode())
    overwrite(file, at, b"\xff")
    with (
        closing(open_history(file, now=now()).connection) as connection,
        pytest.raises(HistoryError, match="is damaged"),
    ):
        Store(connection).sessions()
    assert f"{shown(past)} sessions could be saved" in told_by(file)


def test_what_is_only_in_the_log_is_saved(tmp_path: Path, past: list[Session]) -> None:
    live, file = tmp_path / "live.db", tmp_path / "history.db"
    with closing(open_history(live, now=now()).connection) as connection:
        for one in past[:-1]:
            Store(connection).take_in(one)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        Store(connection).take_in(past[-1])
        for ending in ("", "-wal"):
            shutil.copy(f"{live}{ending}", f"{file}{ending}")
    overwrite(file, 0, bytes(100))
    parts = [file.read_bytes(), file.with_name("history.db-wal").read_bytes()]
    assert f"{shown(past)} sessions could be saved" in told_by(file)
    assert by_id(sessions_in(file)) == by_id(past)
    assert [part.read_bytes() for part in sorted(tmp_path.glob("*set-aside*"))] == parts


def test_the_log_of_another_history_is_not_written_into_this_one(
    tmp_path: Path, file: Path, past: list[Session]
) -> None:
    other = tmp_path / "other.db"
    with closing(open_history(other, now=now()).connection) as connection:
        Store(connection).take_in(past[0])
        shutil.copy(f"{other}-wal", f"{file}-wal")
    before = file.read_bytes()
    assert f"{shown(past)} sessions could be saved" in told_by(file)
    assert by_id(sessions_in(file)) == by_id(past)
    [aside] = tmp_path.glob("*set-aside*.db")
    assert aside.read_bytes() == before


def test_a_long_note_is_saved_whole_or_left_out(file: Path, past: list[Session]) -> None:
    long = Session(
        id="long",
        status=Status.COMPLETE,
        speed=1.0,
        routine=past[0].routine,
        started_at=past[0].started_at,
        utc_offset_s=0,
        note="many words " * 4000,
    )
    with closing(connect(file)) as connection, transaction(connection):
        write_sessions(connection, [(None, long, now())])
    saved = salvage(file, file.with_name("no-log"))
    assert by_id([session for session, _ in saved.sessions])["long"] == long
    content = file.read_bytes()
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        if b"many words" in page and b"long" not in page:
            overwrite(file, at, bytes(PAGE))
    saved = salvage(file, file.with_name("no-log"))
    assert by_id([session for session, _ in saved.sessions])["long"].note == ""


def test_broken_off_while_it_is_set_aside_nothing_is_lost(
    tmp_path: Path, file: Path, past: list[Session]
) -> None:
    """What was saved is there before the damaged file goes, and is found at the next start."""
    no_head(file)
    told_by(file)
    file.rename(tmp_path / "history.db-saved")
    opened = open_history(file, now=now())
    opened.connection.close()
    assert opened.told is not None
    assert by_id(sessions_in(file)) == by_id(past)
    assert not (tmp_path / "history.db-saved").exists()


def test_saved_by_an_attempt_that_was_broken_off(
    tmp_path: Path, file: Path, past: list[Session]
) -> None:
    """Its log was set aside already, and half of its sessions with it."""
    no_head(file)
    told_by(file)
    file.rename(tmp_path / "history.db-saved")
    file.write_bytes(bytes(5000))
    assert by_id(sessions_in(tmp_path / "history.db-saved")) == by_id(past)
    assert "could not be read" not in told_by(file)
    assert by_id(sessions_in(file)) == by_id(past)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_broken_it_opens_and_nothing_is_made_up(
    file: Path, past: list[Session], seed: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 10, 100))):
        at = chance.randrange(len(content))
        length = chance.choice((1, 8, 200, PAGE))
        content[at : at + length] = chance.randbytes(length)
    content = content[: chance.choice((len(content), chance.randrange(len(content))))]
    file.write_bytes(content)
    suspicion(file).touch()
    try:
        open_history(file, now=now()).connection.close()
    except HistoryError as error:
        # The one number that must be believed.
        refused = str(error)
    else:
        refused = ""
    assert not refused or "newer hiptimer" in refused
    assert refused or by_id(sessions_in(file)).keys() <= by_id(past).keys()
