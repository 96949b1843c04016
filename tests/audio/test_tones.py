"""Every tone is heard across a room, hurts nobody, never clicks and cannot be taken for another."""

import subprocess
import sys
from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from hiptimer.audio.synthesis import a_weighting, loudness
from hiptimer.audio.tones import RATE, ToneBank
from hiptimer.model.cue import Tone

EVERY = pytest.mark.parametrize("tone", list(Tone))
WITHIN_REPS = (Tone.COUNT, Tone.WORK, Tone.HOLD, Tone.BACK, Tone.REP_END)


def decibels(ratio: float) -> float:
    return float(20 * np.log10(ratio))


def louder_side(tones: ToneBank, tone: Tone) -> NDArray[np.float32]:
    sound = tones.sound(tone)
    return sound[:, int(np.argmax(np.abs(sound).max(axis=0)))]


def spectrum(samples: NDArray[np.float32]) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Frequencies, and the energy at each."""
    n = RATE // 2
    padded = np.concatenate([samples, np.zeros(max(0, n - len(samples)))])
    return np.fft.rfftfreq(len(padded), 1 / RATE), np.abs(np.fft.rfft(padded)) ** 2


def pitch(samples: NDArray[np.float32]) -> float:
    """The strongest frequency in hertz."""
    frequency, energy = spectrum(samples)
    return float(frequency[int(np.argmax(energy))])


def ends_of(samples: NDArray[np.float32]) -> tuple[float, float]:
    """The pitch in the first and in the last third."""
    third = len(samples) // 3
    return pitch(samples[:third]), pitch(samples[-third:])


@EVERY
def test_peak_stays_below_minus_six_decibels(tones: ToneBank, tone: Tone) -> None:
    assert decibels(np.abs(tones.sound(tone)).max()) <= -6.0


@EVERY
def test_all_are_about_as_loud_as_each_other(tones: ToneBank, tone: Tone) -> None:
    assert decibels(loudness(louder_side(tones, tone), RATE)) == pytest.approx(-16, abs=1.5)


@EVERY
def test_the_sound_lies_where_it_carries(tones: ToneBank, tone: Tone) -> None:
    frequency, energy = spectrum(louder_side(tones, tone))
    middle = (frequency >= 500) & (frequency <= 3000)
    assert energy[middle].sum() > 0.9 * energy.sum()


@EVERY
def test_nothing_clicks(tones: ToneBank, tone: Tone) -> None:
    sound = tones.sound(tone)
    assert np.abs(sound[0]).max() < 0.001
    assert np.abs(sound[-1]).max() < 0.001
    # A sine of 3 kHz at half scale steps by 0.2 from sample to sample; a click by more.
    assert np.abs(np.diff(sound, axis=0)).max() < 0.2


@EVERY
def test_the_attack_and_the_end_are_soft(tones: ToneBank, tone: Tone) -> None:
    sound = np.abs(louder_side(tones, tone))
    peak = sound.max()
    assert sound[: RATE // 1000].max() < 0.5 * peak
    assert sound[-RATE // 1000 :].max() < 0.1 * peak


@EVERY
def test_a_tone_lasts_as_long_as_it_says(tones: ToneBank, tone: Tone) -> None:
    assert len(tones.sound(tone)) == round(tones.seconds(tone) * RATE)
    assert tones.seconds(tone) <= 2.5


@pytest.mark.parametrize("tone", WITHIN_REPS)
def test_tones_within_reps_are_short(tones: ToneBank, tone: Tone) -> None:
    assert tones.seconds(tone) <= 0.12


@pytest.mark.parametrize(("one", "other"), list(combinations(Tone, 2)))
def test_no_two_tones_are_alike(tones: ToneBank, one: Tone, other: Tone) -> None:
    """Heard on one loudspeaker: the sum of both sides, whatever the gain."""
    a, b = (tones.sound(tone).sum(axis=1) for tone in (one, other))
    n = max(len(a), len(b))
    overlap = np.fft.irfft(np.fft.rfft(a, 2 * n) * np.conj(np.fft.rfft(b, 2 * n)))
    alike = np.abs(overlap).max() / np.sqrt(np.sum(a**2) * np.sum(b**2))
    # The same instrument playing the same first notes shares at most those.
    assert alike < 0.85


def test_zero_is_higher_and_longer_than_the_count(tones: ToneBank) -> None:
    assert pitch(louder_side(tones, Tone.GO)) > 1.4 * pitch(louder_side(tones, Tone.COUNT))
    assert tones.seconds(Tone.GO) > 3 * tones.seconds(Tone.COUNT)


@pytest.mark.parametrize("tone", [Tone.WORK, Tone.STAND_UP, Tone.RIGHT])
def test_what_rises(tones: ToneBank, tone: Tone) -> None:
    first, last = ends_of(louder_side(tones, tone))
    assert last > 1.15 * first


@pytest.mark.parametrize("tone", [Tone.BACK, Tone.LIE_DOWN, Tone.LEFT])
def test_what_falls(tones: ToneBank, tone: Tone) -> None:
    first, last = ends_of(louder_side(tones, tone))
    assert last < first / 1.15


def test_a_hold_stays_where_it_is(tones: ToneBank) -> None:
    first, last = ends_of(louder_side(tones, Tone.HOLD))
    assert last == pytest.approx(first, rel=0.01)


def test_ends_have_more_notes_the_more_is_finished(tones: ToneBank) -> None:
    ends = (Tone.REP_END, Tone.SIDE_END, Tone.EXERCISE_END, Tone.WORKOUT_END)
    lengths = [tones.seconds(tone) for tone in ends]
    assert all(b > 1.3 * a for a, b in pairwise(lengths))


def test_left_and_right_come_from_their_sides(tones: ToneBank) -> None:
    left, right = (np.abs(tones.sound(tone)).max(axis=0) for tone in (Tone.LEFT, Tone.RIGHT))
    assert left[0] > 2 * left[1] > 0
    assert right[1] > 2 * right[0] > 0


def test_the_weighting_is_the_curve_of_the_standard() -> None:
    frequency = np.array([100.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0])
    table = [-19.1, -3.2, 0.0, 1.2, 1.0, -1.1]
    weights = [decibels(gain) for gain in a_weighting(frequency)]
    assert weights == pytest.approx(table, abs=0.1)


def test_a_tone_is_made_once(tones: ToneBank) -> None:
    assert tones.sound(Tone.GO) is tones.sound(Tone.GO)
    with pytest.raises(ValueError, match="read-only"):
        tones.sound(Tone.GO)[0] = 1


def test_the_mixer_can_be_imported_without_numpy_and_pygame() -> None:
    code = (
        "import sys, hiptimer.audio.mixer, hiptimer.audio.silent, hiptimer.audio.tones;"
        "sys.exit(bool({'numpy', 'pygame', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
