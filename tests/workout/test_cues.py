"""What a runner with eyes shut is told, read like a script."""

from itertools import pairwise

import msgspec
import pytest
from examples import CLAM, EXERCISES, ROUTINE
from hypothesis import given
from hypothesis import strategies as st
from strategies import routines, timings

from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.model.words import side_sentence
from hiptimer.workout.coach import masked
from hiptimer.workout.cues import cues_of, going_on_cues, paused_cues
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.speech import Speech, phrases_of

SECONDS_A_LETTER = 0.05
"""Makes "Lift." last 0.25 s and a sentence of forty letters 2 s, about as a voice would."""

TABLE = PhraseTable(
    {p: SECONDS_A_LETTER * len(p) for p in phrases_of(EXERCISES.values(), [ROUTINE])}
)


def timing_of(level: VoiceLevel = VoiceLevel.NORMAL, phrases: PhraseTable = TABLE) -> Timing:
    return Timing(Gaps(), phrases, {}, level)


def script(
    timing: Timing, *steps: Step, rounds: int = 1, only: SegmentKind | None = None
) -> list[str]:
    """All that is said in a routine, without its tones; a line a segment where something is."""
    timeline = lay(timing, *steps, rounds=rounds)
    lines = []
    for i, segment in enumerate(timeline.segments):
        said = [text for _, text in spoken(timeline, i, timing.speech)]
        if said and only in (None, segment.kind):
            lines.append(" ".join(said))
    return lines


def lay(timing: Timing, *steps: Step, rounds: int = 1) -> Timeline:
    routine = Routine(id="r", name="Example routine", when="", steps=steps, rounds=rounds)
    return lay_out(routine, EXERCISES, timing, {})


def spoken(timeline: Timeline, index: int, speech: Speech) -> list[tuple[float, str]]:
    cues = cues_of(timeline, index, speech)
    return [(round(c.at, 2), c.sound.text) for c in cues if isinstance(c.sound, Phrase)]


def test_a_normal_voice_leads_through_a_routine() -> None:
    steps = (Step("bridge-basic", reps=4), Step("bridge-hold"), Step("clam-basic", reps=3))
    assert script(timing_of(), *steps) == [
        "Get ready. Example routine. Glute bridge. Lie on your back.",
        "Lift. Hold. Lower. Two. Three. Ribs down. Last one.",
        "Glute bridge hold.",
        "Lift. Hold. Halfway. Keep breathing. Ten seconds. Roll down slowly.",
        "Clamshell. Lie on your right side, left leg on top. Knees bent, feet together.",
        "Open. Hold. Close. Two. Top hip to the ceiling. Last one.",
        "Clamshell. Lie on your left side, right leg on top.",
        "Open. Hold. Close. Two. Heels stay glued. Last one. Done.",
    ]


def test_a_brief_voice_says_only_what_is_needed() -> None:
    steps = (Step("bridge-hold"), Step("clam-basic", reps=2))
    assert script(timing_of(VoiceLevel.BRIEF), *steps) == [
        "Get ready. Glute bridge hold. Lie on your back.",
        "Halfway. Roll down slowly.",
        "Clamshell. Lie on your right side, left leg on top.",
        "Clamshell. Lie on your left side, right leg on top.",
        "Done.",
    ]


def test_a_talkative_voice_names_every_phase() -> None:
    said = script(timing_of(VoiceLevel.TALKATIVE), Step("clam-basic", reps=3), only=WORK)
    assert said[0] == (
        "Open. Hold. Close. Two. Top hip to the ceiling. Open. Hold. Close. "
        "Last one. Open. Hold. Close."
    )


def test_a_talkative_voice_leaves_the_form_cue_its_room_between_the_words() -> None:
    slower = {phrase: seconds * 1.5 for phrase, seconds in TABLE.seconds_by_phrase.items()}
    timing = timing_of(VoiceLevel.TALKATIVE, PhraseTable(slower))
    for said in script(timing, Step("clam-basic", reps=5), only=WORK):
        assert any(f"{cue}." in said for cue in CLAM.text.cues)
        assert "Two. Open. Hold." in said


