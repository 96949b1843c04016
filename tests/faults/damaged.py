"""A history that is damaged, that another program wrote, or that is something else than a file.

A past that the program made itself is copied and broken each time, and the real program runs on it.
Nobody is shown a traceback, the person is told in words, and a new workout is saved. All bytes that
were there are found afterwards: in a file set aside, or in the file that was refused. What the
program says it saved is in the new history, and nothing in it is made up. Damage in the midst of a
row may be met only when that row is read; by then SQLite may have put its log into the file.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from past import Run, history, leave_log, make_past, run, start
from text_form import command, silent
from told import TRACE
from verdict import Verdict

from hiptimer.history.connection import connect
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import Session, Status

TIMES = 8
QUICK_TRIES = 3
AT_ONCE = 2
SEED = 88
PAGE = 4096
WINDOW_LIMIT_S = 60.0
NOBODY = 65534
Damage = Callable[[Path, random.Random], None]


class Past(NamedTuple):
    """The data folder of a past and its sessions by id, the one that was left running too."""

    data: Path
    sessions: dict[str, Session]

    @property
    def shown(self) -> int:
        return sum(session.deleted_at is None for session in self.sessions.values())


class Tried(NamedTuple):
    """`share` of the sessions were in the new history; None when nothing was set aside."""

    name: str
    share: float | None
    wrong: tuple[str, ...]


def verdicts(quick: bool) -> Iterator[Verdict]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        pasts = _pasts(Path(folder))
        yield _broken(pasts, 1 if quick else TIMES, quick=quick)
        yield _in_its_place(pasts[0], quick=quick)
        yield _in_the_window(pasts[0], 1 if quick else 4)


def _pasts(folder: Path) -> tuple[Past, Past]:
    """One that lies in its file, and one of which the last is in the log alone."""
    whole, logged = folder / "whole", folder / "logged"
    make_past(whole)
    shutil.copytree(whole, logged)
    leave_log(logged)
    copy = shutil.copytree(logged, folder / "closed")
    history(copy)
    return Past(whole, _all_of(whole)), Past(logged, _all_of(copy))


def _all_of(data: Path) -> dict[str, Session]:
    """Those that were deleted, too."""
    with closing(Store(connect(data / "history.db", mode="ro"))) as store:
        return {session.id: session for session in store.sessions(include_deleted=True)}


# --- what is broken ---


def _cut(file: Path, chance: random.Random) -> None:
    length = file.stat().st_size
    os.truncate(file, chance.choice((1, 100, PAGE, chance.randrange(length), length - 1)))


def _zero_page(file: Path, chance: random.Random) -> None:
    pages = file.stat().st_size // PAGE
    for _ in range(chance.choice((1, 3))):
        _overwrite(file, PAGE * chance.randrange(pages), bytes(PAGE))


def _scribble(file: Path, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 10, 100))):
        at = chance.randrange(file.stat().st_size)
        _overwrite(file, at, chance.randbytes(chance.choice((1, 8, 200))))


def _scribble_on_head(file: Path, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 10))):
        _overwrite(file, chance.randrange(100), chance.randbytes(chance.choice((1, 4))))


def _scribble_on_schema(file: Path, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 20))):
        _overwrite(file, chance.randrange(100, PAGE), chance.randbytes(20))


def _scribble_on_indexes(file: Path, chance: random.Random) -> None:
    with closing(connect(file, mode="ro")) as connection:
        rows = connection.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'")
        roots = [row["rootpage"] for row in rows]
    for root in chance.sample(roots, 3):
        _overwrite(file, PAGE * (root - 1) + chance.randrange(PAGE - 400), chance.randbytes(400))


def _wrong_id(file: Path, chance: random.Random) -> None:
    _overwrite(file, 68, chance.randbytes(4))


def _no_version(file: Path, chance: random.Random) -> None:
    _overwrite(file, 60, chance.choice((bytes(4), b"\xff\xff\xff\xf0", b"\x00\x0f\x00\x00")))


def _other_version(file: Path, chance: random.Random) -> None:
    """As if it had still to climb, though its tables are the newest."""
    _overwrite(file, 60, chance.randrange(1, 4).to_bytes(4, "big"))


def _scribble_on_log(file: Path, chance: random.Random) -> None:
    _scribble(_log(file), chance)


def _cut_log(file: Path, chance: random.Random) -> None:
    _cut(_log(file), chance)


def _cut_below_log(file: Path, chance: random.Random) -> None:
    _cut(file, chance)


def _log_of_another(file: Path, chance: random.Random) -> None:
    """And sometimes its shared memory."""
    other = file.with_name("other.db")
    with closing(open_history(other, now=datetime.now(UTC)).connection) as connection:
        connection.execute("INSERT INTO sync_file VALUES ('a', 'b', 1, 1, NULL)")
        for ending in ("-wal", "-shm") if chance.random() < 0.5 else ("-wal",):
            shutil.copy(f"{other}{ending}", f"{file}{ending}")
    other.unlink()


def _empty_below_log(file: Path, chance: random.Random) -> None:
    os.truncate(file, 0)
    if chance.random() < 0.5:
        file.unlink()


ON_FILE: dict[str, Damage] = {
    "cut off": _cut,
    "pages zeroed": _zero_page,
    "random bytes": _scribble,
    "in the header": _scribble_on_head,
    "in the schema": _scribble_on_schema,
    "in indexes": _scribble_on_indexes,
    "application id": _wrong_id,
    "no version": _no_version,
    "another version": _other_version,
    "log of another": _log_of_another,
}
ON_LOG: dict[str, Damage] = {
    "log scribbled on": _scribble_on_log,
    "log cut off": _cut_log,
    "cut off below a log": _cut_below_log,
    "emptied below a log": _empty_below_log,
}


def _overwrite(file: Path, at: int, data: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(data)


def _log(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


# --- broken, and tried ---


def _broken(pasts: tuple[Past, Past], times: int, *, quick: bool) -> Verdict:
    whole, logged = pasts
    tries = [(whole, *each) for each in ON_FILE.items()] + [(logged, *e) for e in ON_LOG.items()]
    if quick:
        tries = tries[:: len(tries) // QUICK_TRIES]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = [
            pool.submit(_try, past, name, damage, SEED + number)
            for number, (past, name, damage) in enumerate(tries * times)
        ]
        tried = [each.result() for each in done]
    names = ", ".join(dict.fromkeys(each.name for each in tried))
    shares = [each.share for each in tried if each.share is not None]
    saved = f"{len(shares)} set aside, of these {_percent(shares)} of the sessions saved"
    wrong = [f"{each.name}: {words}" for each in tried for words in each.wrong]
    return Verdict("history damaged", f"{len(tried)} copies ({names}), {saved}", tuple(wrong))


def _percent(shares: list[float]) -> str:
    return f"{100 * sum(shares) / len(shares):.0f} %" if shares else "none"


def _try(past: Past, name: str, damage: Damage, seed: int) -> Tried:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(past.data, data)
        file = data / "history.db"
        damage(file, chance)
        parts, began = _parts(data), datetime.now(UTC)
        first = chance.choice((start, history, _doctor))(data)
        at_once = bool(list(data.glob("*set-aside*")))
        found = history(data)
        wrong = [*_wrong_in(first), *_wrong_in(found)]
        if first.code or found.code:
            # Seldom the one number that must be believed is hit: then nothing is touched.
            wrong += _refused(data, parts, first, found)
            return Tried(name, None, tuple(f"seed {seed}: {words}" for words in wrong))
        share = None
        if list(data.glob("*set-aside*")):
            if at_once:
                wrong += _lost(data, parts)
            # An id that was hit makes another session of it.
            kept = [s for s in found.sessions if not at_once or s.started_at < began]
            share = min(1.0, len(kept) / past.shown)
            wrong += _told_wrong(first if at_once else found, len(kept))
        wrong += _made_up(past, found.sessions)
        wrong += _new_one(data)
    return Tried(name, share, tuple(f"seed {seed}: {words}" for words in wrong))


def _doctor(data: Path) -> Run:
    return run(data, "doctor")


def _parts(data: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in data.glob("history.db*") if each.is_file()}


# --- what must hold ---


def _wrong_in(one: Run) -> Iterator[str]:
    yield from (f"it wrote: {line}" for line in one.traces)


def _lost(data: Path, parts: dict[str, bytes]) -> Iterator[str]:
    if any(name.endswith("-wal") for name in parts) and not list(data.glob("*set-aside*-wal")):
        # It was met after SQLite had put the log into the file.
        return
    there = {each.read_bytes() for each in data.iterdir() if each.is_file()}
    for name, content in parts.items():
        # The shared memory of a log is made anew from it at any time.
        if content and not name.endswith("-shm") and content not in there:
            yield f"{name} as it was is nowhere"


def _refused(data: Path, parts: dict[str, bytes], *runs: Run) -> Iterator[str]:
    for one in runs:
        if "newer hiptimer" not in one.told + one.out:
            yield f"the exit code is {one.code}: {one.told.strip()}"
    if any((data / name).read_bytes() != content for name, content in parts.items()):
        yield "what was refused is not as it was"


def _told_wrong(first: Run, kept: int) -> Iterator[str]:
    told = first.out + first.told
    if "Nothing was deleted" not in told:
        yield f"nobody said that it was set aside: {first.told.strip()}"
    if (first.saved or 0) != kept:
        yield f"{first.saved} sessions are told as saved, {kept} are there"


def _made_up(past: Past, sessions: list[Session]) -> Iterator[str]:
    """Workouts begun since are at this moment's time; the rest must be of the past."""
    for session in sessions:
        was = past.sessions.get(session.id)
        if was is None:
            if session.started_at < min(s.started_at for s in past.sessions.values()):
                yield f"{session.id} is made up"
            continue
        known = {(record.n, record.attempt) for record in was.sets}
        if not {(record.n, record.attempt) for record in session.sets} <= known:
            yield f"{session.id} has sets that are made up"


