"""The share of one core that the window takes: during reps, and while paused."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from real.machine import Display

HERE = Path(__file__).parent
SECONDS = 10.0


def measure(display: Display) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    with _running(display, [str(HERE / "repainting.py")]) as bare:
        _see(display, bare)
        yield "processor, bare window repainting", f"{_share(bare):.1f} %", ""
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "hiptimer", "--data-dir", folder, "start", "basic-three"]
        with _running(display, command) as ours:
            _see(display, ours)
            display.xdotool("key", "Right")
            time.sleep(2.0)
            yield "processor, workout during reps", f"{_share(ours):.1f} %", "≤ 20 %"
            display.xdotool("key", "space")
            time.sleep(1.0)
            yield "processor, workout paused", f"{_share(ours):.1f} %", "≤ 0.5 %"


def _running(display: Display, command: list[str]) -> "subprocess.Popen[bytes]":
    path = os.pathsep.join([str(HERE.parent.parent), str(HERE)])
    env = {**display.env, "PYTHONPATH": path, "SDL_AUDIODRIVER": "dummy"}
    return _Ending([sys.executable, *command], env=env, stdout=subprocess.DEVNULL)


class _Ending(subprocess.Popen):  # type: ignore[type-arg]
    """A program that is ended when it was measured."""

    def __exit__(self, *error: object) -> None:
        self.terminate()
        super().__exit__(*error)  # type: ignore[arg-type]


def _see(display: Display, run: "subprocess.Popen[bytes]") -> None:
    display.xdotool("search", "--sync", "--onlyvisible", "--pid", str(run.pid), ".*")
    time.sleep(2.0)


def _share(run: "subprocess.Popen[bytes]") -> float:
    """Per cent of one core over some seconds."""
    before, began = _ticks(run.pid), time.monotonic()
    time.sleep(SECONDS)
    passed = time.monotonic() - began
    return 100 * (_ticks(run.pid) - before) / os.sysconf("SC_CLK_TCK") / passed


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