def test_a_first_rep_whose_word_does_not_fit_begins_with_its_number() -> None:
    quick = Step("bridge-basic", reps=4, tempo_s=(0.75, 1, 2))
    said = script(timing_of(), quick, only=WORK)
    assert said[0].startswith("Lift. Hold. Lower. Two.")
    slow = PhraseTable({**TABLE.seconds_by_phrase, "Lift.": 0.6})
    said = script(timing_of(phrases=slow), quick, only=WORK)
    assert said[0].startswith("One. Hold. Lower. Two.")


WORK = SegmentKind.WORK
REST = SegmentKind.REST
GET_READY = SegmentKind.GET_READY


@pytest.mark.parametrize("timing", [timing_of(VoiceLevel.TONES), timing_of(phrases=PhraseTable())])
def test_tones_alone_say_nothing(timing: Timing) -> None:
    assert script(timing, Step("bridge-hold"), Step("clam-basic")) == []
    assert paused_cues(timing.speech) == ()
    assert all(isinstance(c.sound, Tone) for c in going_on_cues(3, timing.speech))


def test_the_setup_is_said_once_a_workout() -> None:
    said = script(timing_of(), Step("clam-basic", reps=2), rounds=3, only=GET_READY)
    assert [("Knees bent, feet together." in line) for line in said] == [True] + [False] * 5


def test_in_a_rest_it_is_said_what_comes_next() -> None:
    step = Step("bridge-basic", sets=2, rest_s=20)
    assert script(timing_of(), step, only=REST) == ["Rest. Next: Glute bridge."]


def test_the_last_set_is_called_so() -> None:
    said = script(timing_of(), Step("clam-basic", sets=2, reps=2), only=GET_READY)
    assert [line.split(".")[0] for line in said] == [
        "Get ready",
        "Clamshell",
        "Last set",
        "Clamshell",
    ]


def test_switch_sides_is_said_where_the_gap_has_room() -> None:
    roomy = msgspec.structs.replace(timing_of(), gaps=Gaps(roll_over_s=10))
    said = script(roomy, Step("clam-basic", reps=10), only=GET_READY)
    assert said[1] == "Switch sides. Clamshell. Lie on your left side, right leg on top."


def test_the_first_rep_of_an_exercise_has_words_and_later_sets_only_numbers() -> None:
    said = script(timing_of(), Step("bridge-basic", sets=2, reps=3), only=WORK)
    assert said[0].startswith("Lift. Hold. Lower. Two.")
    assert said[1].startswith("One. Two.")


def test_a_number_is_heard_in_the_wake_of_its_beat() -> None:
    timing = timing_of()
    timeline = lay(timing, Step("clam-basic", reps=10))
    work = timeline.segments[1]
    starts = {b.rep: b.start for b in work.beats if b.phase == 0}
    counts = {text: at for at, text in spoken(timeline, 1, timing.speech)}
    for rep, word in ((2, "Two."), (5, "Five."), (9, "Nine."), (10, "Last one.")):
        assert 0 < counts[word] - starts[rep] <= 0.16


def test_one_form_cue_a_set_where_form_breaks_and_another_each_set() -> None:
    timing = timing_of()
    timeline = lay(timing, Step("clam-basic", sets=3, reps=10, rest_s=30))
    cues = {f"{cue}." for cue in CLAM.text.cues}
    heard = []
    for i, segment in enumerate(timeline.segments):
        if segment.kind is WORK:
            ((at, text),) = [(at, t) for at, t in spoken(timeline, i, timing.speech) if t in cues]
            beat = segment.beat_at(at)
            assert beat is not None
            assert 6 <= beat.rep <= 9
            heard.append(text)
    assert heard == ["Top hip to the ceiling.", "Heels stay glued."] * 3


def test_the_day_chooses_which_form_cue_begins() -> None:
    tomorrow = msgspec.structs.replace(timing_of(), turn=1)
    said = script(tomorrow, Step("clam-basic", reps=10), only=WORK)
    assert "Heels stay glued." in said[0]
    assert "Top hip to the ceiling." in said[1]


