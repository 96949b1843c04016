"""The disk is full, read-only or gone, or the history locked elsewhere, while a workout runs.

Each time on a disk of its own. The workout must go on to its end, the person be told in words what
is wrong and when it is over, and every rep be in the history afterwards: at once, or taken in at
the next start from the file in which the session waited. Settings stay whole, nobody is shown a
traceback, the exit code says what happened, and memory and log do not grow with the tries.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec
from disk_window import (
    Doing,
    close_while_full,
    fill_and_free,
    led_in_window,
    lock_past_the_end,
    only_read,
    remove,
    tear_away,
)
from small_disk import SmallDisk, small_disk, why_no_disk
from text_form import command, silent
from told import TRACE, Told
from verdict import Verdict

from hiptimer.model.event import Outcome
from hiptimer.model.session import Session, Status

ROUTINE = "pre-run-activation"
LAST_SETS = "All-fours hip extension (Left leg lifts) · 8 reps"
SPEED = 60
TIMES = 12
WINDOWS = 3
AT_ONCE = 8
SEED = 8
LOCKED_S, QUICK_LOCKED_S = 30.0, 2.0
LOCKED_SPEED = 8  # it lasts longer than the lock then
GROWTH_KIB = 4096
LOG_BYTES = 20_000
MOST_TOLD = 8
"""Lines about trouble, however often saving was tried."""
SAVED_AGAIN = "Saving works again"
KEPT_IN_FILE = "is taken in at the next start"
NOT_SAVED = "not saved"
SETTINGS = {"volume": 0.5, "week_goal": 4, "language": "en"}
HERE = Path(__file__)


class Workout(NamedTuple):
    """One to which something is done."""

    disk: SmallDisk
    data: Path
    told: Told
    chance: random.Random


class Case(NamedTuple):
    """`before` is done before the start, `meanwhile` while it runs, `after` before the next start.
    All of `words` must be told in this order, and `code` be the exit code.
    """

    name: str
    meanwhile: Callable[[Workout], None]
    words: tuple[str, ...]
    before: Callable[[SmallDisk], None] | None = None
    after: Callable[[SmallDisk], None] | None = None
    code: int = 0
    speed: float = SPEED
    is_new: bool = False
    is_temp_here: bool = False


def verdicts(quick: bool) -> Iterator[Verdict]:
    reason = why_no_disk()
    if not reason:
        yield from _verdicts_here(quick)
    elif os.geteuid() != 0 and _can_be_root_inside():
        yield from _verdicts_inside(quick)
    else:
        yield Verdict("disk", f"LEFT OUT, as no small disk can be mounted here: {reason}")


# --- what is done ---


def _nothing(workout: Workout) -> None:
    """It was done before."""


def _some_saved(workout: Workout) -> None:
    workout.told.wait_for_saved(workout.chance.randint(1, 12))


def _fill_for_a_while(workout: Workout) -> None:
    _some_saved(workout)
    workout.disk.fill()
    _until_over(workout)


def _until_over(workout: Workout) -> None:
    """Told as full, some time, then there is room again."""
    began = workout.told.wait_for("done at")
    since = workout.told.wait_for("is full", began)
    workout.told.wait_for("Get ready", since)
    workout.disk.free()
    workout.told.wait_for(SAVED_AGAIN)


def _fill_twice(workout: Workout) -> None:
    _fill_for_a_while(workout)
    again = len(workout.told.lines)
    workout.disk.fill()
    workout.told.wait_for("is full", again)
    workout.disk.free()
    workout.told.wait_for(SAVED_AGAIN, again)


def _fill_at_the_end(workout: Workout) -> None:
    _fill_in_last_sets(workout)
    workout.told.wait_for("Done")
    workout.told.wait_for("is full")
    workout.disk.free()


def _fill_in_last_sets(workout: Workout) -> None:
    workout.told.wait_for(LAST_SETS)
    workout.disk.fill()


def _fill_and_stop(workout: Workout) -> None:
    _some_saved(workout)
    workout.disk.fill()
    workout.told.wait_for("is full")


def _remove(workout: Workout) -> None:
    _some_saved(workout)
    shutil.rmtree(workout.data, ignore_errors=True)


def _rename(workout: Workout) -> None:
    _some_saved(workout)
    workout.data.rename(workout.data.with_name("elsewhere"))


def _tear_away(workout: Workout) -> None:
    _some_saved(workout)
    workout.disk.tear_away()


def _lock_for(seconds: float) -> Callable[[Workout], None]:
    def lock(workout: Workout) -> None:
        _some_saved(workout)
        file = workout.data / "history.db"
        with closing(sqlite3.connect(file, isolation_level=None, timeout=5)) as other:
            other.execute("BEGIN EXCLUSIVE")
            workout.told.wait_for("is busy")
            before = _resident_kib(workout.told.process.pid)
            time.sleep(seconds)
            grown = _resident_kib(workout.told.process.pid) - before
            other.execute("ROLLBACK")
        if grown > GROWTH_KIB:
            workout.told.note(f"grew by {grown} KiB while locked")
        workout.told.wait_for(SAVED_AGAIN)

    return lock


def _resident_kib(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


FULL = [
    Case("at the start", _until_over, ("is full", SAVED_AGAIN), SmallDisk.fill),
    Case(
        "before there is a history",
        _until_over,
        ("is full", SAVED_AGAIN),
        SmallDisk.fill,
        is_new=True,
    ),
    Case("in the middle", _fill_for_a_while, ("is full", SAVED_AGAIN)),
    Case("twice", _fill_twice, ("is full", SAVED_AGAIN, "is full", SAVED_AGAIN)),
    Case("at the end", _fill_at_the_end, ("is full",)),
    Case(
        "until after the end", _fill_in_last_sets, ("is full", KEPT_IN_FILE), after=SmallDisk.free
    ),
    Case(
        "the temporary folder too",
        _fill_and_stop,
        ("is full", NOT_SAVED),
        after=SmallDisk.free,
        code=1,
        is_temp_here=True,
    ),
]
READ_ONLY = [
    Case(
        "with a history",
        _nothing,
        (KEPT_IN_FILE,),
        SmallDisk.forbid_writing,
        SmallDisk.allow_writing,
    ),
    Case(
        "without one",
        _nothing,
        (KEPT_IN_FILE,),
        SmallDisk.forbid_writing,
        SmallDisk.allow_writing,
        is_new=True,
    ),
]
GONE = [
    Case("removed", _remove, (KEPT_IN_FILE,)),
    Case("renamed", _rename, (KEPT_IN_FILE,)),
    Case("unmounted", _tear_away, (KEPT_IN_FILE,)),
]


class InWindow(NamedTuple):
    do: Doing
    is_read_only: bool = False
    is_temp_here: bool = False


IN_WINDOW: Mapping[str, InWindow] = {
    "full now and then": InWindow(fill_and_free),
    "full, and closed": InWindow(close_while_full, is_temp_here=True),
    "read-only": InWindow(only_read, is_read_only=True),
    "folder removed": InWindow(remove),
    "disk unmounted": InWindow(tear_away),
    "locked past the end": InWindow(lock_past_the_end),
}
NOT_QUICK = frozenset({"twice", "at the end", "without one", "renamed"}) | (
    IN_WINDOW.keys() - {"full now and then"}
)


def _locked(quick: bool) -> list[Case]:
    seconds = QUICK_LOCKED_S if quick else LOCKED_S
    words = ("is busy", SAVED_AGAIN)
    case = Case(f"{seconds:g} s", _lock_for(seconds), words)
    return [case if quick else case._replace(speed=LOCKED_SPEED)]


# --- trying ---


class Tried(NamedTuple):
    case: Case
    sets: int
    wrong: tuple[str, ...]


def _verdicts_here(quick: bool) -> Iterator[Verdict]:
    times = 1 if quick else TIMES
    left_out = NOT_QUICK if quick else frozenset()
    groups: Mapping[str, Sequence[Case]] = {
        "disk full": FULL * times,
        "folder read-only": READ_ONLY * times,
        "folder gone in a workout": GONE * times,
        "history locked by another program": _locked(quick),
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun = {
            name: [
                pool.submit(_try, case, SEED + number)
                for number, case in enumerate(cases)
                if case.name not in left_out
            ]
            for name, cases in groups.items()
        }
        windows = [
            pool.submit(_try_window, name, asked)
            for name, asked in IN_WINDOW.items()
            for _ in range(1 if quick else WINDOWS)
            if name not in left_out
        ]
        for name, tries in begun.items():
            yield _verdict(name, [done.result() for done in tries])
        yield _verdict(
            "disk full, read-only or gone, history locked, in a window",
            [done.result() for done in windows],
        )


def _verdict(name: str, tries: Sequence[Tried]) -> Verdict:
    names = ", ".join(dict.fromkeys(tried.case.name for tried in tries))
    sets = sum(tried.sets for tried in tries)
    wrong = [f"{tried.case.name}: {words}" for tried in tries for words in tried.wrong]
    count = f"{len(tries)} workouts ({names}), {sets} sets kept"
    return Verdict(name, count, tuple(dict.fromkeys(wrong)))


def _try(case: Case, seed: int) -> Tried:
    with small_disk() as disk:
        data = disk.folder / "data"
        _write_settings(data)
        temp = disk.folder if case.is_temp_here else disk.spare
        env = {"TMPDIR": str(temp)}
        if not case.is_new:
            _history(data, env)
        if case.before is not None:
            case.before(disk)
        with Told(data, speed=case.speed, routine=ROUTINE, env=env) as told:
            wrong = list(_trouble(case, Workout(disk, data, told, random.Random(seed))))
        if case.after is not None:
            case.after(disk)
        sets, missing = _kept(case, data, env, temp)
        return Tried(case, sets, (*wrong, *missing))


def _try_window(name: str, asked: InWindow) -> Tried:
    case = Case(name, _nothing, ())
    with small_disk() as disk:
        data = disk.folder / "data"
        _write_settings(data)
        temp = disk.folder if asked.is_temp_here else disk.spare
        env = {"TMPDIR": str(temp)}
        _history(data, env)
        if asked.is_read_only:
            disk.forbid_writing()
        wrong = list(led_in_window(disk, data, temp, ROUTINE, asked.do))
        if asked.is_read_only:
            disk.allow_writing()
        disk.free()
        sets, missing = _kept(case, data, env, temp)
        return Tried(case, sets, (*wrong, *_written_wrong(data), *missing))


def _write_settings(data: Path) -> None:
    file = data / "config" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(SETTINGS))


def _history(data: Path, env: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """What another start finds. It takes in what waits."""
    return subprocess.run(
        command(data, "history", "--json"),
        env={**silent(), **env},
        check=False,
        capture_output=True,
        text=True,
    )


# --- what must hold ---


def _trouble(case: Case, workout: Workout) -> Iterator[str]:
    told = workout.told
    try:
        case.meanwhile(workout)
        code = told.code()
    except TimeoutError as error:
        yield f"{error}; the last it said: {told.lines[-3:]}"
        return
    if code != case.code:
        yield f"the exit code is {code}, not {case.code}"
    since = 0
    for words in case.words:
        found = told.find(words, since)
        if not found:
            yield f"nobody said {words!r} after line {since}"
        since = found or since
    yield from (f"it wrote: {line}" for line in told.traces)
    if (NOT_SAVED in told.lines[-1]) != (case.code != 0):
        yield f"the end is: {told.lines[-1]}"
    about = [line for line in told.lines if str(workout.data) in line]
    if len(about) > MOST_TOLD:
        yield f"{len(about)} lines about it"
    yield from told.notes
    yield from _written_wrong(workout.data)


def _written_wrong(data: Path) -> Iterator[str]:
    """In the files that are there by now."""
    settings, log = data / "config" / "settings.json", data / "logs" / "hiptimer.log"
    if settings.exists() and not SETTINGS.items() <= json.loads(settings.read_text()).items():
        yield f"the settings are {settings.read_text()!r}"
    if log.exists():
        written = log.read_text(errors="replace")
        yield from (f"in the log: {line}" for line in written.splitlines() if TRACE.search(line))
        if len(written) > LOG_BYTES:
            yield f"the log has {len(written)} bytes"


def _kept(
    case: Case, data: Path, env: Mapping[str, str], temp: Path
) -> tuple[int, tuple[str, ...]]:
    """How many sets are in the history, and what is missing there."""
    run = _history(data, env)
    if run.returncode or TRACE.search(run.stderr):
        return 0, (f"the next start says: {run.stderr.strip()}",)
    sessions = msgspec.json.decode(run.stdout, type=list[Session])
    if len(sessions) != 1:
        return 0, (f"there are {len(sessions)} sessions afterwards",)
    [session] = sessions
    if case.code:
        return len(session.sets), ()
    wrong = [f"a file still waits: {file.name}" for file in temp.rglob("hiptimer-session-*")]
    if session.status is not Status.COMPLETE:
        wrong.append(f"the session is {session.status}")
    done = sum(each.outcome is Outcome.DONE for each in session.sets)
    if done < len(session.sets):
        wrong.append(f"{done} of {len(session.sets)} sets are there")
    return done, tuple(wrong)


# --- without being root ---


def _can_be_root_inside() -> bool:
    return shutil.which("unshare") is not None and _inside("true").returncode == 0


def _verdicts_inside(quick: bool) -> Iterator[Verdict]:
    """All of it again as the root of a small world of its own."""
    run = _inside(sys.executable, str(HERE), *(["--quick"] if quick else []))
    if run.returncode:
        yield Verdict("disk", "in a world of its own", (run.stderr,))
    # The window manager writes there, too.
    told = [line for line in run.stdout.splitlines() if line.startswith('["')]
    yield from (msgspec.json.decode(line, type=Verdict) for line in told)


def _inside(*words: str) -> "subprocess.CompletedProcess[str]":
    whole = ["unshare", "--map-root-user", "--mount", *words]
    return subprocess.run(whole, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    for verdict in verdicts("--quick" in sys.argv):
        print(msgspec.json.encode(verdict).decode(), flush=True)
