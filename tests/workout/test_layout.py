"""A routine laid out in time."""

from collections import defaultdict

import msgspec
import pytest
from examples import BAND_CLAM, BRIDGE, EXERCISES, ROUTINE
from hypothesis import given
from hypothesis import strategies as st
from strategies import routines, timings

from hiptimer.model.cue import Phrase
from hiptimer.model.equipment import Equipment
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import Change, Segment, SegmentKind
from hiptimer.workout.announcing import PAUSE_S, announcement, announcement_seconds
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.speech import Speech, phrases_of

PLAIN = Timing(Gaps(), PhraseTable(), {})


def routine(*steps: Step, rounds: int = 1, round_rest_s: float = 0.0) -> Routine:
    return Routine(id="r", name="R", when="", steps=steps, rounds=rounds, round_rest_s=round_rest_s)


def told(timeline) -> list[str]:
    return [
        f"{s.kind.value} {s.exercise.id} {s.side.value} {s.seconds:g}" for s in timeline.segments
    ]


def test_a_one_sided_set_is_both_sides_each_with_the_full_dose() -> None:
    timeline = lay_out(routine(Step("clam-basic", reps=3)), EXERCISES, PLAIN, {})
    assert told(timeline) == [
        "get ready clam-basic left 12",
        "work clam-basic left 15",
        "get ready clam-basic right 8",
        "work clam-basic right 15",
    ]


def test_a_hold_has_its_way_in_and_out_around_the_full_hold() -> None:
    work = lay_out(routine(Step("bridge-hold")), EXERCISES, PLAIN, {}).work[0]
    assert [(b.name, b.start, b.end) for b in work.beats] == [
        ("lift", 0, 2),
        ("hold", 2, 32),
        ("roll down", 32, 36),
    ]


def test_the_first_side_is_the_one_asked_for() -> None:
    timeline = lay_out(routine(Step("clam-basic")), EXERCISES, PLAIN, {"clam-basic": Side.RIGHT})
    assert [s.side for s in timeline.work] == [Side.RIGHT, Side.LEFT]


def test_a_rest_longer_than_the_gap_ends_in_the_get_ready() -> None:
    timeline = lay_out(routine(Step("bridge-basic", sets=2, rest_s=20)), EXERCISES, PLAIN, {})
    assert told(timeline)[2:4] == ["rest bridge-basic both 16", "get ready bridge-basic both 4"]


def test_a_rest_shorter_than_the_gap_is_swallowed_by_it() -> None:
    timeline = lay_out(routine(Step("bridge-basic", sets=2, rest_s=3)), EXERCISES, PLAIN, {})
    assert told(timeline)[2] == "get ready bridge-basic both 4"


def test_the_rest_follows_the_pair_of_sides() -> None:
    timeline = lay_out(routine(Step("clam-basic", sets=2, rest_s=30)), EXERCISES, PLAIN, {})
    kinds = [s.kind for s in timeline.segments]
    assert kinds.count(SegmentKind.REST) == 1
    assert kinds.index(SegmentKind.REST) == 4


def test_rounds_are_outside_and_rest_between_them() -> None:
    steps = (Step("bridge-basic"), Step("clam-basic"))
    timeline = lay_out(routine(*steps, rounds=2, round_rest_s=40), EXERCISES, PLAIN, {})
    assert [(s.round, s.exercise.id) for s in timeline.work] == [
        (1, "bridge-basic"),
        (1, "clam-basic"),
        (1, "clam-basic"),
        (2, "bridge-basic"),
        (2, "clam-basic"),
        (2, "clam-basic"),
    ]
    rest = next(s for s in timeline.segments if s.kind is SegmentKind.REST)
    assert (rest.round, rest.seconds) == (2, 32)


def test_gaps_know_the_body_and_the_equipment() -> None:
    steps = (Step("bridge-basic"), Step("bridge-hold"), Step("clam-basic"), Step("clam-band"))
    timeline = lay_out(routine(*steps), EXERCISES, PLAIN, {})
    gaps = [s for s in timeline.segments if s.kind is SegmentKind.GET_READY]
    assert [(g.change, g.seconds) for g in gaps] == [
        (Change.FIRST, 12),
        (Change.SAME_POSITION, 4),
        (Change.NEW_POSITION, 8),
        (Change.ROLL_OVER, 8),
        (Change.ROLL_OVER, 16),  # and the band to put on
        (Change.ROLL_OVER, 8),
    ]
    assert gaps[4].fetch == BAND_CLAM.needs


def test_a_place_to_walk_to_is_not_laid_aside() -> None:
    wall = msgspec.structs.replace(BRIDGE, id="wall", needs=(Equipment.WALL,))
    timeline = lay_out(
        routine(Step("wall"), Step("bridge-basic")), {**EXERCISES, "wall": wall}, PLAIN, {}
    )
    to_it, from_it = (s for s in timeline.segments if s.kind is SegmentKind.GET_READY)
    assert (to_it.fetch, to_it.seconds) == ((Equipment.WALL,), 20)
    assert (from_it.put_away, from_it.seconds) == ((), 4)


