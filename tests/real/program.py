"""The program as another one that runs beside the tests, reached from outside alone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
from real.machine import stop_process

from hiptimer.model.session import Session

# Short gaps: nobody has to walk to a mat here. They stay long enough for what is said in them.
SETTINGS = {
    "first_gap_s": 1,
    "new_position_gap_s": 1,
    "roll_over_gap_s": 1,
    "same_position_gap_s": 1,
    "reposition_s": 1,
    "voice": "brief",
    "keep_awake": False,
    "equipment": [],
    "language": "en",
}
ROUTINE = """\
id = "short-one"
name = "Short one"
when = "To try it out."

[[steps]]
exercise = "clam-basic"
reps = 2
"""


def short_routine(folder: Path) -> Path:
    """A data folder with a routine of one move that is over soon."""
    for name, words in (
        ("routines/short-one.toml", ROUTINE),
        ("config/settings.json", json.dumps(SETTINGS)),
    ):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words)
    return folder


@contextmanager
def running_program(env: Mapping[str, str], data: Path) -> Iterator[None]:
    """Without sound."""
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(data)]
    whole = {**os.environ, **env, "SDL_AUDIODRIVER": "dummy"}
    program = subprocess.Popen(command, env=whole)
    try:
        yield
    finally:
        stop_process(program)


def sessions_in(data: Path) -> list[Session]:
    """What another process reads from the disk."""
    run = subprocess.run(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(data), "history", "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    return msgspec.json.decode(run.stdout, type=list[Session])
