import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from history.exchange.rooms import Room, room
from history.samples import any_session, at, done_set, now, planned_set, session, sessions_with_id
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.changes import Delete, Describe
from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.results import LastImport
from hiptimer.history.merging import merged
from hiptimer.model.session import Session, Status


def past(number: int, **to: object) -> Session:
    """A session that is over."""
    whole = session(number, sets=(done_set(1), done_set(2)), status=Status.COMPLETE)
    return replace(whole, ended_at=at(300), **to)


def describe(session_id: str, note: str) -> Describe:
    return Describe(session_id, None, note, (), ())


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path / "here", [past(1), past(2)]) as made:
        yield made


def test_the_preview_tells_new_ones_known_ones_changed_ones_and_faults(here: Room) -> None:
    edited = past(2, note="sore", edited_at=at(400))
    deleted = past(4, deleted_at=at(500))
    preview = here.preview(past(1), edited, past(3), deleted, past(3), HistoryError("bad.json: no"))
    assert (
        preview.words == "2 new (1 of them deleted), 1 already here, 1 with changes, 1 unreadable"
    )
    assert preview.unreadable == ("bad.json: no",)
    assert here.all() == [past(1), past(2)]


def test_an_import_adds_merges_and_leaves_out_what_cannot_be_read(here: Room) -> None:
    edited = past(2, note="sore", edited_at=at(400))
    imported = here.take_in(past(1), edited, past(3), past(3), HistoryError("bad"))
    assert imported.words == "1 session added and 1 session changed."
    assert here.all() == [past(1), edited, past(3)]


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(any_session, sessions_with_id(st.just("same"))), max_size=5), st.data())
def test_the_order_of_files_makes_no_difference_and_a_second_time_none(
    tmp_path_factory: pytest.TempPathFactory, some: list[Session], data: st.DataObject
) -> None:
    other_order = data.draw(st.permutations(some))
    folder = tmp_path_factory.mktemp("two")
    with room(folder / "a") as a, room(folder / "b") as b:
        a.take_in(*some)
        b.take_in(*other_order)
        assert {s.id for s in a.all()} == {s.id for s in some}
        assert a.preview(*some).brings == 0
        assert a.take_in(*some).words == "Nothing new."
        if len({s.id for s in some}) == len(some):
            assert a.all() == b.all()


def test_all_of_it_or_nothing(here: Room) -> None:
    def breaks_off() -> Iterator[Session]:
        yield past(3)
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="stick"):
        here.take_in(*breaks_off())
    before = here.all()

    class Full(sqlite3.OperationalError):
        pass

    def full(at: object, brought: object) -> None:
        raise Full

    here.keepsake.keep = full  # type: ignore[method-assign]
    with pytest.raises(Full):
        here.take_in(past(3))
    assert here.all() == before == [past(1), past(2)]
    assert not here.connection.in_transaction


def test_a_session_that_ran_elsewhere_comes_in_as_interrupted_until_its_end_comes(
    here: Room,
) -> None:
    live = session(3, sets=(done_set(1), planned_set(2)))
    assert live.status is Status.RUNNING
    here.take_in(live)
    kept = here.store.session(live.id)
    assert kept is not None
    assert (kept.status, kept.ended_at) == (Status.INTERRUPTED, at(60))
    here.take_in(past(3))
    assert here.store.session(live.id) == past(3)


def test_a_session_that_is_running_here_is_left_alone(here: Room) -> None:
    live = session(3, sets=(done_set(1), planned_set(2)))
    here.store.take_in(live)
    assert here.preview(past(3)).here == 1
    here.take_in(past(3))
    assert here.store.session(live.id) == live


def test_a_deletion_comes_in_and_what_is_deleted_here_stays_so(here: Room) -> None:
    here.take_in(past(1, deleted_at=at(500)))
    preview = here.preview(past(1))
    assert (preview.here, preview.stay_deleted, preview.brings) == (1, 1, 0)
    assert "1 already here (1 of them deleted)" in preview.words
    assert here.take_in(past(1)).words == "Nothing new."
    assert here.take_in(past(1), at=at(600), undelete=True).changed == 1
    assert here.all() == [past(1, edited_at=at(600)), past(2)]


