"""A whole timeline sounds as its segments do when they are played one after the other."""

from pathlib import Path

import numpy as np
import pytest
from audio.clips import write_pack

from hiptimer.audio.bank import Bank, SoundBank
from hiptimer.audio.soundtrack import Buffer, render
from hiptimer.audio.tones import RATE, ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.audio.whole import Stretch, ended_in_time, whole_sound
from hiptimer.model.cue import Cue, Phrase, Tone


def joined(stretches: list[Stretch], bank: SoundBank) -> Buffer:
    return np.concatenate(list(whole_sound(stretches, bank)))


def laid(*stretches: tuple[float, list[Cue]]) -> list[Stretch]:
    """Stretches of these lengths, one after the other."""
    found, start = [], 0.0
    for seconds, cues in stretches:
        found.append(Stretch(start, seconds, tuple(cues)))
        start += seconds
    return found


def starts(cues: tuple[Cue, ...]) -> list[tuple[float, object]]:
    return [(round(cue.at, 3), cue.sound) for cue in sorted(cues, key=lambda cue: cue.at)]


def test_a_piece_is_what_is_played_live(bank: SoundBank) -> None:
    stretches = laid(
        (4.0, [Cue(1.0, Tone.COUNT), Cue(2.0, Tone.COUNT)]),
        (5.5, [Cue(0.5, Tone.LEFT), Cue(3.0, Tone.BACK)]),
    )
    pieces = list(whole_sound(stretches, bank))
    assert [len(piece) for piece in pieces] == [4 * RATE, round(5.5 * RATE)]
    for piece, stretch in zip(pieces, stretches, strict=True):
        assert np.array_equal(piece, render(stretch.cues, stretch.seconds, bank=bank))


def test_a_tail_rings_on_in_what_follows_however_short(bank: SoundBank) -> None:
    cues = [Cue(1.0, Tone.GO)]
    stretches = laid((1.0, cues), (0.1, []), (0.1, []), (3.0, [Cue(2.0, Tone.COUNT)]))
    sound = joined(stretches, bank)
    tail = render(cues, 1.0, bank=bank)
    assert len(tail) > round(1.2 * RATE)
    assert np.array_equal(sound[: len(tail)], tail)


def test_a_tail_and_what_follows_are_added(bank: SoundBank) -> None:
    ending, next_ = [Cue(1.0, Tone.SIDE_END)], [Cue(0.2, Tone.COUNT)]
    sound = joined(laid((1.0, ending), (2.0, next_)), bank).astype(int)
    tail = render(ending, 1.0, bank=bank)[RATE:].astype(int)
    alone = render(next_, 2.0, bank=bank)[: len(tail)].astype(int)
    assert np.array_equal(sound[RATE : RATE + len(tail)], tail + alone)


def test_two_loud_sounds_do_not_overflow(bank: SoundBank) -> None:
    ending, next_ = [Cue(1.0, Tone.GO, 30.0)], [Cue(0.0, Tone.GO, 30.0)]
    sound = joined(laid((1.0, ending), (2.0, next_)), bank).astype(int)
    tail = render(ending, 1.0, bank=bank)[RATE:].astype(int)
    both = tail + render(next_, 2.0, bank=bank)[: len(tail)]
    assert np.abs(both).max() > 50_000
    assert np.array_equal(sound[RATE : RATE + len(tail)], both.clip(-32767, 32767))


@pytest.mark.parametrize("seconds", [1.0, 1 / 3, 2.00001, 7.123456])
def test_uneven_lengths_add_up(bank: SoundBank, seconds: float) -> None:
    stretches = laid(*[(seconds, [Cue(seconds, Tone.GO)])] * 7)
    assert len(joined(stretches, bank)) == round(7 * seconds * RATE)


def test_the_end_comes_earlier_and_ends_with_the_file(bank: SoundBank) -> None:
    (last,) = laid((10.0, [Cue(4.0, Tone.BACK), Cue(10.0, Tone.WORKOUT_END)]))
    assert starts(ended_in_time(last, bank)) == [(4.0, Tone.BACK), (7.8, Tone.WORKOUT_END)]
    sound = joined([last], bank)
    assert len(sound) == 10 * RATE
    assert np.array_equal(sound[round(7.8 * RATE) :], np.rint(bank.sound(Tone.WORKOUT_END) * 32767))


def test_the_end_does_not_begin_before_the_sound_in_front_of_it_is_over(bank: SoundBank) -> None:
    (last,) = laid((10.0, [Cue(8.0, Tone.BACK), Cue(10.0, Tone.WORKOUT_END)]))
    free = 8.0 + bank.seconds(Tone.BACK)
    assert starts(ended_in_time(last, bank))[-1] == (free, Tone.WORKOUT_END)
    sound = joined([last], bank).astype(int)
    assert len(sound) == 10 * RATE
    assert abs(sound[-1]).max() == 0
    assert abs(sound[-RATE:]).max() > 100


def test_the_words_of_the_end_are_said_whole_or_not_at_all(tones: ToneBank, tmp_path: Path) -> None:
    write_pack(tmp_path, {"Done.": 0.6})
    voice = Bank(tones, Voice.read(tmp_path))
    ends = [Cue(10.0, Tone.WORKOUT_END), Cue(11.4, Phrase("Done."))]
    (roomy,) = laid((10.0, [Cue(4.0, Tone.BACK), *ends]))
    (tight,) = laid((10.0, [Cue(8.5, Tone.BACK), *ends]))
    assert starts(ended_in_time(roomy, voice))[-1] == (9.2, Phrase("Done."))
    assert [sound for _, sound in starts(ended_in_time(tight, voice))] == [
        Tone.BACK,
        Tone.WORKOUT_END,
    ]


def test_nothing_moves_when_the_sound_before_reaches_the_end(bank: SoundBank) -> None:
    (last,) = laid((3.0, [Cue(2.9, Tone.GO), Cue(3.0, Tone.WORKOUT_END)]))
    assert starts(ended_in_time(last, bank))[-1] == (3.0, Tone.WORKOUT_END)
    assert len(joined([last], bank)) == 3 * RATE


def test_no_stretches_are_no_sound(bank: SoundBank) -> None:
    assert list(whole_sound([], bank)) == []
