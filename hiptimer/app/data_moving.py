"""Keeping the data in another folder: looked at first, copied and checked, and only then used.

What is in the old folder stays as it is, whatever happens.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

import msgspec

from hiptimer.history.connection import connect
from hiptimer.history.copying import copy_history, held_still, is_running, sessions_in
from hiptimer.history.errors import HistoryError, explained
from hiptimer.history.exchange.importing import take_in_all
from hiptimer.history.exchange.undoing import Keepsake
from hiptimer.history.migrating import back_up
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of
from hiptimer.model.saving import write_atomically
from hiptimer.paths import Paths

OWN = ("exercises", "routines", "poses")
LAST_IMPORT = "last-import.json"
OURS = frozenset({*OWN, LAST_IMPORT, "running", "history.db.unfinished"})
"""What a move that was broken off may have left."""
SUBFOLDER = "hiptimer"
BUSY_S = 5.0
"""So long at most it is waited for who writes to the history."""


class MovingError(Exception):
    """The data cannot be kept there; the message says why, and what holds instead."""


class How(Enum):
    """What becomes of the data: copied to a place without any, those that are there used as they
    are, or those that are here added to them.
    """

    COPY = auto()
    USE = auto()
    JOIN = auto()


class Found(msgspec.Struct, frozen=True):
    """A folder that can be used. `sessions` is how many are in it, None without a history."""

    folder: Path
    sessions: int | None


class Move(msgspec.Struct, frozen=True):
    """What the person agreed to."""

    folder: Path
    how: How


def look_at(paths: Paths, wished: Path, sync_folder: str = "") -> Found:
    """What is in a folder that is wished for. In one with other files a folder of its own is
    taken. Raises MovingError when it cannot be.
    """
    folder = wished.expanduser().absolute()
    with _in_words(folder):
        if is_running(paths.history_file):
            raise MovingError(tr("A workout is running. Try again when it is over."))
        is_usual = folder == paths.usual_data
        if not is_usual and not _may_be_filled(folder):
            folder /= SUBFOLDER
        _check_place(paths, folder, sync_folder)
        if (folder / "history.db").is_file():
            return Found(folder, sessions_in(folder / "history.db"))
        if not is_usual and not _may_be_filled(folder):
            words = tr("There are other files in {folder}. Choose an empty folder.", folder=folder)
            raise MovingError(words)
        return Found(folder, None)


def _may_be_filled(folder: Path) -> bool:
    """Whether nothing is in it but what may be ours."""
    if not folder.exists() or (folder / "history.db").is_file():
        return True
    return folder.is_dir() and {entry.name for entry in folder.iterdir()} <= OURS


def _check_place(paths: Paths, folder: Path, sync_folder: str) -> None:
    here = paths.data.resolve()
    there = folder.resolve()
    if here == there:
        raise MovingError(tr("Your data are in {folder} already.", folder=folder))
    if here in there.parents and there != paths.usual_data:
        words = tr("{folder} lies inside the folder that your data are in now.", folder=folder)
        raise MovingError(words)
    if sync_folder and Path(sync_folder).resolve() in (there, *there.parents):
        raise MovingError(
            tr(
                "{folder} lies in your sync folder. A history that is in use would be damaged "
                "there; your sessions are in the sync folder anyway.",
                folder=folder,
            )
        )
    if folder.exists() and not folder.is_dir():
        raise MovingError(tr("{folder} is no folder.", folder=folder))
    _try_to_write(folder)


def _try_to_write(folder: Path) -> None:
    """In the folder, or in the nearest one above it that is there. Only trying tells on all
    systems.
    """
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        words = tr(
            "Nothing can be written in {folder}: {reason}.", folder=nearest, reason=reason_of(error)
        )
        raise MovingError(words) from error


def carry_out(
    paths: Paths, move: Move, *, now: Callable[[], datetime], choose: Callable[[str], None]
) -> None:
    """Do what was agreed to, and `choose` the folder as the data folder of the settings when all
    of it is there, with "" for the usual one. Raises MovingError and what `choose` raises; then
    everything is as before.
    """
    chosen = "" if move.folder == paths.usual_data else str(move.folder)
    with _in_words(move.folder):
        if move.how is How.USE:
            if is_running(paths.history_file):
                raise MovingError(tr("A workout is running. Try again when it is over."))
            sessions_in(move.folder / "history.db")
            choose(chosen)
            return
        if not paths.history_file.exists():
            open_history(paths.history_file, now=now()).connection.close()
        with held_still(paths.history_file, busy_s=BUSY_S):
            there = Paths.with_data(paths, str(move.folder))
            if move.how is How.COPY:
                _copy(paths, there, now)
            else:
                _join(paths, there, now)
            choose(chosen)


def _copy(here: Paths, there: Paths, now: Callable[[], datetime]) -> None:
    there.data.mkdir(parents=True, exist_ok=True)
    _copy_own(here.data, there.data, now())
    last_import = here.data / LAST_IMPORT
    if last_import.is_file():
        write_atomically(there.data / LAST_IMPORT, last_import.read_bytes())
    # Last: a folder with a history in it is a whole one.
    copy_history(here.history_file, there.history_file)


def _join(here: Paths, there: Paths, now: Callable[[], datetime]) -> None:
    """Add the sessions that are here to those that are there; the newer copy of each stays."""
    if is_running(there.history_file):
        raise MovingError(tr("A workout is running. Try again when it is over."))
    back_up(there.history_file, now())
    with closing(connect(here.history_file, mode="ro")) as source:
        sessions = Store(source).sessions(include_deleted=True)
    opened = open_history(there.history_file, now=now())
    with closing(opened.connection) as connection, explained(there.history_file):
        keepsake = Keepsake(there.data / LAST_IMPORT)
        take_in_all(sessions, connection, keepsake, now().astimezone(UTC))
        known = {session.id for session in Store(connection).sessions(include_deleted=True)}
    if not {session.id for session in sessions} <= known:
        raise MovingError(tr("Not all sessions came to {folder}.", folder=there.data))
    _copy_own(here.data, there.data, now())


def _copy_own(here: Path, there: Path, now: datetime) -> None:
    """What is there and different stays beside it, under a name nobody takes for an exercise."""
    for file in _own_files(here):
        place = there / file.relative_to(here)
        content = file.read_bytes()
        if place.is_file() and place.read_bytes() != content:
            aside = place.with_name(f"{place.name}.before-move-{now:%Y%m%d-%H%M%S}")
            write_atomically(aside, place.read_bytes())
        write_atomically(place, content)
        if place.read_bytes() != content:
            raise MovingError(tr("{file} cannot be copied.", file=file))


def _own_files(folder: Path) -> Iterator[Path]:
    for name in OWN:
        yield from (file for file in sorted((folder / name).rglob("*")) if file.is_file())


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except HistoryError as error:
        raise MovingError(str(error)) from error
    except OSError as error:
        words = tr("{folder} cannot be used: {reason}.", folder=folder, reason=reason_of(error))
        raise MovingError(words) from error
