"""The script of a routine: all that is said, in time, and tones where nothing is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import routines, timings

from hiptimer.model.cue import Phrase
from hiptimer.model.phrases import VoiceLevel
from hiptimer.workout.cues import cues_of
from hiptimer.workout.heard import heard
from hiptimer.workout.layout import lay_out


@settings(max_examples=40)
@given(st.data())
def test_it_tells_every_phrase_and_each_at_its_time(data: st.DataObject) -> None:
    routine, known = data.draw(routines())
    timing = data.draw(timings(known))
    timeline = lay_out(routine, known, timing, {})
    lines = heard(timeline, timing.speech)
    said = [
        (segment.start + cue.at, cue.sound.text)
        for index, segment in enumerate(timeline.segments)
        for cue in cues_of(timeline, index, timing.speech)
        if isinstance(cue.sound, Phrase)
    ]
    assert [line for line in lines if not line[1].startswith("tone: ")] == sorted(
        said, key=lambda line: line[0]
    )
    assert [at for at, _ in lines] == sorted(at for at, _ in lines)


@settings(max_examples=20)
@given(st.data())
def test_a_segment_names_its_tones_only_when_nothing_is_said_in_it(data: st.DataObject) -> None:
    routine, known = data.draw(routines())
    timing = data.draw(timings(known))
    timeline = lay_out(routine, known, timing, {})
    sounds = [cues_of(timeline, n, timing.speech) for n in range(len(timeline.segments))]
    silent = [cues for cues in sounds if not any(isinstance(c.sound, Phrase) for c in cues)]
    tones = [words for _, words in heard(timeline, timing.speech) if words.startswith("tone: ")]
    assert len(tones) == sum(len(cues) for cues in silent)


@pytest.mark.parametrize("side", ["left", "right"])
@settings(max_examples=10)
@given(data=st.data())
def test_without_a_voice_the_sides_are_tones(side: str, data: st.DataObject) -> None:
    routine, known = data.draw(routines())
    timing = replace(data.draw(timings(known)), voice=VoiceLevel.TONES)
    timeline = lay_out(routine, known, timing, {})
    lines = heard(timeline, timing.speech)
    sounds = {
        str(c.sound)
        for n in range(len(timeline.segments))
        for c in cues_of(timeline, n, timing.speech)
    }
    assert all(words.startswith("tone: ") for _, words in lines)
    assert (f"tone: {side}" in {words for _, words in lines}) is (side in sounds)
