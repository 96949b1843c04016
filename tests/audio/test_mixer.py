"""The mixer starts segments at their time, and gets over the loss of a device."""

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest
from audio.tape import Tape, onset_s

from hiptimer.audio import outlet
from hiptimer.audio.bank import SoundBank
from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import DEVICE_BUSY, DEVICE_LOST, NO_ANSWER, NO_DEVICE, SoundState
from hiptimer.audio.synthesis import Samples
from hiptimer.audio.tones import RATE
from hiptimer.model.cue import Cue, Phrase, Sound, Tone

ONE = [Cue(0.0, Tone.GET_READY)]
SPARSE = [Cue(0.0, Tone.GET_READY), Cue(4.0, Tone.COUNT)]


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def mixer(bank: SoundBank, tape: Tape) -> Iterator[Mixer]:
    mixer = tape.mixer(bank)
    mixer.start()
    assert tape.next_state().on
    yield mixer
    mixer.stop_all()
    mixer.close(1)


def test_a_segment_posted_ahead_starts_when_it_is_due(mixer: Mixer, tape: Tape) -> None:
    due = time.monotonic() + 0.3
    mixer.play(ONE, 2, offset=0, due=due)
    tape.wait_for("play")
    assert tape.times("play")[0] == pytest.approx(due, abs=0.03)
    assert tape.times("play")[0] >= due
    assert onset_s(tape.buffers[0]) < 0.001


def test_segments_posted_out_of_order_start_in_order_of_time(mixer: Mixer, tape: Tape) -> None:
    now = time.monotonic()
    mixer.play([Cue(0, Tone.GO)], 1, offset=0, due=now + 0.4)
    mixer.play([Cue(0, Tone.COUNT)], 1, offset=0, due=now + 0.2)
    tape.wait_for("play", 2)
    assert tape.times("play") == pytest.approx([now + 0.2, now + 0.4], abs=0.03)


def test_a_segment_posted_late_begins_inside(mixer: Mixer, tape: Tape) -> None:
    due = time.monotonic() - 2.5
    mixer.play(SPARSE, 5, offset=1.0, due=due)
    tape.wait_for("play")
    begun = tape.times("play")[0] - due
    assert onset_s(tape.buffers[0]) == pytest.approx(4.0 - 1.0 - begun, abs=0.04)


def test_a_cue_missed_by_little_is_heard_whole(mixer: Mixer, tape: Tape) -> None:
    mixer.play(SPARSE, 5, offset=0, due=time.monotonic() - 0.02)
    tape.wait_for("play")
    assert onset_s(tape.buffers[0]) < 0.001


def test_a_late_loudspeaker_is_given_its_sound_earlier(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank, delay_s=0.1)
    mixer.start()
    tape.next_state()
    due = time.monotonic() + 0.4
    mixer.play(ONE, 1, offset=0, due=due)
    mixer.set_delay(0.3)
    tape.wait_for("play")
    mixer.close(0)
    assert tape.times("play")[0] == pytest.approx(due - 0.3, abs=0.03)


def test_a_late_loudspeaker_loses_no_first_cue(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank, delay_s=0.4)
    mixer.start()
    tape.next_state()
    mixer.play(SPARSE, 5, offset=0, due=time.monotonic())
    tape.wait_for("play")
    mixer.close(0)
    buffer = tape.buffers[0]
    assert onset_s(buffer) < 0.001
    last = np.flatnonzero(np.abs(buffer).max(axis=1))[-1] / RATE
    assert last == pytest.approx(4.0 - 0.4 + 0.12, abs=0.04)


def test_stopping_silences_and_drops_what_is_to_come(mixer: Mixer, tape: Tape) -> None:
    now = time.monotonic()
    mixer.play(ONE, 1, offset=0, due=now)
    mixer.play(ONE, 1, offset=0, due=now + 0.4)
    tape.wait_for("play")
    mixer.stop_all()
    tape.wait_for("fade out")
    mixer.play(ONE, 1, offset=0, due=now + 0.6)
    tape.wait_for("play", 2)
    assert tape.times("play")[1] == pytest.approx(now + 0.6, abs=0.03)


