"""My pace: reps wait for the person, everything else goes by the clock."""

from itertools import pairwise

import pytest
from examples import EXERCISES
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import Stage
from strategies import routines, timings

from hiptimer.model.cue import Phrase, Tone
from hiptimer.model.event import Event, Finished, RepFinished, SegmentEnded
from hiptimer.model.gaps import Gaps
from hiptimer.model.moment import PlayState
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.model.routine import Routine, Step
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.workout.cues import cues_of, rep_cues
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player, PlayerError
from hiptimer.workout.speech import Speech, phrases_of

PLAIN = Timing(Gaps(), PhraseTable(), {})


def timeline_of(*steps: Step) -> Timeline:
    routine = Routine(id="r", name="R", when="", steps=steps)
    return lay_out(routine, EXERCISES, PLAIN, {})


def started(*steps: Step) -> Player:
    """At 100 the workout begins; a rep of the bridge takes 5 s, its get-ready 12."""
    player = Player(timeline_of(*steps), Gaps(), my_pace=True)
    player.start(100.0)
    return player


def reps(events: tuple[Event, ...]) -> list[tuple[float, int]]:
    return [(e.at, e.reps) for e in events if isinstance(e, RepFinished)]


def test_a_rep_ends_by_the_clock_and_the_next_waits_for_the_person() -> None:
    player = started(Step("bridge-basic", reps=3))
    assert reps(player.advance(400)) == [(117, 1)]
    moment = player.moment(400)
    assert (moment.rep, moment.fraction, moment.waited_s) == (1, 1.0, 283)
    assert moment.beat is not None
    assert moment.beat.name == "lower"
    player.next_rep(400)
    moment = player.moment(401.5)
    assert (moment.rep, moment.waited_s, moment.position) == (2, None, 6.5)
    assert reps(player.advance(500)) == [(405, 2)]


def test_a_press_ends_the_rep_and_begins_the_next() -> None:
    player = started(Step("bridge-basic", reps=3))
    player.advance(113)
    assert reps(player.next_rep(114)) == [(114, 1)]
    assert (player.moment(114).rep, player.moment(114).position) == (2, 5.0)
    assert reps(player.advance(200)) == [(119, 2)]


def test_the_last_rep_waits_too_and_a_press_ends_the_set() -> None:
    player = started(Step("bridge-basic", reps=1), Step("bridge-hold"))
    assert player.advance(300)[-1] == RepFinished(117, player.segment, 1, 1)
    ended, begun = player.next_rep(300)
    assert isinstance(ended, SegmentEnded)
    assert (ended.at, ended.reps, begun.at) == (300, 1, 300)
    assert (player.segment.kind, player.moment(300).left_s) == (SegmentKind.GET_READY, 4.0)


def test_a_press_in_the_last_rep_ends_rep_and_set() -> None:
    player = started(Step("bridge-basic", reps=1))
    told = player.next_rep(114)
    assert reps(told) == [(114, 1)]
    assert told[-1] == Finished(114, stopped=False)


def test_two_presses_at_once_are_one() -> None:
    player = started(Step("bridge-basic", reps=4))
    player.advance(300)
    player.next_rep(300)
    assert player.next_rep(300.29) == ()
    assert reps(player.next_rep(300.31)) == [(300.31, 2)]
    assert player.next_rep(300.5) == ()


def test_holds_gaps_and_rests_go_by_the_clock() -> None:
    player = started(Step("bridge-hold", sets=2))
    for now in (101, 113, 150, 160):
        assert not player.moment(now).is_paced_by_person
        assert not [e for e in player.next_rep(now) if isinstance(e, RepFinished)]
    assert player.advance(1000)[-1] == Finished(204, stopped=False)


def test_a_pause_while_it_waits_goes_on_waiting_without_a_countdown() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.pause(130)
    assert player.moment(190).waited_s == 13
    (resumed,) = player.resume(200)
    assert (resumed.at, resumed.countdown_s) == (200, 0)
    assert player.moment(204).waited_s == 4
    player.next_rep(205)
    assert player.moment(206).rep == 2


def test_a_pause_in_a_rep_counts_down_and_starts_it_again_without_a_press() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.pause(114)
    player.resume(200)
    assert player.next_rep(201) == ()
    assert reps(player.advance(300)) == [(208, 1)]


def test_to_change_over_while_it_waits_begins_the_next_rep() -> None:
    player = started(Step("bridge-basic", reps=3))
    player.set_my_pace(False, 130)
    assert reps(player.advance(300)) == [(135, 2), (140, 3)]
    assert player.state is PlayState.DONE


def test_to_change_over_in_a_rep_lets_it_end() -> None:
    player = Player(timeline_of(Step("bridge-basic", reps=2)), Gaps())
    player.start(100)
    player.set_my_pace(True, 114)
    assert reps(player.advance(300)) == [(117, 1)]
    assert player.moment(300).is_waiting