def _new_one(data: Path) -> Iterator[str]:
    before = {session.id for session in history(data).sessions}
    workout = start(data)
    yield from _wrong_in(workout)
    after = history(data).sessions
    new = [session for session in after if session.id not in before]
    if workout.code or not before < {session.id for session in after}:
        yield f"a new workout ended with {workout.code}: {workout.told.strip()}"
    elif [session.status for session in new] != [Status.COMPLETE]:
        yield f"the new workouts are {[session.status for session in new]}"
    if list(data.glob("*set-aside*")):
        with closing(connect(data / "history.db", mode="ro")) as connection:
            [answer] = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if answer != "ok":
            yield f"integrity_check of the new one: {answer}"


# --- something else in its place ---


def _directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _link(file: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))
    file.symlink_to("elsewhere.db")


def _link_to_damaged(file: Path) -> None:
    _link(file)
    _overwrite(file.with_name("elsewhere.db"), 0, bytes(100))


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("PRAGMA journal_mode = DELETE")


def _unreadable(file: Path) -> None:
    file.chmod(0)


class Place(NamedTuple):
    """`words` are told and the exit code is 1 while it is so, unless the past can be used."""

    name: str
    make: Callable[[Path], None]
    words: str = ""
    is_usable: bool = False


PLACES = (
    Place("newer", _newer, "newer hiptimer"),
    Place("directory", _directory, "cannot be used"),
    Place("pipe", _pipe, "no file"),
    Place("link", _link, is_usable=True),
    Place("link to a damaged one", _link_to_damaged, "could be saved", is_usable=True),
    Place("no right to read", _unreadable, "cannot be used"),
)


