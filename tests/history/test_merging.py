from history.samples import any_session, at, done_set, planned_set, session, sessions_with_id
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.merging import merged
from hiptimer.model.session import Corrected, Rating, Session, Status

copies = sessions_with_id(st.just(session().id))


@given(any_session)
def test_merging_a_session_with_itself_changes_nothing(any_one: Session) -> None:
    assert merged(any_one, any_one) == any_one


@given(copies, copies)
def test_the_order_makes_no_difference(one: Session, other: Session) -> None:
    assert merged(one, other) == merged(other, one)


@given(copies, copies)
def test_no_begun_set_and_no_rep_is_lost(one: Session, other: Session) -> None:
    kept = {(s.n, s.attempt): s for s in merged(one, other).sets}
    for record in (*one.sets, *other.sets):
        if record.started_at is not None:
            assert (kept[record.n, record.attempt].reps or 0) >= (record.reps or 0)


def test_the_copy_that_saw_the_end_gives_the_end() -> None:
    live = session(sets=(done_set(1, reps=3), planned_set(2)))
    whole = session(sets=(done_set(1), done_set(2)), status=Status.COMPLETE, ended_at=at(300))
    assert merged(live, whole) == whole


def test_a_deletion_and_an_earlier_edit_both_survive() -> None:
    edited = replace(session(), note="sore", edited_at=at(10))
    deleted = replace(session(), deleted_at=at(20))
    both = merged(edited, deleted)
    assert (both.note, both.deleted_at) == ("sore", at(20))


def test_an_edit_after_a_deletion_brings_the_session_back() -> None:
    deleted = replace(session(), deleted_at=at(20))
    edited = replace(session(), edited_at=at(30))
    assert merged(deleted, edited).deleted_at is None


def test_what_was_said_stays_with_what_was_timed_elsewhere() -> None:
    said = replace(done_set(1, reps=3), corrected=Corrected(reps=4), rating=Rating.EASY)
    edited = replace(session(sets=(said,)), edited_at=at(10))
    record = merged(edited, session(sets=(done_set(1, reps=5),))).sets[0]
    assert (record.reps, record.done_reps, record.rating) == (5, 4, Rating.EASY)
