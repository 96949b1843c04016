"""Another exercise in the place of the one in hand, at any instant of any routine."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest
from examples import EXERCISES
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import Stage
from strategies import routines, timings

from hiptimer.model.cue import Sound
from hiptimer.model.event import Event, HoldEnded, RepFinished
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_routine
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import SetRecord
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.workout.announcing import LEAD_IN_S
from hiptimer.workout.cues import cues_of, rep_cues
from hiptimer.workout.layout import Timing, lay_out

ASSETS = Path(__file__).parents[2] / "assets"
PLAIN = Timing(Gaps(), PhraseTable(), {})
SAME = 1e-6
COMMANDS = (
    *("look", "easier", "swap", "swap", "toggle_pause", "skip", "back", "back", "more", "halve"),
    *("stopped_here", "slower", "faster", "press", "onward", "toggle_my_pace"),
)


@cache
def shipped() -> tuple[tuple[Routine, ...], Mapping[str, Exercise]]:
    routines = tuple(read_routine(f) for f in sorted((ASSETS / "routines").glob("*.toml")))
    known = [read_exercise(f) for f in sorted((ASSETS / "exercises").glob("*.toml"))]
    return routines, {exercise.id: exercise for exercise in known}


@st.composite
def plans(draw: st.DrawFn) -> tuple[Routine, Mapping[str, Exercise]]:
    """A built-in routine or a random one, and the exercises there are."""
    if draw(st.booleans(), label="built in"):
        return draw(st.sampled_from(shipped()[0])), shipped()[1]
    return draw(routines())


class Run:
    """A performance under random commands, with all that it told."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.routine, self.known = data.draw(plans())
        used = {step.exercise: self.known[step.exercise] for step in self.routine.steps}
        self.timing = data.draw(timings(used))
        my_pace = data.draw(st.booleans(), label="my pace")
        self.stage = Stage.of(self.routine, self.known, self.timing, my_pace=my_pace)
        self.show = self.stage.show
        self.events: list[Event] = [*self.show.start()]

    def act(self, command: str) -> None:
        if command == "swap":
            chosen = self.data.draw(st.sampled_from(sorted(self.known)), label="exercise")
            self.events += self.show.swap(chosen)
        else:
            self.events += getattr(self.show, command)()

    def wait(self) -> None:
        """Any time, in one look or several, within what is in hand or far on."""
        clock = self.stage.clock
        most = 25.0
        if self.data.draw(st.booleans(), label="far on"):
            most = self.show.moment().total_left_s / 2
        clock.now += self.data.draw(st.floats(0, most), label="seconds")
        if self.data.draw(st.booleans(), label="looked"):
            self.events += self.show.look()

    def finish(self) -> None:
        if self.data.draw(st.booleans(), label="to the end"):
            while self.show.state is not PlayState.DONE:
                if self.show.state is PlayState.PAUSED:
                    self.events += self.show.toggle_pause()
                self.stage.clock.now += 500.0
                self.events += self.show.press() if self.waits else self.show.look()
        else:
            self.events += self.show.stop()

    @property
    def waits(self) -> bool:
        self.events += self.show.look()
        return self.show.moment().is_waiting


@settings(max_examples=300)
@given(st.data())
def test_any_swap_at_any_instant_keeps_plan_record_and_sound_in_step(data: st.DataObject) -> None:
    run = Run(data)
    for command in data.draw(st.lists(st.sampled_from(COMMANDS), max_size=25)):
        run.wait()
        if run.show.state is PlayState.DONE:
            break
        before = run.show.timeline
        run.act(command)
        check_timeline(run.show.timeline)
        check_moment(run)
        check_paces(run)
        if command in ("swap", "easier") and run.show.timeline is not before:
            check_sound(run)
    if run.show.state is not PlayState.DONE:
        run.finish()
    check_record(run)


def check_timeline(timeline: Timeline) -> None:
    """It tiles, and each set has a number of its own and its get-ready before it."""
    start = 0.0
    for segment in timeline.segments:
        assert segment.start == start
        assert segment.end > start
        start = segment.end
    for index, segment in enumerate(timeline.segments):
        assert segment.side in (
            (Side.LEFT, Side.RIGHT) if segment.exercise.per_side else (Side.BOTH,)
        )
        if segment.kind is SegmentKind.WORK:
            before = timeline.segments[index - 1]
            assert before.kind is SegmentKind.GET_READY
            assert (before.n, before.exercise, before.side) == (
                segment.n,
                segment.exercise,
                segment.side,
            )
        elif segment.kind is SegmentKind.REST:
            assert timeline.segments[index + 1].n == segment.n
    numbers = [segment.n for segment in timeline.work]
    assert numbers == sorted(set(numbers))


def check_moment(run: Run) -> None:
    moment = run.show.moment()
    if moment.state is not PlayState.DONE:
        assert run.show.timeline.segments[moment.index] == moment.segment
    assert 0 <= moment.fraction <= 1
    assert moment.total_left_s >= -SAME


