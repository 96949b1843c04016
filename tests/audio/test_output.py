"""Whatever makes the sound, or none, takes the same calls and never gets in the way."""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue

import pytest

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import NO_DEVICE, SoundOutput, SoundState
from hiptimer.audio.silent import SilentMixer
from hiptimer.model.cue import Cue, Tone

Make = Callable[[SoundBank, Callable[[SoundState], None]], SoundOutput]


def with_device(bank: SoundBank, on_state: Callable[[SoundState], None]) -> SoundOutput:
    return Mixer(bank, on_state=on_state)


def silent(bank: SoundBank, on_state: Callable[[SoundState], None]) -> SoundOutput:
    return SilentMixer(on_state=on_state, words="No sound at this speed.")


@pytest.fixture(params=["device", "no device", "silent"])
def make(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nowhere" if request.param == "no device" else "dummy")
    return silent if request.param == "silent" else with_device


def test_every_output_takes_every_call(make: Make, bank: SoundBank) -> None:
    states: SimpleQueue[SoundState] = SimpleQueue()
    threads = set(threading.enumerate())
    output = make(bank, states.put)
    output.start()
    state = states.get(timeout=10)
    assert state.on or state.words.startswith("No sound")
    now = time.monotonic()
    calls_took = -now
    output.play([Cue(0, Tone.COUNT), Cue(0.1, Tone.GO)], 0.2, offset=0, due=now)
    output.play([], 5, offset=0, due=now + 1)
    output.set_volume(0)
    output.set_muted(True)
    output.set_delay(0.2)
    output.stop_all()
    output.play([Cue(0, Tone.LEFT)], 1, offset=3, due=now - 9)
    calls_took += time.monotonic()
    assert calls_took < 0.05
    output.close(2)
    assert set(threading.enumerate()) <= threads
    output.play([Cue(0, Tone.GO)], 1, offset=0, due=now)
    output.stop_all()
    output.set_volume(1)
    output.close(2)
    assert states.empty()


def test_the_states_are_told_in_words(bank: SoundBank, no_device: None) -> None:
    states: SimpleQueue[SoundState] = SimpleQueue()
    mixer = Mixer(bank, on_state=states.put)
    mixer.start()
    state = states.get(timeout=10)
    mixer.close(1)
    assert state.words == NO_DEVICE
    assert "nowhere" in state.detail


def test_a_silent_output_says_why() -> None:
    states: list[SoundState] = []
    SilentMixer(on_state=states.append, words="No sound at this speed.").start()
    assert states == [SoundState(on=False, words="No sound at this speed.")]
