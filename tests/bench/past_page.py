"""The History page of a long past on a real window: how soon it is there, how it scrolls."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from child import environment

HERE = Path(__file__).parent
SESSIONS = (1_000, 10_000)
TIMES = 3


def measure(env: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim. `busy` is without what other programs take."""
    for sessions in SESSIONS:
        with tempfile.TemporaryDirectory() as folder:
            runs = [_run(Path(folder), sessions, env) for _ in range(TIMES)]
        # The first one compiles.
        best = min(runs[1:], key=_opened)
        opened = f"{best['opened']:.0f} ({best['opened_busy']:.0f} busy) ms"
        longest = f"{best['longest']:.0f} ({best['longest_busy']:.0f} busy) ms"
        yield f"click on History to its frame, {sessions}", opened, "≤ 300"
        yield f"longest frame while scrolling, {sessions}", longest, "≤ 33"
        yield f"usual frame while scrolling, {sessions}", f"{best['median']:.1f} ms", ""


def _opened(run: Mapping[str, float]) -> float:
    return run["opened"]


def _run(folder: Path, sessions: int, env: Mapping[str, str]) -> dict[str, float]:
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    out = subprocess.run(
        [sys.executable, str(HERE / "past_window.py"), str(folder / "person"), str(sessions)],
        # An installed program is compiled once.
        env=environment({**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}),
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    told: dict[str, float] = json.loads(out.splitlines()[-1])
    return told
