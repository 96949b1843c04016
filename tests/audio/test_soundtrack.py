"""Cues stand in the buffer at their sample, and nothing else does."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.soundtrack import (
    CEILING,
    CUT_S,
    Buffer,
    caught_up,
    keep_alive,
    render,
)
from hiptimer.audio.tones import RATE
from hiptimer.model.cue import Cue, Tone

SECONDS = 8.0

cues = st.lists(
    st.builds(
        Cue,
        at=st.floats(0, SECONDS),
        sound=st.sampled_from(Tone),
        gain=st.floats(0, 2),
    ),
    max_size=12,
)
few = settings(max_examples=40, deadline=None)


def sounding(bank: SoundBank, cues: list[Cue], n: int) -> NDArray[np.bool]:
    """Which of n samples belong to a cue."""
    mask = np.zeros(n, bool)
    for cue in cues:
        start = round(cue.at * RATE)
        mask[start : start + len(bank.sound(cue.sound))] = True
    return mask


@few
@given(cues=cues)
def test_only_cues_sound_and_the_buffer_reaches_to_the_last_tail(
    bank: SoundBank, cues: list[Cue]
) -> None:
    buffer = render(cues, SECONDS, bank=bank)
    tails = [round(c.at * RATE) + len(bank.sound(c.sound)) for c in cues if c.gain > 0]
    assert buffer.dtype == np.int16
    assert buffer.shape == (max([round(SECONDS * RATE), *tails]), 2)
    assert not buffer[~sounding(bank, cues, len(buffer))].any()


@few
@given(cues=cues, offset=st.floats(0, SECONDS))
def test_from_an_offset_it_is_the_rest_of_the_whole(
    bank: SoundBank, cues: list[Cue], offset: float
) -> None:
    whole, rest = render(cues, SECONDS, bank=bank), render(cues, SECONDS, offset, bank=bank)
    first = round(offset * RATE)
    cut = [c for c in cues if round(c.at * RATE) < first]
    clear = ~sounding(bank, cut, len(whole))[first:]
    n = min(len(clear), len(rest))
    assert np.array_equal(rest[:n][clear[:n]], whole[first:][:n][clear[:n]])
    assert not whole[first + n :][clear[n:]].any()


@few
@given(cues=st.lists(st.builds(Cue, at=st.just(1.0), sound=st.sampled_from(Tone)), max_size=30))
def test_however_many_sound_together_it_never_clips(bank: SoundBank, cues: list[Cue]) -> None:
    assert np.abs(render(cues, SECONDS, bank=bank).astype(int)).max() <= CEILING * 32767 + 1


@few
@given(cues=cues)
def test_with_no_gain_there_is_silence(bank: SoundBank, cues: list[Cue]) -> None:
    quiet = [Cue(cue.at, cue.sound, 0.0) for cue in cues]
    assert not render(quiet, SECONDS, bank=bank).any()


@pytest.mark.parametrize("at", [0.0, 1 / 3, 2.00001, 7.999])
def test_a_cue_begins_at_the_nearest_sample(bank: SoundBank, at: float) -> None:
    buffer = render([Cue(at, Tone.COUNT)], SECONDS, bank=bank)
    tone = np.rint(bank.sound(Tone.COUNT) * np.float32(32767))
    start = round(at * RATE)
    assert np.array_equal(buffer[start : start + len(tone)], tone)


def test_a_cue_at_the_very_end_sounds_and_a_later_one_does_not(bank: SoundBank) -> None:
    buffer = render([Cue(2.0, Tone.GO), Cue(2.5, Tone.GO)], 2.0, bank=bank)
    assert len(buffer) == 2 * RATE + len(bank.sound(Tone.GO))


def test_a_cue_just_missed_is_begun_inside_under_a_fade(bank: SoundBank) -> None:
    buffer = render([Cue(1.0, Tone.GO)], SECONDS, 1.05, bank=bank)
    whole = render([Cue(1.0, Tone.GO)], SECONDS, bank=bank)[round(1.05 * RATE) :]
    assert np.abs(buffer[0]).max() == 0
    assert np.array_equal(buffer[RATE // 100 :], whole[RATE // 100 :])


def test_a_cue_long_missed_is_dropped(bank: SoundBank) -> None:
    assert not render([Cue(1.0, Tone.GO)], SECONDS, 1.0 + CUT_S + 0.01, bank=bank).any()


def test_a_segment_that_is_over_is_empty(bank: SoundBank) -> None:
    assert render([Cue(1.0, Tone.GO)], 2.0, 5.0, bank=bank).shape == (0, 2)


@given(
    cues=cues,
    wanted=st.floats(0, SECONDS),
    late=st.floats(0, 1),
)
def test_catching_up_moves_the_last_missed_cue_only(
    cues: list[Cue], wanted: float, late: float
) -> None:
    actual = wanted + late
    missed = [cue for cue in cues if wanted <= cue.at < actual]
    result = caught_up(cues, wanted, actual)
    kept = [cue for cue in cues if cue not in missed]
    if missed:
        last = max(cue.at for cue in missed)
        moved, *result = result
        assert moved.at == actual
        assert moved.sound in [cue.sound for cue in missed if cue.at == last]
    assert result == kept


def level(buffer: Buffer) -> float:
    return float(20 * np.log10(np.sqrt(np.mean((buffer / 32768) ** 2))))


def test_the_keep_alive_is_quiet_low_and_has_no_seam() -> None:
    noise = keep_alive(2.0, -60.0)
    assert level(noise) == pytest.approx(-60, abs=0.5)
    frequency = np.fft.rfftfreq(len(noise), 1 / RATE)
    energy = np.abs(np.fft.rfft(noise[:, 0])) ** 2
    assert energy[frequency < 200].sum() > 0.9 * energy.sum()
    steps = np.abs(np.diff(noise[:, 0].astype(int)))
    assert abs(int(noise[0, 0]) - int(noise[-1, 0])) <= steps.max()
