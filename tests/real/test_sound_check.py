"""The sound check through a real sound server: each ear its side, and the delay the right way."""

import time
from collections.abc import Iterator
from queue import SimpleQueue

import numpy as np
import pytest
from real.listening import Heard, listening, sounding
from real.machine import RATE, SoundServer
from real.mortal import tones_alone

from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundState
from hiptimer.workout.sound_check import Rounds, Ticks, lay_out_check
from hiptimer.workout.speech import Speech

WARM_UP_S = 3.0
"""A null sink takes 2 s of a new stream at once; only then does it play in real time."""


@pytest.fixture
def mixer(sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mixer]:
    for name, value in sound_server.env.items():
        monkeypatch.setenv(name, value)
    states: SimpleQueue[SoundState] = SimpleQueue()
    mixer = Mixer(tones_alone(), on_state=states.put, volume=1.0)
    mixer.start()
    assert states.get(timeout=10).on
    time.sleep(WARM_UP_S)
    yield mixer
    mixer.stop_all()
    mixer.close(1)


def run(course: Rounds | Ticks, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        course.look(time.monotonic())
        time.sleep(0.02)


def onsets(heard: Heard) -> list[int]:
    """The first sample of each sound that follows a silence of a quarter second."""
    loud = sounding(heard)
    return [int(at) for n, at in enumerate(loud) if n == 0 or at - loud[n - 1] > RATE / 4]


def test_each_side_is_heard_in_its_own_ear(mixer: Mixer, sound_server: SoundServer) -> None:
    rounds = Rounds(lay_out_check(Speech()), mixer)
    with listening(sound_server.env, sound_server.monitor) as listener:
        rounds.start(time.monotonic())
        run(rounds, 8.5)
        heard = listener.stop()
    rounds.stop()
    starts = onsets(heard)
    assert len(starts) == 6
    loudness = [np.abs(heard[at : at + RATE // 3].astype(float)).mean(axis=0) for at in starts]
    assert loudness[0][0] > 2 * loudness[0][1]
    assert loudness[1][1] > 2 * loudness[1][0]
    for both in loudness[2:]:
        assert both[0] == pytest.approx(both[1], rel=0.05)
    apart = np.diff(starts) / RATE
    assert apart == pytest.approx([1.6, 1.6, 1.0, 1.0, 1.0], abs=0.02)


def test_a_later_speaker_is_given_its_ticks_earlier(
    mixer: Mixer, sound_server: SoundServer
) -> None:
    ticks = Ticks(mixer)
    with listening(sound_server.env, sound_server.monitor) as listener:
        ticks.start(time.monotonic())
        run(ticks, 4.2)
        mixer.set_delay(0.2)
        run(ticks, 4.0)
        heard = listener.stop()
    ticks.stop()
    apart = np.diff(onsets(heard)) / RATE
    shifted = int(np.argmin(apart))
    assert apart[shifted] == pytest.approx(0.8, abs=0.03)
    assert np.delete(apart, shifted) == pytest.approx(1.0, abs=0.03)
    print("seconds between ticks:", apart.round(4))