def test_to_change_over_in_a_pause_after_the_last_rep_ends_the_set() -> None:
    player = started(Step("bridge-basic", reps=1))
    player.pause(130)
    player.set_my_pace(False, 140)
    player.resume(150)
    assert player.advance(300)[-1] == Finished(153, stopped=False)


def test_what_was_done_stays_when_one_stops_a_waiting_set() -> None:
    player = started(Step("bridge-basic", reps=3), Step("bridge-hold"))
    player.advance(130)
    ended, _ = player.stopped_here(131)
    assert isinstance(ended, SegmentEnded)
    assert (ended.reps, ended.outcome.value) == (1, "partial")


def test_one_rep_more_and_half_of_it_count_from_what_was_done() -> None:
    player = started(Step("bridge-basic", reps=2))
    player.advance(130)
    player.more(130)
    assert player.segment.reps == 3
    player.halve(131)
    assert player.segment.reps == 2
    for now in (140, 150):
        player.next_rep(now)
    assert player.state is PlayState.DONE


def test_another_pace_holds_from_the_next_rep_when_it_waits() -> None:
    player = started(Step("bridge-basic", reps=3))
    player.advance(130)
    for _ in range(5):
        player.slower(130)
    player.next_rep(131)
    assert reps(player.advance(300)) == [(pytest.approx(131 + 5 / 0.75), 2)]


def test_time_left_stands_still_while_it_waits() -> None:
    player = started(Step("bridge-basic", reps=3))
    player.advance(300)
    assert player.moment(150).total_left_s == player.moment(300).total_left_s == 10


PRESSES = ("next_rep", "next_rep", "next_rep", "on", "off", "pause", "resume", "skip", "back",
           "more", "stopped_here", "slower", "faster", "halve")  # fmt: skip
presses = st.lists(st.tuples(st.sampled_from(PRESSES), st.floats(0, 30)), max_size=30)


def obey(player: Player, command: str, now: float) -> tuple[Event, ...]:
    try:
        if command in ("on", "off"):
            return player.set_my_pace(command == "on", now)
        return getattr(player, command)(now)
    except PlayerError:
        return ()


