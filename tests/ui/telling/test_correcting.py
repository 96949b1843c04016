"""The person's own number beside the timed one."""

from hypothesis import given
from hypothesis import strategies as st

from hiptimer.model.session import Corrected, ExerciseRef, Planned, SetRecord
from hiptimer.model.side import Side
from hiptimer.ui.telling.correcting import MOST, corrected_to, done_number, stepped, timed_number

numbers = st.integers(0, MOST)
records = st.builds(
    SetRecord,
    n=st.just(1),
    exercise=st.just(ExerciseRef("clam-basic", "Clamshell", "clamshell", 1)),
    step=st.just(1),
    round=st.just(1),
    set=st.just(1),
    side=st.sampled_from(Side),
    planned=st.sampled_from((Planned(reps=10), Planned(hold_s=30.0), Planned())),
    reps=st.none() | numbers,
    hold_s=st.none() | st.floats(0, MOST),
    corrected=st.none() | st.builds(Corrected, numbers, st.none() | st.floats(0, MOST)),
)


@given(records, numbers)
def test_what_is_said_counts_and_the_timed_value_stays(record: SetRecord, number: int) -> None:
    after = corrected_to(record, number)
    assert done_number(after) == number
    assert (after.reps, after.hold_s) == (record.reps, record.hold_s)


@given(records)
def test_saying_what_was_timed_takes_the_correction_back(record: SetRecord) -> None:
    assert corrected_to(record, timed_number(record)).corrected is None


@given(records, st.sampled_from((-1, 1)), st.booleans())
def test_a_step_goes_its_way_and_stays_in_bounds(record: SetRecord, by: int, finely: bool) -> None:
    number, after = done_number(record), stepped(record, by, finely=finely)
    assert 0 <= after <= MOST
    assert after == number or (after > number) == (by > 0)
    assert abs(after - number) <= 5