# --- taking it back ---


def test_taking_back_marks_as_deleted_what_was_new_and_reverts_what_was_changed(
    here: Room,
) -> None:
    edited = past(2, note="sore", edited_at=at(400))
    here.take_in(past(3), edited, past(1), at=at(1000))
    assert here.keepsake.last() == LastImport(at(1000), 1, 1)
    undone = here.keepsake.take_back(here.connection, at(2000))
    assert undone.words == "1 session deleted and 1 session as before."
    assert here.all() == [
        past(1),
        past(2, edited_at=at(2000), note_at=at(2000)),
        past(3, deleted_at=at(2000)),
    ]
    assert here.keepsake.last() is None


def test_what_was_taken_back_holds_against_a_copy_from_elsewhere(here: Room) -> None:
    edited = past(2, note="sore", edited_at=at(400))
    here.take_in(past(3), edited)
    here.keepsake.take_back(here.connection, at(2000))
    back = {s.id: s for s in here.all()}
    assert merged(back[past(2).id], edited).note == ""
    assert merged(back[past(3).id], past(3)).deleted_at == at(2000)


def test_taking_back_leaves_what_was_edited_since(here: Room) -> None:
    here.take_in(past(3), past(4), past(2, note="theirs", edited_at=at(400)))
    here.store.change(describe(past(3).id, "mine"), at(900))
    here.store.change(describe(past(2).id, "mine too"), at(900))
    undone = here.keepsake.take_back(here.connection, at(2000))
    assert (undone.deleted, undone.reverted, undone.kept) == (1, 0, 2)
    notes = {s.id: (s.note, s.deleted_at) for s in here.all()}
    assert notes[past(3).id] == ("mine", None)
    assert notes[past(2).id] == ("mine too", None)
    assert notes[past(4).id] == ("", at(2000))


def test_a_deletion_that_came_in_is_taken_back_too(here: Room) -> None:
    here.take_in(past(1, deleted_at=at(500)))
    here.keepsake.take_back(here.connection, at(2000))
    assert here.all() == [past(1, edited_at=at(2000)), past(2)]


def test_two_copies_of_one_session_in_one_import_are_taken_back_as_one(here: Room) -> None:
    copies = [
        past(n, note=note, edited_at=at(s)) for n in (2, 3) for s, note in ((1, "a"), (2, "b"))
    ]
    assert here.take_in(*copies).words == "1 session added and 1 session changed."
    undone = here.keepsake.take_back(here.connection, at(2000))
    assert (undone.deleted, undone.reverted, undone.kept) == (1, 1, 0)
    assert here.store.session(past(2).id) == past(2, edited_at=at(2000), note_at=at(2000))


def test_an_import_that_brings_nothing_leaves_the_way_back_to_the_one_before(here: Room) -> None:
    here.take_in(past(3), at=at(1000))
    here.take_in(past(3), at=at(1100))
    assert here.keepsake.last() == LastImport(at(1000), 1, 0)


def test_without_an_import_or_with_a_damaged_note_of_it_nothing_is_taken_back(
    here: Room, tmp_path: Path
) -> None:
    assert here.keepsake.last() is None
    for damage in (b"[" * 100_000, b'{"at": "\xff'):
        (here.folder / "last-import.json").write_bytes(damage)
        assert here.keepsake.last() is None
    assert here.keepsake.take_back(here.connection, now()).words.startswith("There was nothing")
    assert here.all() == [past(1), past(2)]


def test_a_session_deleted_since_stays_deleted_when_the_import_is_taken_back(here: Room) -> None:
    here.take_in(past(3))
    here.store.change(Delete(past(3).id, at(900)), at(900))
    undone = here.keepsake.take_back(here.connection, at(2000))
    assert undone.kept == 1
    assert here.store.session(past(3).id) == past(3, deleted_at=at(900))