@settings(max_examples=200)
@given(st.data())
def test_any_looks_between_any_presses_give_the_same_events(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    timeline = lay_out(plan, known, timing, {})
    rarely, often = (Player(timeline, timing.gaps, my_pace=True) for _ in range(2))
    told = [[*rarely.start(3.0)], [*often.start(3.0)]]
    now = 3.0
    for command, step in data.draw(presses):
        for share in sorted(data.draw(st.lists(st.floats(0, 1), max_size=3), label="looks")):
            told[1] += often.advance(now + share * step)
            often.moment(now + share * step)
        now += step
        told[0] += obey(rarely, command, now)
        told[1] += obey(often, command, now)
    assert told[0] + [*rarely.advance(1e6)] == told[1] + [*often.advance(1e6)]
    assert rarely.moment(1e6) == often.moment(1e6)


@settings(max_examples=200)
@given(st.data())
def test_no_presses_get_stuck_count_twice_or_go_back(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    player = Player(lay_out(plan, known, timing, {}), timing.gaps, my_pace=True)
    events, now = [*player.start(0.0)], 0.0
    for command, step in data.draw(presses):
        now += step
        events += obey(player, command, now)
        check_moment(player, now)
    while player.state is not PlayState.DONE:
        if player.state is PlayState.PAUSED:
            events += player.resume(now)
        now += 100_000  # longer than any of these lasts
        events += player.advance(now)
        if player.state is not PlayState.DONE:
            assert player.moment(now).is_waiting
            events += player.next_rep(now)
    times = [e.at for e in events]
    assert times == sorted(times)
    done = [(e.segment.n, e.attempt, e.reps) for e in events if isinstance(e, RepFinished)]
    assert len(done) == len(set(done))
    for end in (e for e in events if isinstance(e, SegmentEnded) and e.segment.is_reps):
        assert end.reps == sum((n, a) == (end.segment.n, end.attempt) for n, a, _ in done)


def check_moment(player: Player, now: float) -> None:
    moment = player.moment(now)
    assert 0 <= moment.fraction <= 1
    assert moment.left_s >= -1e-9
    assert 0 <= moment.position <= moment.segment.seconds + 1e-9
    assert moment.total_left_s >= -1e-9
    if moment.is_waiting:
        assert moment.segment.is_reps
        assert moment.fraction == 1


# --- what is heard ---

SPOKEN = PhraseTable(dict.fromkeys(phrases_of(EXERCISES.values(), ()), 0.7))


def stage_of(*steps: Step, phrases: PhraseTable | None = None) -> Stage:
    stage = Stage(*steps, phrases=phrases, my_pace=True)
    stage.show.start()
    return stage


def test_nothing_sounds_while_it_waits_and_the_rep_begins_with_the_press() -> None:
    stage = stage_of(Step("bridge-basic", reps=3), phrases=SPOKEN)
    begins = 1000 + stage.show.timeline.segments[1].start
    stage.pass_time(60)
    assert max(at for at, _ in stage.speaker.heard) < begins + 5
    assert Tone.REP_END in [sound for at, sound in stage.speaker.heard if at > begins + 4]
    before = len(stage.speaker.heard)
    stage.show.press()
    said = stage.speaker.heard[before:]
    assert said[0] == (1060.0, Tone.WORK)
    assert Phrase("Two.") in [sound for _, sound in said]
    assert all(1060 <= at < 1065 for at, _ in said)


def test_the_end_of_a_set_sounds_when_the_person_ends_it_and_then_what_comes() -> None:
    stage = stage_of(Step("bridge-basic", reps=1), Step("bridge-hold"))
    stage.pass_time(60)
    stage.show.press()
    later = [one for one in stage.speaker.heard if one[0] >= 1060]
    assert (1060.0, Tone.EXERCISE_END) in later
    assert (1064.0, Tone.GO) in later


def test_a_bounce_cuts_no_sound_short_and_pauses_nothing() -> None:
    stage = stage_of(Step("bridge-basic", reps=2), Step("bridge-hold"), phrases=SPOKEN)
    stage.pass_time(60)
    stage.show.press()
    heard = list(stage.speaker.heard)
    stage.pass_time(0.2)
    stage.show.press()
    assert stage.speaker.heard == heard
    stage.pass_time(10)
    stage.show.press()  # the set is over
    stage.pass_time(0.2)
    stage.show.press()
    stage.show.onward()
    assert stage.show.state is PlayState.RUNNING
    assert stage.show.moment().segment.kind is SegmentKind.GET_READY


def test_a_press_elsewhere_pauses_and_the_forward_key_skips() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.show.onward()
    assert stage.show.moment().segment.kind is SegmentKind.WORK
    stage.show.back()
    stage.show.press()
    assert stage.show.state is PlayState.PAUSED


def test_to_change_over_in_a_set_hands_over_what_is_left_of_it() -> None:
    stage = stage_of(Step("bridge-basic", reps=3))
    stage.pass_time(13)
    stage.show.toggle_my_pace()
    assert (1027.0, Tone.WORKOUT_END) in stage.speaker.heard
    stage.show.toggle_my_pace()
    assert max(at for at, _ in stage.speaker.heard) < 1017


def test_reps_reach_the_record_as_usual() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.pass_time(60)
    assert stage.done() == [("bridge-basic", "both", 1, 1, None, "partial")]
    stage.show.press()
    stage.pass_time(10)
    stage.show.press()
    assert stage.done() == [("bridge-basic", "both", 1, 2, None, "done")]


def test_a_suspend_while_it_waits_pauses() -> None:
    stage = stage_of(Step("bridge-basic", reps=2))
    stage.pass_time(60)
    stage.clock.sleep(3600)
    stage.show.look()
    assert stage.show.state is PlayState.PAUSED
    stage.show.press()
    assert stage.show.state is PlayState.RUNNING
    assert stage.show.moment().is_waiting


@settings(max_examples=150)
@given(st.data())
def test_the_sounds_of_a_rep_lie_within_it_and_apart(data: st.DataObject) -> None:
    plan, known = data.draw(routines())
    timing = data.draw(timings(known))
    timeline = lay_out(plan, known, timing, {})
    speech = timing.speech
    for index, segment in enumerate(timeline.segments):
        if not segment.is_reps:
            continue
        for rep in range(1, (segment.reps or 0) + 1):
            lap = [beat for beat in segment.beats if beat.rep == rep]
            cues = rep_cues(timeline, index, rep, speech)
            said = [
                (c.at, c.at + speech.phrases.seconds(c.sound.text))
                for c in cues
                if isinstance(c.sound, Phrase)
            ]
            assert all(lap[0].start <= c.at < lap[-1].end for c in cues)
            assert all(end <= lap[-1].end + 1e-9 for _, end in said)
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(said)))


def test_a_form_cue_is_said_once_and_whole_within_one_rep() -> None:
    timeline = timeline_of(Step("clam-basic", reps=10))
    speech = Speech(SPOKEN, VoiceLevel.NORMAL)
    form_cues = {f"{cue}." for cue in EXERCISES["clam-basic"].text.cues}
    told = [
        cue.sound.text
        for rep in range(1, 11)
        for cue in rep_cues(timeline, 1, rep, speech)
        if isinstance(cue.sound, Phrase)
    ]
    assert len([text for text in told if text in form_cues]) == 1


def test_what_is_written_to_a_file_knows_nothing_of_it() -> None:
    timeline = timeline_of(Step("bridge-basic", reps=2))
    assert cues_of(timeline, 1, Speech())[-1].sound is Tone.WORKOUT_END