def test_volume_and_mute_make_the_level(mixer: Mixer, tape: Tape) -> None:
    mixer.set_volume(0.5)
    mixer.set_muted(True)
    mixer.set_volume(0.25)
    mixer.set_muted(False)
    mixer.set_volume(7)
    mixer.stop_all()
    tape.wait_for("fade out")
    assert tape.levels == [0.8, 0.5, 0, 0, 0.25, 1]


def test_closing_waits_for_the_last_tail(mixer: Mixer, tape: Tape, bank: SoundBank) -> None:
    started = time.monotonic()
    mixer.play([Cue(0.2, Tone.GO)], 9, offset=0, due=started)
    mixer.close(5)
    took = time.monotonic() - started
    assert 0.2 + bank.seconds(Tone.GO) < took < 0.2 + bank.seconds(Tone.GO) + 0.5
    assert [name for _, name in tape.log][-2:] == ["fade out", "close"]


def test_closing_waits_no_longer_than_it_may(mixer: Mixer) -> None:
    started = time.monotonic()
    mixer.play([Cue(60, Tone.GO)], 60, offset=0, due=started)
    mixer.close(0.2)
    assert time.monotonic() - started < 0.7


def test_closing_does_not_wait_for_silence(mixer: Mixer) -> None:
    started = time.monotonic()
    mixer.set_muted(True)
    mixer.play([Cue(60, Tone.GO)], 60, offset=0, due=started)
    mixer.close(9)
    assert time.monotonic() - started < 0.5


def test_a_lost_device_is_replaced_and_sound_goes_on_from_where_it_would_be(
    mixer: Mixer, tape: Tape
) -> None:
    due = time.monotonic()
    mixer.play(SPARSE, 5, offset=0, due=due)
    tape.wait_for("play")
    tape.is_well = False
    assert tape.next_state() == SoundState(on=False, words=DEVICE_LOST)
    assert tape.next_state() == SoundState(on=True)
    tape.wait_for("play", 2)
    begun = tape.times("play")[1] - due
    assert onset_s(tape.buffers[1]) == pytest.approx(4.0 - begun, abs=0.04)
    assert [name for _, name in tape.log][:4] == ["open", "play", "close", "open"]


def test_without_a_device_it_says_so_and_looks_again(bank: SoundBank, tape: Tape) -> None:
    tape.is_there = False
    mixer = tape.mixer(bank)
    mixer.start()
    assert tape.next_state() == SoundState(on=False, words=NO_DEVICE, detail="no such device")
    due = time.monotonic()
    mixer.play(SPARSE, 5, offset=0, due=due)
    tape.is_there = True
    assert tape.next_state() == SoundState(on=True)
    tape.wait_for("play")
    mixer.stop_all()
    mixer.close(1)
    begun = tape.times("play")[0] - due
    assert begun < 3
    assert onset_s(tape.buffers[0]) == pytest.approx(4.0 - begun, abs=0.04)


def test_what_is_said_while_the_device_first_opens_is_heard_late_rather_than_never(
    bank: SoundBank, tape: Tape
) -> None:
    tape.opening_s = 0.5
    mixer = tape.mixer(bank)
    mixer.start()
    mixer.play(SPARSE, 5, offset=0, due=time.monotonic())
    tape.wait_for("play")
    mixer.close(0)
    assert onset_s(tape.buffers[0]) < 0.001


def test_what_was_over_before_a_device_came_is_not_played(bank: SoundBank, tape: Tape) -> None:
    tape.opening_s = 0.3
    mixer = tape.mixer(bank)
    mixer.start()
    mixer.play([Cue(0, Tone.COUNT)], 0.1, offset=0, due=time.monotonic() - 1)
    assert tape.next_state().on
    mixer.close(1)
    assert not tape.buffers


def test_a_mixer_never_started_closes_at_once(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank)
    mixer.play(ONE, 1, offset=0, due=0)
    mixer.close(5)
    mixer.start()
    assert not tape.log


def test_what_is_told_to_stop_just_before_it_is_due_never_begins(mixer: Mixer, tape: Tape) -> None:
    for wait in (0.181, 0.19, 0.197):
        due = time.monotonic() + 0.2
        mixer.play(ONE, 1, offset=0, due=due)
        time.sleep(wait)
        mixer.stop_all()
        time.sleep(0.03)
    assert not tape.buffers


