"""Cues stand in the buffer at their sample, and nothing else does."""

import numpy as np
import pytest
from audio.clips import write_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hiptimer.audio.bank import Bank, SoundBank
from hiptimer.audio.soundtrack import (
    CEILING,
    CUT_S,
    render,
)
from hiptimer.audio.tones import RATE, ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Cue, Phrase, Tone

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
few = settings(max_examples=40)


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


def test_what_is_said_after_the_end_belongs_to_the_segment(bank: SoundBank) -> None:
    buffer = render([Cue(2.0, Tone.GO), Cue(2.5, Tone.GO)], 2.0, bank=bank)
    assert len(buffer) == 2.5 * RATE + len(bank.sound(Tone.GO))


def test_a_cue_just_missed_is_begun_inside_under_a_fade(bank: SoundBank) -> None:
    buffer = render([Cue(1.0, Tone.GO)], SECONDS, 1.05, bank=bank)
    whole = render([Cue(1.0, Tone.GO)], SECONDS, bank=bank)[round(1.05 * RATE) :]
    assert np.abs(buffer[0]).max() == 0
    assert np.array_equal(buffer[RATE // 100 :], whole[RATE // 100 :])


def test_a_cue_long_missed_is_dropped(bank: SoundBank) -> None:
    assert not render([Cue(1.0, Tone.GO)], SECONDS, 1.0 + CUT_S + 0.01, bank=bank).any()


def test_a_segment_that_is_over_is_empty(bank: SoundBank) -> None:
    assert render([Cue(1.0, Tone.GO)], 2.0, 5.0, bank=bank).shape == (0, 2)


@pytest.fixture(scope="module")
def spoken(tones: ToneBank, tmp_path_factory: pytest.TempPathFactory) -> SoundBank:
    folder = tmp_path_factory.mktemp("voice")
    write_pack(folder, {"Done.": 0.6, "Lost.": 0.6})
    (folder / "1.wav").unlink()
    return Bank(tones, Voice.read(folder))


def test_a_phrase_is_said_at_its_sample_and_to_its_end(spoken: SoundBank) -> None:
    buffer = render([Cue(7.9, Phrase("Done."))], SECONDS, bank=spoken)
    said = np.flatnonzero(np.abs(buffer).max(axis=1))
    assert (said[0], said[-1] + 1) == (round(7.9 * RATE), round(8.5 * RATE))
    assert len(buffer) == round(8.5 * RATE)


@pytest.mark.parametrize("late", [1 / RATE, 0.05, 0.5])
def test_a_phrase_is_never_begun_inside(spoken: SoundBank, late: float) -> None:
    cues = [Cue(1.0, Phrase("Done."))]
    assert render(cues, SECONDS, 1.0, bank=spoken).any()
    assert not render(cues, SECONDS, 1.0 + late, bank=spoken).any()


@pytest.mark.parametrize("text", ["Lost.", "Nobody ever said this."])
def test_a_phrase_without_a_clip_leaves_the_tones_alone(spoken: SoundBank, text: str) -> None:
    tones = [Cue(0.0, Tone.GO), Cue(7.9, Tone.COUNT)]
    with_it = [tones[0], Cue(1.0, Phrase(text)), Cue(9.0, Phrase(text)), tones[1]]
    expected = render(tones, SECONDS, bank=spoken)
    assert np.array_equal(render(with_it, SECONDS, bank=spoken), expected)
