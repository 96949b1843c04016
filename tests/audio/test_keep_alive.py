"""The noise that keeps a speaker awake is low, as loud as it says, and has no seam."""

import numpy as np
import pytest

from hiptimer.audio.keep_alive import LEVELS_DB, LOOP_S, keep_alive
from hiptimer.audio.soundtrack import Buffer
from hiptimer.audio.tones import RATE


def level(buffer: Buffer) -> float:
    return float(20 * np.log10(np.sqrt(np.mean((buffer / 32768) ** 2))))


@pytest.mark.parametrize("wanted", LEVELS_DB.values())
def test_it_is_as_loud_as_it_says_low_and_has_no_seam(wanted: float) -> None:
    noise = keep_alive(LOOP_S, wanted)
    assert level(noise) == pytest.approx(wanted, abs=0.5)
    frequency = np.fft.rfftfreq(len(noise), 1 / RATE)
    energy = np.abs(np.fft.rfft(noise[:, 0])) ** 2
    band = (frequency >= 30) & (frequency <= 200)
    assert energy[band].sum() > 0.99 * energy.sum()
    steps = np.abs(np.diff(noise[:, 0].astype(int)))
    assert abs(int(noise[0, 0]) - int(noise[-1, 0])) <= steps.max()


def test_the_stronger_one_is_stronger() -> None:
    assert LEVELS_DB["stronger"] >= LEVELS_DB["quiet"] + 10
