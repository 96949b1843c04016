"""Two programs, two people and two versions with one data folder.

All is kept whatever happens at once, nobody waits for ever, and whoever cannot write is told so in
words, with the workout kept in a file.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from past import LIMIT_S, Run, history, make_past, run, start
from text_form import begin_workout, command, sessions_of, silent, total_saved
from told import TRACE
from verdict import Verdict

from hiptimer.model.session import Session, Status

TIMES = 6
SPEED = 300
ONE, OTHER = 65534, 65533
KEPT = "is taken in at the next start"
NEWER = Path(__file__).with_name("newer.py")


def verdicts(quick: bool) -> Iterator[Verdict]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        past = Path(folder) / "past"
        sessions = make_past(past, workouts=0)
        for what, try_, times in (
            ("two workouts at once", _two_workouts, TIMES),
            ("a workout in the window and one in text", _window_and_text, 2),
            ("a workout in the window, asked after meanwhile", _window_asked_after, TIMES),
            ("two starts on a damaged history", _two_on_damaged, TIMES),
            ("two versions", _two_versions, 1),
        ):
            yield _verdict(what, try_, past, sessions, 1 if quick else times)
        yield _two_people(past, sessions)


Try = Callable[[Path, Sequence[Session]], Iterator[str]]


def _verdict(what: str, try_: Try, past: Path, sessions: Sequence[Session], times: int) -> Verdict:
    wrong: list[str] = []
    for _ in range(times):
        with _copied(past) as data:
            wrong += try_(data, sessions)
    return Verdict(what, f"{times} times", tuple(wrong))


@contextmanager
def _copied(past: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        yield Path(shutil.copytree(past, Path(folder) / "data"))


# --- at once ---


def _two_workouts(data: Path, before: Sequence[Session]) -> Iterator[str]:
    with ExitStack() as stack:
        both = [stack.enter_context(begin_workout(data, speed=SPEED)) for _ in range(2)]
        stack.callback(_end, both)
        told = [workout.communicate(timeout=LIMIT_S)[0].splitlines() for workout in both]
    for workout, lines in zip(both, told, strict=True):
        if workout.returncode or any(map(TRACE.search, lines)):
            yield f"it ended with {workout.returncode}: {lines[-3:]}"
    yield from _new_ones(data, before, sorted(map(total_saved, told)))


def _window_and_text(data: Path, before: Sequence[Session]) -> Iterator[str]:
    with _window_leads(data) as window:
        text = start(data)
        yield from _all_well(text)
        _wait_until(window, lambda: _are_complete(data, len(before) + 2))
        yield from _end_window(window)
    yield from _new_ones(data, before, [])


def _window_asked_after(data: Path, before: Sequence[Session]) -> Iterator[str]:
    """Each look closes the history, and would be the last to have it open if the window's hold on
    it were lost. What is saved is there before the window closes, when it tries once more.
    """
    with _window_leads(data) as window:
        _wait_until(
            window, lambda: len(_all_but_running(history(data).sessions)) == len(before) + 1
        )
        yield from _new_ones(data, before, [], number=1)
        yield from _end_window(window)


@contextmanager
def _window_leads(data: Path) -> Iterator["subprocess.Popen[str]"]:
    window = subprocess.Popen(
        command(data, "start", "basic-three", "--speed", str(SPEED)),
        env={**silent(), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield window
    finally:
        _end([window])


def _end_window(window: "subprocess.Popen[str]") -> Iterator[str]:
    window.send_signal(signal.SIGTERM)
    said = window.communicate(timeout=LIMIT_S)[0]
    if window.returncode or TRACE.search(said):
        yield f"the window ended with {window.returncode}: {said}"


def _two_on_damaged(data: Path, before: Sequence[Session]) -> Iterator[str]:
    file = data / "history.db"
    content = bytes(100) + file.read_bytes()[100:]
    file.write_bytes(content)
    yield from _two_workouts(data, before)
    asides = [each.read_bytes() for each in data.glob("*set-aside*.db")]
    if asides != [content]:
        yield f"{len(asides)} files were set aside"


def _are_complete(data: Path, number: int) -> bool:
    sessions = sessions_of(data)
    return len(sessions) == number == len(_all_but_running(sessions))


def _all_but_running(sessions: Sequence[Session]) -> list[Session]:
    return [session for session in sessions if session.status is not Status.RUNNING]


def _wait_until(program: "subprocess.Popen[str]", holds: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_S
    while program.poll() is None and time.monotonic() < end and not holds():
        time.sleep(0.1)


def _end(programs: Sequence["subprocess.Popen[str]"]) -> None:
    for program in programs:
        program.kill()
        program.wait()


def _new_ones(
    data: Path, before: Sequence[Session], announced: Sequence[int], number: int = 2
) -> Iterator[str]:
    """So many more sessions, whole, with what was announced of each where that is known."""
    known = {session.id for session in before}
    sessions = sessions_of(data)
    new = [session for session in sessions if session.id not in known]
    if not known <= {session.id for session in sessions}:
        yield "sessions of the past are missing"
    if [session.status for session in new] != [Status.COMPLETE] * number:
        yield f"the new ones are {[session.status for session in new]}"
    kept = sorted(s.total_reps + sum(one.hold_s is not None for one in s.sets) for s in new)
    if announced and kept != list(announced):
        yield f"{announced} were announced as saved, {kept} are there"


# --- two versions ---


def _two_versions(data: Path, before: Sequence[Session]) -> Iterator[str]:
    """The newer one was here first, and comes back."""
    yield from _all_well(_newer(data, "doctor"))
    parts = {each.name: each.read_bytes() for each in data.glob("history*")}
    older = start(data)
    yield from _traces(older)
    if older.code or KEPT not in older.out or "newer hiptimer" not in older.told:
        yield f"the older one ended with {older.code}: {older.told}"
    if history(data).code != 1:
        yield "the older one took it for an empty history"
    if {each.name: each.read_bytes() for each in data.glob("history*")} != parts:
        yield "what the newer one wrote is not as it was"
    newer = _newer(data, "history", "--json")
    yield from _all_well(newer)
    new = [s for s in newer.sessions if s.id not in {session.id for session in before}]
    if [session.status for session in new] != [Status.COMPLETE]:
        yield f"the newer one has {len(new)} new sessions"
    if list((data / "cache").glob("hiptimer-session-*")):
        yield "the workout still waits"


def _newer(data: Path, *words: str) -> Run:
    done = subprocess.run(
        [sys.executable, str(NEWER), "--data-dir", str(data), *words],
        env=silent(),
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def _all_well(one: Run) -> Iterator[str]:
    yield from _traces(one)
    if one.code:
        yield f"it ended with {one.code}: {one.told}"


def _traces(one: Run) -> Iterator[str]:
    yield from (f"it wrote: {line}" for line in one.traces)


# --- two people ---


def _two_people(past: Path, sessions: Sequence[Session]) -> Verdict:
    what = "two people"
    if os.name != "posix" or os.geteuid():
        return Verdict(what, "LEFT OUT: only root can be two other people")
    wrong: list[str] = []
    modes = {"may read": 0o755, "may not look": 0o700, "may write in the folder": 0o777}
    for name, mode in modes.items():
        with _copied(past) as data:
            wrong += [f"{name}: {words}" for words in _as_guest(data, mode, len(sessions))]
    return Verdict(what, f"{', '.join(modes)}", tuple(wrong))


def _as_guest(data: Path, mode: int, number: int) -> Iterator[str]:
    """The folder belongs to one, and the other does a workout with it. Then it becomes theirs."""
    temp = data.with_name("temp")
    temp.mkdir()
    temp.chmod(0o1777)
    data.parent.chmod(0o755)
    _give(data, ONE)
    data.chmod(mode)
    env = {"TMPDIR": str(temp), "HOME": str(temp)}
    before = (data / "history.db").read_bytes()
    found = run(data, "history", "--json", uid=OTHER, env=env)
    if mode == 0o700:
        if "Traceback" in found.told or found.code != 2 or "not readable" not in found.told:
            yield f"history ends with {found.code}: {found.told}"
        return
    yield from _traces(found)
    if (found.code, len(found.sessions)) != (0, number):
        yield f"history ends with {found.code} and has {len(found.sessions)}: {found.told}"
    words = ("start", "basic-three", "--text", "--speed", str(SPEED))
    workout = run(data, *words, uid=OTHER, env=env)
    yield from _traces(workout)
    if workout.code or KEPT not in workout.out:
        yield f"the workout ends with {workout.code}: {workout.told} {workout.out[-600:]}"
    if (data / "history.db").read_bytes() != before:
        yield "the history is not as it was"
    _give(data, OTHER)
    after = run(data, "history", "--json", uid=OTHER, env=env)
    yield from _all_well(after)
    if len(after.sessions) != number + 1:
        yield f"{len(after.sessions)} sessions when it is theirs"


def _give(folder: Path, uid: int) -> None:
    for each in (folder, *folder.rglob("*")):
        os.chown(each, uid, uid)
