"""The player, told any time in any steps."""

from collections import Counter

import pytest
from examples import EXERCISES
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import routines, timings

from hiptimer.model.event import (
    Event,
    Finished,
    HoldEnded,
    Outcome,
    Paused,
    RepFinished,
    Resumed,
    SegmentEnded,
    SegmentStarted,
)
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player, PlayerError
from hiptimer.workout.swap import with_exercise

PLAIN = Timing(Gaps(), PhraseTable(), {})


def timeline_of(*steps: Step) -> Timeline:
    routine = Routine(id="r", name="R", when="", steps=steps)
    return lay_out(routine, EXERCISES, PLAIN, {})


def started(*steps: Step, at: float = 100.0) -> Player:
    player = Player(timeline_of(*steps), Gaps())
    player.start(at)
    return player


def short(events: tuple[Event, ...]) -> list[str]:
    told = []
    for e in events:
        match e:
            case SegmentStarted():
                told.append(f"{e.at:g} {e.segment.kind.value} {e.segment.n} attempt {e.attempt}")
            case RepFinished():
                told.append(f"{e.at:g} rep {e.reps}")
            case HoldEnded():
                told.append(f"{e.at:g} held {e.seconds:g}")
            case SegmentEnded():
                told.append(f"{e.at:g} {e.outcome.value} {e.reps} {e.hold_s:g}")
            case Finished():
                told.append(f"{e.at:g} {'stopped' if e.stopped else 'finished'}")
            case _:
                told.append(f"{e.at:g} {type(e).__name__.lower()}")
    return told


def test_a_set_is_told_rep_by_rep_at_the_instants_they_are_due() -> None:
    player = Player(timeline_of(Step("bridge-basic", reps=2)), Gaps())
    assert short(player.start(100)) == ["100 started", "100 get ready 1 attempt 1"]
    assert player.advance(111.9) == ()
    assert short(player.advance(200)) == [
        "112 done 0 0",
        "112 work 1 attempt 1",
        "117 rep 1",
        "122 rep 2",
        "122 done 2 0",
        "122 finished",
    ]
    assert player.state is PlayState.DONE


def test_a_hold_is_told_when_it_ends_and_before_the_way_out() -> None:
    player = started(Step("bridge-hold"))
    assert short(player.advance(200)) == [
        "112 done 0 0",
        "112 work 1 attempt 1",
        "144 held 30",
        "148 done 0 30",
        "148 finished",
    ]


def test_the_moment_says_rep_phase_and_what_is_left() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.advance(118.5)
    moment = player.moment(118.5)
    assert moment.beat is not None
    assert (moment.rep, moment.beat.name, moment.fraction) == (2, "hold", 0.25)
    assert (moment.left_s, moment.total_left_s) == (3.5, 3.5)


def test_the_moment_of_a_hold_counts_the_hold_only() -> None:
    player = started(Step("bridge-hold"))
    player.advance(124)
    assert player.moment(124).left_s == 20


def test_the_moment_in_a_get_ready_has_no_rep() -> None:
    moment = started(Step("bridge-hold")).moment(103)
    assert (moment.rep, moment.beat, moment.left_s) == (0, None, 9)


def test_a_pause_stands_still_and_the_rep_starts_again_after_a_countdown() -> None:
    player = started(Step("bridge-basic", reps=3))
    player.advance(119)
    assert short(player.pause(119.5)) == ["119.5 paused"]
    assert player.advance(500) == ()
    assert player.moment(500).rep == 2
    resumed = player.resume(600)
    assert resumed == (Resumed(600, 3, pytest.approx(480.5)),)
    moment = player.moment(601)
    assert (moment.resuming_s, moment.rep, moment.fraction) == (2, 2, 0)
    assert short(player.advance(609)) == ["608 rep 2"]


def test_a_hold_goes_on_with_what_was_left() -> None:
    player = started(Step("bridge-hold"))
    player.pause(124)  # 10 s held
    player.resume(200)
    assert short(player.advance(300))[0] == "223 held 30"


def test_a_hold_goes_on_for_at_least_five_seconds() -> None:
    player = started(Step("bridge-hold"))
    player.pause(143)  # 29 s held
    player.resume(200)
    assert short(player.advance(300))[:2] == ["208 held 34", "212 done 0 34"]


def test_a_pause_on_the_way_into_a_hold_starts_the_way_again() -> None:
    player = started(Step("bridge-hold"))
    player.pause(113)
    player.resume(200)
    assert short(player.advance(300))[0] == "235 held 30"


def test_a_pause_at_the_end_of_a_get_ready_leaves_time_to_get_back() -> None:
    player = started(Step("bridge-hold"))
    player.pause(111.5)
    assert player.resume(200) == (Resumed(200, 0, 88.5),)
    assert player.moment(200).left_s == 3


