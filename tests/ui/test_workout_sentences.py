"""What the workout view says, without a window."""

import pytest
from examples import EXERCISES, ROUTINE

from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import Moment
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.workout import sentences
from hiptimer.ui.workout.faces import EMPTY, face_of, gap_left
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player


def laid_out(routine: Routine) -> Timeline:
    return lay_out(routine, EXERCISES, Timing(Gaps(), PhraseTable(), {}), {})


def played_to(timeline: Timeline, now: float) -> Moment:
    player = Player(timeline, Gaps())
    player.start(0.0)
    player.advance(now)
    return player.moment(now)


def nth(timeline: Timeline, kind: SegmentKind, exercise_id: str, n: int = 0) -> int:
    return [
        number
        for number, segment in enumerate(timeline.segments)
        if segment.kind is kind and segment.exercise.id == exercise_id
    ][n]


TIMELINE = laid_out(ROUTINE)
CLAM = nth(TIMELINE, SegmentKind.WORK, "clam-basic")
HOLD = nth(TIMELINE, SegmentKind.WORK, "bridge-hold")


def test_what_comes_next() -> None:
    bridge = nth(TIMELINE, SegmentKind.WORK, "bridge-basic")
    assert sentences.coming_after(TIMELINE, bridge).text == "Glute bridge hold"
    assert sentences.coming_after(TIMELINE, HOLD).text == "Clamshell"
    other_side = sentences.coming_after(TIMELINE, CLAM)
    assert (other_side.lead, other_side.text) == (
        "Next",
        "Lie on your left side, right leg on top",
    )
    last = sentences.coming_after(TIMELINE, len(TIMELINE.segments) - 1)
    assert (last.lead, last.text) == ("Then", "you are done")


def test_what_comes_next_within_the_same_exercise() -> None:
    sets = laid_out(Routine(id="s", name="S", when="", steps=(Step("bridge-basic", sets=2),)))
    assert sentences.coming_after(sets, 1).text == "Set 2 of 2"
    rounds = laid_out(Routine(id="r", name="R", when="", steps=(Step("bridge-basic"),), rounds=2))
    assert sentences.coming_after(rounds, 1).text == "Round 2 of 2"


def test_what_to_fetch_and_put_away() -> None:
    steps = (Step("clam-band"), Step("bridge-basic"))
    timeline = laid_out(Routine(id="b", name="B", when="", steps=steps))
    gaps = [s for s in timeline.segments if s.kind is SegmentKind.GET_READY]
    said = [sentences.equipment_sentence(gap) for gap in gaps]
    assert said[0] == "Take the mini band."
    assert said[-1] == "Take the band off."


def test_dose_and_tempo() -> None:
    assert sentences.dose_sentence(TIMELINE.segments[CLAM]) == "3 reps"
    assert sentences.tempo_sentence(TIMELINE.segments[CLAM]) == "open 2 s · hold 1 s · close 2 s"
    assert sentences.dose_sentence(TIMELINE.segments[HOLD]) == "30 s hold"
    assert sentences.tempo_sentence(TIMELINE.segments[HOLD]) == ""


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, 0), (0.01, 1), (1.0, 1), (2.000000001, 2), (2.4, 3), (-0.2, 0)]
)
def test_a_countdown_shows_begun_seconds(seconds: float, shown: int) -> None:
    assert sentences.seconds_up(seconds) == shown


def test_a_hold_shows_its_seconds_on_the_way_in_what_is_left_and_none_on_the_way_out() -> None:
    start = TIMELINE.segments[HOLD].start
    shown = []
    for inside in (1.0, 14.0, 33.0):
        face, _ = face_of(played_to(TIMELINE, start + inside), TIMELINE, 0)
        shown.append((face.number, face.calm, face.phase))
    assert shown == [(30, True, "lift"), (18, False, "hold"), (0, True, "roll down slowly")]


def test_a_set_shows_the_rep_in_progress_and_one_lap_a_rep() -> None:
    start = TIMELINE.segments[CLAM].start
    face, at = face_of(played_to(TIMELINE, start + 6.5), TIMELINE, 1)
    assert (face.number, face.phase, face.dots, face.saved) == (2, "open", 3, 1)
    assert at == pytest.approx(1.5)
    assert face.lap[-1].end == pytest.approx(5.0)


def test_a_rest_and_its_get_ready_count_down_as_one() -> None:
    steps = (Step("bridge-basic", sets=2, rest_s=20),)
    timeline = laid_out(Routine(id="r", name="R", when="", steps=steps))
    rest = nth(timeline, SegmentKind.REST, "bridge-basic")
    begin = timeline.segments[rest].start
    work = timeline.segments[rest + 2].start
    for inside in (0.5, 3.0, timeline.segments[rest].seconds - 0.5):
        moment = played_to(timeline, begin + inside)
        assert gap_left(moment, timeline) == pytest.approx(work - begin - inside)


def test_a_pause_empties_the_ring_and_says_where_it_goes_on() -> None:
    player = Player(TIMELINE, Gaps())
    player.start(0.0)
    now = TIMELINE.segments[HOLD].start + 14.0
    player.pause(now)
    paused = player.moment(now)
    assert face_of(paused, TIMELINE, 0)[0] == EMPTY
    assert sentences.again_sentence(paused) == "18 s of the hold are left"


def test_the_announcement_names_step_side_and_dose() -> None:
    said = sentences.announcement(TIMELINE.segments[CLAM - 1])
    assert said == "Get ready. Clamshell. Lie on your right side, left leg on top. 3 reps."


def test_after_a_pause_at_my_pace_the_next_rep_is_up_to_the_person() -> None:
    steps = (Step("bridge-basic", reps=2),)
    timeline = laid_out(Routine(id="r", name="R", when="", steps=steps))
    player = Player(timeline, Gaps(), my_pace=True)
    player.start(0.0)
    player.pause(100.0)
    assert sentences.again_sentence(player.moment(101.0)) == "Rep 2 is next"
    player.resume(110.0)
    player.next_rep(111.0)
    player.pause(200.0)
    assert sentences.again_sentence(player.moment(201.0)) == "All reps are done"


def test_my_pace_is_told_to_a_screen_reader_in_words() -> None:
    assert sentences.my_pace_words(True) == "My pace: Space begins the next rep."
    assert sentences.my_pace_words(False) == "Reps go on by the clock."
