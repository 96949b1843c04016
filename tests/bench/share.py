"""The share of one core and the memory that a workout takes, on a real sound server."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from child import environment
from real.machine import Display, running_sound_server

from hiptimer.audio.mixer import DOZE_S, REST_S

HERE = Path(__file__).parent
SECONDS = 10.0
MINUTE_S = 60.0
MORE_MIB = 110
MOST_MOVES = "hip-flow"
"""Its first exercise moves most of the body, and with props."""


def measure(display: Display) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    with _running(display.env, [str(HERE / "repainting.py")]) as bare:
        _see(display, bare)
        bare_mib = _memory_mib(bare)
        yield "processor, bare window repainting", f"{_share(bare):.1f} %", ""
        yield "memory, bare window repainting", f"{bare_mib:.0f} MiB", ""
    with running_sound_server() as server:
        env = {**display.env, **server.env}
        with _leading(display, env, "basic-three") as ours:
            yield "processor, workout during reps", f"{_share(ours):.1f} %", "≤ 20 %"
            aim = f"≤ {bare_mib + MORE_MIB:.0f} MiB"
            yield "memory in a workout", f"{_memory_mib(ours):.0f} MiB", aim
            display.xdotool("key", "space")
            share = f"{_share(ours, MINUTE_S):.2f} %"
            yield "processor, the first minute of a pause", share, "≤ 0.5 %"
            time.sleep(REST_S + DOZE_S + SECONDS - MINUTE_S)
            yield "processor, longer pause", f"{_share(ours):.1f} %", "≤ 0.5 %"
        with _leading(display, env, MOST_MOVES) as ours:
            yield "processor, during reps with most moving", f"{_share(ours):.1f} %", "≤ 20 %"


@contextmanager
def _leading(
    display: Display, env: Mapping[str, str], routine: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """A workout in the reps of its first set."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["-m", "hiptimer", "--data-dir", folder, "start", routine]
        with _running(env, command) as ours:
            _see(display, ours)
            display.xdotool("key", "Right")
            time.sleep(2.0)
            yield ours


def _running(env: Mapping[str, str], command: list[str]) -> "subprocess.Popen[bytes]":
    return _Ending([sys.executable, *command], env=environment(env), stdout=subprocess.DEVNULL)


class _Ending(subprocess.Popen):  # type: ignore[type-arg]
    """A program that is ended when it was measured."""

    def __exit__(self, *error: object) -> None:
        self.terminate()
        super().__exit__(*error)  # type: ignore[arg-type]


def _see(display: Display, run: "subprocess.Popen[bytes]") -> None:
    display.xdotool("search", "--sync", "--onlyvisible", "--pid", str(run.pid), ".*")
    time.sleep(2.0)


def _share(run: "subprocess.Popen[bytes]", seconds: float = SECONDS) -> float:
    """Per cent of one core over some seconds."""
    place = Path(f"/proc/{run.pid}")
    before, began = _ticks(place), time.monotonic()
    time.sleep(seconds)
    passed = time.monotonic() - began
    return 100 * (_ticks(place) - before) / os.sysconf("SC_CLK_TCK") / passed


def _memory_mib(run: "subprocess.Popen[bytes]") -> float:
    """What is in memory for it, shared or not."""
    lines = Path(f"/proc/{run.pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / 1024


def _ticks(place: Path) -> int:
    fields = (place / "stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