def test_a_slower_pace_makes_the_reps_longer_and_leaves_holds_alone() -> None:
    timing = Timing(Gaps(), PhraseTable(), {"bridge-basic": 0.5, "bridge-hold": 0.5})
    work = lay_out(ROUTINE, EXERCISES, timing, {}).work
    assert (work[0].seconds, work[1].seconds) == (4 * 10, 36)


def test_an_unknown_exercise_is_not_laid_out() -> None:
    with pytest.raises(KeyError):
        lay_out(routine(Step("none")), EXERCISES, PLAIN, {})


def test_the_same_arguments_give_the_same_timeline() -> None:
    assert lay_out(ROUTINE, EXERCISES, PLAIN, {}) == lay_out(ROUTINE, EXERCISES, PLAIN, {})


@given(st.data())
def test_segments_tile_the_timeline(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timeline = lay_out(plan, known, data.draw(timings(known)), {})
    assert timeline.segments[0].start == 0
    for before, after in zip(timeline.segments, timeline.segments[1:], strict=False):
        assert after.start == before.end
    for segment in timeline.segments:
        assert segment.seconds > 0
        if segment.kind is SegmentKind.WORK:
            assert segment.beats[0].start == 0
            assert segment.beats[-1].end == pytest.approx(segment.seconds)
            for one, two in zip(segment.beats, segment.beats[1:], strict=False):
                assert two.start == one.end
                assert two.seconds > 0


@given(st.data())
def test_both_sides_get_the_same_dose(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timeline = lay_out(plan, known, data.draw(timings(known)), {})
    done: dict[tuple[int, int, int], dict[Side, object]] = defaultdict(dict)
    for s in timeline.work:
        done[(s.step, s.round, s.set)][s.side] = (s.reps, s.hold_s, s.beats)
    for sides in done.values():
        assert set(sides) in ({Side.BOTH}, {Side.LEFT, Side.RIGHT})
        assert len({repr(dose) for dose in sides.values()}) == 1


@given(st.data())
def test_every_gap_is_long_enough_for_its_words(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    for s in lay_out(plan, known, timing, {}).segments:
        if s.kind is SegmentKind.GET_READY:
            words = said(s, timing.speech)
            assert timing.speech.is_silent or f"{s.exercise.name}." in words
            assert s.seconds >= 0.3 + sum(map(timing.phrases.seconds, words)) + 3 - 1e-9


def said(gap: Segment, speech: Speech) -> list[str]:
    items = announcement(gap, speech)
    return [s.text for item in items for s in item.sounds if isinstance(s, Phrase)]


SPEECH = Speech(PhraseTable(dict.fromkeys(phrases_of(EXERCISES.values(), [ROUTINE]), 1.0)))


def gaps(*steps: Step) -> list[Segment]:
    timeline = lay_out(routine(*steps), EXERCISES, PLAIN, {})
    return [s for s in timeline.segments if s.kind is SegmentKind.GET_READY]


def test_the_words_name_the_side_the_way_the_exercise_says_it() -> None:
    first, second = gaps(Step("clam-basic"))
    assert said(first, SPEECH) == [
        "Clamshell.",
        "Lie on your right side, left leg on top.",
        "Knees bent, feet together.",
    ]
    assert said(second, SPEECH) == ["Clamshell.", "Lie on your left side, right leg on top."]


def test_equipment_and_a_new_position_are_said_and_the_old_one_is_not() -> None:
    banded, _, bridge, hold = gaps(Step("clam-band"), Step("bridge-basic"), Step("bridge-hold"))
    assert said(banded, SPEECH)[0] == "Take the mini band."
    assert said(bridge, SPEECH) == ["Take the band off.", "Glute bridge.", "Lie on your back."]
    assert said(hold, SPEECH) == ["Glute bridge hold."]


def test_a_brief_voice_leaves_the_setup_out_and_its_gap_is_shorter() -> None:
    speech = msgspec.structs.replace(SPEECH, level=VoiceLevel.BRIEF)
    first = gaps(Step("clam-basic"))[0]
    assert said(first, speech) == ["Clamshell.", "Lie on your right side, left leg on top."]
    shorter = announcement_seconds(first, speech)
    assert shorter == pytest.approx(announcement_seconds(first, SPEECH) - 1 - PAUSE_S)


def test_with_tones_only_nothing_is_said() -> None:
    speech = msgspec.structs.replace(SPEECH, level=VoiceLevel.TONES)
    assert said(gaps(Step("clam-basic"))[0], speech) == []
