"""The share of one core and the memory that a workout takes, on a real sound server."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from real.machine import Display, running_sound_server

HERE = Path(__file__).parent
SECONDS = 10.0
MORE_MIB = 110


def measure(display: Display) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    with _running(display.env, [str(HERE / "repainting.py")]) as bare:
        _see(display, bare)
        bare_mib = _memory_mib(bare)
        yield "processor, bare window repainting", f"{_share(bare):.1f} %", ""
        yield "memory, bare window repainting", f"{bare_mib:.0f} MiB", ""
    with tempfile.TemporaryDirectory() as folder, running_sound_server() as server:
        command = ["-m", "hiptimer", "--data-dir", folder, "start", "basic-three"]
        with _running({**display.env, **server.env}, command) as ours:
            _see(display, ours)
            display.xdotool("key", "Right")
            time.sleep(2.0)
            yield "processor, workout during reps", f"{_share(ours):.1f} %", "≤ 20 %"
            aim = f"≤ {bare_mib + MORE_MIB:.0f} MiB"
            yield "memory in a workout", f"{_memory_mib(ours):.0f} MiB", aim
            display.xdotool("key", "space")
            time.sleep(1.0)
            yield "processor, workout paused", f"{_share(ours):.1f} %", "≤ 0.5 %"


def _running(env: Mapping[str, str], command: list[str]) -> "subprocess.Popen[bytes]":
    path = os.pathsep.join([str(HERE.parent.parent), str(HERE)])
    env = {**env, "PYTHONPATH": path}
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


def _memory_mib(run: "subprocess.Popen[bytes]") -> float:
    """What is in memory for it, shared or not."""
    lines = Path(f"/proc/{run.pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / 1024


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
