"""Clocks that jump in the middle of a workout: it goes on, and its record tells what was done."""

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from real.machine import running_display
from real.reader import running_reader
from text_form import command, sessions_of, silent, total_saved
from verdict import Verdict

from hiptimer.model.session import Session, Status

LAUNCHER = Path(__file__).with_name("other_clocks.py")
ROUTINE = "two-minute-primer"
HOUR_S = 3600.0
# The clocks run this many times as fast as real ones. A look comes every 50 real ms.
PACE, LONG_PACE, WINDOW_PACE = 40.0, 500.0, 10.0
# A rep that was cut short begins again, and a look comes a little late.
ABOUT_S, A_REP_S = 4.0, 15.0
SLEPT = "The computer slept"
LIMIT_S = 60.0
LONG_REPS, LONG_SETS, LONG_STEPS = 100, 10, 3
# A minute before the clocks go on by an hour.
BEFORE_SUMMER = "2027-03-28T00:59:00+00:00"


def verdicts(quick: bool) -> Iterator[Verdict]:
    yield _set_in_a_set("the clock is set an hour back", -HOUR_S)
    yield _suspended()
    if not quick:
        yield _set_in_a_set("the clock is set an hour on", HOUR_S)
        yield _summer_time()
        yield _in_the_window()
        yield _eight_hours()


def _set_in_a_set(what: str, off_s: float) -> Verdict:
    with _led(ROUTINE) as led:
        led.read_until("saved")
        led.set(off_s=off_s)
        session = led.end()
        wrong = (*led.wrong(session, ABOUT_S), *led.paused())
    return Verdict(what, _told(session), wrong)


def _summer_time() -> Verdict:
    """Its own wall clock goes on by an hour, the times that are kept do not."""
    with _led(ROUTINE, began=BEFORE_SUMMER, TZ="Europe/Berlin") as led:
        session = led.end()
        wrong = [*led.wrong(session, ABOUT_S), *led.paused()]
    if session.utc_offset_s != HOUR_S:
        wrong.append(f"began {session.utc_offset_s} s from UTC")
    return Verdict("summer time begins", _told(session), tuple(wrong))


def _suspended() -> Verdict:
    with _led(ROUTINE) as led:
        led.read_until("saved")
        led.set(slept_s=HOUR_S)
        led.read_until("Going on")
        led.read_until("saved")
        led.set(slept_s=3 * HOUR_S)
        session = led.end()
        wrong = list(led.wrong(session, A_REP_S))
    lengths = [pause.for_s for pause in session.pauses]
    if [round(length / HOUR_S) for length in lengths] != [1, 2]:
        wrong.append(f"pauses of {lengths} s")
    return Verdict("suspended for an hour, then for two", _told(session), tuple(wrong))


def _eight_hours() -> Verdict:
    with _led("long-one", pace=LONG_PACE) as led:
        planned_s = led.planned_s
        session = led.end()
        wrong = list(led.wrong(session, A_REP_S))
    if session.total_reps != (all_reps := 2 * LONG_REPS * LONG_SETS * LONG_STEPS):
        wrong.append(f"{session.total_reps} of {all_reps} reps")
    return Verdict(f"{planned_s / HOUR_S:.1f} hours in one workout", _told(session), tuple(wrong))


def _in_the_window() -> Verdict:
    """What it says is read from the accessibility bus."""
    with (
        running_display() as display,
        running_reader(display) as (env, reader),
        _led(ROUTINE, pace=WINDOW_PACE, in_text=False, **env) as led,
    ):
        for sets, off_s in ((1, -HOUR_S), (2, HOUR_S)):
            reader.wait(lambda sets=sets: _ready(reader.hear()) > sets, "another set", LIMIT_S)
            led.set(off_s=off_s)
        led.set(off_s=HOUR_S, slept_s=HOUR_S)
        reader.find("label", SLEPT, LIMIT_S)
        display.xdotool("key", "space")
        reader.wait_for("Done.", LIMIT_S)
        session = led.close()
        wrong = list(led.wrong(session, A_REP_S))
    lengths = [pause.for_s for pause in session.pauses]
    if [round(length / HOUR_S) for length in lengths] != [1]:
        wrong.append(f"pauses of {lengths} s")
    what = "in the window, set an hour back and on, and suspended for an hour"
    return Verdict(what, _told(session), tuple(wrong))


