"""How exactly the cues of a workout are heard, measured on a real sound server.

A workout is led by the program's own window, looked at sixty times a second, on a screen and a
sound server started for it. What the server plays is recorded in this process, written to a file,
and compared with what the workout asked for when it is over.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from real.machine import Display, SoundServer, running_sound_server
from sound_analysis import Figures, analyse, quantiles
from sound_recording import recording

HERE = Path(__file__).parent
RUNS = 3
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One workout that was led and recorded. `load` is of the computer, over its last minute."""

    figures: Figures
    seconds: float
    frames_per_s: float
    stalls: int
    load: float
    fast_ppm: float
    residual_ms: float


def measure(display: Display, *, quick: bool = False) -> Iterator[Row]:
    """Rows of the table: name, figure, aim. Takes some 40 minutes; the quick one 3."""
    whole, short, runs = ("trial", "trial", 1) if quick else ("whole", "short", RUNS)
    with running_sound_server() as server:
        calm = lead(display, server, whole)
        yield from _about("sound (a)", calm)
        yield from _beats("sound (a)", calm)
        starting = [lead(display, server, short) for _ in range(runs)]
        for number, run in enumerate(starting, start=1):
            yield from _about(f"sound (b) run {number}", run)
        yield from _starts("sound (b)", starting)
        stalled = lead(display, server, whole, stalls=True)
        yield from _about("sound (c) stalled", stalled)
        yield from _beats("sound (c) stalled", stalled)


def lead(display: Display, server: SoundServer, kind: str, *, stalls: bool = False) -> Run:
    """Lead through a workout of a kind and look at what was heard."""
    with tempfile.TemporaryDirectory(prefix="hiptimer-bench-") as folder:
        return lead_in(Path(folder), display, server, kind, stalls=stalls)


def lead_in(
    folder: Path, display: Display, server: SoundServer, kind: str, *, stalls: bool = False
) -> Run:
    """The same, with the recording and the notes left in `folder`."""
    command = [str(HERE / "sound_workout.py"), str(folder), kind, "stalls" if stalls else "calm"]
    path = os.pathsep.join([str(HERE.parent.parent), str(HERE)])
    env = {**display.env, **server.env, "PYTHONPATH": path}
    with recording(server.env, server.monitor, folder) as recorder:
        subprocess.run([sys.executable, *command], env=env, check=True)
        load = os.getloadavg()[0]
        heard, clock = recorder.stop()
    told = json.loads((folder / "asked.json").read_text())
    return Run(
        figures=analyse(told, np.load(folder / "wanted.npy"), heard, clock),
        seconds=told["seconds"],
        frames_per_s=told["frames_per_s"],
        stalls=told["stalls"],
        load=load,
        fast_ppm=clock.fast_ppm,
        residual_ms=clock.residual_ms,
    )


def _about(name: str, run: Run) -> Iterator[Row]:
    """What a reader must know to judge the figures."""
    figures = run.figures
    cues = len(figures.errors_ms) + len(figures.delays_ms)
    yield f"{name}: length", f"{run.seconds:.0f} s", ""
    yield f"{name}: cues found, lost", f"{cues}, {len(figures.lost)}", "0 lost"
    yield f"{name}: frames a second", f"{run.frames_per_s:.0f}", "60"
    if run.stalls:
        yield f"{name}: stalls of 500 ms", f"{run.stalls}", ""
    yield f"{name}: load, gaps of the server", f"{run.load:.1f}, {figures.gaps}", ""
    clock = f"{run.fast_ppm:+.0f} ppm ± {run.residual_ms:.1f} ms"
    yield f"{name}: server's clock", clock, ""
    for note in (*figures.lost[:10], *figures.notes[:10]):
        yield f"  {note}", "", ""


def _beats(name: str, run: Run) -> Iterator[Row]:
    yield f"{name}: beats, p50 p95 p99 max", _spread(run.figures.errors_ms), "≤ 1 ms"


def _starts(name: str, runs: list[Run]) -> Iterator[Row]:
    delays = [np.array(run.figures.delays_ms) for run in runs]
    together = np.concatenate(delays)
    medians = ", ".join(f"{np.median(one):.1f}" for one in delays)
    drifts = ", ".join("{:+.0f} ± {:.0f}".format(*run.figures.drift_ppm) for run in runs)
    yield f"{name}: segment starts", f"{len(together)}", "≥ 300"
    yield f"{name}: median delay, each run", f"{medians} ms", "≤ 40 ms"
    off = together - np.median(together)
    yield f"{name}: off the median, p50 p95 p99 max", _spread(off), "p99 ≤ 25 ms"
    yield f"{name}: drift, each run", f"{drifts} ppm", "none"


def _spread(values: "list[float] | np.ndarray") -> str:
    return " ".join(f"{value:.2f}" for value in quantiles(values)) + " ms"
