"""Start and memory: hiptimer against a bare window, by turns in the same run."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from past import write_past

HERE = Path(__file__).parent
TIMES = 15
SESSIONS = 1000


def measure(env: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim. `env` leads to a display."""
    with tempfile.TemporaryDirectory() as folder:
        env = _with_compiled_modules(env, Path(folder) / "compiled")
        bare_command = [str(HERE / "bare_window.py")]
        ours_command = [str(HERE / "today_window.py"), f"{folder}/new"]
        long_command = [str(HERE / "today_window.py"), f"{folder}/long"]
        write_past(Path(folder) / "long", SESSIONS)
        for command in (bare_command, ours_command, long_command):
            _run(command, env)  # once to compile, as an installer does, and to fill caches
        bare, ours, long = [], [], []
        for _ in range(TIMES):
            bare.append(_run(bare_command, env))
            ours.append(_run(ours_command, env))
            long.append(_run(long_command, env))
    ratios = [o["seconds"] / b["seconds"] for o, b in zip(ours, bare, strict=True)]
    bare_s, ours_s = _median(bare, "seconds"), _median(ours, "seconds")
    bare_mib, ours_mib = _median(bare, "rss_kib") / 1024, _median(ours, "rss_kib") / 1024
    yield "first frame, bare window", f"{bare_s * 1000:.0f} ms", ""
    yield "first frame, hiptimer", f"{ours_s * 1000:.0f} ms", ""
    yield "first frame, ratio (median of pairs)", f"{statistics.median(ratios):.2f}", "≤ 1.5"
    with_past = f"first frame, hiptimer, {SESSIONS} sessions"
    yield with_past, f"{_median(long, 'seconds') * 1000:.0f} ms", ""
    yield "memory at it, bare window", f"{bare_mib:.1f} MiB", ""
    yield "memory at it, hiptimer", f"{ours_mib:.1f} MiB", ""
    yield "memory, ratio", f"{ours_mib / bare_mib:.2f}", "≤ 1.6"
    loaded = sorted({name for run in ours for name in run["loaded"]})
    yield "heavy libraries loaded before it", ", ".join(loaded) or "none", "none"


def _run(command: list[str], env: Mapping[str, str]) -> dict:
    path = os.pathsep.join([str(HERE.parent.parent), str(HERE)])
    began = time.monotonic()
    out = subprocess.run(
        [sys.executable, *command],
        env={**env, "PYTHONPATH": path},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    frame = json.loads(out.splitlines()[-1])
    return {**frame, "seconds": frame["at"] - began}


def _with_compiled_modules(env: Mapping[str, str], folder: Path) -> dict[str, str]:
    """An installed program is compiled once; here a folder that goes away takes the outcome."""
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder)}


def _median(runs: list[dict], name: str) -> float:
    return statistics.median(run[name] for run in runs)
