"""What is missed at the start of a segment is heard late where it can be, and never in pieces."""

from pathlib import Path

import pytest
from audio.clips import write_pack
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.audio.bank import Bank, SoundBank
from hiptimer.audio.late import PHRASE_LATE_S, caught_up
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Cue, Phrase, Tone

SECONDS = 8.0
NAME, SIDE, LONG = Phrase("Clamshell."), Phrase("Lie down."), Phrase("A long sentence.")


@pytest.fixture(scope="module")
def spoken(tones: ToneBank, tmp_path_factory: pytest.TempPathFactory) -> SoundBank:
    folder: Path = tmp_path_factory.mktemp("voice")
    write_pack(folder, {NAME.text: 0.6, SIDE.text: 0.8, LONG.text: 3.0})
    return Bank(tones, Voice.read(folder))


cues = st.lists(
    st.builds(Cue, at=st.floats(0, SECONDS), sound=st.sampled_from([*Tone, NAME, SIDE, LONG])),
    max_size=10,
)


def is_phrase(cue: Cue) -> bool:
    return isinstance(cue.sound, Phrase)


@given(cues=cues, wanted=st.floats(0, SECONDS), late=st.floats(0, 3), forgiven=st.floats(0, 3))
def test_laws_of_catching_up(
    spoken: SoundBank, cues: list[Cue], wanted: float, late: float, forgiven: float
) -> None:
    actual = wanted + late
    result = caught_up(
        cues, SECONDS, wanted=wanted, actual=actual, forgiven_s=forgiven, bank=spoken
    )
    missed = [cue for cue in cues if wanted <= cue.at < actual]
    ahead = [cue for cue in cues if cue not in missed]
    assert result[len(result) - len(ahead) :] == ahead, "what is to come stays as it is"
    moved = result[: len(result) - len(ahead)]
    tones, said = [c for c in moved if not is_phrase(c)], [c for c in moved if is_phrase(c)]
    missed_tones = [cue for cue in missed if not is_phrase(cue)]
    if missed_tones and late <= forgiven:
        assert [tone.at for tone in tones] == [actual]
        assert max(cue.at for cue in missed_tones) in [
            cue.at for cue in missed_tones if cue.sound == tones[0].sound
        ]
    else:
        assert tones == missed_tones
    busy_until = max([actual, *(c.at + spoken.seconds(c.sound) for c in tones)])
    for cue in said:
        assert cue.at >= busy_until, "nothing is said over anything else"
        busy_until = cue.at + spoken.seconds(cue.sound)
    if said:
        assert busy_until <= min((c.at for c in ahead if c.at >= actual), default=SECONDS + 9)
    assert len(said) <= len([c for c in missed if is_phrase(c)])


def moved(spoken: SoundBank, cues: list[Cue], *, late: float, forgiven: float) -> list[Cue]:
    return caught_up(cues, SECONDS, wanted=0.0, actual=late, forgiven_s=forgiven, bank=spoken)


def test_what_was_to_be_said_is_said_late_and_in_order(spoken: SoundBank) -> None:
    cues = [Cue(0.7, NAME), Cue(1.5, SIDE), Cue(5.0, Tone.COUNT)]
    assert moved(spoken, cues, late=2.0, forgiven=2.5) == [
        Cue(2.0, NAME),
        Cue(pytest.approx(2.7), SIDE),
        cues[-1],
    ]


def test_what_has_no_room_is_left_out_the_oldest_first(spoken: SoundBank) -> None:
    cues = [Cue(0.7, NAME), Cue(1.5, SIDE), Cue(3.0, Tone.COUNT)]
    assert moved(spoken, cues, late=2.0, forgiven=2.5) == [Cue(2.0, SIDE), cues[-1]]
    cues[-1] = Cue(2.5, Tone.COUNT)
    assert moved(spoken, cues, late=2.0, forgiven=2.5) == [cues[-1]]


def test_a_tone_goes_first_and_the_words_follow_it(spoken: SoundBank) -> None:
    cues = [Cue(0.0, NAME), Cue(0.0, Tone.LEFT), Cue(5.0, Tone.COUNT)]
    tone, phrase, _ = moved(spoken, cues, late=0.04, forgiven=0.05)
    assert tone == Cue(0.04, Tone.LEFT)
    assert phrase.sound == NAME
    assert phrase.at > 0.04 + spoken.seconds(Tone.LEFT)


def test_words_may_be_later_than_a_beat(spoken: SoundBank) -> None:
    cues = [Cue(0.0, NAME), Cue(5.0, Tone.COUNT)]
    late = PHRASE_LATE_S - 0.01
    assert moved(spoken, cues, late=late, forgiven=0.0) == [Cue(late, NAME), cues[-1]]
    late = PHRASE_LATE_S + 0.01
    assert moved(spoken, cues, late=late, forgiven=0.0) == [cues[-1]]
