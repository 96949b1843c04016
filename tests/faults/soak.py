"""Workout after workout in one window: nothing is left over."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from real.machine import running_display, running_sound_server
from text_form import command
from verdict import Verdict

LAUNCHER = Path(__file__).with_name("soak_window.py")
SPEED = 60.0
# Eight hours, or 25 minutes, of simulated time; and half an hour of real time.
FAST_S, QUICK_S, REAL_S = 480.0, 25.0, 1800.0
# By then all pages and caches that a workout needs are there.
WARM = 3
COMPARED = 5
GROWS_MB = 5.0


def verdicts(quick: bool) -> Iterator[Verdict]:
    with running_display() as display:
        fast_s = QUICK_S if quick else FAST_S
        routine = "two-minute-primer" if quick else "pre-run-activation"
        silent = {**display.env, "SDL_AUDIODRIVER": "dummy"}
        what = f"{fast_s * SPEED / 3600:.1f} simulated hours in the window"
        yield _soaked(what, fast_s, SPEED, routine, silent)
        if not quick:
            with running_sound_server() as server:
                env = {**display.env, **server.env}
                what = f"{REAL_S / 60:.0f} real minutes in the window, with sound"
                yield _soaked(what, REAL_S, 1.0, "two-minute-primer", env)


def _soaked(
    what: str, seconds: float, speed: float, routine: str, env: Mapping[str, str]
) -> Verdict:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as data:
        arguments = command(Path(data), "start", routine, "--speed", str(speed))[3:]
        done = subprocess.run(
            [sys.executable, str(LAUNCHER), str(seconds), *arguments],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    wrong = [] if done.returncode == 0 else [f"exit code {done.returncode}: {done.stderr[-500:]}"]
    if len(told) <= WARM:
        return Verdict(what, f"{len(told)} workouts", (*wrong, "too few workouts"))
    grown = {name: _grown([line[name] for line in told[WARM:]]) for name in told[0]}
    for name, more in grown.items():
        if more > (GROWS_MB if name == "MB" else 0):
            wrong.append(f"{more:+.1f} {name}: {[round(line[name]) for line in told]}")
    count = f"{len(told)} workouts, " + ", ".join(f"{m:+.1f} {n}" for n, m in grown.items())
    return Verdict(what, count, tuple(wrong))


def _grown(held: list[float]) -> float:
    """From the first workouts to the last."""
    part = max(1, min(COMPARED, len(held) // 2))
    return statistics.median(held[-part:]) - statistics.median(held[:part])
