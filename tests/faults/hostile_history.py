"""How the program comes to read sessions from elsewhere, and what it does with them."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
from hostile_told import bad_words

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.sync_passes import SyncPasses
from hiptimer.app.week import week_so_far
from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.results import Chosen
from hiptimer.history.opening import open_for_reading
from hiptimer.history.statistics import Statistics
from hiptimer.paths import Paths
from hiptimer.terminal.past import session_line

A_MONDAY = date(2026, 3, 2)
FIRST, LAST = date(1969, 1, 1), date(2200, 1, 1)


def read_session(known: Home, paths: Paths, file: Path) -> Iterator[str]:
    exchange = Exchange(known)
    preview = exchange.preview_import([file])
    is_told = preview.new or preview.here or preview.changed or preview.unreadable
    if not is_told and not _is_empty_list(file):
        yield "nothing is said of a file with sessions"
    yield from bad_words(preview.unreadable, file)
    if preview.new or preview.changed:
        exchange.apply_import(preview)
        _look_back(paths)
        exchange.undo_import()


def read_waiting(paths: Paths) -> Iterator[str]:
    home = Home(paths)
    home.read_past()
    yield from bad_words(home.problems)
    if not home.read_sessions():
        yield "the good sessions are gone"


def read_sync(paths: Paths, file: Path) -> Iterator[str]:
    home = Home(paths)
    home.settings = msgspec.structs.replace(home.settings, sync_folder=str(file.parent))
    synced = SyncPasses(home).run(_yes)
    if synced is not None:
        yield from bad_words(synced.faults)
    _look_back(paths)


def _look_back(paths: Paths) -> None:

    home = Home(paths)
    home.read_past()
    for session in home.read_sessions():
        session_line(session)
    week_so_far(home, A_MONDAY)
    connection = open_for_reading(paths.history_file)
    if connection is not None:
        with closing(connection):
            statistics = Statistics(connection)
            statistics.overview(A_MONDAY, 3)
            statistics.days(FIRST, LAST)
            statistics.by_exercise(FIRST, LAST)
            statistics.by_muscle(FIRST, LAST)
            statistics.felt(FIRST, LAST)
            for exercise_id, _name in statistics.exercises():
                statistics.story(exercise_id)
    for name in ("out.csv", "out.json"):
        Exchange(home).export(Chosen(), paths.data / name)


def read_backup(known: Home, paths: Paths, file: Path) -> Iterator[str]:
    exchange = Exchange(known)
    try:
        preview = exchange.preview_restore(file)
        exchange.apply_restore(preview, settings=True)
    except HistoryError as error:
        yield from bad_words([str(error)], file)
    home = Home(paths)
    yield from bad_words(home.problems)


def _is_empty_list(file: Path) -> bool:
    if file.is_dir():
        return True
    with file.open("rb") as stream:
        return stream.read(100).removeprefix(b"\xef\xbb\xbf").replace(b" ", b"")[:2] == b"[]"


def _yes() -> bool:
    return True
