import numpy as np
import pytest
from audio.humming import RATE as HUMS_AT
from audio.humming import hum
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from hiptimer.audio.errors import AudioError
from hiptimer.audio.levelling import LEAD_S, RATE, TAIL_S, Mono, levelled, loudness


def true_peak_db(clip: Mono) -> float:
    return float(20 * np.log10(np.abs(resample_poly(clip.astype(np.float64), 8, 1)).max()))


@settings(max_examples=25)
@given(st.floats(0.15, 3.0), st.floats(0.001, 0.9))
def test_whatever_its_length_and_level_it_ends_as_loud(seconds: float, level: float) -> None:
    clip = levelled(hum(seconds, level), HUMS_AT)
    assert loudness(clip) == pytest.approx(-20, abs=1.0)
    assert true_peak_db(clip) <= -1.5


def test_only_the_words_are_left_with_a_short_lead_and_tail() -> None:
    clip = levelled(hum(1.0), HUMS_AT)
    assert len(clip) / RATE == pytest.approx(1.0 + LEAD_S + TAIL_S, abs=0.03)
    (heard,) = np.nonzero(np.abs(clip) > 0.01)
    assert heard[0] / RATE == pytest.approx(LEAD_S, abs=0.01)
    assert (len(clip) - heard[-1]) / RATE == pytest.approx(TAIL_S, abs=0.015)


def test_it_comes_and_goes_from_silence() -> None:
    clip = levelled(hum(0.5), HUMS_AT)
    assert clip[0] == 0
    assert clip[-1] == 0


def test_the_pitch_is_kept_at_the_new_rate() -> None:
    clip = levelled(hum(2.0), HUMS_AT)
    spectrum = np.abs(np.fft.rfft(clip))
    assert np.argmax(spectrum) * RATE / len(clip) == pytest.approx(180, abs=2)


def test_nothing_above_what_the_voice_had_is_added() -> None:
    clip = levelled(hum(2.0), HUMS_AT)
    spectrum = np.abs(np.fft.rfft(clip)) ** 2
    above = spectrum[round(13_000 * len(clip) / RATE) :].sum()
    assert 10 * np.log10(above / spectrum.sum()) < -50


def test_a_peak_is_turned_down_and_not_cut_off() -> None:
    spiky = hum(1.0, 0.02)
    middle = len(spiky) // 2
    spiky[middle : middle + 40] += 0.9 * np.hanning(40).astype(np.float32)
    clip = levelled(spiky, HUMS_AT)
    assert true_peak_db(clip) <= -1.5
    at_rail = np.count_nonzero(np.abs(clip) > 0.999 * np.abs(clip).max())
    assert at_rail < 5
    assert loudness(clip) == pytest.approx(-20, abs=1.5)


def test_silence_is_no_speech() -> None:
    with pytest.raises(AudioError, match="said nothing"):
        levelled(np.zeros(HUMS_AT, np.float32), HUMS_AT)
