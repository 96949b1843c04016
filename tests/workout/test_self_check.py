"""The self-check: sets that last until form goes, and what is kept of them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer import resources
from hiptimer.model.catalogue import read_catalogue
from hiptimer.model.cue import Cue, Phrase, Tone
from hiptimer.model.event import Event, Outcome
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.self_check import MEASURES, SELF_CHECK, Result
from hiptimer.model.session import Corrected, RoutineRef, Session, SetRecord, Status
from hiptimer.model.side import Side
from hiptimer.model.timeline import Segment, SegmentKind, Timeline
from hiptimer.model.words import set_words
from hiptimer.workout.cues import cues_of
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player
from hiptimer.workout.record import Record, exercise_ref
from hiptimer.workout.self_check import results, self_check_routine, without_end
from hiptimer.workout.speech import TENS, phrases_of
from hiptimer.workout.swap import with_exercise

EXERCISES = read_catalogue(resources.assets(), None).exercises
ROUTINE = self_check_routine(EXERCISES)
TABLE = PhraseTable(dict.fromkeys(phrases_of(EXERCISES.values(), ()), 0.6))
TIMING = Timing(Gaps(), TABLE, {})
MONDAY = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


@pytest.fixture
def timeline() -> Timeline:
    assert ROUTINE is not None
    return without_end(lay_out(ROUTINE, EXERCISES, TIMING, {}))


def work(timeline: Timeline, exercise_id: str, side: Side) -> tuple[int, Segment]:
    return next(
        (index, s)
        for index, s in enumerate(timeline.segments)
        if s.kind is SegmentKind.WORK and s.exercise.id == exercise_id and s.side is side
    )


def test_each_measure_is_taken_on_both_sides_without_an_end(timeline: Timeline) -> None:
    measured = [(s.exercise.id, s.side) for s in timeline.work]
    assert measured == [(m.exercise_id, side) for m in MEASURES for side in (Side.LEFT, Side.RIGHT)]
    assert all(s.counts_up for s in timeline.segments)


def test_without_its_exercises_there_is_none() -> None:
    assert self_check_routine({}) is None
    others = {id_: e for id_, e in EXERCISES.items() if id_ != "side-plank"}
    without = self_check_routine(others)
    assert without is not None
    assert [s.exercise for s in without.steps] == ["single-leg-stand", "bridge-single"]


def performed(
    timeline: Timeline,
    stops: dict[tuple[str, Side], float],
    press: Callable[[Player, float], tuple[Event, ...]] = Player.stopped_here,
) -> list[SetRecord]:
    """The sets after a press, «I stopped here» unless said, so far into each of `stops`."""
    player = Player(timeline, Gaps())
    record = Record(timeline, lambda at: MONDAY + timedelta(seconds=at))
    for event in player.start(0.0):
        record.apply(event)
    now = 0.0
    while player.state is not PlayState.DONE:
        segment = player.segment
        is_work = segment.kind is SegmentKind.WORK
        now += stops[(segment.exercise.id, segment.side)] if is_work else segment.seconds
        events = player.advance(now)
        if is_work:
            events += press(player, now)
        for event in events:
            record.apply(event)
    return list(record.sets)


def test_a_set_that_was_stopped_is_done_for_what_was_reached(timeline: Timeline) -> None:
    stops = {(m.exercise_id, side): 20.0 for m in MEASURES for side in (Side.LEFT, Side.RIGHT)}
    sets = performed(timeline, stops)
    stand, _, bridge, *_ = sets
    assert stand.outcome is Outcome.DONE
    assert 15 < (stand.hold_s or 0) <= 20
    assert bridge.outcome is Outcome.DONE
    assert (bridge.reps or 0) >= 4
    assert all(s.planned.reps is None and s.planned.hold_s is None for s in sets)
    assert set_words(stand) == f"{round(stand.hold_s or 0)} s"
    assert set_words(bridge) == f"{bridge.reps} reps"


@pytest.mark.parametrize("press", [Player.skip, Player.stop], ids=["skipped", "stopped"])
def test_a_set_that_was_left_is_kept_and_is_no_result(
    timeline: Timeline, press: Callable[[Player, float], tuple[Event, ...]]
) -> None:
    stops = {(m.exercise_id, side): 20.0 for m in MEASURES for side in (Side.LEFT, Side.RIGHT)}
    sets = performed(timeline, stops, press)
    assert sets[0].outcome is Outcome.PARTIAL
    assert (sets[0].hold_s or 0) > 15
    assert not any(results([check(MONDAY, *sets)]).values())
    put_right = msgspec.structs.replace(sets[0], corrected=Corrected(hold_s=12.0))
    found = results([check(MONDAY, put_right, *sets[1:])])
    assert found["single-leg-stand"] == (Result(date(2026, 3, 3), 12.0, None),)


def test_one_that_lasts_to_the_most_is_a_result(timeline: Timeline) -> None:
    stops = {(m.exercise_id, side): 500.0 for m in MEASURES for side in (Side.LEFT, Side.RIGHT)}
    sets = performed(timeline, stops, Player.advance)
    found = results([check(MONDAY, *sets)])
    most = {m.exercise_id: m.most for m in MEASURES}
    assert {id_: (r.left, r.right) for id_, (r,) in found.items()} == {
        id_: (most[id_], most[id_]) for id_ in most
    }


def test_a_set_not_begun_or_left_at_once_was_skipped(timeline: Timeline) -> None:
    stops = {(m.exercise_id, side): 0.0 for m in MEASURES for side in (Side.LEFT, Side.RIGHT)}
    assert {s.outcome for s in performed(timeline, stops)} == {Outcome.SKIPPED}


def test_seconds_are_told_every_ten_until_the_most(timeline: Timeline) -> None:
    index, segment = work(timeline, "single-leg-stand", Side.LEFT)
    cues = cues_of(timeline, index, TIMING.speech)
    hold = next(b for b in segment.beats if b.seconds == 120)
    told = {c.sound.text: c.at - hold.start for c in cues if isinstance(c.sound, Phrase)}
    for number, phrase in enumerate(TENS, 1):
        assert 10 * number <= told[phrase] < 10 * number + 3
    assert "Halfway." not in told
    assert Cue(hold.start + 10, Tone.HOLD) in cues
    assert not any(c.sound is Tone.HALFWAY for c in cues)


def test_no_rep_is_called_the_last(timeline: Timeline) -> None:
    index, _ = work(timeline, "bridge-single", Side.LEFT)
    said = [c.sound.text for c in cues_of(timeline, index, TIMING.speech)
            if isinstance(c.sound, Phrase)]  # fmt: skip
    assert "Last one." not in said
    assert "Thirty." in said


def check(when: datetime, *sets: SetRecord, **fields: object) -> Session:
    return Session(
        id=f"{when:%m%d%H%M}",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef(SELF_CHECK, "Self-check"),
        started_at=when,
        utc_offset_s=3600,
        sets=sets,
        **fields,  # type: ignore[arg-type]
    )


def stood(n: int, side: Side, seconds: float, corrected: float | None = None) -> SetRecord:
    return SetRecord(
        n=n,
        exercise=exercise_ref(EXERCISES["single-leg-stand"]),
        step=1,
        round=1,
        set=1,
        side=side,
        hold_s=seconds,
        corrected=None if corrected is None else Corrected(hold_s=corrected),
        outcome=Outcome.DONE,
        started_at=MONDAY,
    )


def test_results_are_by_day_of_the_clock_then_oldest_first_and_corrected() -> None:
    later = check(MONDAY + timedelta(days=30), stood(1, Side.LEFT, 40.0), stood(2, Side.RIGHT, 35))
    first = check(MONDAY, stood(1, Side.LEFT, 31.5, corrected=28.0), stood(2, Side.RIGHT, 22.0))
    # A quarter past midnight where the person was.
    assert results([later, first])["single-leg-stand"] == (
        Result(date(2026, 3, 3), 28.0, 22.0),
        Result(date(2026, 4, 2), 40.0, 35.0),
    )


def test_what_was_not_done_is_no_result() -> None:
    one_side = check(MONDAY, stood(1, Side.LEFT, 12.0))
    neither = check(MONDAY + timedelta(days=1), stood(1, Side.LEFT, 0.0))
    found = results([one_side, neither])
    assert found["single-leg-stand"] == (Result(date(2026, 3, 3), 12.0, None),)
    assert found["side-plank"] == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"speed": 60.0},
        {"status": Status.RUNNING},
        {"routine": RoutineRef("hip-flow", "Hip flow")},
    ],
    ids=["a trial", "in progress", "another routine"],
)
def test_what_does_not_count(changed: dict[str, object]) -> None:
    session = msgspec.structs.replace(check(MONDAY, stood(1, Side.LEFT, 12.0)), **changed)
    assert results([session])["single-leg-stand"] == ()


@given(st.lists(st.tuples(st.integers(0, 400), st.floats(0, 120), st.floats(0, 120)), max_size=8))
def test_there_is_never_more_than_was_measured(checks: list[tuple[int, float, float]]) -> None:
    sessions = [
        check(MONDAY + timedelta(days=d), stood(1, Side.LEFT, a), stood(2, Side.RIGHT, b))
        for d, a, b in checks
    ]
    found = results(sessions)["single-leg-stand"]
    assert [r.day for r in found] == sorted(r.day for r in found)
    assert len(found) == sum(a > 0 or b > 0 for _, a, b in checks)


def test_an_easier_one_in_its_place_is_measured_as_far(timeline: Timeline) -> None:
    index, segment = work(timeline, "side-plank", Side.LEFT)
    easier = with_exercise(timeline, index, EXERCISES["side-plank-knees"], TIMING)
    swapped = [s for s in easier.work if s.exercise.id == "side-plank-knees"]
    assert [(s.counts_up, s.hold_s) for s in swapped] == [(True, segment.hold_s)] * 2


def test_what_was_not_begun_says_what_would_be_counted(timeline: Timeline) -> None:
    told = {r.exercise.id: set_words(r) for r in Record(timeline, lambda _: MONDAY).sets}
    assert told == {"single-leg-stand": "0 s", "bridge-single": "0 reps", "side-plank": "0 s"}