def check_paces(run: Run) -> None:
    """What was not begun yet has the pace that the person chose for its exercise."""
    begun = max((s.n for s in run.show.session.sets if s.started_at is not None), default=0)
    for work in run.show.timeline.work:
        if work.n > begun and work.is_reps:
            pace = run.show.paces.get(work.exercise.id, 1.0)
            assert work.seconds == pytest.approx(sum(work.tempo_s) * (work.reps or 0) / pace)


def check_sound(run: Run) -> None:
    """Silence at once, then what the new timeline has from here on, and nothing else."""
    show, now = run.show, run.stage.clock.now
    heard = sorted((one for one in run.stage.speaker.heard if one[0] > now), key=first_of)
    if show.state is not PlayState.RUNNING:
        assert heard == []
        return
    moment = show.moment()
    timeline, index = show.timeline, moment.index
    assert moment.segment.kind is not SegmentKind.WORK
    speech = msgspec.structs.replace(run.timing.speech, by_rep=show.my_pace)
    starts, since = now - moment.position, moment.position
    first = cues_of(timeline, index, speech, since=since if since > LEAD_IN_S else 0.0)
    told = [(starts + cue.at, cue.sound) for cue in first]
    following = timeline.segments[index + 1]
    starts += moment.segment.seconds
    by_rep = show.my_pace and following.is_reps
    then = (
        rep_cues(timeline, index + 1, 1, speech) if by_rep else cues_of(timeline, index + 1, speech)
    )
    told += [(starts + cue.at, cue.sound) for cue in then]
    told = sorted(((at, sound) for at, sound in told if at > now + SAME), key=first_of)
    assert [sound for _, sound in heard] == [sound for _, sound in told]
    assert [at for at, _ in heard] == pytest.approx([at for at, _ in told], abs=0.002)


def first_of(one: tuple[float, Sound]) -> float:
    return one[0]


def check_record(run: Run) -> None:
    sets = run.show.session.sets
    assert {(s.n, s.attempt): s for s in sets} == run.stage.paper.sets
    assert len({(s.n, s.attempt) for s in sets}) == len(sets)
    check_done(run.events, sets)
    planned = {step: move.exercise for step, move in enumerate(run.routine.steps, 1)}
    for record in sets:
        is_own = record.exercise.id == planned[record.step]
        assert record.swapped_from == (None if is_own else planned[record.step])
    of_set: dict[tuple[int, int, int], set[Side]] = {}
    for record in sets:
        of_set.setdefault((record.step, record.round, record.set), set()).add(record.side)
    first = lay_out(run.routine, run.known, run.timing, {})
    assert set(of_set) == {(s.step + 1, s.round, s.set) for s in first.work}
    for sides in of_set.values():
        assert sides >= {Side.BOTH} or sides >= {Side.LEFT, Side.RIGHT}


def check_done(events: list[Event], sets: tuple[SetRecord, ...]) -> None:
    """The record has every finished rep and hold under the exercise it was done with."""
    reps: dict[tuple[int, int, str], int] = {}
    held: dict[tuple[int, int, str], float] = {}
    for event in events:
        if isinstance(event, RepFinished | HoldEnded):
            key = (event.segment.n, event.attempt, event.segment.exercise.id)
            if isinstance(event, RepFinished):
                reps[key] = reps.get(key, 0) + 1
            else:
                held[key] = round(event.seconds, 1)
    kept = {(s.n, s.attempt, s.exercise.id): s for s in sets}
    assert {key: s.reps for key, s in kept.items() if s.reps} == reps
    assert {key: s.hold_s for key, s in kept.items() if s.hold_s} == {
        k: s for k, s in held.items() if s
    }


def stage_of(*steps: Step, my_pace: bool = False) -> Stage:
    """A stage on which the performance has begun."""
    stage = Stage(*steps, my_pace=my_pace)
    stage.show.start()
    return stage


def test_any_exercise_takes_the_place_at_its_own_dose() -> None:
    stage = stage_of(Step("bridge-basic", reps=2, sets=2), Step("bridge-hold"))
    stage.pass_time(12 + 6)
    stage.show.swap("clam-basic")
    assert stage.done() == [
        ("bridge-basic", "both", 1, 1, None, "partial"),
        ("clam-basic", "left", 1, None, None, "skipped"),
        ("clam-basic", "right", 1, None, None, "skipped"),
        ("clam-basic", "left", 1, None, None, "skipped"),
        ("clam-basic", "right", 1, None, None, "skipped"),
        ("bridge-hold", "both", 1, None, None, "skipped"),
    ]
    assert [s.reps for s in stage.show.timeline.work[1:5]] == [10] * 4


def test_the_same_or_an_unknown_exercise_changes_nothing() -> None:
    stage = stage_of(Step("bridge-basic"))
    before = stage.show.timeline
    stage.show.swap("bridge-basic")
    stage.show.swap("no-such")
    assert stage.show.timeline is before


def test_a_get_ready_gives_way_to_the_one_of_the_other_exercise() -> None:
    stage = stage_of(Step("clam-band", reps=2))
    stage.pass_time(5)
    stage.show.easier()
    kinds = [(s.kind, s.exercise.id, s.n) for s in stage.show.timeline.segments]
    assert kinds == [
        (SegmentKind.GET_READY, "clam-basic", 1),
        (SegmentKind.WORK, "clam-basic", 1),
        (SegmentKind.GET_READY, "clam-basic", 2),
        (SegmentKind.WORK, "clam-basic", 2),
    ]


