"""A sound server that dies, comes late or has nothing to play to."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from real.listening import listening, sounding
from real.machine import stop_process, wait_until

from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import DEVICE_LOST, NO_DEVICE, SoundState
from hiptimer.audio.probe import probe_device
from hiptimer.audio.tones import ToneBank
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
        env = {**os.environ, **self.env}
        subprocess.run(["pactl", *command], env=env, check=True, capture_output=True)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            stop_process(self._process)
            self._process = None

    def _answers(self) -> bool:
        env = {**os.environ, **self.env}
        asked = subprocess.run(["pactl", "info"], env=env, check=False, capture_output=True)
        return asked.returncode == 0


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MortalServer]:
    # The path of a socket has a limit, and pytest's folders are deep.
    with tempfile.TemporaryDirectory(prefix="hiptimer-") as folder:
        server = MortalServer(Path(folder))
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server
        server.kill()


@pytest.fixture
def states() -> "SimpleQueue[SoundState]":
    return SimpleQueue()


@pytest.fixture
def mixer(states: "SimpleQueue[SoundState]") -> Iterator[Mixer]:
    mixer = Mixer(ToneBank.read(TONES.read_bytes()), on_state=states.put)
    yield mixer
    mixer.stop_all()
    mixer.close(1)


def play_for_a_minute(mixer: Mixer) -> None:
    cues = [Cue(0.5 * i, Tone.COUNT) for i in range(120)]
    mixer.play(cues, 60, offset=0, due=time.monotonic())


def assert_sounds(server: MortalServer) -> None:
    with listening(server.env, "bench.monitor") as listener:
        # A null sink swallows the first two seconds of a new stream.
        time.sleep(3.5)
        assert len(sounding(listener.stop())) > 1000


def test_sound_comes_back_after_the_server_died(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]"
) -> None:
    server.start()
    mixer.start()
    assert states.get(timeout=10) == SoundState(on=True)
    play_for_a_minute(mixer)
    time.sleep(1.0)
    server.kill()
    killed = time.monotonic()
    assert states.get(timeout=10) == SoundState(on=False, words=DEVICE_LOST)
    noticed = time.monotonic()
    assert states.get(timeout=10).detail
    server.start()
    started = time.monotonic()
    assert states.get(timeout=10) == SoundState(on=True)
    back = time.monotonic() - started
    print(f"noticed after {noticed - killed:.2f} s, back {back:.2f} s after the server")
    assert back < 6
    assert_sounds(server)


def test_sound_comes_back_after_the_last_sink_went(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]"
) -> None:
    server.start()
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(1.0)
    server.tell("unload-module", "module-null-sink")
    assert states.get(timeout=10) == SoundState(on=False, words=DEVICE_LOST)
    time.sleep(2.5)
    server.tell("load-module", "module-null-sink", "sink_name=bench", "rate=48000")
    while not states.get(timeout=10).on:
        pass
    assert_sounds(server)


def test_a_sink_that_goes_while_another_stays_costs_no_sound(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]"
) -> None:
    server.start()
    server.tell("load-module", "module-null-sink", "sink_name=other", "rate=48000")
    server.tell("set-default-sink", "other")
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(1.0)
    server.tell("unload-module", "2")
    assert_sounds(server)
    assert states.empty()


def test_a_server_that_comes_later_is_found(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]"
) -> None:
    mixer.start()
    assert states.get(timeout=10).words == NO_DEVICE
    play_for_a_minute(mixer)
    server.start()
    assert states.get(timeout=10).on
    assert_sounds(server)


def test_a_server_without_any_sink_does_not_end_the_program(server: MortalServer) -> None:
    """Opening there ends the process that does it, which is why another one does it first."""
    server.start(sink=False)
    assert not probe_device().is_usable
    code = (
        "from pathlib import Path; from queue import SimpleQueue\n"
        "from hiptimer.audio.mixer import Mixer; from hiptimer.audio.tones import ToneBank\n"
        f"bank = ToneBank.read(Path({str(TONES)!r}).read_bytes())\n"
        "states = SimpleQueue(); mixer = Mixer(bank, on_state=states.put); mixer.start()\n"
        "print(states.get(timeout=20).words); mixer.close(1)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout.strip()) == (0, NO_DEVICE)
