"""What is said, and what is looked up among the clips, are the same words in any language."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from examples import BRIDGE, CLAM

from hiptimer.model.catalogue import Catalogue, read_catalogue
from hiptimer.model.cue import Phrase
from hiptimer.model.gaps import Gaps
from hiptimer.model.language import speak
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.resources import assets
from hiptimer.workout.cues import cues_of, going_on_cues, paused_cues, set_end_cues
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.self_check import self_check_routine, without_end
from hiptimer.workout.sound_check import lay_out_check
from hiptimer.workout.speech import Speech, count_says, phrases_of, side_says

CATALOGUE: Catalogue = read_catalogue(assets(), None)


class Marked(NullTranslations):
    """Every text of the program in quotes: what has none did not go through the door."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def pgettext(self, context: str, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture(autouse=True)
def marked() -> Iterator[None]:
    speak(Marked())
    yield
    speak(NullTranslations())


def speech_of(phrases: tuple[str, ...]) -> Speech:
    return Speech(PhraseTable(dict.fromkeys(phrases, 0.3)), VoiceLevel.TALKATIVE)


def said(timeline: Timeline, speech: Speech) -> set[str]:
    cues = [cue for i in range(len(timeline.segments)) for cue in cues_of(timeline, i, speech)]
    cues += [*paused_cues(speech), *going_on_cues(5.0, speech), *lay_out_check(speech).cues]
    cues += set_end_cues(timeline, len(timeline.segments) - 1, speech)
    works = (i for i, s in enumerate(timeline.segments) if s.kind is SegmentKind.GET_READY)
    for index in works:
        cues += cues_of(timeline, index, speech, since=1.0, goes_on=True)
    return {cue.sound.text for cue in cues if isinstance(cue.sound, Phrase)}


def test_nothing_of_the_program_is_said_in_english() -> None:
    phrases = phrases_of((), ())
    assert phrases
    assert all(phrase.startswith("«") for phrase in phrases)
    assert count_says(7) == "«Seven.»"
    assert side_says(BRIDGE, Side.LEFT) == "«Left side.»"
    assert side_says(CLAM, Side.LEFT) == "Lie on your «right» side, «left» leg on top."
    assert side_says(BRIDGE, Side.BOTH) == ""


@pytest.mark.parametrize("routine_id", CATALOGUE.routines)
def test_all_that_is_said_in_a_routine_is_among_its_phrases(routine_id: str) -> None:
    routine = CATALOGUE.routines[routine_id]
    exercises = [CATALOGUE.exercises[step.exercise] for step in routine.steps]
    phrases = phrases_of(exercises, [routine])
    speech = speech_of(phrases)
    timing = Timing(Gaps(), speech.phrases, {}, VoiceLevel.TALKATIVE)
    spoken = said(lay_out(routine, CATALOGUE.exercises, timing, {}), speech)
    assert spoken <= set(phrases)
    assert {"«Get ready.»", "«Paused.»", "«Going on.»", "«Done.»", "«Left side.»"} <= spoken
    english = {phrase for phrase in spoken if "«" not in phrase}
    assert english <= set(phrases) - set(phrases_of((), ()))


def test_seconds_are_counted_in_the_language() -> None:
    routine = self_check_routine(CATALOGUE.exercises)
    assert routine is not None
    speech = speech_of(phrases_of(CATALOGUE.exercises.values(), ()))
    timing = Timing(Gaps(), speech.phrases, {}, VoiceLevel.NORMAL)
    timeline = without_end(lay_out(routine, CATALOGUE.exercises, timing, {}))
    assert {"«Ten.»", "«Twenty.»"} <= said(timeline, speech)
