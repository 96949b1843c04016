"""The long histories of the benchmarks are what would have been written one by one."""

import importlib.util
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from hiptimer.app.home import Home
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.paths import paths_under

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture(scope="module")
def long_past() -> ModuleType:
    spec = importlib.util.spec_from_file_location("long_past", BENCH / "long_past.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        row["name"]: sorted(
            map(tuple, connection.execute(f"SELECT * FROM {row['name']}")), key=repr
        )
        for row in names
    }


def test_in_bulk_is_as_one_by_one(tmp_path: Path, long_past: ModuleType) -> None:
    home = Home(paths_under(tmp_path))
    long_past.write_long_past(home, 100)
    with (
        closing(open_history(home.paths.history_file, now=long_past.END).connection) as in_bulk,
        closing(open_history(tmp_path / "one.db", now=long_past.END).connection) as one_by_one,
    ):
        store = Store(one_by_one)
        for one in long_past.sessions(home, 100):
            store.take_in(one)
        assert dump(in_bulk) == dump(one_by_one)
        assert len(store.sessions()) == 100
