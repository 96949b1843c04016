"""The sound server dies, has no device, or stands still in the middle of a workout."""

import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from real.listening import listening, sounding
from real.machine import running_display, wait_until
from real.mortal import MortalServer, mortal_server
from real.reader import running_reader
from text_form import command, sessions_of, total_saved
from told import Told
from verdict import Verdict

from hiptimer.audio.output import DEVICE_LOST, NO_DEVICE

# 15 minutes at its own speed, since at another one there is no sound.
ROUTINE = "full-hip-15"
KILLS, QUICK_KILLS = 50, 2
WINDOW_KILLS = 10
BACK_S = 15.0
# What a null sink swallows of a new stream, and a tone every second.
HEARD_S = 5.0
STANDS_S = 10.0
SEED = 5
SOME = 10


def verdicts(quick: bool) -> Iterator[Verdict]:
    yield _killed(QUICK_KILLS if quick else KILLS)
    yield _without_device()
    if not quick:
        yield _killed_in_the_window()
        yield _standing_still()


@contextmanager
def _led(server: MortalServer) -> Iterator[tuple[Told, Path]]:
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as name:
        data = Path(name)
        with Told(data, speed=1, routine=ROUTINE, env=server.env) as told:
            told.wait_for("Get ready")
            yield told, data


def _killed(times: int) -> Verdict:
    chance = random.Random(SEED)
    held = []
    slowest_s = 0.0
    with mortal_server() as server, _led(server) as (told, data):
        said = 0
        for _ in range(times):
            server.start()
            began = time.monotonic()
            wait_until(lambda: _plays(told.process.pid, server), "the sound to come back", BACK_S)
            slowest_s = max(slowest_s, time.monotonic() - began)
            held.append(_held(told.process.pid))
            time.sleep(chance.uniform(0.0, 1.5))
            server.kill()
            said = told.wait_for(DEVICE_LOST, said)
        server.start()
        wait_until(lambda: _plays(told.process.pid, server), "the sound to come back", BACK_S)
        wrong = [*_unheard(server), *_ended(told, data)]
    # More while a device is looked for than while it plays: the most of some moments counts.
    if max(held[-SOME:]) > max(held[:SOME]):
        wrong.append(f"more and more open files: {held}")
    count = f"{times} times, sound was back at most {slowest_s:.1f} s after the server"
    return Verdict("sound server killed and started again", count, tuple(wrong))


def _killed_in_the_window() -> Verdict:
    """What it says is read from the accessibility bus."""
    wrong = []
    with (
        running_display() as display,
        running_reader(display) as (env, reader),
        mortal_server() as server,
        tempfile.TemporaryDirectory(prefix="hiptimer-") as name,
    ):
        server.start()
        window = subprocess.Popen(command(Path(name), "start", ROUTINE), env={**env, **server.env})
        try:
            for _ in range(WINDOW_KILLS):
                wait_until(lambda: _plays(window.pid, server), "the sound to come back", BACK_S)
                server.kill()
                reader.find("label", DEVICE_LOST, BACK_S)
                server.start()
                reader.wait(lambda: not reader.has("label", DEVICE_LOST), "good news", BACK_S)
            wait_until(lambda: _plays(window.pid, server), "the sound to come back", BACK_S)
            wrong += _unheard(server)
            window.send_signal(signal.SIGTERM)
            if (code := window.wait(BACK_S)) != 0:
                wrong.append(f"exit code {code}")
        finally:
            window.kill()
            window.wait()
    count = f"{WINDOW_KILLS} times, told each time"
    return Verdict("sound server killed under the window", count, tuple(wrong))


def _without_device() -> Verdict:
    with mortal_server() as server:
        server.start(sink=False)
        with _led(server) as (told, data):
            told.wait_for(NO_DEVICE)
            server.add_sink("bench")
            began = time.monotonic()
            wait_until(lambda: _plays(told.process.pid, server), "sound", BACK_S)
            found_s = time.monotonic() - began
            wrong = [*_unheard(server), *_ended(told, data)]
    return Verdict("no device at first", f"found {found_s:.1f} s after it came", tuple(wrong))


def _standing_still() -> Verdict:
    """The workout keeps its time while nothing of the sound server answers."""
    with mortal_server() as server:
        server.start()
        with _led(server) as (told, data):
            wait_until(lambda: _plays(told.process.pid, server), "sound", BACK_S)
            said = told.wait_for("saved")
            server.hang()
            began, before = time.monotonic(), told.saved
            told.wait_for(DEVICE_LOST, said)
            noticed_s = time.monotonic() - began
            time.sleep(STANDS_S)
            reps = told.saved - before
            server.go_on()
            wait_until(lambda: _plays(told.process.pid, server), "sound", BACK_S)
            wrong = [*_unheard(server), *_ended(told, data)]
    if not reps:
        wrong.append("no rep was done meanwhile")
    count = f"noticed after {noticed_s:.1f} s, {reps} reps meanwhile"
    return Verdict("sound server stands still", count, tuple(wrong))


def _unheard(server: MortalServer) -> Iterator[str]:
    with listening(server.env, "bench.monitor") as listener:
        time.sleep(HEARD_S)
        if not len(sounding(listener.stop())):
            yield "nothing was heard afterwards"


def _ended(told: Told, data: Path) -> Iterator[str]:
    """What does not hold of the end after Ctrl-C, and of the record."""
    told.process.send_signal(signal.SIGINT)
    if (code := told.code()) != 130:
        yield f"exit code {code}"
    yield from told.traces
    [session] = sessions_of(data)
    if session.total_reps != (reps := total_saved(told.lines)):
        yield f"{reps} reps announced, {session.total_reps} kept"


def _plays(pid: int, server: MortalServer) -> bool:
    """Whether the program plays to the server, be it silence. A child that tries it is another."""
    try:
        streams = server.ask("list", "sink-inputs")
    except subprocess.CalledProcessError:
        return False
    return f'application.process.id = "{pid}"' in streams


def _held(pid: int) -> int:
    return len([*Path(f"/proc/{pid}/fd").iterdir()])
