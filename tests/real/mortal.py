"""A sound server that a test may start, hang, kill and start again, and what is heard of it."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from real.listening import Listener, listening, sounding
from real.machine import RATE, stop_process, wait_until

from hiptimer.audio.bank import Bank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundState
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Cue, Tone

TONES = Path(__file__).resolve().parents[2] / "assets" / "sounds" / "tones.toml"


class MortalServer:
    """A sound server that can be started, killed and started again at one address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.env = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder / 'pulse' / 'native'}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "SDL_AUDIODRIVER": "pulseaudio",
        }

    def start(self, *, sink: bool = True) -> None:
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--disable-shm=yes",
            "--load=module-native-protocol-unix auth-anonymous=1",
        ]
        if sink:
            command.append("--load=module-null-sink sink_name=bench rate=48000 channels=2")
        env = {**os.environ, **self.env, "HOME": str(self._folder)}
        del env["PULSE_SERVER"]
        self._process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
        wait_until(self._answers, "the sound server to answer")

    def tell(self, *command: str) -> None:
        self.ask(*command)

    def ask(self, *command: str) -> str:
        """What pactl prints; raises CalledProcessError when it fails."""
        env = {**os.environ, **self.env}
        asked = subprocess.run(["pactl", *command], env=env, check=True, capture_output=True)
        return asked.stdout.decode()

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            stop_process(self._process)
            self._process = None

    def hang(self) -> None:
        """It stands still, as a server that waits for a device does."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def add_sink(self, name: str) -> None:
        self.tell("load-module", "module-null-sink", f"sink_name={name}", "rate=48000")

    def remove_sinks(self) -> None:
        self.tell("unload-module", "module-null-sink")

    def remove_sink(self, name: str) -> None:
        modules = self.ask("list", "short", "modules").splitlines()
        number = next(m.split()[0] for m in modules if f"sink_name={name}" in m)
        self.tell("unload-module", number)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    def _answers(self) -> bool:
        env = {**os.environ, **self.env}
        asked = subprocess.run(["pactl", "info"], env=env, check=False, capture_output=True)
        return asked.returncode == 0


@contextmanager
def mortal_server() -> Iterator[MortalServer]:
    # The path of a socket has a limit, and pytest's folders are deep.
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        server = MortalServer(Path(folder))
        try:
            yield server
        finally:
            server.kill()


def tones_alone() -> Bank:
    return Bank(ToneBank.read(TONES.read_bytes()), Voice())


def play_for_a_minute(mixer: Mixer) -> None:
    """In segments of 20 s, as a workout has them."""
    now = time.monotonic()
    for segment in range(3):
        cues = [Cue(0.5 * i, Tone.COUNT) for i in range(40)]
        mixer.play(cues, 20, offset=0, due=now + 20 * segment)


def next_state(states: "SimpleQueue[SoundState]", *, on: bool, limit_s: float = 15) -> SoundState:
    """The next news that there is sound, or none; what comes before it is passed over."""
    end = time.monotonic() + limit_s
    while True:
        try:
            state = states.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            raise AssertionError(f"no news of sound {'on' if on else 'off'}") from None
        if state.on == on:
            return state


def assert_sounds(server: MortalServer, sink: str = "bench") -> None:
    """There is a tone every half second, from now or as soon as a null sink begins."""
    with listening(server.env, f"{sink}.monitor") as listener:
        # A null sink swallows the first two seconds of a new stream.
        time.sleep(4.0)
        heard = listener.stop()
    assert len(sounding(heard[-RATE:])) > 1000


def seconds_to_sound(listener: Listener, since: float) -> float:
    """From that clock time until the first tone had been recorded. Ends the recording."""
    first = int(sounding(listener.stop())[0])
    return listener.arrived_at(first) - since
