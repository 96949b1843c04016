"""A performance: what reaches the record and the speaker."""

from datetime import timedelta

import pytest
from stage import START, Stage

from hiptimer.model.cue import Phrase, Tone
from hiptimer.model.event import Outcome
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.routine import Step
from hiptimer.model.session import Pause, Status
from hiptimer.model.side import Side


def stage_of(*steps: Step, speed: float = 1.0) -> Stage:
    """A stage on which the performance has begun."""
    stage = Stage(*steps, speed=speed)
    stage.show.start()
    return stage


def test_the_plan_is_written_at_the_start_and_counts_nothing() -> None:
    stage = stage_of(Step("bridge-basic", reps=2), Step("clam-basic"))
    session = stage.paper.session
    assert session is not None
    assert (session.status, session.started_at, session.utc_offset_s) == (
        Status.RUNNING,
        START,
        3600,
    )
    assert [(s.n, s.planned.reps, s.outcome, s.started_at) for s in session.sets] == [
        (1, 2, Outcome.SKIPPED, None),
        (2, 10, Outcome.SKIPPED, None),
        (3, 10, Outcome.SKIPPED, None),
    ]
    assert session.total_reps == 0


def test_each_rep_reaches_the_record_when_it_ends() -> None:
    stage = stage_of(Step("bridge-basic", reps=3))
    stage.pass_time(12 + 5.2)
    assert stage.done() == [("bridge-basic", "both", 1, 1, None, "partial")]
    stage.pass_time(10)
    assert stage.done() == [("bridge-basic", "both", 1, 3, None, "done")]
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.COMPLETE
    assert stage.paper.session.ended_at == START + timedelta(seconds=27)


def test_stopping_keeps_what_was_done_and_nothing_more() -> None:
    stage = stage_of(Step("bridge-hold"), Step("clam-basic", reps=2))
    stage.pass_time(12 + 2 + 7)
    stage.show.stop()
    assert stage.done() == [
        ("bridge-hold", "both", 1, None, 7.0, "partial"),
        ("clam-basic", "left", 1, None, None, "skipped"),
        ("clam-basic", "right", 1, None, None, "skipped"),
    ]
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.STOPPED


def test_a_workout_of_which_nothing_was_done_is_not_complete() -> None:
    stage = stage_of(Step("bridge-basic", reps=2), Step("clam-basic", reps=2))
    while stage.paper.session is None or stage.paper.session.status is Status.RUNNING:
        stage.show.skip()
    assert stage.paper.session is not None
    assert stage.paper.session.status is Status.STOPPED
    assert stage.paper.session.total_reps == 0


def test_going_back_keeps_both_attempts() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.pass_time(18)
    stage.show.back()
    stage.pass_time(30)
    assert stage.done() == [
        ("bridge-basic", "both", 1, 1, None, "partial"),
        ("bridge-basic", "both", 2, 2, None, "done"),
    ]


def test_an_easier_exercise_replaces_the_plan_and_says_what_it_stands_for() -> None:
    stage = stage_of(Step("clam-band", reps=4))
    stage.pass_time(20 + 6)
    stage.show.easier()
    assert stage.done() == [
        ("clam-band", "left", 1, 1, None, "partial"),
        ("clam-basic", "left", 1, None, None, "skipped"),
        ("clam-basic", "right", 1, None, None, "skipped"),
    ]
    assert {s.swapped_from for s in stage.paper.sets.values()} == {None, "clam-band"}


def test_without_an_easier_exercise_nothing_changes() -> None:
    stage = stage_of(Step("clam-basic"))
    before = stage.show.timeline
    assert not stage.show.has_easier
    stage.show.easier()
    assert stage.show.timeline == before


def test_a_pause_is_recorded_in_real_seconds() -> None:
    stage = stage_of(Step("bridge-basic", reps=1), speed=10)
    stage.pass_time(5)
    stage.show.toggle_pause()
    stage.pass_time(20)
    stage.show.toggle_pause()
    assert stage.paper.pauses == [Pause(0.5, 2.0)]


def test_a_pause_that_ends_in_stopping_is_recorded_too() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.pass_time(14)
    stage.show.toggle_pause()
    stage.pass_time(40)
    stage.show.stop()
    assert stage.paper.pauses == [Pause(14.0, 40.0)]
    assert stage.show.session.pauses == (Pause(14.0, 40.0),)


def test_a_suspend_pauses_at_the_last_look() -> None:
    stage = stage_of(Step("bridge-basic", reps=4))
    stage.pass_time(13)
    stage.clock.sleep(3600)
    stage.show.look()
    assert stage.show.state is PlayState.PAUSED
    assert stage.show.moment().rep == 1
    assert stage.paper.sets[(1, 1)].reps == 0


