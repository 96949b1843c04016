"""SIGKILL at random moments of a workout: every rep that was announced as saved is there. And of
the first start of a newer version, while it brings a long past up to date: all of it is there.
"""

import random
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from past import make_old, make_past, run
from real.machine import running_display
from real.reader import ScreenReader, running_reader
from text_form import begin_workout, command, sessions_of, silent, total_saved
from verdict import Verdict

from hiptimer.model.session import Status

KILLS, QUICK_KILLS = 300, 12
WINDOW_KILLS, QUICK_WINDOW_KILLS = 60, 2
MIGRATION_KILLS, QUICK_MIGRATION_KILLS = 40, 4
COPIES = 60
"""Of the sample: some 2600 sessions."""
# The faster, the more of the time is spent in commits.
SPEEDS = (60, 200, 800)
LONGEST_S = 1.5
WINDOW_SPEED, WINDOW_LONGEST_S = 60, 4.0
SEED = 11
LIMIT_S = 120.0
Contents = tuple[float, ...]


def verdicts(quick: bool) -> Iterator[Verdict]:
    yield _in_a_workout(QUICK_KILLS if quick else KILLS)
    yield _in_the_window(QUICK_WINDOW_KILLS if quick else WINDOW_KILLS)
    yield _in_a_migration(QUICK_MIGRATION_KILLS if quick else MIGRATION_KILLS)


def _in_a_workout(kills: int) -> Verdict:
    chance = random.Random(SEED)
    wrong = []
    announced = []
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        data = Path(folder)
        for number in range(kills):
            announced.append(_killed_after(data, chance.choice(SPEEDS), chance.random()))
            wrong += [f"kill {number + 1}: {words}" for words in _damage(data)]
        wrong += _missing(data, announced)
    count = f"{kills} kills, {sum(announced)} reps and holds announced as saved"
    return Verdict("killed in a workout", count, tuple(wrong))


def _killed_after(data: Path, speed: int, share: float) -> int:
    """Reps and holds announced before the end."""
    with begin_workout(data, speed=speed) as workout:
        assert workout.stdout is not None
        # From the first one on, so that the time it takes to start does not count.
        lines = [next(line for line in workout.stdout if "saved" in line)]
        time.sleep(share * LONGEST_S)
        workout.kill()
        lines += workout.stdout.readlines()
    return total_saved(lines)


