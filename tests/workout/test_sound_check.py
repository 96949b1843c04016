"""What is heard when the sound is checked, and when it is posted."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.workout.sound_check import Check, Heard, Rounds, Ticks, lay_out_check
from hiptimer.workout.speech import Speech

SAID = PhraseTable({"Left side.": 0.8, "Right side.": 0.9})
LATEST_SPEAKER_S = 0.5


class Speaker:
    """Remembers what was posted as due times, and how often it was silenced."""

    def __init__(self) -> None:
        self.posted: list[tuple[float, tuple[Cue, ...], float]] = []
        self.silenced = 0

    def play(self, cues: Sequence[Cue], seconds: float, *, offset: float, due: float) -> None:
        assert offset == 0
        self.posted.append((due, tuple(cues), seconds))

    def stop_all(self) -> None:
        self.silenced += 1

    @property
    def dues(self) -> list[float]:
        return [due for due, _, _ in self.posted]


@pytest.fixture
def speaker() -> Speaker:
    return Speaker()


def sounds(check: Check) -> list[str]:
    return [c.sound.text if isinstance(c.sound, Phrase) else c.sound.value for c in check.cues]


def test_left_right_and_three_counts_are_heard() -> None:
    tones = ["left", "right", "count", "count", "count", "go"]
    assert sounds(lay_out_check(Speech())) == tones
    assert sounds(lay_out_check(Speech(SAID, VoiceLevel.TONES))) == tones
    spoken = sounds(lay_out_check(Speech(SAID)))
    assert spoken[:4] == ["left", "Left side.", "right", "Right side."]


def test_what_is_shown_begins_with_its_tone() -> None:
    check = lay_out_check(Speech(SAID))
    tones = [cue.at for cue in check.cues if isinstance(cue.sound, Tone)]
    assert [step.at for step in check.steps] == tones
    assert [step.heard for step in check.steps] == list(Heard)
    counts = [step.at for step in check.steps[2:]]
    assert [later - earlier for earlier, later in pairwise(counts)] == pytest.approx([1, 1, 1])


@given(st.floats(0.2, 4), st.floats(0.2, 4))
def test_nothing_is_spoken_into_the_next_tone(left: float, right: float) -> None:
    speech = Speech(PhraseTable({"Left side.": left, "Right side.": right}))
    check = lay_out_check(speech)
    for cue, after in pairwise(check.cues):
        if isinstance(cue.sound, Phrase):
            assert cue.at + speech.phrases.seconds(cue.sound.text) < after.at
    assert check.seconds > check.steps[-1].end


def test_a_round_is_posted_once_and_ahead_of_the_latest_speaker(speaker: Speaker) -> None:
    check = lay_out_check(Speech())
    rounds = Rounds(check, speaker)
    rounds.start(100.0)
    now = 100.0
    while now < 100 + 3 * check.seconds:
        known = len(speaker.posted)
        rounds.look(now)
        assert all(due - now > LATEST_SPEAKER_S for due in speaker.dues[known:])
        now += 0.033
    assert speaker.dues == pytest.approx(
        [100.8 + n * check.seconds for n in range(len(speaker.dues))]
    )
    assert len(speaker.dues) >= 3


def test_what_is_seen_is_what_is_due_to_be_heard(speaker: Speaker) -> None:
    rounds = Rounds(lay_out_check(Speech()), speaker)
    rounds.start(0.0)
    assert rounds.look(0.5) is None
    (begins,) = speaker.dues
    assert rounds.look(begins + 0.1) == (Heard.LEFT, pytest.approx(0.1))
    assert rounds.look(begins + 1.7) == (Heard.RIGHT, pytest.approx(0.1))
    assert rounds.look(begins + 4.3) == (Heard.TWO, pytest.approx(0.1))
    assert rounds.look(begins + 6.3) == (Heard.GO, pytest.approx(0.1))
    assert rounds.look(begins + 8.0) is None


def test_a_late_look_neither_doubles_nor_loses_the_rounds(speaker: Speaker) -> None:
    check = lay_out_check(Speech())
    rounds = Rounds(check, speaker)
    rounds.start(0.0)
    rounds.look(60.0)
    assert len(speaker.posted) == 2
    assert speaker.dues[-1] >= 60.0
    assert rounds.look(speaker.dues[-1] + 0.2) == (Heard.LEFT, pytest.approx(0.2))


def test_stopping_is_silent_and_starting_begins_anew(speaker: Speaker) -> None:
    rounds = Rounds(lay_out_check(Speech()), speaker)
    rounds.start(0.0)
    rounds.stop()
    assert (speaker.silenced, rounds.is_running) == (1, False)
    assert rounds.look(5.0) is None
    assert len(speaker.posted) == 1
    rounds.start(5.0)
    assert speaker.dues[-1] == pytest.approx(5.8)


@given(st.lists(st.floats(0.001, 0.3), min_size=20, max_size=80))
def test_ticks_come_every_second_however_unevenly_one_looks(waits: list[float]) -> None:
    speaker = Speaker()
    ticks = Ticks(speaker)
    ticks.start(50.0)
    now = 50.0
    for wait in waits:
        now += wait
        known = len(speaker.posted)
        since = ticks.look(now)
        assert all(due - now > LATEST_SPEAKER_S - 0.05 for due in speaker.dues[known:])
        assert since is None or since == pytest.approx((now - 50.8) % 1, abs=1e-6)
    assert speaker.dues == pytest.approx([50.8 + n for n in range(len(speaker.dues))])
    assert speaker.dues[-1] > now - 0.2


def test_ticks_missed_while_nobody_looked_are_left_out(speaker: Speaker) -> None:
    ticks = Ticks(speaker)
    ticks.start(0.0)
    ticks.look(30.5)
    assert len(speaker.posted) == 2
    assert speaker.dues[-1] == pytest.approx(30.8)
    ticks.stop()
    assert ticks.look(31.0) is None
    assert speaker.silenced == 1
