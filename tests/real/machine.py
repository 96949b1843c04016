"""A screen with a window manager, a sound server and a recorder, private to the tests."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48_000  # samples a second, as the program plays
SCREEN = ("-screen", "0", "1280x800x24")
START_LIMIT_S = 20.0


@dataclass(frozen=True, slots=True)
class Display:
    """A screen of 1280 × 800 with a window manager.

    `env` is the whole environment for a program that shall appear on it.
    """

    name: str
    env: Mapping[str, str]

    def xdotool(self, *arguments: str) -> str:
        """What xdotool prints; raises CalledProcessError when it fails."""
        return subprocess.run(
            ["xdotool", *arguments],
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
            timeout=START_LIMIT_S,
        ).stdout.strip()


@dataclass(frozen=True, slots=True)
class SoundServer:
    """A sound server whose only output goes nowhere but can be recorded.

    `env` holds the variables that lead a program to it, to be added to its environment.
    """

    env: Mapping[str, str]
    monitor: str


class Recorder:
    """Records all that the sound server plays, from `start` to `stop`."""

    def __init__(self, server: SoundServer, folder: Path) -> None:
        self._server = server
        self._file = folder / "recording.raw"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin; returns when the first samples have arrived."""
        command = [
            "parec",
            f"--device={self._server.monitor}",
            "--format=s16le",
            f"--rate={RATE}",
            "--channels=1",
            "--latency-msec=10",
        ]
        with self._file.open("wb") as file:
            self._process = subprocess.Popen(
                command, stdout=file, env={**os.environ, **self._server.env}
            )
        wait_until(lambda: self._file.stat().st_size > 0, "the recorder to record")

    def stop(self) -> NDArray[np.float32]:
        """End, and give what was heard: mono at RATE, −1…1."""
        if self._process is not None:
            stop_process(self._process)
            self._process = None
        samples = np.fromfile(self._file, dtype="<i2")
        return (samples / 32768).astype(np.float32)


@contextmanager
def running_display() -> Iterator[Display]:
    """A new X server on a free display, with openbox."""
    with ExitStack() as stack:
        read_end, write_end = os.pipe()
        reader = stack.enter_context(os.fdopen(read_end))
        try:
            server = subprocess.Popen(
                [
                    "Xvfb",
                    "-displayfd",
                    str(write_end),
                    "-ac",
                    "-noreset",
                    "-nolisten",
                    "tcp",
                    *SCREEN,
                ],
                pass_fds=[write_end],
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(write_end)
        stack.callback(stop_process, server)
        number = reader.readline().strip()
        if not number:
            raise RuntimeError("Xvfb ended before it had a display")
        display = Display(f":{number}", _environment_on(f":{number}"))
        manager = subprocess.Popen(["openbox"], env=display.env, stderr=subprocess.DEVNULL)
        stack.callback(stop_process, manager)
        wait_until(lambda: _has_window_manager(display), "the window manager to manage")
        yield display


@contextmanager
def running_sound_server() -> Iterator[SoundServer]:
    """A new PulseAudio server in a folder of its own, with one null sink."""
    folder = Path(tempfile.mkdtemp(prefix="hiptimer-"))  # short: a socket's path has a limit
    env = {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_SERVER": f"unix:{folder / 'pulse' / 'native'}",
        "PULSE_COOKIE": str(folder / "cookie"),
        "SDL_AUDIODRIVER": "pulseaudio",
    }
    command = [
        "pulseaudio",
        "-n",
        "--daemonize=no",
        "--use-pid-file=no",
        "--exit-idle-time=-1",
        "--disable-shm=yes",
        "--load=module-native-protocol-unix auth-anonymous=1",
        f"--load=module-null-sink sink_name=bench rate={RATE} channels=2",
    ]
    try:
        server = subprocess.Popen(
            command,
            env={**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until(lambda: _has_sink(env), "the sound server to answer")
            yield SoundServer(env=env, monitor="bench.monitor")
        finally:
            stop_process(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until(is_true: Callable[[], bool], what: str, limit_s: float = START_LIMIT_S) -> None:
    """Look until it is true; raises TimeoutError naming `what` after `limit_s` seconds."""
    end = time.monotonic() + limit_s
    while not is_true():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {limit_s:g} s for {what}")
        time.sleep(0.02)


def stop_process(process: "subprocess.Popen[bytes]") -> None:
    """End a process this file has started, and wait for it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


def _environment_on(display: str) -> dict[str, str]:
    left_out = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SDL_AUDIODRIVER", "XDG_SESSION_TYPE"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def _has_window_manager(display: Display) -> bool:
    try:
        return bool(display.xdotool("get_num_desktops"))
    except subprocess.CalledProcessError:
        return False


def _has_sink(env: Mapping[str, str]) -> bool:
    answer = subprocess.run(
        ["pactl", "list", "short", "sinks"],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=START_LIMIT_S,
    )
    return "bench" in answer.stdout
