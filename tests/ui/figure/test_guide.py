"""Which figure belongs to a moment: in step with the rep, never jumping."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.joint import Joint
from hiptimer.model.moment import Moment
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.routine import Routine, Step
from hiptimer.model.side import Side
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.figure.guide import Guide
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player

ASSETS = Path(__file__).parents[3] / "assets"
FRAMES_A_SECOND = 30
FASTEST_M = 0.2
"""No joint moves farther from one frame to the next: 6 m/s, the hand of a quick step."""


@cache
def exercise(exercise_id: str) -> Exercise:
    return read_exercise(ASSETS / "exercises" / f"{exercise_id}.toml")


@cache
def motion(exercise_id: str) -> Motion | None:
    return Motion(exercise(exercise_id), read_poses(ASSETS / "poses" / f"{exercise_id}.toml"))


def timeline_of(*steps: Step) -> Timeline:
    routine = Routine(id="r", name="R", when="", steps=steps)
    known = {step.exercise: exercise(step.exercise) for step in steps}
    return lay_out(routine, known, Timing(Gaps(), PhraseTable(), {}), {})


def film(timeline: Timeline, guide: Guide) -> Iterator[tuple[Moment, Frame]]:
    """Every frame of a workout, as the window would show it."""
    player = Player(timeline, Gaps())
    player.start(0.0)
    for n in range(int(timeline.seconds * FRAMES_A_SECOND)):
        player.advance(n / FRAMES_A_SECOND)
        moment = player.moment(n / FRAMES_A_SECOND)
        frame = guide.frame(moment, timeline)
        assert frame is not None
        yield moment, frame


def farthest(one: Frame, other: Frame) -> float:
    """How far the joint that moved most has moved, in metres."""
    here, there = one.body.joints, other.body.joints
    return max(
        sum((a - b) ** 2 for a, b in zip(here[joint], there[joint], strict=True)) ** 0.5
        for joint in here
    )


@pytest.mark.parametrize("name", ["clam-basic", "lunge-side", "bridge-hold", "quad-hip-extension"])
def test_from_get_ready_to_the_end_nothing_jumps(name: str) -> None:
    timeline = timeline_of(Step(name, reps=None if name == "bridge-hold" else 2))
    shown = list(film(timeline, Guide(motion, is_still=False)))
    for (_, before), (moment, frame) in pairwise(shown):
        where = f"{moment.segment.kind.value} {moment.segment.n} at {moment.position:.2f}"
        assert farthest(before, frame) < FASTEST_M, where


def test_after_a_pause_the_body_goes_back_to_where_the_rep_begins() -> None:
    timeline = timeline_of(Step("clam-basic", reps=2))
    guide, player = Guide(motion, is_still=False), Player(timeline, Gaps())
    player.start(0.0)
    player.advance(12 + 2.9)
    shown = [guide.frame(player.moment(14.9), timeline)]
    player.pause(14.9)
    shown.append(guide.frame(player.moment(15), timeline))
    assert shown[0] == shown[1]
    player.resume(20)
    for n in range(4 * FRAMES_A_SECOND):
        now = 20 + n / FRAMES_A_SECOND
        player.advance(now)
        shown.append(guide.frame(player.moment(now), timeline))
    frames = [frame for frame in shown if frame is not None]
    assert all(farthest(one, other) < FASTEST_M for one, other in pairwise(frames))
    assert farthest(frames[0], frames[80]) > 0.1


@pytest.mark.parametrize("name", ["clam-basic", "bridge-basic", "band-side-step"])
def test_at_my_pace_the_body_waits_breathing_and_hurries_after_a_press(name: str) -> None:
    timeline = timeline_of(Step(name, reps=4))
    guide = Guide(motion, is_still=False)
    player = Player(timeline, Gaps(), my_pace=True)
    player.start(0.0)
    begins = timeline.segments[1].start
    rep_s = max(beat.end for beat in timeline.segments[1].beats if beat.rep == 1)
    presses = [begins + rep_s + 6, begins + rep_s + 7.2]  # after a wait, and in a rep
    shown: list[tuple[Moment, Frame]] = []
    for n in range(int((begins + 2 * rep_s + 9) * FRAMES_A_SECOND)):
        now = n / FRAMES_A_SECOND
        player.advance(now)
        if presses and now >= presses[0]:
            presses.pop(0)
            player.next_rep(now)
        moment = player.moment(now)
        frame = guide.frame(moment, timeline)
        assert frame is not None
        if moment.segment.kind is SegmentKind.WORK:
            shown.append((moment, frame))
    assert not presses
    for (_, before), (moment, frame) in pairwise(shown):
        assert farthest(before, frame) < FASTEST_M, (moment.rep, moment.position)
    waiting = [frame for moment, frame in shown if moment.is_waiting and moment.rep == 1]
    assert len(waiting) > 100
    assert 0 < max(farthest(waiting[0], frame) for frame in waiting) < 0.02


def test_the_knee_is_up_while_the_clamshell_is_held_open() -> None:
    knee: dict[str, list[float]] = {}
    timeline = timeline_of(Step("clam-basic", reps=1))
    for moment, frame in film(timeline, Guide(motion, is_still=False)):
        if moment.segment.side is Side.RIGHT and moment.beat is not None:
            is_right = Joint.HIP_RIGHT in frame.working  # in the picture, which is a mirror
            joint = Joint.KNEE_RIGHT if is_right else Joint.KNEE_LEFT
            knee.setdefault(moment.beat.name, []).append(frame.body.joints[joint][1])
    assert min(knee["hold"]) > knee["open"][0] + 0.1
    assert knee["close"][-1] < knee["hold"][0] - 0.1


def test_a_rest_shows_what_comes_next() -> None:
    timeline = timeline_of(Step("bridge-basic", sets=2, rest_s=30))
    rest = next(s for s in timeline.segments if s.kind is SegmentKind.REST)
    shown = [f for m, f in film(timeline, Guide(motion, is_still=False)) if m.segment is rest]
    heights = [frame.body.joints[Joint.PELVIS][1] for frame in shown]
    assert max(heights) - min(heights) > 0.1  # the movement is shown before it is done


def test_with_stillness_the_figure_changes_only_with_the_phase() -> None:
    guide = Guide(motion, is_still=True)
    frames = [frame for _, frame in film(timeline_of(Step("clam-basic", reps=2)), guide)]
    changes = sum(one.body != other.body for one, other in pairwise(frames))
    phases = 2 * 2 * 3  # sides, reps, phases
    assert 0 < changes <= phases + 4


def test_an_exercise_without_poses_has_no_figure() -> None:
    timeline = timeline_of(Step("clam-basic"))
    player = Player(timeline, Gaps())
    player.start(0.0)

    def nothing(exercise_id: str) -> None:
        return None

    assert Guide(nothing, is_still=False).frame(player.moment(1.0), timeline) is None
