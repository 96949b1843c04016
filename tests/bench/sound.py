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
from child import environment
from real.machine import Display, SoundServer, running_sound_server
from sound_analysis import Figures, Wanted, analyse, quantiles
from sound_recording import recording

HERE = Path(__file__).parent
RUNS = 3
STEAL = 7
SPREAD = ", p50 p95 p99 max"
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One workout that was led and recorded.

    `load` is the computer's over the last minute, `stolen` the share of its processors' time that
    the host of a virtual computer gave to others.
    """

    figures: Figures
    seconds: float
    frames_per_s: float
    stalls: int
    load: float
    stolen: float
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
        brief = "trial" if quick else "brief"
        for name, stalls in (("sound (d) control", False), ("sound (d) control, stalled", True)):
            control = lead(display, server, brief, stalls=stalls, control=True)
            yield from _about(name, control)
            yield from _beats(name, control)


def lead(
    display: Display,
    server: SoundServer,
    kind: str,
    *,
    stalls: bool = False,
    control: bool = False,
) -> Run:
    """Lead through a workout of a kind and look at what was heard."""
    with tempfile.TemporaryDirectory(prefix="hiptimer-bench-") as folder:
        how = ("stalls" if stalls else "calm", "control" if control else "program")
        return lead_in(Path(folder), display, server, (kind, *how))


def lead_in(folder: Path, display: Display, server: SoundServer, asked: tuple[str, ...]) -> Run:
    """The same, as `asked` of `sound_workout.py`, with the recording and the notes in `folder`."""
    command = [str(HERE / "sound_workout.py"), str(folder), *asked]
    quiet = {"PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    env = environment({**display.env, **server.env, **quiet})
    before = _ticks()
    with recording(server.env, server.monitor, folder) as recorder:
        subprocess.run([sys.executable, *command], env=env, check=True)
        load, after = os.getloadavg()[0], _ticks()
        heard, clock = recorder.stop()
    told = json.loads((folder / "asked.json").read_text())
    wanted = Wanted(np.load(folder / "wanted.npy"), np.load(folder / "loop.npy"))
    return Run(
        figures=analyse(told, wanted, heard, clock),
        seconds=told["seconds"],
        frames_per_s=told["frames_per_s"],
        stalls=told["stalls"],
        load=load,
        stolen=float((after - before)[STEAL] / (after - before).sum()),
        fast_ppm=clock.fast_ppm,
        residual_ms=clock.residual_ms,
    )


def _ticks() -> np.ndarray:
    """What the processors did since the computer started, by kind."""
    return np.array(Path("/proc/stat").read_text().splitlines()[0].split()[1:9], dtype=float)


def _about(name: str, run: Run) -> Iterator[Row]:
    """What a reader must know to judge the figures."""
    figures = run.figures
    yield f"{name}: length", f"{run.seconds:.0f} s", ""
    cues = len(figures.beats) + len(figures.starts)
    yield f"{name}: cues found, lost", f"{cues}, {len(figures.lost)}", "0 lost"
    yield f"{name}: frames a second", f"{run.frames_per_s:.0f}", "60"
    if run.stalls:
        yield f"{name}: stalls of 500 ms", f"{run.stalls}", ""
    yield f"{name}: breaks of the stream", f"{figures.breaks}", "0"
    yield f"{name}: load, time stolen", f"{run.load:.1f}, {100 * run.stolen:.1f} %", ""
    clock = f"{run.fast_ppm:+.0f} ppm ± {run.residual_ms:.1f} ms"
    yield f"{name}: server's clock", clock, ""
    for note in (*figures.lost[:10], *figures.notes[:10]):
        yield f"  {note}", "", ""


def _beats(name: str, run: Run) -> Iterator[Row]:
    beats = run.figures.beats
    yield f"{name}: {len(beats)} beats{SPREAD}", _spread([b.error_ms for b in beats]), "≤ 1 ms"
    whole = [beat.error_ms for beat in beats if beat.is_whole]
    yield f"{name}: {len(whole)} with no break before{SPREAD}", _spread(whole), "≤ 1 ms"


def _starts(name: str, runs: list[Run]) -> Iterator[Row]:
    starts = [start for run in runs for start in run.figures.starts]
    median = float(np.median([start.delay_ms for start in starts]))
    off = [start.delay_ms - median for start in starts]
    whole = [start.delay_ms - median for start in starts if start.is_whole]
    yield f"{name}: segment starts", f"{len(starts)}", "≥ 300"
    medians = (np.median([start.delay_ms for start in run.figures.starts]) for run in runs)
    each = ", ".join(f"{one:.1f}" for one in medians)
    yield f"{name}: median delay, of each run", f"{median:.1f} ms ({each})", "≤ 40 ms"
    yield f"{name}: off the median{SPREAD}", _spread(off), "p99 ≤ 25 ms"
    yield f"{name}: {len(whole)} with no break{SPREAD}", _spread(whole), "p99 ≤ 25 ms"
    drifts = ", ".join("{:+.0f} ± {:.0f}".format(*run.figures.drift_ppm) for run in runs)
    yield f"{name}: drift of each run", f"{drifts} ppm", "none"


def _spread(values: list[float]) -> str:
    return " ".join(f"{value:.2f}" for value in quantiles(values)) + " ms" if values else "none"