def test_skip_keeps_what_was_done_and_goes_on_at_once() -> None:
    player = started(Step("bridge-basic", reps=4), Step("bridge-hold"))
    player.advance(118)
    assert short(player.skip(119)) == ["119 partial 1 0", "119 get ready 2 attempt 1"]
    assert short(player.skip(120)) == ["120 done 0 0", "120 work 2 attempt 1"]
    assert short(player.skip(121)) == ["121 skipped 0 0", "121 finished"]


def test_a_hold_cut_short_keeps_its_seconds() -> None:
    player = started(Step("bridge-hold"), Step("bridge-basic"))
    assert short(player.stopped_here(126))[2:4] == ["126 held 12", "126 partial 0 12"]


def test_stopped_here_is_only_for_sets() -> None:
    player = started(Step("bridge-hold"))
    assert player.stopped_here(101) == ()
    assert player.segment.kind is SegmentKind.GET_READY


def test_back_opens_a_new_attempt_after_its_get_ready() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.advance(118)
    assert short(player.back(119)) == ["119 partial 1 0", "119 get ready 1 attempt 1"]
    assert short(player.advance(200)) == [
        "131 done 0 0",
        "131 work 1 attempt 2",
        "136 rep 1",
        "141 rep 2",
        "141 done 2 0",
        "141 finished",
    ]


def test_back_in_a_get_ready_goes_to_the_set_before() -> None:
    player = started(Step("bridge-basic", reps=1), Step("bridge-hold"))
    player.advance(118)
    assert player.segment.n == 2
    player.back(118)
    assert (player.segment.n, player.segment.kind) == (1, SegmentKind.GET_READY)


def test_one_rep_more_and_ten_seconds_more() -> None:
    player = started(Step("bridge-basic", reps=1), Step("bridge-hold"))
    player.more(101)  # the get-ready is 22 s now
    assert player.moment(101).left_s == 21
    player.advance(123)
    player.more(124)
    assert "132 rep 2" in short(player.advance(133))
    player.advance(140)
    player.more(141)
    assert [e.seconds for e in player.advance(400) if isinstance(e, HoldEnded)] == [40]


def test_a_slower_pace_counts_from_the_next_rep_and_stays_with_the_exercise() -> None:
    steps = (Step("bridge-basic", reps=2), Step("bridge-basic", reps=1))
    player = started(*steps)
    player.advance(113)
    for _ in range(9):
        player.slower(113)
    assert player.paces == {"bridge-basic": 0.75}
    assert short(player.advance(126))[:2] == ["117 rep 1", "123.667 rep 2"]
    assert player.timeline.work[1].seconds == pytest.approx(5 / 0.75)


def test_the_pace_is_bounded() -> None:
    player = started(Step("bridge-basic", reps=2))
    for _ in range(30):
        player.faster(101)
    assert player.pace == 1.5


def test_halving_keeps_the_rep_in_progress_and_halves_the_other_side_too() -> None:
    player = started(Step("clam-basic", reps=6))
    player.advance(112 + 22)  # in rep 5
    player.halve(134)
    assert [s.reps for s in player.timeline.work] == [5, 3]
    assert "137 done 5 0" in short(player.advance(137))


def test_halving_a_hold_past_its_middle_ends_it_here() -> None:
    player = started(Step("bridge-hold"))
    player.advance(134)  # 20 of 30 s held
    player.halve(134)
    assert short(player.advance(140)) == ["134 held 20", "138 done 0 20", "138 finished"]


def test_stopping_keeps_the_set_in_hand() -> None:
    player = started(Step("bridge-basic", reps=4))
    assert short(player.stop(119))[-3:] == ["117 rep 1", "119 partial 1 0", "119 stopped"]
    with pytest.raises(PlayerError):
        player.pause(120)


def test_forbidden_commands_raise() -> None:
    player = Player(timeline_of(Step("bridge-basic")), Gaps())
    for command in (player.pause, player.resume, player.skip, player.back, player.more):
        with pytest.raises(PlayerError):
            command(1.0)
    player.start(1)
    with pytest.raises(PlayerError):
        player.start(2)
    with pytest.raises(PlayerError):
        player.resume(2)


def test_an_empty_timeline_is_refused() -> None:
    with pytest.raises(PlayerError, match="nothing to do"):
        Player(Timeline(()), Gaps())


def test_a_clock_that_goes_back_changes_nothing() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.advance(118)
    assert player.advance(50) == ()
    assert player.moment(50).rep == 2


def test_the_easier_exercise_takes_over_on_this_side_and_wholly_on_the_other() -> None:
    player = started(Step("clam-band", reps=4, sets=2))
    player.advance(128)  # first get-ready 20 s with the band; in rep 2
    easier = with_exercise(player.timeline, player.index, EXERCISES["clam-basic"], PLAIN)
    events = player.replace(easier)
    assert short(events) == ["128 partial 1 0", "128 get ready 2 attempt 1"]
    works = [s for s in player.timeline.work if s.n >= 2]
    assert [(s.exercise.id, s.side, s.reps, s.set, s.swapped_from) for s in works] == [
        ("clam-basic", side, 10, number, "clam-band")
        for number in (1, 2)
        for side in (Side.LEFT, Side.RIGHT)
    ]
    assert player.segment.put_away == EXERCISES["clam-band"].needs


