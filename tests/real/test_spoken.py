"""Phrases through a real sound server: said whole, silent when muted, and missed by nobody else."""

import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from audio.clips import write_pack
from real.listening import Listener, decibels, listening, sounding
from real.machine import RATE, SoundServer
from real.mortal import TONES

from hiptimer.audio.bank import Bank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundState
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Cue, Phrase, Tone

LONG, LOST, BROKEN = Phrase("A long sentence."), Phrase("Lost."), Phrase("Broken.")


@pytest.fixture
def spoken(
    sound_server: SoundServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Mixer]:
    for name, value in sound_server.env.items():
        monkeypatch.setenv(name, value)
    write_pack(tmp_path, {LONG.text: 4.0, LOST.text: 1.0, BROKEN.text: 1.0})
    (tmp_path / "1.wav").unlink()
    (tmp_path / "2.wav").write_bytes(b"no sound at all")
    states: SimpleQueue[SoundState] = SimpleQueue()
    bank = Bank(ToneBank.read(TONES.read_bytes()), Voice.read(tmp_path, tmp_path / "nowhere"))
    mixer = Mixer(bank, on_state=states.put, volume=1.0)
    mixer.start()
    assert states.get(timeout=10).on
    time.sleep(3.0)  # a null sink takes 2 s of a new stream at once
    yield mixer
    mixer.stop_all()
    mixer.close(1)


@pytest.fixture
def listener(spoken: Mixer, sound_server: SoundServer) -> Iterator[Listener]:
    with listening(sound_server.env, sound_server.monitor) as listener:
        time.sleep(0.3)
        yield listener


def test_muting_in_the_middle_of_a_phrase_is_silence_at_once(
    spoken: Mixer, listener: Listener
) -> None:
    begun = time.monotonic() + 0.3
    spoken.play([Cue(0.0, LONG)], 5, offset=0, due=begun)
    time.sleep(1.3)
    muted = time.monotonic()
    spoken.set_muted(True)
    time.sleep(1.0)
    unmuted = time.monotonic()
    spoken.set_muted(False)
    time.sleep(3.0)
    heard = listener.stop()
    mute, unmute = listener.frame_at(muted), listener.frame_at(unmuted)
    assert decibels(heard[mute - RATE // 2 : mute]) == pytest.approx(-20, abs=1)
    assert not heard[mute + RATE // 10 : unmute].any()
    assert decibels(heard[unmute + RATE // 10 : unmute + RATE]) == pytest.approx(-20, abs=1)
    said = sounding(heard)
    assert (said[-1] - said[0]) / RATE == pytest.approx(4.0, abs=0.1)


def test_a_clip_that_cannot_be_had_leaves_the_rest_as_it_is(
    spoken: Mixer, listener: Listener
) -> None:
    cues = [Cue(0.0, LOST), Cue(0.5, Tone.GO), Cue(1.5, BROKEN), Cue(1.6, Phrase("Never."))]
    due = time.monotonic() + 0.3
    spoken.play([*cues, Cue(2.5, Tone.GO)], 3, offset=0, due=due)
    time.sleep(3.8)
    heard = listener.stop()
    first = int(sounding(heard)[0])
    assert first - listener.frame_at(due) == pytest.approx(0.5 * RATE, abs=0.1 * RATE)
    between = heard[first + RATE : first + RATE * 19 // 10]
    assert decibels(between) < -55
    assert len(sounding(heard[first + RATE * 19 // 10 :])) > 1000
