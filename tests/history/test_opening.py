import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from history.samples import BRIDGE, at, done_set, now, session
from msgspec.structs import replace

from hiptimer.history.connection import connect
from hiptimer.history.errors import HistoryError, suspicion
from hiptimer.history.migrating import version_of
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.history.schema import APPLICATION_ID, MIGRATIONS, Migration
from hiptimer.history.store import Store
from hiptimer.model.session import Pause, Status

CHAIN: tuple[Migration, ...] = (
    (
        "CREATE TABLE walk (id INTEGER PRIMARY KEY, km REAL NOT NULL) STRICT",
        "CREATE TABLE stop (walk_id INTEGER NOT NULL REFERENCES walk (id), at TEXT) STRICT",
    ),
    ("ALTER TABLE walk ADD COLUMN note TEXT NOT NULL DEFAULT ''",),
    # A table rebuilt while another one refers to it.
    (
        "CREATE TABLE walk_new (id INTEGER PRIMARY KEY, m INTEGER NOT NULL, note TEXT) STRICT",
        "INSERT INTO walk_new SELECT id, CAST(km * 1000 AS INTEGER), note FROM walk",
        "DROP TABLE walk",
        "ALTER TABLE walk_new RENAME TO walk",
    ),
)


def file_of_version_1(folder: Path) -> Path:
    file = folder / "history.db"
    with closing(open_history(file, now=now(), migrations=CHAIN[:1]).connection) as connection:
        connection.execute("INSERT INTO walk VALUES (7, 4.2)")
        connection.execute("INSERT INTO stop VALUES (7, 'bench')")
    return file


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob("*set-aside*"))


