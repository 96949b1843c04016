"""Facts about exercises, taken from sessions."""

from datetime import UTC, date, datetime, timedelta

from history.samples import BRIDGE, CLAM, at, done_set, planned_set, session
from msgspec.structs import replace

from hiptimer.model.performed import Feeling, Performed, lately, performed_in
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import (
    After,
    Corrected,
    Pain,
    Place,
    Planned,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Sign,
    Status,
)
from hiptimer.model.side import Side

LEFT, RIGHT = done_set(1, side=Side.LEFT), done_set(1, side=Side.RIGHT)


def done(*sets: SetRecord, number: int = 1, days: int = 0) -> Session:
    numbered = tuple(replace(record, n=n) for n, record in enumerate(sets, 1))
    start = at(0) + timedelta(days=days)
    return session(number, sets=numbered, status=Status.COMPLETE, started_at=start)


def only(told: Session) -> Performed:
    (performed,) = performed_in(told)
    return performed


def test_both_sides_whole() -> None:
    performed = only(done(LEFT, RIGHT))
    assert performed.is_whole
    assert [side.side for side in performed.sides] == [Side.LEFT, Side.RIGHT]
    assert performed.day == date(2026, 3, 1)


def test_the_weaker_side_and_its_worst_set_are_told() -> None:
    short = done_set(1, side=Side.RIGHT, reps=7)
    performed = only(done(LEFT, RIGHT, replace(LEFT, set=2), replace(short, set=2)))
    assert not performed.is_whole
    assert (performed.weaker.side, performed.weaker.reps) == (Side.RIGHT, 7)
    assert (performed.weaker.sets, performed.weaker.whole_sets) == (2, 1)


def test_a_correction_is_what_was_done() -> None:
    more = replace(done_set(1, side=Side.RIGHT, reps=7), corrected=Corrected(reps=10))
    assert only(done(LEFT, more)).is_whole
    less = replace(RIGHT, corrected=Corrected(reps=9))
    assert not only(done(LEFT, less)).is_whole


def test_of_several_attempts_the_last_counts() -> None:
    again = replace(done_set(1, reps=3), attempt=2)
    assert not only(done(LEFT, again, RIGHT)).is_whole


def test_a_hold_may_be_half_a_second_short() -> None:
    hold = replace(
        LEFT, exercise=BRIDGE, side=Side.BOTH, planned=Planned(hold_s=30), reps=None, hold_s=29.6
    )
    assert only(done(hold)).is_whole
    assert not only(done(replace(hold, hold_s=29.4))).is_whole
    assert not only(done(replace(hold, hold_s=None))).is_whole


def test_a_side_left_out_is_not_whole_and_an_exercise_never_begun_is_not_told() -> None:
    assert not only(done(LEFT, planned_set(2, CLAM, Side.RIGHT))).is_whole
    assert performed_in(done(planned_set(1), planned_set(2, CLAM, Side.RIGHT))) == ()


def test_of_several_ratings_the_hardest_is_told() -> None:
    easy, much = replace(LEFT, rating=Rating.EASY), replace(RIGHT, rating=Rating.TOO_MUCH)
    assert only(done(easy, much)).rating is Rating.TOO_MUCH
    assert only(done(easy, RIGHT)).rating is Rating.EASY
    assert only(done(LEFT, RIGHT)).rating is None


def test_the_self_check_another_speed_and_what_is_deleted_do_not_count() -> None:
    whole = done(LEFT, RIGHT)
    assert only(whole).counts
    for other in (
        replace(whole, speed=60.0),
        replace(whole, status=Status.RUNNING),
        replace(whole, deleted_at=at(0)),
        replace(whole, routine=RoutineRef(SELF_CHECK, "Self-check")),
    ):
        assert not only(other).counts


def test_the_day_is_that_of_the_persons_own_clock() -> None:
    late = replace(done(LEFT), started_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert only(late).day == date(2026, 3, 2)


def test_sessions_are_told_newest_first_and_only_the_past_that_counts_is_felt() -> None:
    pain = (Pain(Place.FRONT_OF_HIP, Side.LEFT, 2),)
    old = replace(done(LEFT, number=1), pain=pain, signs=(Sign.LIMPING,), after=After.HURT)
    new = done(LEFT, replace(RIGHT, exercise=BRIDGE), number=2, days=3)
    fast = replace(done(LEFT, number=3, days=4), speed=2.0)
    told = lately([old, fast, new])
    assert [one.session_id for one in told.performed["clam-basic"]] == [fast.id, new.id, old.id]
    assert [one.session_id for one in told.performed["bridge-basic"]] == [new.id]
    assert told.days == (date(2026, 3, 4), date(2026, 3, 1))
    assert told.felt == (Feeling(), Feeling(pain, (Sign.LIMPING,), After.HURT))
    assert told.felt_since(date(2026, 3, 1)) == told.felt


def test_a_feeling_knows_the_worst_and_the_front_of_the_hip() -> None:
    assert (Feeling().worst, Feeling().is_in_front) == (0, False)
    none = Feeling((Pain(Place.FRONT_OF_HIP, Side.BOTH, 0),))
    assert (none.worst, none.is_in_front) == (0, False)
    two = Feeling((Pain(Place.KNEE, Side.LEFT, 5), Pain(Place.FRONT_OF_HIP, Side.LEFT, 1)))
    assert (two.worst, two.is_in_front) == (5, True)
