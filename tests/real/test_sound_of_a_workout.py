"""A workout in text, heard through a real sound server: tones where the timeline puts them."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from real.listening import Heard, listening
from real.machine import RATE, SoundServer

from hiptimer.audio.soundtrack import render
from hiptimer.audio.tones import ToneBank
from hiptimer.model.cue import Cue, Tone

TONES = Path(__file__).resolve().parents[2] / "assets" / "sounds" / "tones.toml"
COUNTDOWN = (*(Cue(float(i), Tone.COUNT) for i in range(3)), Cue(3.0, Tone.GO))
SECONDS = 22.0


def test_a_countdown_ends_at_the_first_rep_and_the_reps_keep_the_beat(
    sound_server: SoundServer, tmp_path: Path
) -> None:
    """10 bridges of 1-2-2: 12 s of get-ready, then a tone at 0, 1 and 3 s of every 5."""
    bank = ToneBank.read(TONES.read_bytes())
    with listening(sound_server.env, sound_server.monitor) as listener:
        _lead_for(SECONDS, sound_server, tmp_path)
        heard = listener.stop()
    zero = _best_place(heard, render(COUNTDOWN, 4.0, bank=bank)) + 3 * RATE
    # The beat of the first two reps is a buffer of its own: it may start a device buffer late.
    reps = [Cue(1.0, Tone.HOLD), Cue(3.0, Tone.BACK), Cue(5.0, Tone.WORK), Cue(6.0, Tone.HOLD)]
    beat = _best_place(heard, render(reps, 7.0, bank=bank))
    assert abs(beat - zero) < 0.06 * RATE


def _lead_for(seconds: float, server: SoundServer, folder: Path) -> None:
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(folder)]
    run = subprocess.Popen(
        [*command, "start", "pre-run-activation", "--text"],
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **server.env},
    )
    try:
        run.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        run.terminate()
    assert run.wait(timeout=20) == 130


def _best_place(heard: Heard, expected: Heard) -> int:
    """The frame at which `expected` was heard, by likeness; through the spectrum, as it is long."""
    long, short = heard.sum(axis=1).astype(float), expected.sum(axis=1).astype(float)
    size = 1 << (len(long) + len(short)).bit_length()
    product = np.fft.rfft(long, size) * np.conj(np.fft.rfft(short, size))
    return int(np.argmax(np.fft.irfft(product, size)[: len(long)]))