def test_a_form_cue_without_room_in_the_set_is_said_before_it() -> None:
    quick = Step("bridge-basic", reps=10, tempo_s=(0.5, 0.5, 0.5))
    said = script(timing_of(), quick)
    assert said[0].endswith("Lie on your back. Ribs down.")
    assert "Ribs down." not in said[1]


def test_an_exercise_without_clips_is_announced_by_tones() -> None:
    own = msgspec.structs.replace(
        CLAM, id="own", text=msgspec.structs.replace(CLAM.text, name="My own", setup_says="")
    )
    timing = timing_of()
    routine = Routine(id="r", name="R", when="", steps=(Step("own", reps=2),))
    timeline = lay_out(routine, {"own": own}, timing, {})
    sounds = [c.sound for c in cues_of(timeline, 0, timing.speech)]
    assert Tone.GET_READY in sounds
    assert sounds.index(Tone.LEFT) + 1 == sounds.index(
        Phrase("Lie on your right side, left leg on top.")
    )


def test_an_announcement_that_was_cut_is_made_anew_if_it_fits() -> None:
    timing = timing_of()
    timeline = lay(timing, Step("clam-basic", reps=2))
    cues = cues_of(timeline, 0, timing.speech, since=2.0, goes_on=True)
    said = [(c.at, c.sound.text) for c in cues if isinstance(c.sound, Phrase)]
    assert said[0] == (2.3, "Going on.")
    assert [text for _, text in said][1:3] == [
        "Clamshell.",
        "Lie on your right side, left leg on top.",
    ]
    late = cues_of(timeline, 0, timing.speech, since=timeline.segments[0].seconds - 3.0)
    assert not [c for c in late if isinstance(c.sound, Phrase)]


def test_a_pause_is_silence_first_and_then_named() -> None:
    assert paused_cues(timing_of().speech) == (Cue(0.3, Phrase("Paused.")),)


def test_going_on_is_said_between_the_counts() -> None:
    cues = going_on_cues(3, timing_of().speech)
    (word,) = [c for c in cues if isinstance(c.sound, Phrase)]
    assert 0.12 < word.at < 1 - TABLE.seconds("Going on.")
    assert [c.at for c in cues if c.sound is Tone.COUNT] == [0, 1, 2]


@given(st.data())
def test_phrases_are_whole_and_nothing_sounds_over_them(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    timeline = lay_out(plan, known, timing, {})
    for i, segment in enumerate(timeline.segments):
        cues = cues_of(timeline, i, timing.speech)
        busy = sorted(_sounding(cue, timing.speech) for cue in cues)
        for (_, end, _), (start, _, _) in pairwise(busy):
            assert start >= end - 1e-6
        spoken_ends = [end for _, end, is_said in busy if is_said]
        if segment.kind is GET_READY:
            assert all(end <= segment.seconds - 3 + 1e-6 for end in spoken_ends)
        elif segment.kind is REST:
            assert all(end <= segment.seconds + 1e-6 for end in spoken_ends)


def _sounding(cue: Cue, speech: Speech) -> tuple[float, float, bool]:
    if isinstance(cue.sound, Phrase):
        return cue.at, cue.at + speech.phrases.seconds(cue.sound.text), True
    return *masked(cue), False


@given(st.data())
def test_name_and_side_are_said_before_every_set(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    if timing.speech.is_silent:
        return
    timeline = lay_out(plan, known, timing, {})
    for i, segment in enumerate(timeline.segments):
        if segment.kind is GET_READY:
            said = [text for _, text in spoken(timeline, i, timing.speech)]
            assert f"{segment.exercise.name}." in said
            side = side_sentence(segment.exercise, segment.side)
            assert not side or side in said
            sounds = {c.sound for c in cues_of(timeline, i, timing.speech)}
            assert (Tone.LEFT in sounds) == (segment.side is Side.LEFT)
