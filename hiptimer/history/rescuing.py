"""A new history in the place of one that cannot be read, with all that can be saved of that."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from hiptimer.history.connection import beside, connect, log_of
from hiptimer.history.errors import suspicion
from hiptimer.history.migrating import climb
from hiptimer.history.salvage import Saved, put_in, salvage
from hiptimer.history.schema import Migration
from hiptimer.history.store import Store
from hiptimer.model.language import tr, tr_n

# Bytes; what is longer is no history, and would fill the memory.
_LARGEST = 2**29


def rescue(
    file: Path, now: datetime, migrations: tuple[Migration, ...], *, is_foreign: bool
) -> str:
    """Put a new history in the place of `file`, which is set aside; what to tell the person."""
    parts = [part for part in (file, log_of(file)) if part.exists()]
    is_readable = sum(part.stat().st_size for part in parts) < _LARGEST
    saved = salvage(file, log_of(file)) if is_readable else Saved()
    sessions = _make_ready(file, saved, migrations)
    aside = _set_aside(file, now)
    take_up_rescued(file)
    return _words(sessions, saved, aside, is_foreign=is_foreign)


def take_up_rescued(file: Path) -> bool:
    """Put what was saved in its place when `file` is not there; whether there was something."""
    ready = _ready(file)
    if file.exists() or not ready.exists():
        return False
    ready.rename(file)
    return True


def _ready(file: Path) -> Path:
    """Where what was saved lies, whole, until the damaged file is set aside."""
    return beside(file, "-saved")


def _make_ready(file: Path, saved: Saved, migrations: tuple[Migration, ...]) -> int:
    """Returns how many sessions it has that are not deleted."""
    unfinished, ready = beside(file, "-saved.unfinished"), _ready(file)
    for ending in ("", "-wal", "-shm", "-journal"):
        beside(unfinished, ending).unlink(missing_ok=True)
    with closing(connect(unfinished, mode="rwc")) as connection:
        climb(connection, migrations)
        ids = {session.id for session, _ in saved.sessions if session.deleted_at is None}
        if saved.sessions:
            put_in(connection, saved)
        if ready.exists():
            # An attempt before this one was broken off: what it had saved may be gone by now.
            with closing(connect(ready)) as earlier:
                ids |= _take_over(Store(earlier), Store(connection))
    unfinished.replace(ready)
    return len(ids)


def _take_over(earlier: Store, store: Store) -> set[str]:
    taken = [store.take_in(session) for session in earlier.sessions(include_deleted=True)]
    return {session.id for session in taken if session.deleted_at is None}


def _set_aside(file: Path, now: datetime) -> Path:
    """Rename `file` with its log, which may hold the newest rows, to a dated name of its own."""
    name = f"{file.stem}-set-aside-{now:%Y%m%d-%H%M%S}"
    aside = file.with_name(f"{name}{file.suffix}")
    copies = 1
    while aside.exists():
        copies += 1
        aside = file.with_name(f"{name}-{copies}{file.suffix}")
    suspicion(file).unlink(missing_ok=True)
    # The log first: were the file renamed alone, the new one would meet a foreign log.
    for ending in ("-wal", "-shm", ""):
        part = beside(file, ending)
        if part.exists():
            part.rename(beside(aside, ending))
    return aside


def _words(sessions: int, saved: Saved, aside: Path, *, is_foreign: bool) -> str:
    if saved.sessions or sessions:
        return " ".join((_saved_words(sessions), _missing_words(saved), _kept(aside)))
    if is_foreign:
        return tr(
            "The history file belongs to another program and could not be read. Nothing was "
            "deleted: it is kept as {file}. A new history was started.",
            file=aside,
        )
    return tr(
        "The history file was damaged and could not be read. Nothing was deleted: "
        "it is kept as {file}. A new history was started.",
        file=aside,
    )


def _saved_words(sessions: int) -> str:
    return tr_n(
        "The history file was damaged. {n} session could be saved from it.",
        "The history file was damaged. {n} sessions could be saved from it.",
        sessions,
    )


def _missing_words(saved: Saved) -> str:
    """Sessions first: their sets are not counted."""
    missing = []
    if saved.missing_sessions:
        missing.append(tr_n("{n} session", "{n} sessions", saved.missing_sessions))
    if saved.missing_sets:
        missing.append(tr_n("{n} set", "{n} sets", saved.missing_sets))
    if not missing:
        return tr("No set seems to be missing.")
    return tr("Missing, it seems: {what}.", what=", ".join(missing))


def _kept(aside: Path) -> str:
    return tr("Nothing was deleted: the damaged file is kept as {file}.", file=aside)
