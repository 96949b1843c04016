"""A past made by the program itself, to be copied and damaged, and what it says about one."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
from text_form import begin_workout, command, silent
from told import TRACE

from hiptimer.history.connection import transaction
from hiptimer.history.opening import open_history
from hiptimer.history.schema import MIGRATIONS
from hiptimer.model.session import Session

SAMPLE = Path(__file__).resolve().parents[2] / "sessions" / "sample"
AS_ANOTHER = Path(__file__).with_name("as_another.py")
WORKOUTS = 2
SPEED = 600
LIMIT_S = 120.0
_SAVED = re.compile(r"(\d+) sessions? could be saved")


class Run(NamedTuple):
    """One run of the program, ended by itself."""

    code: int
    out: str
    told: str

    @property
    def traces(self) -> tuple[str, ...]:
        return tuple(line for line in f"{self.out}\n{self.told}".splitlines() if TRACE.search(line))

    @property
    def saved(self) -> int | None:
        """How many sessions it says that it saved from a damaged history."""
        found = _SAVED.search(self.out + self.told)
        return int(found[1]) if found else None

    @property
    def sessions(self) -> list[Session]:
        """Of `history --json`; none when it told nothing."""
        return [] if not self.out else msgspec.json.decode(self.out, type=list[Session])


def run(
    data: Path, *words: str, uid: int | None = None, env: Mapping[str, str] | None = None
) -> Run:
    """As the person with this `uid` when it is not None, which only root can. Raises TimeoutExpired
    when it does not end.
    """
    done = subprocess.run(
        _command(data, words, uid),
        env={**silent(), **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def _command(data: Path, words: Sequence[str], uid: int | None) -> list[str]:
    if uid is None:
        return command(data, *words)
    return [sys.executable, str(AS_ANOTHER), str(uid), "--data-dir", str(data), *words]


def start(data: Path, *, uid: int | None = None) -> Run:
    return run(data, "start", "basic-three", "--text", "--speed", str(SPEED), uid=uid)


def history(data: Path, *, uid: int | None = None) -> Run:
    return run(data, "history", "--json", uid=uid)


def make_past(data: Path, workouts: int = WORKOUTS) -> list[Session]:
    """Import the sample and do some workouts; all sessions. All is in the file itself."""
    run(data, "import", "--yes", str(SAMPLE))
    for _ in range(workouts):
        start(data)
    return history(data).sessions


def leave_log(data: Path) -> None:
    """Kill a workout, so that its rows are in the write-ahead log alone."""
    with begin_workout(data, speed=200) as workout:
        assert workout.stdout is not None
        for number, _ in enumerate(line for line in workout.stdout if "saved" in line):
            if number == 3:
                break
        workout.kill()


def make_old(data: Path, times: int = 1) -> None:
    """Make its history one of the first version, with each session so many times."""
    file = data / "history.db"
    new = data / "new.db"
    file.rename(new)
    with closing(
        open_history(file, now=datetime.now(UTC), migrations=MIGRATIONS[:1]).connection
    ) as old:
        old.execute("ATTACH ? AS new", (str(new),))
        with transaction(old):
            for copy in range(times):
                _copy(old, copy)
    new.unlink()


def _copy(old: sqlite3.Connection, copy: int) -> None:
    for table in ("session", "set_record", "pause", "pain", "sign"):
        columns = [row["name"] for row in old.execute(f"PRAGMA main.table_info({table})")]
        id_ = "id" if table == "session" else "session_id"
        # Another id each time: the first characters count the copies.
        wanted = ", ".join(
            f"printf('%08x', {copy}) || substr({c}, 9)" if copy and c == id_ else c for c in columns
        )
        old.execute(f"INSERT INTO main.{table} SELECT {wanted} FROM new.{table}")
