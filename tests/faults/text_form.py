"""The program in its text form, as another process."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from hiptimer.model.session import Session

SAVED_REPS = re.compile(r"saved: (\d+) rep")
SAVED_HOLD = re.compile(r"saved: [\d.,]+ s held")


def begin_workout(
    data: Path, *, speed: float, routine: str = "basic-three"
) -> "subprocess.Popen[str]":
    """Leads through it at once, and tells on its standard output."""
    return subprocess.Popen(
        command(data, "start", routine, "--text", "--speed", str(speed)),
        env=silent(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def sessions_of(data: Path) -> list[Session]:
    """The history as the program tells it, the oldest first."""
    out = subprocess.run(
        command(data, "history", "--json"), env=silent(), check=True, capture_output=True
    ).stdout
    sessions = msgspec.json.decode(out, type=list[Session])
    return sorted(sessions, key=lambda session: session.started_at)


def total_saved(lines: Sequence[str]) -> int:
    """All reps and holds that are told as saved; a set counts up from one."""
    total = last = 0
    for line in lines:
        if found := SAVED_REPS.search(line):
            reps = int(found[1])
            total += reps - (last if reps > last else 0)
            last = reps
        elif SAVED_HOLD.search(line):
            total, last = total + 1, 0
    return total


def command(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *arguments]


def silent() -> dict[str, str]:
    """No display, no sound, English."""
    left_out = {"DISPLAY", "WAYLAND_DISPLAY"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**env, "SDL_AUDIODRIVER": "dummy", "LC_ALL": "C.UTF-8"}