def test_skipping_leaves_one_segment_at_a_time(mixer: Mixer, tape: Tape) -> None:
    """Each skip stops what sounds before the next begins, and what was posted ahead is dropped."""
    for _ in range(4):
        now = time.monotonic()
        mixer.stop_all()
        mixer.play(SPARSE, 5, offset=0, due=now)
        mixer.play(SPARSE, 5, offset=0, due=now + 0.25)
        time.sleep(0.1)
    told = [name for _, name in tape.log if name in ("play", "fade out")]
    assert told == ["fade out", "play"] * 4


def test_a_changed_delay_moves_what_waits_and_not_what_sounds(mixer: Mixer, tape: Tape) -> None:
    now = time.monotonic()
    mixer.play(SPARSE, 5, offset=0, due=now)
    mixer.play(ONE, 1, offset=0, due=now + 0.8)
    tape.wait_for("play")
    mixer.set_delay(0.4)
    tape.wait_for("play", 2)
    assert tape.times("play")[1] == pytest.approx(now + 0.4, abs=0.03)
    assert not tape.times("fade out")


def test_the_noise_for_a_sleepy_speaker_is_chosen_and_changed(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank, keep_alive="stronger")
    mixer.start()
    assert tape.next_state().on
    mixer.set_keep_alive("off")
    mixer.set_keep_alive("quiet")
    mixer.close(1)
    assert tape.keep_alives == ["stronger", "off", "quiet"]


def test_a_device_used_by_another_program_is_said_so(bank: SoundBank, tape: Tape) -> None:
    tape.refusal = "ALSA: Couldn't open audio device: Device or resource busy"
    mixer = tape.mixer(bank)
    mixer.start()
    state = tape.next_state()
    assert (state.on, state.words, state.detail) == (False, DEVICE_BUSY, tape.refusal)
    tape.refusal = ""
    assert tape.next_state() == SoundState(on=True)
    mixer.close(1)


def test_a_lost_device_stays_the_news_until_it_is_back(mixer: Mixer, tape: Tape) -> None:
    tape.is_there, tape.is_well = False, False
    assert tape.next_state() == SoundState(on=False, words=DEVICE_LOST)
    assert tape.next_state() == SoundState(False, DEVICE_LOST, "no such device")
    tape.is_there = True
    assert tape.next_state() == SoundState(on=True)


def test_a_device_that_never_answers_holds_up_nothing(
    bank: SoundBank, tape: Tape, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "SLOW_S", 0.2)
    answers = threading.Event()
    tape.opening = answers.wait
    mixer = tape.mixer(bank)
    mixer.start()
    assert tape.next_state() == SoundState(on=False, words=NO_ANSWER)
    began = time.monotonic()
    mixer.play(ONE, 1, offset=0, due=began)
    mixer.set_volume(0.3)
    mixer.stop_all()
    assert time.monotonic() - began < 0.05
    mixer.close(6)
    assert time.monotonic() - began < 1.3
    answers.set()
    tape.wait_for("close")
    assert not tape.buffers


def test_a_slow_device_is_told_of_and_then_heard(
    bank: SoundBank, tape: Tape, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "SLOW_S", 0.2)
    tape.opening_s = 0.5
    mixer = tape.mixer(bank)
    mixer.start()
    assert tape.next_state() == SoundState(on=False, words=NO_ANSWER)
    assert tape.next_state() == SoundState(on=True)
    mixer.close(1)


def test_where_the_next_sound_may_come_late_the_device_dozes_until_it_does(
    bank: SoundBank, tape: Tape
) -> None:
    mixer = tape.mixer(bank, doze_s=0.2)
    mixer.start()
    assert tape.next_state().on
    mixer.play(ONE, 0.1, offset=0, due=time.monotonic())
    mixer.doze()
    tape.wait_for("doze")
    assert [what for _, what in tape.log if what != "fade out"] == ["open", "play", "close", "doze"]
    tape.opening_s = 0.3
    mixer.play(SPARSE, 5, offset=0, due=time.monotonic())
    tape.wait_for("play", times=2)
    # Missed while it was opened again, and heard late.
    assert onset_s(tape.buffers[1]) < 0.001
    mixer.stop_all()
    mixer.close(1)
    assert len(tape.times("open")) == 2
    assert len(tape.times("doze")) == 1
    assert tape.states.empty()


