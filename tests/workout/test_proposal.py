"""The routine proposed for today."""

from datetime import UTC, date, datetime

import msgspec
from examples import ROUTINE

from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.workout.proposal import local_day, proposed

USUAL = msgspec.structs.replace(ROUTINE, id="pre-run-activation")
MATRIX = msgspec.structs.replace(ROUTINE, id="lunge-matrix")
STRETCH = msgspec.structs.replace(ROUTINE, id="tight-hip-stretches", before_run=False)
ROUTINES = {r.id: r for r in (MATRIX, USUAL, STRETCH)}
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def session(routine: str, day: int, **more: object) -> Session:
    values = {"status": Status.COMPLETE, "speed": 1.0, "utc_offset_s": 0, **more}
    return Session(
        id="s",
        routine=RoutineRef(routine, routine),
        started_at=datetime(2026, 2, day, 7, tzinfo=UTC),
        **values,  # type: ignore[arg-type]
    )


def ask(*sessions: Session, today: date = MONDAY, run_days: tuple[int, ...] = (0,)) -> str:
    routine = proposed(ROUTINES, sessions, today, run_days)
    assert routine is not None
    return routine.id


def test_a_new_runner_is_offered_the_usual_one() -> None:
    assert ask() == "pre-run-activation"


def test_the_last_one_of_this_kind_of_day_is_offered() -> None:
    tuesday_stretch = session("tight-hip-stretches", 24)
    monday_matrix = session("lunge-matrix", 23)
    assert ask(tuesday_stretch, monday_matrix) == "lunge-matrix"
    assert ask(tuesday_stretch, monday_matrix, today=TUESDAY) == "tight-hip-stretches"


def test_stretches_are_never_offered_before_a_run() -> None:
    assert ask(session("tight-hip-stretches", 23)) == "pre-run-activation"


def test_a_trial_at_another_speed_and_a_running_one_do_not_count() -> None:
    assert ask(session("lunge-matrix", 23, speed=60.0)) == "pre-run-activation"
    assert ask(session("lunge-matrix", 23, status=Status.RUNNING)) == "pre-run-activation"


def test_a_routine_that_is_gone_is_passed_over() -> None:
    assert ask(session("gone", 23), session("lunge-matrix", 16)) == "lunge-matrix"


def test_without_routines_nothing_is_offered() -> None:
    assert proposed({}, (), MONDAY, ()) is None


def test_the_day_is_that_of_the_persons_own_calendar() -> None:
    late = session("r", 23, utc_offset_s=18 * 3600)
    assert local_day(late) == date(2026, 2, 24)