def test_the_time_asleep_is_part_of_the_pause_and_not_of_the_workout() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.pass_time(13)
    stage.clock.sleep(3600)
    stage.pass_time(20)
    stage.show.toggle_pause()
    stage.pass_time(5)
    stage.show.toggle_pause()
    stage.pass_time(10)
    stage.clock.sleep(600)
    stage.pass_time(2)
    stage.show.toggle_pause()
    stage.pass_time(30)
    session = stage.show.session
    assert session.pauses == (Pause(13.0, 3620.0), Pause(3638.0, 612.0))
    assert stage.paper.pauses == list(session.pauses)
    whole = stage_of(Step("bridge-basic", reps=2))
    whole.pass_time(60)
    paused_s = sum(pause.for_s for pause in session.pauses)
    # A rep that was cut short began again, after three seconds to get ready.
    assert 0 < session.seconds - paused_s - whole.show.session.seconds < 15


def test_a_countdown_and_its_zero_are_handed_over_ahead_and_once() -> None:
    stage = stage_of(Step("bridge-basic", reps=1))
    assert [x for x in stage.speaker.heard if x[1] in (Tone.COUNT, Tone.GO)] == [
        (1009, Tone.COUNT),
        (1010, Tone.COUNT),
        (1011, Tone.COUNT),
        (1012, Tone.GO),
    ]
    assert (1017, Tone.WORKOUT_END) in stage.speaker.heard
    before = list(stage.speaker.heard)
    stage.pass_time(20)
    assert stage.speaker.heard == before


def test_a_pause_stops_what_has_not_sounded() -> None:
    stage = stage_of(Step("bridge-basic", reps=1))
    stage.pass_time(10.5)
    stage.show.toggle_pause()
    assert max(at for at, _ in stage.speaker.heard) == 1010


def test_only_after_a_pause_the_next_sound_may_come_late() -> None:
    stage = stage_of(Step("bridge-basic", reps=1))
    stage.pass_time(10.5)
    assert stage.speaker.dozes == 0
    stage.show.toggle_pause()
    stage.show.toggle_pause()
    stage.pass_time(30)
    assert stage.speaker.dozes == 1


PHRASES = PhraseTable({"Paused.": 0.6, "Going on.": 0.6, "Glute bridge.": 1.0})


def test_a_pause_and_going_on_are_said() -> None:
    stage = Stage(Step("bridge-basic", reps=3), phrases=PHRASES)
    stage.show.start()
    stage.pass_time(18.5)
    stage.show.toggle_pause()
    stage.pass_time(11.5)
    assert stage.speaker.heard[-1] == (1018.8, Phrase("Paused."))
    stage.show.toggle_pause()
    said = [(at, s.text) for at, s in stage.speaker.heard if isinstance(s, Phrase)]
    assert said[-1] == (pytest.approx(1030.15), "Going on.")


def test_after_a_pause_in_a_get_ready_it_is_announced_again() -> None:
    stage = Stage(Step("bridge-basic", reps=3), phrases=PHRASES)
    stage.show.start()
    stage.pass_time(1.0)  # in the middle of the name
    stage.show.toggle_pause()
    stage.pass_time(5.0)
    stage.show.toggle_pause()
    said = [(at, s.text) for at, s in stage.speaker.heard if isinstance(s, Phrase)]
    assert said[-2:] == [(1006.3, "Going on."), (pytest.approx(1007.1), "Glute bridge.")]
    assert (1017.0, Tone.GO) in stage.speaker.heard


def test_after_a_pause_the_countdown_sounds_and_the_rep_from_its_start() -> None:
    stage = stage_of(Step("bridge-basic", reps=3))
    stage.pass_time(18.5)  # in the hold of rep 2
    stage.show.toggle_pause()
    stage.pass_time(11.5)
    stage.show.toggle_pause()
    later = sorted(x for x in stage.speaker.heard if x[0] >= 1030)
    assert later[:6] == [
        (1030, Tone.COUNT),
        (1031, Tone.COUNT),
        (1032, Tone.COUNT),
        (1033, Tone.GO),
        (1034, Tone.HOLD),
        (1036, Tone.BACK),
    ]


def test_a_set_started_early_sounds_its_zero_at_once() -> None:
    stage = stage_of(Step("bridge-basic", reps=1))
    stage.pass_time(3)
    stage.show.skip()
    assert (1003, Tone.GO) in stage.speaker.heard
    assert (1012, Tone.GO) not in stage.speaker.heard


def test_first_to_last_side_in_the_record() -> None:
    stage = stage_of(Step("clam-basic", reps=1))
    stage.pass_time(60)
    assert [s.side for s in stage.paper.sets.values()] == [Side.LEFT, Side.RIGHT]
