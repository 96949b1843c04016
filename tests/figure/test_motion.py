"""How single exercises move."""

from itertools import pairwise
from math import dist

import msgspec
import pytest
from moving import exercise_of, motion_of, poses_of

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.placed import PlacedBall, PlacedPad, PlacedWall
from hiptimer.model.joint import Joint, Point
from hiptimer.model.side import Side


def joint(frame: Frame, name: Joint) -> Point:
    return frame.body.joints[name]


def test_a_rep_begins_and_ends_slowly() -> None:
    motion = motion_of("clam-basic")
    knees = [
        joint(motion.at_phase(0, step / 30, 0, Side.RIGHT), Joint.KNEE_RIGHT)[1]
        for step in range(31)
    ]
    steps = [b - a for a, b in pairwise(knees)]
    assert all(step > 0 for step in steps)
    assert steps[0] < steps[15] / 4
    assert steps[-1] < steps[15] / 4


def test_a_pose_on_the_way_is_passed_without_a_stop() -> None:
    motion = motion_of("leg-swing")
    ankles = [
        joint(motion.at_phase(0, step / 30, 1, Side.RIGHT), Joint.ANKLE_RIGHT)[2]
        for step in range(31)
    ]
    steps = [b - a for a, b in pairwise(ankles)]
    assert min(steps[8:22]) > 0.4 * max(steps)


def test_a_pendulum_starts_in_the_middle_and_then_swings_through() -> None:
    motion, poses = motion_of("leg-swing"), poses_of("leg-swing")
    middle = poses["middle"].points[Joint.ANKLE_RIGHT]
    behind = poses["behind"].points[Joint.ANKLE_RIGHT]
    first = joint(motion.at_phase(0, 0, 0, Side.RIGHT), Joint.ANKLE_RIGHT)
    later = joint(motion.at_phase(0, 0, 1, Side.RIGHT), Joint.ANKLE_RIGHT)
    assert dist(first, middle) < 0.01
    assert dist(later, behind) < 0.01


def test_a_walk_goes_on_with_every_rep_and_the_camera_with_it() -> None:
    exercise, motion = exercise_of("band-monster-walk"), motion_of("band-monster-walk")
    last = len(exercise.phases) - 1
    for rep in range(4):
        here = motion.at_phase(last, 1, rep, Side.RIGHT)
        there = motion.at_phase(last, 1, rep + 1, Side.RIGHT)
        went = joint(there, Joint.PELVIS)[2] - joint(here, Joint.PELVIS)[2]
        assert went == pytest.approx(exercise.travel[2], abs=0.001)
        assert there.centre[2] - here.centre[2] == pytest.approx(went, abs=1e-6)
        again = motion.at_phase(0, 0, rep + 1, Side.RIGHT)
        assert dist(joint(again, Joint.PELVIS), joint(here, Joint.PELVIS)) < 0.005


def test_a_step_is_lifted_off_the_floor() -> None:
    motion = motion_of("lunge-front")
    heights = [
        joint(motion.at_phase(0, step / 20, 0, Side.RIGHT), Joint.TOE_RIGHT)[1]
        for step in range(21)
    ]
    assert max(heights) > 0.04
    assert max(heights[0], heights[-1]) < 0.01


def test_a_heel_rises_while_its_toes_stay() -> None:
    motion = motion_of("lunge-front")
    start, end = (motion.at_phase(0, fraction, 0, Side.RIGHT) for fraction in (0, 1))
    assert dist(joint(start, Joint.TOE_LEFT), joint(end, Joint.TOE_LEFT)) < 0.005
    assert joint(end, Joint.HEEL_LEFT)[1] > 0.1


def test_a_hold_breathes_and_its_contacts_stay() -> None:
    motion = motion_of("bridge-hold")
    frames = [motion.at_phase(1, s / 30, 0, Side.RIGHT, float(s)) for s in range(31)]
    ribs = [joint(frame, Joint.MID_SPINE) for frame in frames]
    assert 0.003 < max(dist(ribs[0], rib) for rib in ribs) < 0.01
    assert ribs[0] == ribs[-1]
    for contact in (Joint.SHOULDER_LEFT, Joint.HEEL_LEFT, Joint.PELVIS):
        assert max(dist(joint(frames[0], contact), joint(f, contact)) for f in frames) < 0.005


def test_a_paused_instant_is_always_the_same() -> None:
    motion = motion_of("bridge-hold")
    assert motion.at_phase(1, 0.4, 0, Side.RIGHT, 12) == motion.at_phase(1, 0.4, 0, Side.RIGHT, 12)


def test_get_ready_stands_still_and_then_shows_the_movement() -> None:
    motion = motion_of("clam-basic")
    start = motion.get_ready(0, Side.RIGHT)
    assert motion.get_ready(1.9, Side.RIGHT) == start
    heights = [
        joint(motion.get_ready(s / 4, Side.RIGHT), Joint.KNEE_RIGHT)[1] for s in range(8, 60)
    ]
    assert max(heights) > joint(start, Joint.KNEE_RIGHT)[1] + 0.2