def _damage(data: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{data}/history.db?mode=ro", uri=True)) as file:
        [answer] = file.execute("PRAGMA integrity_check").fetchone()
    if answer != "ok":
        yield answer


def _missing(data: Path, announced: list[int], more: int = 1) -> Iterator[str]:
    """Of each workout all that was announced must be there, and at most so much `more`."""
    sessions = sessions_of(data)
    if len(sessions) != len(announced):
        yield f"{len(announced)} workouts were begun, {len(sessions)} are in the history"
    for number, (session, told) in enumerate(zip(sessions, announced, strict=False), start=1):
        kept = session.total_reps + sum(done.hold_s is not None for done in session.sets)
        if session.status is Status.RUNNING or not told <= kept <= told + more:
            yield f"workout {number}: {told} announced, {kept} kept, {session.status}"


# --- in the window ---


REP = re.compile(r"(\d+) of \d+ (?!s\b)")
REPS = re.compile(r"(\d+) reps")
GET_READY = "Get ready."


def _in_the_window(kills: int) -> Verdict:
    """What it shows and says as finished is read from the accessibility bus."""
    chance = random.Random(SEED)
    wrong = []
    announced = []
    with (
        tempfile.TemporaryDirectory(prefix="hiptimer-") as folder,
        running_display() as display,
    ):
        data = Path(folder)
        for number in range(kills):
            with running_reader(display) as (env, reader):
                told = _window_killed_after(data, env, reader, chance.random())
            announced.append(told)
            wrong += [f"kill {number + 1}: {words}" for words in _damage(data)]
        # Between the look and the kill a set may come to its end.
        wrong += _missing(data, announced, more=2)
    count = f"{kills} kills, {sum(announced)} reps and holds shown as finished"
    return Verdict("killed in a workout in the window", count, tuple(wrong))


def _window_killed_after(
    data: Path, env: Mapping[str, str], reader: ScreenReader, share: float
) -> int:
    """Reps and holds that were finished when it was last looked at."""
    window = subprocess.Popen(
        command(data, "start", "basic-three", "--speed", str(WINDOW_SPEED)),
        env={**env, "SDL_AUDIODRIVER": "dummy"},
    )
    try:
        reader.wait_for(GET_READY, LIMIT_S)
        time.sleep(share * WINDOW_LONGEST_S)
        said = reader.hear()
        labels = [item.name for w in reader.windows() for item in w.all() if item.role == "label"]
    finally:
        window.kill()
        window.wait()
    return _finished(said) + sum(int(found[1]) - 1 for found in map(REP.match, labels) if found)


def _finished(said: Sequence[str]) -> int:
    """Reps and holds of the sets after which something else was announced."""
    amounts = [REPS.search(words) for words in said[:-1] if not words.startswith(GET_READY)]
    return sum(int(found[1]) if found else 1 for found in amounts)


# --- while it brings an old past up to date ---


def _in_a_migration(kills: int) -> Verdict:
    chance = random.Random(SEED)
    wrong = []
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        old = Path(folder) / "old"
        make_past(old, workouts=0)
        make_old(old, COPIES)
        # The place where it locks itself in tells that it begins.
        shutil.rmtree(old / "running")
        whole = _contents(old / "history.db")
        lasts_s = _migrate(shutil.copytree(old, Path(folder) / "timed"), None)
        versions: Counter[int] = Counter()
        for number in range(kills):
            data = Path(folder) / "killed"
            shutil.copytree(old, data)
            _migrate(data, chance.random() * lasts_s)
            version, missing = _after_kill(data, whole)
            versions[version] += 1
            wrong += [f"kill {number + 1}, at version {version}: {words}" for words in missing]
            shutil.rmtree(data)
    reached = ", ".join(f"{n} at version {version}" for version, n in sorted(versions.items()))
    count = f"{kills} kills in {lasts_s:.1f} s, {whole[0]} sessions with {whole[1]} sets, {reached}"
    return Verdict("killed in a migration", count, tuple(wrong))


def _migrate(data: Path, kill_after_s: float | None) -> float:
    """Start the program, and kill it that long after it began to migrate; the seconds until its
    new version was there, or it was killed.
    """
    program = subprocess.Popen(
        command(data, "doctor"), env=silent(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until(program, (data / "running" / "opening.lock").exists)
        began = time.monotonic()
        if kill_after_s is None:
            program.wait(LIMIT_S)
        else:
            time.sleep(kill_after_s)
        return time.monotonic() - began
    finally:
        program.kill()
        program.wait()


def _wait_until(program: "subprocess.Popen[bytes]", holds: Callable[[], bool]) -> None:
    while not holds():
        if program.poll() is not None:
            raise RuntimeError("it ended before it migrated")
        time.sleep(0.002)


def _after_kill(data: Path, whole: Contents) -> tuple[int, list[str]]:
    """The version that it was left at, and what does not hold."""
    file = data / "history.db"
    wrong = []
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        [answer] = connection.execute("PRAGMA integrity_check").fetchone()
    if answer != "ok":
        wrong.append(answer)
    if _contents(file) != whole:
        wrong.append(f"{_contents(file)} instead of {whole}")
    doctor = run(data, "doctor")
    if doctor.code or doctor.traces or f"sessions {whole[-1]}" not in " ".join(doctor.out.split()):
        wrong.append(f"the next start: {doctor.out} {doctor.told}")
    if _contents(file) != whole:
        wrong.append(f"{_contents(file)} after the next start instead of {whole}")
    backups = sorted(data.glob("history-backup-*-v1.db"))
    if not backups or any(_contents(backup) != whole for backup in backups):
        wrong.append(f"the backups are {[backup.name for backup in backups]}")
    if left := [each.name for each in data.glob("*.unfinished*")]:
        wrong.append(f"left over: {left}")
    return version, wrong


def _contents(file: Path) -> Contents:
    """Sessions, sets, reps, the lengths of texts that never change, and sessions not deleted."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        found = connection.execute(
            "SELECT (SELECT count(*) FROM session), count(*), total(reps), "
            "total(length(session_id || exercise_name || outcome)), "
            "(SELECT total(length(note || routine_name)) FROM session), "
            "(SELECT count(*) FROM session WHERE deleted_at IS NULL) FROM set_record"
        ).fetchone()
    return tuple(found)
