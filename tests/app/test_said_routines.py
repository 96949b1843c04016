"""What the shipped voice says in every shipped routine."""

from collections.abc import Iterator

import msgspec
import pytest

from hiptimer.app.home import Home, Past
from hiptimer.model.cue import Cue, Phrase
from hiptimer.model.phrases import VoiceLevel
from hiptimer.model.routine import Routine
from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.paths import paths_under
from hiptimer.workout.cues import cues_of
from hiptimer.workout.speech import word_says

ROUTINES = (
    "basic-three", "full-hip-15", "gentle-restart", "hip-extension", "hip-flow", "lunge-matrix",
    "mini-band", "no-equipment-stability", "pre-run-activation", "stability-ball",
    "tight-hip-stretches", "two-minute-primer",
)  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(paths_under(tmp_path_factory.mktemp("home")))


def said(home: Home, routine: Routine, level: VoiceLevel) -> Iterator[tuple[Segment, list[Cue]]]:
    """Each segment with what is spoken in it."""
    home.settings = msgspec.structs.replace(home.settings, voice=level)
    timeline, speech = home.lay_out(routine, Past()), home.timing().speech
    for index, segment in enumerate(timeline.segments):
        cues = cues_of(timeline, index, speech)
        yield segment, [cue for cue in cues if isinstance(cue.sound, Phrase)]


def form_cues(home: Home, routine: Routine, level: VoiceLevel) -> int:
    return sum(
        cue.sound == Phrase(word_says(words))
        for segment, cues in said(home, routine, level)
        for cue in cues
        for words in segment.exercise.text.cues
    )


def test_these_are_all_routines(home: Home) -> None:
    assert set(ROUTINES) == set(home.catalogue.routines)


@pytest.mark.parametrize("routine_id", ROUTINES)
@pytest.mark.parametrize("level", [VoiceLevel.NORMAL, VoiceLevel.TALKATIVE])
def test_no_set_begins_in_silence(home: Home, routine_id: str, level: VoiceLevel) -> None:
    for segment, cues in said(home, home.catalogue.routines[routine_id], level):
        if segment.kind is SegmentKind.WORK:
            assert cues, segment.exercise.id
            assert cues[0].at < 0.5, segment.exercise.id


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_who_says_more_does_not_correct_less(home: Home, routine_id: str) -> None:
    routine = home.catalogue.routines[routine_id]
    normal = form_cues(home, routine, VoiceLevel.NORMAL)
    assert form_cues(home, routine, VoiceLevel.TALKATIVE) >= normal > 0
