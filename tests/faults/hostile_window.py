"""Windows opened on a data folder full of hostile files, and gone through."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from hostile_files import Made, drawn
from hostile_good import beside
from real.machine import running_display
from text_form import command
from told import TRACE
from verdict import Verdict

STARTS, QUICK_STARTS = 100, 2
KINDS = ("exercise", "poses", "routine", "waiting", "settings", "window", "kept")
# Beside what lies in the folder, files that somebody sent are opened.
SENT = ("session", "text", "zip")
FILES_A_KIND = 5
LAUNCHER = Path(__file__).with_name("hostile_launcher.py")
LIMIT_S = 120.0
MOST_CPU_S = 1.0


class Start(msgspec.Struct):
    """What one told of itself, in seconds of processor; and what did not hold."""

    opened_s: float = 0.0
    still_s: float = 0.0
    seen: int = 0
    outside: list[str] = []
    wrong: list[str] = []


def in_the_window(quick: bool) -> Verdict:
    starts = QUICK_STARTS if quick else STARTS
    with running_display() as display:
        env = {**display.env, "SDL_AUDIODRIVER": "dummy"}
        usual = _started([], env)
        wrong = [f"with good files: {words}" for words in usual.wrong]
        files = seen = 0
        slowest = later = 0.0
        for number in range(starts):
            selection = list(_drawn(number))
            files += len(selection)
            start = _started(selection, env)
            seen += start.seen
            slowest = max(slowest, start.still_s)
            later = max(later, start.opened_s - usual.opened_s)
            wrong += [f"selection {number}: {words}" for words in start.wrong]
    if max(slowest, later) > MOST_CPU_S:
        wrong.append(f"over {MOST_CPU_S:g} s of processor")
    count = (
        f"{files} in {starts} starts, {seen} exercises, routines, sessions and questions shown; "
        f"open at most {later:.2f} s of processor later, still for {slowest:.2f} s at most (with "
        f"good files {usual.still_s:.2f} s)"
    )
    return Verdict("hostile files in the window", count, tuple(wrong))


def _drawn(number: int) -> Iterator[Made]:
    for kind in (*KINDS, *SENT):
        found = drawn(kind, number, FILES_A_KIND)
        # The first is the simplest, whatever the number.
        for place, case in enumerate(found[1:] if number else found):
            yield case._replace(place=case.place.replace("session-1.", f"session-{place}."))


def _started(made: list[Made], env: Mapping[str, str]) -> Start:
    with tempfile.TemporaryDirectory(prefix="hiptimer-hostile-") as folder:
        sandbox = Path(folder).resolve()
        data, temp = sandbox / "data", sandbox / "tmp"
        temp.mkdir()
        contents = {**beside(), **{case.place: case.content for case in made}}
        for place, content in contents.items():
            (data / place).parent.mkdir(parents=True, exist_ok=True)
            (data / place).write_bytes(content)
        sent = sorted({str(data / case.place) for case in made if case.kind in SENT})
        words = command(data, *(("open", *sent) if sent else ()))[3:]
        try:
            done = subprocess.run(
                [sys.executable, str(LAUNCHER), str(sandbox), *words],
                env={**env, "TMPDIR": str(temp), "XDG_RUNTIME_DIR": str(temp)},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=LIMIT_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Start(wrong=[f"no end in {LIMIT_S:g} s"])
        log = data / "logs/hiptimer.log"
        logged = log.read_text("utf-8", "replace") if log.exists() else ""
    return _judged(done, logged)


def _judged(done: "subprocess.CompletedProcess[str]", logged: str) -> Start:
    last = done.stdout.splitlines()[-1:] or [""]
    if done.returncode or not last[0].startswith("{"):
        return Start(wrong=[f"it ended with {done.returncode}: {done.stderr[-400:]}"])
    start = msgspec.json.decode(last[0], type=Start)
    start.wrong += [f"outside, {words}" for words in start.outside]
    told = (*done.stderr.splitlines(), *logged.splitlines())
    start.wrong += [line[:300] for line in told if TRACE.search(line)]
    return start
