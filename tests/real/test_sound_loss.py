"""A sound server that dies, hangs, comes late or has nothing to play to."""

import subprocess
import sys
import time
from queue import SimpleQueue

import pytest
from real.mortal import (
    TONES,
    MortalServer,
    assert_sounds,
    next_state,
    play_for_a_minute,
)

from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import DEVICE_LOST, NO_DEVICE, SoundState
from hiptimer.audio.probe import probe_device

PROGRAM = f"""
import sys, time
from pathlib import Path
from queue import SimpleQueue
from hiptimer.audio.bank import Bank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
bank = Bank(ToneBank.read(Path({str(TONES)!r}).read_bytes()), Voice())
states = SimpleQueue()
mixer = Mixer(bank, on_state=states.put)
mixer.start()
print(states.get(timeout=20).words, flush=True)
"""


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
    told = states.get(timeout=10)
    assert told.words == DEVICE_LOST
    assert told.detail
    server.start()
    started = time.monotonic()
    assert states.get(timeout=10) == SoundState(on=True)
    back = time.monotonic() - started
    print(f"noticed after {noticed - killed:.2f} s, back {back:.2f} s after the server")
    assert noticed - killed < 2
    assert back < 3
    assert_sounds(server)


@pytest.mark.parametrize("how", ["server", "device"])
def test_what_stands_still_is_noticed_and_heard_again(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]", how: str
) -> None:
    """A server that hangs, or one that suspends its device, raises nothing anywhere."""
    server.start()
    mixer.start()
    assert states.get(timeout=10).on
    play_for_a_minute(mixer)
    time.sleep(3.0)
    stood = time.monotonic()
    if how == "server":
        server.hang()
    else:
        server.tell("suspend-sink", "bench", "1")
    assert states.get(timeout=10) == SoundState(on=False, words=DEVICE_LOST)
    noticed = time.monotonic() - stood
    time.sleep(2.0)
    if how == "server":
        server.go_on()
    else:
        server.tell("suspend-sink", "bench", "0")
    went_on = time.monotonic()
    next_state(states, on=True)
    back = time.monotonic() - went_on
    print(f"{how}: noticed after {noticed:.2f} s, back after {back:.2f} s")
    assert noticed < 3
    assert back < 5
    assert_sounds(server)
    assert states.empty()


def test_a_server_that_comes_later_is_found(
    server: MortalServer, mixer: Mixer, states: "SimpleQueue[SoundState]"
) -> None:
    mixer.start()
    assert states.get(timeout=10).words == NO_DEVICE
    play_for_a_minute(mixer)
    server.start()
    started = time.monotonic()
    assert states.get(timeout=10).on
    print(f"found after {time.monotonic() - started:.2f} s")
    assert_sounds(server)


def test_a_server_without_any_sink_does_not_end_the_program(server: MortalServer) -> None:
    """Opening there ends the process that does it, which is why another one does it first."""
    server.start(sink=False)
    assert not probe_device().is_usable
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM + "mixer.close(1)"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stdout.strip()) == (0, NO_DEVICE)


def test_a_server_that_hangs_does_not_hold_up_the_end(server: MortalServer) -> None:
    server.start()
    lost = "print(states.get(timeout=20).words, flush=True); mixer.close(3)\n"
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM + lost], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    with program:
        assert not program.stdout.readline().strip()
        time.sleep(0.5)
        server.hang()
        assert program.stdout.readline().strip() == DEVICE_LOST
        told = time.monotonic()
        assert program.wait(timeout=20) == 0
        print(f"ended after {time.monotonic() - told:.2f} s")
        assert time.monotonic() - told < 3


def test_trying_a_server_that_hangs_comes_to_an_end(
    server: MortalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hiptimer.audio.probe.TIMEOUT_S", 1.0)
    server.start()
    server.hang()
    began = time.monotonic()
    assert not probe_device().is_usable
    assert time.monotonic() - began < 3