def test_the_easier_exercise_on_the_second_side_leaves_the_first_as_it_was() -> None:
    player = started(Step("clam-band", reps=1))
    player.advance(134)
    assert (player.segment.side, player.segment.kind) == (Side.RIGHT, SegmentKind.WORK)
    easier = with_exercise(player.timeline, player.index, EXERCISES["clam-basic"], PLAIN)
    player.replace(easier)
    assert [s.side for s in player.timeline.work if s.n > 2] == [Side.RIGHT]


def test_a_timeline_that_denies_what_was_done_is_refused() -> None:
    player = started(Step("clam-band", reps=1))
    player.advance(121)
    with pytest.raises(PlayerError, match="what was done"):
        player.replace(timeline_of(Step("bridge-basic")))


COMMANDS = (
    "advance",
    "pause",
    "resume",
    "skip",
    "back",
    "more",
    "stopped_here",
    "slower",
    "faster",
    "halve",
    "replace",
)
steps_in_time = st.floats(0, 40, allow_nan=False)


def _obey(player: Player, command: str, now: float, known: dict, timing: Timing) -> tuple:
    events = player.advance(now)
    try:
        if command == "replace":
            easier = known[min(known)]
            timeline = with_exercise(player.timeline, player.index, easier, timing, player.begun_n)
            return (*events, *player.replace(timeline))
        return (*events, *getattr(player, command)(now))
    except PlayerError:
        return events


@settings(max_examples=150)
@given(st.data())
def test_any_looks_give_the_same_events(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timeline = lay_out(plan, known, data.draw(timings(known)), {})
    once, often = Player(timeline, Gaps()), Player(timeline, Gaps())
    assert once.start(7.0) == often.start(7.0)
    looked: list[Event] = []
    now = 7.0
    for step in data.draw(st.lists(steps_in_time, max_size=30)):
        now += step
        looked += often.advance(now)
        often.moment(now)
    looked += often.advance(1e7)
    assert once.advance(1e7) == tuple(looked)


@settings(max_examples=300)
@given(st.data())
def test_no_sequence_of_commands_gets_stuck_or_goes_negative(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    player = Player(lay_out(plan, known, timing, {}), timing.gaps, timing.paces)
    events = [*player.start(0.0)]
    now = 0.0
    presses = st.lists(st.tuples(st.sampled_from(COMMANDS), steps_in_time), max_size=40)
    for command, step in data.draw(presses):
        now += step
        events += _obey(player, command, now, known, timing)
        _check_moment(player, now)
    if player.state is not PlayState.DONE and data.draw(st.booleans(), label="stopped"):
        events += player.stop(now)
    if player.state is PlayState.PAUSED:
        events += player.resume(now)
    events += player.advance(now + 1e6)
    assert player.state is PlayState.DONE
    _check_events(events)


def _check_moment(player: Player, now: float) -> None:
    moment = player.moment(now)
    assert 0 <= moment.fraction <= 1
    assert moment.left_s >= -1e-9
    assert moment.total_left_s >= -1e-9
    assert 0 <= moment.resuming_s <= 5
    assert 0 <= moment.position <= moment.segment.seconds + 1e-9
    for before, after in zip(player.timeline.segments, player.timeline.segments[1:], strict=False):
        assert before.seconds > 0
        assert after.start == before.end


def _check_events(events: list[Event]) -> None:
    times = [e.at for e in events]
    assert times == sorted(times)
    assert sum(isinstance(e, Finished) for e in events) == 1
    reps = Counter(
        (e.segment.n, e.segment.exercise.id, e.attempt, e.reps)
        for e in events
        if isinstance(e, RepFinished)
    )
    assert all(count == 1 for count in reps.values())
    started_sets = [e for e in events if isinstance(e, SegmentStarted)]
    ended = [e for e in events if isinstance(e, SegmentEnded)]
    assert len(started_sets) == len(ended)
    for end in (e for e in ended if e.segment.kind is SegmentKind.WORK):
        of_it = [
            e.reps
            for e in events
            if isinstance(e, RepFinished)
            and (e.segment.n, e.attempt, e.segment.exercise.id)
            == (end.segment.n, end.attempt, end.segment.exercise.id)
        ]
        assert end.reps == len(of_it)
        if end.outcome is Outcome.DONE and end.segment.reps:
            assert end.reps == end.segment.reps
    assert sum(isinstance(e, Paused) for e in events) >= sum(isinstance(e, Resumed) for e in events)


@given(st.data())
def test_stopping_anywhere_ends_the_workout(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    player = Player(lay_out(plan, known, data.draw(timings(known)), {}), Gaps())
    player.start(0.0)
    when = data.draw(st.floats(0, player.timeline.seconds * 0.999))
    events = player.stop(when)
    assert events[-1] == Finished(when, stopped=True)
    assert player.state is PlayState.DONE