def test_what_is_left_of_a_rest_stays() -> None:
    stage = stage_of(Step("clam-band", reps=1, sets=2, rest_s=30))
    rest = next(s for s in stage.show.timeline.segments if s.kind is SegmentKind.REST)
    stage.pass_time(rest.start + 10)
    stage.show.easier()
    moment = stage.show.moment()
    assert moment.segment.kind is SegmentKind.REST
    following = stage.show.timeline.segments[moment.index + 1]
    assert moment.left_s + following.seconds == pytest.approx(20)


def test_a_rest_that_is_nearly_over_leaves_the_whole_get_ready() -> None:
    stage = stage_of(Step("clam-band", reps=1, sets=2, rest_s=30))
    rest = next(s for s in stage.show.timeline.segments if s.kind is SegmentKind.REST)
    stage.pass_time(rest.start + 29)
    stage.show.easier()
    moment = stage.show.moment()
    assert (moment.segment.kind, moment.position) == (SegmentKind.GET_READY, 0.0)
    assert moment.segment.exercise.id == "clam-basic"


def test_several_swaps_say_what_was_planned_and_the_way_back_is_no_swap() -> None:
    stage = stage_of(Step("clam-band", reps=4))
    stage.pass_time(22)
    for exercise_id in ("bridge-basic", "bridge-hold", "clam-band"):
        stage.show.swap(exercise_id)
        stage.pass_time(15)
        told = {s.swapped_from for s in stage.show.timeline.work if s.exercise.id == exercise_id}
        assert told == {None if exercise_id == "clam-band" else "clam-band"}
    assert {s.side for s in stage.show.timeline.work[-2:]} == {Side.LEFT, Side.RIGHT}


def test_gone_back_over_a_swap_the_set_comes_once_on_each_side() -> None:
    stage = stage_of(Step("clam-band", reps=4))
    stage.pass_time(24)
    stage.show.easier()
    stage.show.back()  # the get-ready of the first exercise
    stage.show.easier()
    assert [(s.exercise.id, s.side) for s in stage.show.timeline.work] == [
        ("clam-basic", Side.LEFT),
        ("clam-basic", Side.RIGHT),
    ]


def test_what_was_done_keeps_its_number_when_one_swaps_after_going_back() -> None:
    stage = stage_of(Step("clam-band", reps=1), Step("bridge-basic", reps=1), Step("bridge-hold"))
    for _ in range(3):
        stage.pass_time(40, step=1)
        if stage.show.moment().segment.exercise.id == "bridge-hold":
            break
    assert [s for s in stage.done() if s[3]] == [
        ("clam-band", "left", 1, 1, None, "done"),
        ("clam-band", "right", 1, 1, None, "done"),
        ("bridge-basic", "both", 1, 1, None, "done"),
    ]
    while stage.show.moment().segment.exercise.id != "clam-band":
        stage.show.back()
    stage.show.easier()
    stage.show.stop()
    counting = stage.show.session.counting_sets
    done = {(s.exercise.id, s.side.value): s.done_reps for s in counting if s.done_reps}
    assert done == {
        ("clam-band", "left"): 1,
        ("clam-band", "right"): 1,
        ("bridge-basic", "both"): 1,
    }


def test_a_chosen_pace_outlives_a_swap() -> None:
    stage = stage_of(Step("bridge-basic", reps=2), Step("clam-band", reps=2), Step("bridge-basic"))
    stage.pass_time(14)
    for _ in range(5):
        stage.show.slower()
    stage.pass_time(16)
    assert stage.show.moment().segment.exercise.id == "clam-band"
    stage.show.easier()
    assert stage.show.timeline.work[-1].seconds == pytest.approx(10 * 5 / 0.75)


def test_a_halved_hold_of_the_other_side_stays_halved() -> None:
    known = {
        **EXERCISES,
        "side-hold": msgspec.structs.replace(
            EXERCISES["bridge-hold"], id="side-hold", per_side=True
        ),
    }
    routine = Routine(
        id="r", name="R", when="", steps=(Step("bridge-basic", reps=1), Step("side-hold"))
    )
    stage = Stage.of(routine, known, PLAIN, my_pace=False)
    stage.show.start()
    stage.pass_time(30)
    stage.show.halve()
    while stage.show.moment().segment.exercise.id != "bridge-basic":
        stage.show.back()
    stage.show.swap("clam-basic")
    assert [s.hold_s for s in stage.show.timeline.work if s.exercise.id == "side-hold"] == [15, 15]


def test_a_hair_of_a_rest_belongs_to_the_get_ready() -> None:
    gap_s = 4.0
    routine = Routine(
        id="r", name="R", when="", steps=(Step("bridge-basic", sets=2, rest_s=gap_s + 1e-14),)
    )
    segments = lay_out(routine, EXERCISES, PLAIN, {}).segments
    assert [s.kind for s in segments if s.n == 2] == [SegmentKind.GET_READY, SegmentKind.WORK]