@pytest.mark.parametrize("total", [0.0, 1.0, 4.0, 5.0, 8.0, 10.0, 30.0])
@pytest.mark.parametrize("name", ["clam-basic", "clam-raised", "leg-swing", "band-side-step"])
def test_get_ready_ends_where_the_first_rep_begins(name: str, total: float) -> None:
    motion = motion_of(name)
    ready = motion.get_ready(total, Side.RIGHT, total)
    first = motion.at_phase(0, 0, 0, Side.RIGHT)
    for name_of, point in first.body.joints.items():
        assert dist(joint(ready, name_of), point) < 0.001


def test_a_short_get_ready_does_not_hurry_through_a_preview() -> None:
    motion = motion_of("clam-basic")
    start = motion.get_ready(0, Side.RIGHT, 4.0)
    assert all(motion.get_ready(s / 10, Side.RIGHT, 4.0) == start for s in range(41))


def test_one_enters_an_entered_cycle_while_getting_ready() -> None:
    motion, poses = motion_of("clam-raised"), poses_of("clam-raised")
    for seconds, pose in ((0.0, "resting"), (5.0, "closed")):
        ankle = joint(motion.get_ready(seconds, Side.RIGHT, 5.0), Joint.ANKLE_RIGHT)
        assert dist(ankle, poses[pose].points[Joint.ANKLE_RIGHT]) < 0.01


def test_a_ball_rolls_under_the_feet() -> None:
    motion = motion_of("bridge-ball-curl")
    for step in range(11):
        frame = motion.at_phase(0, step / 10, 0, Side.RIGHT)
        (ball,) = frame.props
        assert isinstance(ball, PlacedBall)
        assert abs(dist(ball.centre, joint(frame, Joint.HEEL_LEFT)) - ball.radius) < 0.06
    start = motion.at_phase(0, 0, 0, Side.RIGHT).props[0]
    assert isinstance(start, PlacedBall)
    assert start.turn == 0
    assert ball.turn == pytest.approx(-66.7, abs=0.1)


def test_a_pad_goes_from_one_knee_to_the_other() -> None:
    motion = motion_of("flow-kneeling-rock")
    places = []
    for fraction in (0, 0.5, 1):
        (pad,) = motion.turning(fraction, Side.RIGHT, Side.LEFT).props
        assert isinstance(pad, PlacedPad)
        places.append(pad.centre[0])
    assert places[0] == pytest.approx(-places[2], abs=0.001)
    assert abs(places[1]) < 0.01


def test_a_wall_is_off_the_picture_while_it_changes_sides() -> None:
    motion = motion_of("band-standing-abduction")
    before, after = (motion.turning(f, Side.RIGHT, Side.LEFT) for f in (0.499, 0.501))
    for frame in (before, after):
        walls = [prop for prop in frame.props if isinstance(prop, PlacedWall)]
        assert all(abs(wall.x) > frame.half[0] + 1 for wall in walls)
        assert walls


def test_lying_on_the_other_side_is_reached_by_sitting_up() -> None:
    motion = motion_of("clam-basic")
    halfway = motion.turning(0.5, Side.RIGHT, Side.LEFT)
    head, pelvis = joint(halfway, Joint.HEAD), joint(halfway, Joint.PELVIS)
    assert head[1] > pelvis[1] + 0.5
    assert abs(head[0]) < 0.05


def test_turning_to_the_same_side_is_nothing() -> None:
    motion = motion_of("clam-basic")
    assert motion.turning(0.5, Side.LEFT, Side.LEFT) == motion.get_ready(0, Side.LEFT)


def test_from_the_front_the_working_leg_is_on_the_watchers_own_side() -> None:
    frame = motion_of("lunge-side", mirror_front=True).at_phase(0, 1, 0, Side.RIGHT)
    assert frame.working == {Joint.HIP_LEFT}
    assert joint(frame, Joint.HIP_LEFT)[0] > 0


def test_without_the_mirror_the_front_is_as_another_person_stands() -> None:
    frame = motion_of("lunge-side").at_phase(0, 1, 0, Side.RIGHT)
    assert frame.working == {Joint.HIP_RIGHT}


def test_a_view_from_the_side_is_no_mirror() -> None:
    for mirror_front in (False, True):
        frame = motion_of("split-squat", mirror_front).at_phase(0, 1, 0, Side.RIGHT)
        assert frame.working == {Joint.HIP_RIGHT}
        assert frame.azimuth == -90


def test_both_thighs_work_where_there_are_no_sides() -> None:
    frame = motion_of("bridge-basic").at_phase(0, 1, 0, Side.BOTH)
    assert frame.working == {Joint.HIP_LEFT, Joint.HIP_RIGHT}


def test_key_moments_tell_the_exercise_from_its_start() -> None:
    motion, poses = motion_of("bridge-hold"), poses_of("bridge-hold")
    moments = motion.key_moments(Side.RIGHT)
    heights = [joint(moment, Joint.PELVIS)[1] for moment in moments]
    wanted = [poses[name].points[Joint.PELVIS][1] for name in ("down", "up", "halfway")]
    assert heights == pytest.approx(wanted, abs=0.01)


def test_an_exercise_without_a_start_of_its_own_needs_no_props() -> None:
    exercise = msgspec.structs.replace(exercise_of("clam-band"), props=())
    frame = Motion(exercise, poses_of("clam-band")).get_ready(0, Side.RIGHT)
    assert frame.props == ()
