from history.samples import any_session, at, done_set, planned_set, session, sessions_with_id
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.changes import Correct, Delete, Describe, Rate, Undelete
from hiptimer.history.merging import merged, settled
from hiptimer.model.session import Corrected, Pain, Place, Rating, Session, Sign, Status
from hiptimer.model.side import Side

copies = sessions_with_id(st.just(session().id))


# --- the laws by which laptops end with the same ---


@given(any_session)
def test_merging_a_session_with_itself_changes_nothing(any_one: Session) -> None:
    assert merged(any_one, any_one) == settled(any_one)
    assert settled(settled(any_one)) == settled(any_one)


@given(copies, copies)
def test_the_order_makes_no_difference(one: Session, other: Session) -> None:
    assert merged(one, other) == merged(other, one)


@given(copies, copies, copies)
def test_who_merges_first_makes_no_difference(one: Session, two: Session, three: Session) -> None:
    assert merged(merged(one, two), three) == merged(one, merged(two, three))


@given(copies, copies)
def test_merging_again_adds_nothing(one: Session, other: Session) -> None:
    both = merged(one, other)
    assert merged(both, one) == merged(both, other) == merged(both, both) == both


@given(copies, copies)
def test_no_begun_set_and_no_rep_is_lost(one: Session, other: Session) -> None:
    kept = {(s.n, s.attempt): s for s in merged(one, other).sets}
    for record in (*one.sets, *other.sets):
        if record.started_at is not None:
            assert (kept[record.n, record.attempt].reps or 0) >= (record.reps or 0)


# --- what was timed ---


def test_the_copy_that_saw_the_end_gives_the_end() -> None:
    live = session(sets=(done_set(1, reps=3), planned_set(2)))
    whole = session(sets=(done_set(1), done_set(2)), status=Status.COMPLETE, ended_at=at(300))
    assert merged(live, whole) == whole


def test_a_plan_that_was_given_up_does_not_come_back() -> None:
    live = session(sets=(done_set(1), planned_set(2), planned_set(3)))
    swapped = session(sets=(done_set(1), done_set(2)), status=Status.COMPLETE, ended_at=at(300))
    assert merged(live, swapped) == swapped


# --- two laptops that were apart ---

WHOLE = session(
    sets=(done_set(1), done_set(2), planned_set(3)), status=Status.STOPPED, ended_at=at(300)
)


def test_corrections_of_different_sets_both_hold() -> None:
    one = Correct(WHOLE.id, 1, 1, Corrected(reps=4)).applied(WHOLE, at(400))
    other = Correct(WHOLE.id, 2, 1, Corrected(reps=7)).applied(WHOLE, at(500))
    assert [s.done_reps for s in merged(one, other).sets] == [4, 7, 0]


def test_a_correction_of_a_set_that_was_not_begun_holds() -> None:
    one = Correct(WHOLE.id, 3, 1, Corrected(reps=9)).applied(WHOLE, at(400))
    other = Rate(WHOLE.id, "nothing-of-this", None).applied(WHOLE, at(500))
    assert merged(one, other).sets[2].done_reps == 9


def test_of_one_set_the_last_correction_holds_also_when_it_takes_one_back() -> None:
    said = Correct(WHOLE.id, 1, 1, Corrected(reps=4)).applied(WHOLE, at(400))
    again = Correct(WHOLE.id, 1, 1, Corrected(reps=5)).applied(said, at(500))
    taken_back = Correct(WHOLE.id, 1, 1, None).applied(said, at(600))
    assert merged(said, again).sets[0].corrected == Corrected(reps=5)
    assert merged(again, taken_back).sets[0].corrected is None
    # An edit of something else, later, does not bring back what was taken back.
    rated = Rate(WHOLE.id, WHOLE.sets[0].exercise.id, Rating.EASY).applied(said, at(700))
    both = merged(rated, taken_back)
    assert (both.sets[0].corrected, both.sets[0].rating) == (None, Rating.EASY)


def test_effort_note_and_pain_hold_each_by_its_own_time() -> None:
    pain = (Pain(Place.KNEE, Side.LEFT, 3),)
    one = Describe(WHOLE.id, 3.0, "windy", (), ()).applied(WHOLE, at(400))
    other = Describe(WHOLE.id, None, "", pain, (Sign.LIMPING,)).applied(WHOLE, at(500))
    changed = Describe(WHOLE.id, 5.0, "windy", (), ()).applied(one, at(600))
    both = merged(changed, other)
    assert (both.effort, both.note, both.pain, both.signs) == (5.0, "windy", pain, (Sign.LIMPING,))
    assert both.edited_at == at(600)


def test_a_note_that_was_emptied_stays_empty() -> None:
    one = Describe(WHOLE.id, None, "windy", (), ()).applied(WHOLE, at(400))
    emptied = Describe(WHOLE.id, None, "", (), ()).applied(one, at(500))
    assert merged(one, emptied).note == ""


def test_what_was_said_stays_with_what_was_timed_elsewhere() -> None:
    said = replace(done_set(1, reps=3), corrected=Corrected(reps=4), rating=Rating.EASY)
    edited = replace(session(sets=(said,)), edited_at=at(10))
    record = merged(edited, session(sets=(done_set(1, reps=5),))).sets[0]
    assert (record.reps, record.done_reps, record.rating) == (5, 4, Rating.EASY)


def test_the_newest_word_holds_though_the_clock_was_put_back() -> None:
    said = Describe(WHOLE.id, 3.0, "", (), ()).applied(WHOLE, at(900))
    again = Describe(WHOLE.id, 4.0, "", (), ()).applied(said, at(400))
    assert merged(said, again).effort == 4.0
    deleted = Delete(WHOLE.id, at(400)).applied(again, at(400))
    assert merged(again, deleted).deleted_at is not None
    back = Undelete(WHOLE.id).applied(deleted, at(400))
    assert merged(deleted, back).deleted_at is None


# --- deletions ---


def test_a_deletion_and_an_earlier_edit_both_survive() -> None:
    edited = Describe(WHOLE.id, None, "sore", (), ()).applied(WHOLE, at(310))
    deleted = Delete(WHOLE.id, at(320)).applied(WHOLE, at(320))
    both = merged(edited, deleted)
    assert (both.note, both.deleted_at) == ("sore", at(320))


def test_an_edit_after_a_deletion_brings_the_session_back() -> None:
    deleted = Delete(WHOLE.id, at(320)).applied(WHOLE, at(320))
    edited = Describe(WHOLE.id, None, "sore", (), ()).applied(WHOLE, at(330))
    assert merged(deleted, edited).deleted_at is None


def test_an_edit_of_what_is_deleted_here_leaves_it_deleted() -> None:
    deleted = Delete(WHOLE.id, at(320)).applied(WHOLE, at(320))
    edited = Describe(WHOLE.id, None, "sore", (), ()).applied(deleted, at(330))
    both = merged(deleted, edited)
    assert both == edited
    assert (both.note, both.deleted_at is None) == ("sore", False)
