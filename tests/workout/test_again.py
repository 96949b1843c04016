"""A session laid beside the routine as it is now."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.gaps import Gaps
from hiptimer.model.phrases import PhraseTable
from hiptimer.model.reading import read_exercise, read_routine
from hiptimer.model.routine import Routine, Step
from hiptimer.model.session import RoutineRef, Session, Status
from hiptimer.workout.again import as_then
from hiptimer.workout.fitting import fit
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.record import planned_sets
from hiptimer.workout.suiting import suited

ASSETS = Path(__file__).parents[2] / "assets"
PLAIN = Timing(Gaps(), PhraseTable(), {})
KNOWN: Mapping[str, Exercise] = {
    file.stem: read_exercise(file) for file in sorted((ASSETS / "exercises").glob("*.toml"))
}
ROUTINES = tuple(read_routine(file) for file in sorted((ASSETS / "routines").glob("*.toml")))
USUAL = next(routine for routine in ROUTINES if routine.id == "pre-run-activation")


def done(routine: Routine) -> Session:
    return Session(
        id="s",
        status=Status.COMPLETE,
        speed=1.0,
        routine=RoutineRef(routine.id, routine.name),
        started_at=datetime(2026, 11, 2, 6, tzinfo=UTC),
        utc_offset_s=0,
        sets=planned_sets(lay_out(routine, KNOWN, PLAIN, {})),
    )


def with_steps(routine: Routine, *ids: str) -> Routine:
    return msgspec.structs.replace(routine, steps=tuple(Step(id_) for id_ in ids))


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
@pytest.mark.parametrize("sore", list(Complaint))
@pytest.mark.parametrize("equipment", [None, (), tuple(Equipment)])
def test_what_was_swapped_or_left_out_for_the_day_finds_its_place(
    routine: Routine, sore: Complaint, equipment: tuple[Equipment, ...] | None
) -> None:
    worn = suited(routine, KNOWN, equipment, (sore,))
    if worn.routine is None:
        return
    then = dict(zip(worn.places, (s.exercise for s in worn.routine.steps), strict=True))
    assert as_then(routine, done(worn.routine), KNOWN) == then


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
@given(seconds=st.integers(60, 600))
def test_what_there_was_no_time_for_changes_nothing(routine: Routine, seconds: int) -> None:
    fitted = fit(routine, KNOWN, seconds, PLAIN, {}).routine
    if fitted is not None:
        kept = dict(enumerate(step.exercise for step in fitted.steps))
        assert as_then(routine, done(fitted), KNOWN) == kept


@given(st.data())
def test_any_exercise_taken_for_one_time_stands_where_it_did(data: st.DataObject) -> None:
    routine = data.draw(st.sampled_from(ROUTINES))
    place = data.draw(st.integers(0, len(routine.steps) - 1))
    others = sorted(KNOWN.keys() - {step.exercise for step in routine.steps})
    other = data.draw(st.sampled_from(others))
    session = done(routine.with_exercise(place, KNOWN[other]))
    assert as_then(routine, session, KNOWN)[place] == other


def test_a_move_put_in_since_then_moves_nothing_else() -> None:
    then = with_steps(USUAL, "bridge-basic", "clam-high", "lunge-side")
    now = with_steps(USUAL, "quad-rock-back", "bridge-basic", "clam-basic", "lunge-side")
    assert as_then(now, done(then), KNOWN) == {1: "bridge-basic", 2: "clam-high", 3: "lunge-side"}


def test_a_move_taken_out_since_then_stays_out() -> None:
    then = with_steps(USUAL, "bridge-basic", "clam-high", "lunge-side")
    now = with_steps(USUAL, "bridge-basic", "lunge-side")
    assert as_then(now, done(then), KNOWN) == {0: "bridge-basic", 1: "lunge-side"}


def test_an_exercise_that_is_gone_is_not_asked_for() -> None:
    left = {id_: exercise for id_, exercise in KNOWN.items() if id_ != "clam-high"}
    session = done(USUAL.with_exercise(2, KNOWN["clam-high"]))
    assert 2 not in as_then(USUAL, session, left)
