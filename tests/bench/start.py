"""Start and memory: hiptimer against a bare window, by turns in the same run."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from child import environment
from past import write_past

HERE = Path(__file__).parent
TIMES = 41
SESSIONS = 1000


def measure(env: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim. `env` leads to a display."""
    with tempfile.TemporaryDirectory() as folder:
        env = _with_compiled_modules(env, Path(folder) / "compiled")
        new, long = _usual_folders(Path(folder) / "new"), _usual_folders(Path(folder) / "long")
        write_past(Path(folder) / "long" / "hiptimer", SESSIONS)
        commands = (("bare_window.py", {}), ("today_window.py", new), ("today_window.py", long))
        for script, folders in commands:
            _run(script, {**env, **folders})  # once to compile, as an installer does
        runs = [
            [_run(script, {**env, **where}) for script, where in commands] for _ in range(TIMES)
        ]
    bare = [run[0][""] for run in runs]
    front, today = [run[1]["front"] for run in runs], [run[1]["today"] for run in runs]
    with_past = [run[2]["today"] for run in runs]
    yield "first frame, bare window", _ms(bare), ""
    yield "first frame, hiptimer", _ms(front), ""
    yield "first frame, ratio (median of pairs)", _ratio(front, bare, "seconds"), "≤ 1.5"
    yield "first frame of Today", _ms(today), ""
    yield "first frame of Today, ratio", _ratio(today, bare, "seconds"), ""
    yield f"first frame of Today, {SESSIONS} sessions", _ms(with_past), ""
    yield "memory at Today, bare window", _mib(bare), ""
    yield "memory at Today, hiptimer", _mib(today), ""
    yield "memory, ratio", _ratio(today, bare, "rss_kib"), "≤ 1.6"
    loaded = sorted({name for frame in today for name in frame["loaded"]})
    yield "heavy libraries loaded before it", ", ".join(loaded) or "none", "none"


def _run(script: str, env: Mapping[str, str]) -> dict[str, dict]:
    """Its frames by their names, each with the seconds since it was started."""
    began = time.monotonic()
    ran = subprocess.run(
        [sys.executable, str(HERE / script)],
        env=environment(env),
        check=False,
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        raise RuntimeError(f"{script} ended with {ran.returncode}: {ran.stderr}")
    frames = [json.loads(line) for line in ran.stdout.splitlines()]
    return {frame["of"]: {**frame, "seconds": frame["at"] - began} for frame in frames}


def _usual_folders(folder: Path) -> dict[str, str]:
    """What makes the program take `folder` for the place of all of a person's files."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return dict.fromkeys(names, str(folder))


def _with_compiled_modules(env: Mapping[str, str], folder: Path) -> dict[str, str]:
    """An installed program is compiled once; here a folder that goes away takes the outcome."""
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder)}


def _ms(frames: list[dict]) -> str:
    return f"{statistics.median(frame['seconds'] for frame in frames) * 1000:.0f} ms"


def _mib(frames: list[dict]) -> str:
    return f"{statistics.median(frame['rss_kib'] for frame in frames) / 1024:.1f} MiB"


def _ratio(ours: list[dict], bare: list[dict], of: str) -> str:
    pairs = zip(ours, bare, strict=True)
    return f"{statistics.median(mine[of] / other[of] for mine, other in pairs):.2f}"
