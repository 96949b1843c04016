"""A process that writes reps is killed at random moments: nothing announced may be missing."""

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from history.samples import now

from hiptimer.history.connection import connect
from hiptimer.history.opening import open_history
from hiptimer.history.recovery import close_interrupted
from hiptimer.history.running import running_folder
from hiptimer.history.store import Store
from hiptimer.model.session import Status

KILLS = 24

WRITER = """
import itertools, os, sys, time
from datetime import UTC, datetime
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from history.samples import done_set, session
from hiptimer.history.journal import Journal

def announce(saved):
    os.write(1, f"{saved.n} {saved.reps}\\n".encode())

journal = Journal(
    Path(sys.argv[1]), on_saved=announce, on_trouble=print, now=lambda: datetime.now(UTC)
)
one = session(os.getpid())
journal.begin(one)
for n in itertools.count(1):
    for reps in range(1, 11):
        journal.save_set(one.id, done_set(n, reps=reps))
        # A rep at a time, as in a workout: so at most one is on its way when the kill comes.
        journal.flush(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a POSIX signal")
def test_killed_at_any_moment_every_announced_rep_is_there(tmp_path: Path) -> None:
    file = tmp_path / "history.db"
    chance = random.Random(7)
    announced: list[int] = []
    folders = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file), *folders], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        # From the first rep on, so that the time it takes to start does not count.
        lines = [process.stdout.readline()]
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        lines += process.stdout.readlines()
        process.stdout.close()
        process.wait()
        announced.append(_total(lines[-1]))
        _check(file, announced)
    print(f"{KILLS} kills, {sum(announced)} reps announced, all of them kept")


def _total(line: str) -> int:
    """All reps up to the announced one, since every set has ten."""
    n, reps = map(int, line.split())
    return (n - 1) * 10 + reps


def _check(file: Path, announced: list[int]) -> None:
    with closing(open_history(file, now=now()).connection) as connection:
        store = Store(connection)
        [closed] = close_interrupted(store, running_folder(file))
        assert closed.status is Status.INTERRUPTED
        assert announced[-1] <= closed.total_reps <= announced[-1] + 1
        assert len(store.sessions()) == len(announced)
    with closing(connect(file, mode="ro")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