def test_a_new_history_is_durable_and_ours(tmp_path: Path) -> None:
    opened = open_history(tmp_path / "deep" / "history.db", now=now())
    with closing(opened.connection) as connection:
        assert opened.told is None
        values = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "application_id",
                "user_version",
                "journal_mode",
                "synchronous",
                "foreign_keys",
            )
        }
        assert values == {
            "application_id": APPLICATION_ID,
            "user_version": len(MIGRATIONS),
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
        }
        tables = connection.execute("SELECT strict FROM pragma_table_list WHERE schema = 'main'")
        names = connection.execute(
            "SELECT name FROM pragma_table_list"
            " WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        assert tables.fetchone() is not None
        assert names == []


def test_it_climbs_from_the_oldest_to_the_newest(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    opened = open_history(file, now=now(), migrations=CHAIN)
    with closing(opened.connection) as connection:
        assert opened.told is None
        assert version_of(connection) == 3
        assert [tuple(row) for row in connection.execute("SELECT * FROM walk")] == [(7, 4200, "")]
        assert connection.execute("SELECT walk_id FROM stop").fetchone()[0] == 7
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_before_climbing_a_readable_copy_is_made(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    # Rows that are only in the write-ahead log must be in the copy too.
    with closing(connect(file)) as other:
        other.execute("INSERT INTO walk VALUES (8, 1.0)")
        open_history(file, now=now(), migrations=CHAIN).connection.close()
    [copy] = tmp_path.glob("history-backup-20260301-073000-v1.db")
    with closing(connect(copy, mode="ro")) as connection:
        assert version_of(connection) == 1
        assert [row["km"] for row in connection.execute("SELECT km FROM walk")] == [4.2, 1.0]
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert not list(tmp_path.glob("*.unfinished*"))


def test_a_copy_that_was_broken_off_goes(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    for ending in ("", "-journal"):
        (tmp_path / f"history-backup-20250101-000000-v1.db.unfinished{ending}").write_bytes(b"half")
    open_history(file, now=now(), migrations=CHAIN).connection.close()
    assert not list(tmp_path.glob("*.unfinished*"))


def test_only_the_last_few_copies_are_kept(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    for day in range(1, 6):
        (tmp_path / f"history-backup-2025010{day}-000000-v1.db").write_bytes(b"old")
    open_history(file, now=now(), migrations=CHAIN).connection.close()
    assert [copy.name for copy in sorted(tmp_path.glob("history-backup-*"))] == [
        "history-backup-20250104-000000-v1.db",
        "history-backup-20250105-000000-v1.db",
        "history-backup-20260301-073000-v1.db",
    ]


@pytest.mark.parametrize(
    "last_step",
    [
        ("DELETE FROM stop", "UPDATE walk SET m = 'far'"),
        ("DELETE FROM walk",),  # leaves a stop without its walk
    ],
    ids=["an error", "an orphan"],
)
def test_a_failing_step_leaves_the_version_before_it(tmp_path: Path, last_step: Migration) -> None:
    file = file_of_version_1(tmp_path)
    with pytest.raises(HistoryError):
        open_history(file, now=now(), migrations=(*CHAIN, last_step))
    with closing(connect(file)) as connection:
        assert version_of(connection) == 3
        assert connection.execute("SELECT m FROM walk").fetchone()[0] == 4200
        assert connection.execute("SELECT count(*) FROM stop").fetchone()[0] == 1
    assert asides(tmp_path) == []


def test_a_newer_version_is_refused_and_left_untouched(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    open_history(file, now=now(), migrations=CHAIN).connection.close()
    before = {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    with pytest.raises(HistoryError, match="newer hiptimer"):
        open_history(file, now=now(), migrations=CHAIN[:2])
    assert {p: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()} == before
    with closing(connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(HistoryError, match="newer hiptimer"):
        open_for_reading(file)


def test_a_newer_version_that_is_only_in_the_log_is_refused(tmp_path: Path) -> None:
    file = file_of_version_1(tmp_path)
    other = tmp_path / "crashed.db"
    with closing(open_history(file, now=now(), migrations=CHAIN).connection):
        shutil.copy(file, other)
        shutil.copy(tmp_path / "history.db-wal", tmp_path / "crashed.db-wal")
    with pytest.raises(HistoryError, match="newer hiptimer"):
        open_history(other, now=now(), migrations=CHAIN[:1])


def no_database(file: Path) -> None:
    file.write_text("Dear diary, today I did ten clamshells. " * 20)


def short_nonsense(file: Path) -> None:
    file.write_bytes(b"hello")


def somebody_elses(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("CREATE TABLE recipe (name)")


def nobodys(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name)")


def log_without_file(file: Path) -> None:
    file.with_name(file.name + "-wal").write_bytes(b"rows that were never moved into the file")


@pytest.mark.parametrize(
    "spoil",
    [
        no_database,
        short_nonsense,
        somebody_elses,
        nobodys,
        log_without_file,
    ],
)
def test_what_cannot_be_read_is_set_aside_and_told(tmp_path: Path, spoil) -> None:
    file = tmp_path / "history.db"
    spoil(file)
    before = [p.read_bytes() for p in sorted(tmp_path.glob("history.db*"))]
    opened = open_history(file, now=now())
    with closing(opened.connection) as connection:
        assert opened.told is not None
        assert "Nothing was deleted" in opened.told
        assert Store(connection).sessions() == []
    assert [p.read_bytes() for p in asides(tmp_path)] == before
    again = open_history(file, now=now())
    with closing(again.connection):
        assert again.told is None


def test_files_set_aside_in_the_same_second_do_not_meet(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    for text in ("first", "second"):
        file.unlink(missing_ok=True)
        file.write_text(text)
        open_history(file, now=now()).connection.close()
    assert [p.read_text() for p in asides(tmp_path)] == ["second", "first"]


def test_an_empty_file_becomes_a_history(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    file.touch()
    opened = open_history(file, now=now())
    opened.connection.close()
    # Whoever had sessions in it should not wonder alone.
    assert opened.told is not None
    assert "nothing in the history file" in opened.told
    assert asides(tmp_path) == []


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_version_that_its_tables_do_not_have_is_damage(tmp_path: Path, version: int) -> None:
    """Climbing on from there would fail at every start."""
    file = tmp_path / "history.db"
    with closing(open_history(file, now=now()).connection) as connection:
        Store(connection).take_in(session())
        connection.execute(f"PRAGMA user_version = {version}")
    opened = open_history(file, now=now())
    with closing(opened.connection) as connection:
        assert opened.told is not None
        assert Store(connection).sessions() == [session()]


def test_a_folder_that_cannot_be_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(HistoryError, match="cannot be used") as caught:
        open_history(tmp_path / "file" / "history.db", now=now())
    assert not caught.value.passing


OPENER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hiptimer.history.opening import open_history
sys.stdin.readline()
opened = open_history(Path(sys.argv[1]), now=datetime.now(UTC))
print(opened.told is not None, flush=True)
"""


@pytest.mark.parametrize("spoilt", [False, True], ids=["missing", "damaged"])
def test_two_processes_open_at_once(tmp_path: Path, spoilt: bool) -> None:
    file = tmp_path / "history.db"
    if spoilt:
        no_database(file)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    told = [process.communicate(timeout=30)[0].strip() for process in processes]
    assert sorted(told) == (["False"] * 3 + ["True"] if spoilt else ["False"] * 4)
    assert len(asides(tmp_path)) == spoilt


def test_reading_makes_no_history(tmp_path: Path) -> None:
    assert open_for_reading(tmp_path / "history.db") is None
    assert list(tmp_path.iterdir()) == []


def test_reading_cannot_write(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    open_history(file, now=now()).connection.close()
    connection = open_for_reading(file)
    assert connection is not None
    with closing(connection):
        store = Store(connection)
        assert store.sessions() == []
        with pytest.raises(HistoryError):
            store.take_in(session())


def long_history(file: Path) -> None:
    """More of it than is looked through at every opening."""
    with closing(open_history(file, now=now()).connection) as connection:
        Store(connection).take_in(replace(session(), note="a long story " * 700_000))
    assert file.stat().st_size > 8 * 2**20


def test_damage_deep_in_a_long_history_is_set_aside_once_it_was_met(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    long_history(file)
    with closing(connect(file)) as connection:
        [page] = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'set_record'"
        ).fetchone()
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = os.urandom(size)
    file.write_bytes(data)
    opened = open_history(file, now=now())
    assert opened.told is None
    with (
        closing(Store(opened.connection)) as store,
        pytest.raises(HistoryError, match="is damaged"),
    ):
        store.sessions()
    again = open_history(file, now=now())
    again.connection.close()
    assert again.told is not None
    assert [p.read_bytes() for p in asides(tmp_path)] == [bytes(data)]
    assert open_history(file, now=now()).told is None


def test_a_false_suspicion_goes(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    long_history(file)
    suspicion(file).touch()
    with closing(open_history(file, now=now()).connection) as connection:
        assert len(Store(connection).sessions()) == 1
    assert not suspicion(file).exists()


# --- the history's own steps ---


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        row["name"]: sorted(
            map(tuple, connection.execute(f"SELECT * FROM {row['name']}")), key=repr
        )
        for row in names.fetchall()
    }


def test_version_1_climbs_to_what_the_newest_would_have_written(tmp_path: Path) -> None:
    """A file as the first version wrote it: the same tables, filled by the same columns."""
    pauses = (Pause(10, 5.5), Pause(30, 2))
    past = [
        replace(
            session(n, sets=(done_set(1), done_set(1, attempt=2, reps=4), done_set(2, BRIDGE))),
            status=Status.RUNNING if n == 3 else Status.COMPLETE,
            started_at=at(36_000 * n),
            ended_at=at(36_000 * n + 300),
            pauses=pauses[:n],
            note="Café, 무릎",
            deleted_at=now() if n == 4 else None,
        )
        for n in range(1, 9)
    ]
    with closing(open_history(tmp_path / "new.db", now=now()).connection) as connection:
        for one in past:
            Store(connection).take_in(one)
        expected = dump(connection)
    old = tmp_path / "old.db"
    with closing(open_history(old, now=now(), migrations=MIGRATIONS[:1]).connection) as connection:
        for table in ("session", "set_record", "pause", "pain", "sign"):
            columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
            marks = ", ".join("?" for _ in columns)
            rows = [row[: len(columns)] for row in expected[table]]
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    opened = open_history(old, now=now())
    with closing(opened.connection) as connection:
        assert opened.told is None
        assert version_of(connection) == len(MIGRATIONS)
        assert dump(connection) == expected
        assert Store(connection).sessions(include_deleted=True) == list(reversed(past))
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(list(tmp_path.glob("old-backup-*-v1.db"))) == 1


@pytest.mark.parametrize("version", [0, -7, 1_000_000])
def test_a_version_that_is_none_is_damage(tmp_path: Path, version: int) -> None:
    """Or it would be said for ever that a newer program is needed, or that a table is there."""
    file = tmp_path / "history.db"
    with closing(open_history(file, now=now()).connection) as connection:
        Store(connection).take_in(session())
        connection.execute(f"PRAGMA user_version = {version}")
    opened = open_history(file, now=now())
    with closing(opened.connection) as connection:
        assert opened.told is not None
        assert Store(connection).sessions() == [session()]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among files there")
def test_a_pipe_in_its_place_is_told_and_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    os.mkfifo(file)
    for opening in (open_for_reading, lambda file: open_history(file, now=now())):
        with pytest.raises(HistoryError, match="no file"):
            opening(file)


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_to_a_damaged_history_is_set_aside_and_what_it_leads_to_stays(
    tmp_path: Path,
) -> None:
    file, place = tmp_path / "history.db", tmp_path / "elsewhere" / "past.db"
    with closing(open_history(place, now=now()).connection) as connection:
        Store(connection).take_in(session())
    place.write_bytes(bytes(100) + place.read_bytes()[100:])
    before = place.read_bytes()
    file.symlink_to(place)
    opened = open_history(file, now=now())
    with closing(opened.connection) as connection:
        assert Store(connection).sessions() == [session()]
    assert place.read_bytes() == before
    assert [aside.is_symlink() for aside in asides(tmp_path)] == [True]


def counted_elsewhere(file: Path) -> int:
    """Sessions in `file`, as another program finds them, which then closes it."""
    count = "import sqlite3, sys; history = sqlite3.connect(sys.argv[1]); "
    count += "print(history.execute('SELECT count(*) FROM session').fetchone()[0]); history.close()"
    told = subprocess.run([sys.executable, "-c", count, file], check=True, capture_output=True)
    return int(told.stdout)


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(open_for_reading, id="reading"),
        pytest.param(lambda file: open_history(file, now=now()).connection, id="writing"),
    ],
)
def test_looking_at_a_history_that_is_written_to_keeps_it_written_to(
    tmp_path: Path, look: Callable[[Path], sqlite3.Connection]
) -> None:
    """A window reads its own history while a workout is saved, and somebody in a terminal asks
    for it. If looking had taken the window's locks away, the terminal would be the last to close
    the history, as it seems, and take along the log that is written to.
    """
    file = tmp_path / "history.db"
    with closing(open_history(file, now=now()).connection) as connection:
        store = Store(connection)
        store.take_in(session(1))
        with closing(look(file)) as other:
            assert len(Store(other).sessions()) == 1
        assert counted_elsewhere(file) == 1
        store.take_in(session(2))
        assert counted_elsewhere(file) == 2