def _ready(said: Sequence[str]) -> int:
    """How many sets were announced."""
    return sum(words.startswith("Get ready") for words in said)


def _told(session: Session) -> str:
    return f"{session.total_reps} reps, {session.seconds:.0f} s"


class Led:
    """A workout on other clocks, from outside."""

    def __init__(
        self,
        data: Path,
        process: "subprocess.Popen[str]",
        clocks: Path,
        pace: float,
        planned_s: float,
        *,
        in_text: bool,
    ) -> None:
        self.planned_s = planned_s
        self._pace = pace
        self._in_text = in_text
        self._data = data
        self._process = process
        self._clocks = clocks
        self._lines: list[str] = []

    def read_until(self, words: str) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)
            if words in line:
                return

    def set(self, *, off_s: float = 0.0, slept_s: float = 0.0) -> None:
        _write(self._clocks, off_s, slept_s, self._pace)

    def close(self) -> Session:
        """Close a window; the session as the program tells it."""
        self._process.send_signal(signal.SIGTERM)
        return self.end()

    def end(self) -> Session:
        """Go through to the end; the session as the program tells it."""
        assert self._process.stdout is not None
        self._lines += self._process.stdout.readlines()
        self._process.wait()
        return sessions_of(self._data)[-1]

    def paused(self) -> Iterator[str]:
        """What does not hold where nothing may pause."""
        if any("Paused" in line for line in self._lines):
            yield "it paused"

    def wrong(self, session: Session, about_s: float) -> Iterator[str]:
        """What does not hold of any workout: whole, as announced, and as long as planned."""
        kept = session.total_reps + sum(done.hold_s is not None for done in session.sets)
        if (code := self._process.returncode) != 0 or session.status is not Status.COMPLETE:
            yield f"exit code {code}, {session.status}, {self._lines[-3:]}"
        if self._in_text and kept != (told := total_saved(self._lines)):
            yield f"{told} announced, {kept} kept"
        lasted_s = session.seconds - sum(pause.for_s for pause in session.pauses)
        if abs(lasted_s - self.planned_s) > about_s:
            yield f"{lasted_s:.1f} s by its record, {self.planned_s:.1f} s by the plan"


@contextmanager
def _led(
    routine: str, *, pace: float = PACE, began: str = "", in_text: bool = True, **env: str
) -> Iterator[Led]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as name:
        data = Path(name)
        _write_long_one(data)
        clocks = data / "clocks"
        _write(clocks, 0.0, 0.0, pace)
        planned_s = _planned_s(data, routine)
        arguments = command(data, "start", routine, *(["--text"] if in_text else []))[3:]
        with subprocess.Popen(
            [sys.executable, str(LAUNCHER), str(clocks), began, *arguments],
            env={**silent(), **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            try:
                yield Led(data, process, clocks, pace, planned_s, in_text=in_text)
            finally:
                process.kill()


def _write(clocks: Path, off_s: float, slept_s: float, pace: float) -> None:
    """In one go, since it is read all the time."""
    new = clocks.with_suffix(".new")
    new.write_text(f"{off_s} {slept_s} {pace}")
    new.replace(clocks)


def _write_long_one(data: Path) -> None:
    step = f'[[steps]]\nexercise = "clam-basic"\nsets = {LONG_SETS}\nreps = {LONG_REPS}\n'
    file = data / "routines" / "long-one.toml"
    file.parent.mkdir()
    head = 'id = "long-one"\nname = "Long one"\nwhen = "To try it out."\n'
    file.write_text("\n".join([head, *[step] * LONG_STEPS]))


def _planned_s(data: Path, routine: str) -> float:
    out = subprocess.run(
        command(data, "list", "routines", "--json"), env=silent(), check=True, capture_output=True
    ).stdout
    return next(found["duration_s"] for found in json.loads(out) if found["id"] == routine)
