"""SIGKILL at random moments of a workout: every rep that was announced as saved is there."""

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from text_form import begin_workout, sessions_of, total_saved
from verdict import Verdict

from hiptimer.model.session import Status

KILLS, QUICK_KILLS = 300, 12
# The faster, the more of the time is spent in commits.
SPEEDS = (60, 200, 800)
LONGEST_S = 1.5
SEED = 11


def verdicts(quick: bool) -> Iterator[Verdict]:
    yield _in_a_workout(QUICK_KILLS if quick else KILLS)


def _in_a_workout(kills: int) -> Verdict:
    chance = random.Random(SEED)
    wrong = []
    announced = []
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        data = Path(folder)
        for number in range(kills):
            announced.append(_killed_after(data, chance.choice(SPEEDS), chance.random()))
            with closing(sqlite3.connect(f"file:{data}/history.db?mode=ro", uri=True)) as file:
                [answer] = file.execute("PRAGMA integrity_check").fetchone()
            if answer != "ok":
                wrong.append(f"kill {number + 1}: {answer}")
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


def _missing(data: Path, announced: list[int]) -> Iterator[str]:
    sessions = sessions_of(data)
    if len(sessions) != len(announced):
        yield f"{len(announced)} workouts were begun, {len(sessions)} are in the history"
    for number, (session, told) in enumerate(zip(sessions, announced, strict=False), start=1):
        kept = session.total_reps + sum(done.hold_s is not None for done in session.sets)
        if session.status is Status.RUNNING or not told <= kept <= told + 1:
            yield f"workout {number}: {told} announced, {kept} kept, {session.status}"