def _in_its_place(past: Past, *, quick: bool) -> Verdict:
    places = PLACES[:3] if quick else PLACES
    with ThreadPoolExecutor(AT_ONCE) as pool:
        wrong = [
            words for found in pool.map(lambda p: _try_place(past, p), places) for words in found
        ]
    names = ", ".join(place.name for place in places)
    return Verdict("something else in its place", names, tuple(wrong))


def _try_place(past: Past, place: Place) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(past.data, data)
        place.make(data / "history.db")
        uid = _given_to_nobody(Path(folder)) if place.make is _unreadable else None
        before = _parts(data) if uid is None else {}
        first, workout = history(data, uid=uid), start(data, uid=uid)
        wrong = [*_wrong_in(first), *_wrong_in(workout)]
        if place.words not in first.told:
            wrong.append(f"it is not told: {first.told.strip()}")
        if workout.code:
            wrong.append(f"the workout ends with {workout.code}: {workout.told.strip()}")
        if place.is_usable:
            if len(first.sessions) != past.shown:
                wrong.append(f"{len(first.sessions)} sessions")
        else:
            wrong += _kept_beside(data, first, workout, before)
        return [f"{place.name}: {words}" for words in wrong]


def _kept_beside(data: Path, first: Run, workout: Run, before: dict[str, bytes]) -> Iterator[str]:
    """The past cannot be used: all stays as it is, and the workout waits in a file."""
    if first.code != 1:
        yield f"history ends with {first.code}"
    if "is taken in at the next start" not in workout.out:
        yield "it is not told that the workout waits in a file"
    if not list((data / "cache").glob("hiptimer-session-*.json")):
        yield "no workout waits in a file"
    if _parts(data) != before and before:
        yield "it is not as it was"


def _given_to_nobody(folder: Path) -> int | None:
    """Root may read all: so it is given to somebody who is not. None for who is not root."""
    if os.geteuid():
        return None
    for each in (folder, *folder.rglob("*")):
        os.chown(each, NOBODY, NOBODY)
    return NOBODY


# --- in the window ---


def _in_the_window(past: Past, times: int) -> Verdict:
    wrong = [words for number in range(times) for words in _try_in_window(past, SEED + number)]
    return Verdict("history damaged, in the window", f"{times} starts", tuple(wrong))


def _try_in_window(past: Past, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(past.data, data)
        file = data / "history.db"
        _overwrite(file, 0, chance.randbytes(PAGE))
        parts = _parts(data)
        window = subprocess.Popen(
            command(data),
            env={**silent(), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            told = _wait_for(data / "logs" / "hiptimer.log", "could be saved", window)
            # The word comes before the first frame; what is asked to end then ends after it.
            window.send_signal(signal.SIGTERM)
            said = window.communicate(timeout=WINDOW_LIMIT_S)[0]
        finally:
            window.kill()
            window.wait()
        if not told:
            yield f"nobody said what was saved: {said}"
        if window.returncode or TRACE.search(said):
            yield f"it ended with {window.returncode}: {said}"
        yield from _lost(data, parts)
        yield from _new_one(data)


def _wait_for(log: Path, words: str, window: "subprocess.Popen[str]") -> bool:
    end = time.monotonic() + WINDOW_LIMIT_S
    while window.poll() is None and time.monotonic() < end:
        if log.exists() and words in log.read_text():
            return True
        time.sleep(0.05)
    return False