def test_a_device_does_not_doze_where_the_next_sound_must_be_on_time(
    bank: SoundBank, tape: Tape
) -> None:
    mixer = tape.mixer(bank, doze_s=0.1)
    mixer.start()
    assert tape.next_state().on
    mixer.doze()
    mixer.play(ONE, 0.1, offset=0, due=time.monotonic())
    tape.wait_for("play")
    time.sleep(1.2)
    mixer.close(1)
    assert not tape.times("doze")


def test_a_device_that_is_gone_when_it_is_to_doze_or_wake_is_told_of(
    bank: SoundBank, tape: Tape
) -> None:
    mixer = tape.mixer(bank, doze_s=0.2)
    mixer.start()
    assert tape.next_state().on
    mixer.doze()
    tape.wait_for("doze")
    tape.is_there = False
    mixer.play(ONE, 2, offset=0, due=time.monotonic())
    assert tape.next_state().words == DEVICE_LOST
    mixer.close(1)


def test_in_a_long_pause_the_device_rests_until_there_is_something_to_hear(
    bank: SoundBank, tape: Tape
) -> None:
    mixer = tape.mixer(bank, rest_s=0.2)
    mixer.start()
    assert tape.next_state().on
    tape.wait_for("close")
    tape.opening_s = 0.3
    mixer.set_volume(0.5)
    mixer.play(SPARSE, 5, offset=0, due=time.monotonic())
    tape.wait_for("play")
    mixer.stop_all()
    mixer.close(1)
    assert len(tape.times("open")) == 2
    # Missed while it opened, and heard late.
    assert onset_s(tape.buffers[0]) < 0.001
    assert tape.levels[-1] == 0.5
    assert tape.states.empty()


def test_a_device_does_not_rest_while_something_is_to_come(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank, rest_s=0.2)
    mixer.start()
    assert tape.next_state().on
    mixer.play(ONE, 2, offset=0, due=time.monotonic() + 1.0)
    tape.wait_for("play")
    mixer.stop_all()
    mixer.close(1)
    assert len(tape.times("open")) == 1


def test_a_device_that_is_gone_after_the_rest_is_told_of(bank: SoundBank, tape: Tape) -> None:
    mixer = tape.mixer(bank, rest_s=0.2)
    mixer.start()
    assert tape.next_state().on
    tape.wait_for("close")
    tape.is_there = False
    assert tape.states.empty()
    mixer.play(ONE, 2, offset=0, due=time.monotonic())
    assert tape.next_state().words == DEVICE_LOST
    mixer.close(1)


class SlowBank:
    """Each phrase takes a while to decode, and is noted."""

    rate = RATE

    def __init__(self) -> None:
        self.decoded: list[Sound] = []

    def seconds(self, sound: Sound) -> float:
        return 0.1

    def sound(self, sound: Sound) -> Samples:
        if sound not in self.decoded:
            time.sleep(0.03)
            self.decoded.append(sound)
        return np.full((RATE // 10, 2), 0.1, np.float32)


@pytest.fixture
def slow() -> SlowBank:
    return SlowBank()


@pytest.fixture
def patient(slow: SlowBank, tape: Tape) -> Iterator[Mixer]:
    mixer = tape.mixer(slow)
    mixer.start()
    assert tape.next_state().on
    yield mixer
    mixer.stop_all()
    mixer.close(1)


WORDY = [Cue(0.2 * n, Phrase(f"{n}.")) for n in range(12)]


def test_what_is_said_is_decoded_before_it_is_due(
    patient: Mixer, tape: Tape, slow: SlowBank
) -> None:
    due = time.monotonic() + 0.8
    patient.play(WORDY, 3, offset=0, due=due)
    tape.wait_for("play")
    assert len(slow.decoded) == len(WORDY)
    assert tape.times("play")[0] == pytest.approx(due, abs=0.03)


def test_decoding_holds_up_no_stop_and_no_other_segment(
    patient: Mixer, tape: Tape, slow: SlowBank
) -> None:
    now = time.monotonic()
    patient.play([], 1, offset=0, due=now + 0.2)
    patient.play(WORDY, 3, offset=0, due=now + 9)
    tape.wait_for("play")
    assert tape.times("play")[0] == pytest.approx(now + 0.2, abs=0.03)
    assert 0 < len(slow.decoded) < len(WORDY)
    stopped = time.monotonic()
    patient.stop_all()
    tape.wait_for("fade out")
    assert tape.times("fade out")[0] - stopped < 0.05
    assert len(slow.decoded) < len(WORDY)
