"""Which tone sounds when, read like a script."""

import msgspec
import pytest
from examples import EXERCISES

from hiptimer.model.cue import Tone
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.tones import countdown, tones_of

PLAIN = Timing(Gaps(), PhraseTable(), {})


def timeline_of(*steps: Step) -> Timeline:
    routine = Routine(id="r", name="R", when="", steps=steps)
    return lay_out(routine, EXERCISES, PLAIN, {})


def script(timeline: Timeline, index: int, **how: bool) -> list[str]:
    return [f"{cue.at:g} {cue.sound.value}" for cue in tones_of(timeline, index, **how)]


def test_the_first_get_ready_sends_to_the_mat_names_the_side_and_counts_down() -> None:
    timeline = timeline_of(Step("clam-basic", reps=1))
    assert script(timeline, 0) == [
        "0.6 lie down",
        "1.3 left",
        "9 count",
        "10 count",
        "11 count",
        "12 go",
    ]
    assert "1.3 right" in script(timeline, 2)


def test_every_phase_of_a_rep_sounds_and_the_ends_differ() -> None:
    timeline = timeline_of(Step("clam-basic", reps=2))
    first, second = (i for i, s in enumerate(timeline.segments) if s.kind is SegmentKind.WORK)
    assert script(timeline, first) == [
        "2 hold",
        "3 back",
        "4.84 rep end",
        "5 work",
        "7 hold",
        "8 back",
        "10 side end",
    ]
    assert script(timeline, second)[-1] == "10 workout end"


def test_a_hold_tells_its_half_its_last_seconds_and_the_way_out() -> None:
    timeline = timeline_of(Step("bridge-hold"), Step("bridge-basic"))
    assert script(timeline, 1) == [
        "2 hold",
        "17 halfway",
        "29 count",
        "30 count",
        "31 count",
        "32 back",
        "36 exercise end",
    ]


def test_a_set_begun_by_a_key_sounds_its_own_zero() -> None:
    timeline = timeline_of(Step("bridge-basic", reps=1))
    assert script(timeline, 1, at_once=True)[0] == "0 go"
    assert script(timeline, 1)[0] == "1 hold"


def test_a_rest_is_quiet() -> None:
    timeline = timeline_of(Step("bridge-basic", sets=2, rest_s=30))
    rest = next(i for i, s in enumerate(timeline.segments) if s.kind is SegmentKind.REST)
    assert script(timeline, rest) == []


def test_every_countdown_ends_in_a_sound_at_zero() -> None:
    assert [(c.at, c.sound) for c in countdown(3)] == [
        (0, Tone.COUNT),
        (1, Tone.COUNT),
        (2, Tone.COUNT),
        (3, Tone.GO),
    ]
    timeline = timeline_of(Step("bridge-hold"), Step("clam-basic"))
    for i, segment in enumerate(timeline.segments):
        if segment.kind is SegmentKind.GET_READY:
            assert script(timeline, i)[-1] == f"{segment.seconds:g} go"


def test_only_one_sided_work_names_a_side() -> None:
    timeline = timeline_of(Step("bridge-basic"), Step("clam-basic"))
    for i, segment in enumerate(timeline.segments):
        tones = {cue.sound for cue in tones_of(timeline, i)}
        if segment.side is Side.BOTH:
            assert not tones & {Tone.LEFT, Tone.RIGHT}


@pytest.mark.parametrize("hundredths", range(370, 800, 5))
def test_the_tones_of_a_side_keep_clear_of_every_count(hundredths: int) -> None:
    seconds = hundredths / 100
    timeline = timeline_of(Step("clam-basic", reps=1))
    gap = msgspec.structs.replace(timeline.segments[0], end=seconds)
    cues = tones_of(timeline.with_segment(0, gap), 0)
    sides = [cue.at for cue in cues if cue.sound is Tone.LEFT]
    counts = [cue.at for cue in cues if cue.sound in (Tone.COUNT, Tone.GO)]
    assert all(count + 0.12 <= side or side + 0.42 <= count + 1e-9
               for side in sides for count in counts)  # fmt: skip
    assert sides
