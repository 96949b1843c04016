import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from history.samples import at, done_set, session
from history.sync.laptop import Carrier, Laptop, laptops
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.changes import Correct, Delete, Describe, Rate, Undelete
from hiptimer.history.errors import HistoryError
from hiptimer.history.interchange import from_json, session_to_json
from hiptimer.model.session import Corrected, Pain, Place, Rating, Session, Status
from hiptimer.model.side import Side


def past(number: int, **to: object) -> Session:
    made = session(number, sets=(done_set(1), done_set(2)), status=Status.COMPLETE)
    return replace(made, **{"ended_at": at(300), **to})


def file_of(one: Session) -> str:
    return f"2026-03-01-{one.id}.json"


def age(file: Path, seconds: float = 100.0) -> None:
    """Old enough to be no half-written file; the time of the change of its name is always now."""
    then = file.stat().st_mtime - seconds
    os.utime(file, (then, then))


@pytest.fixture
def two() -> Iterator[list[Laptop]]:
    with laptops(2, share=True) as made:
        yield made


# --- the way of a session ---


def test_a_finished_session_goes_over_in_a_file_of_its_day_and_id(two: list[Laptop]) -> None:
    a, b = two
    a.store.take_in(past(1))
    assert (a.look().written, b.look().taken_in) == (1, 1)
    assert b.all() == a.all() == [past(1)]
    assert list(a.files()) == [file_of(past(1))]
    assert from_json(a.files()[file_of(past(1))], "") == past(1)


def test_the_day_in_the_name_is_that_of_the_persons_clock(two: list[Laptop]) -> None:
    late = past(1, started_at=at(17 * 3600), utc_offset_s=3600, ended_at=at(18 * 3600))
    two[0].store.take_in(late)
    two[0].look()
    assert list(two[0].files()) == [f"2026-03-02-{late.id}.json"]


def test_ids_that_differ_in_capitals_have_names_that_differ_without(two: list[Laptop]) -> None:
    for id_ in ("ab", "AB", "aB"):
        two[0].store.take_in(past(1, id=id_))
    two[0].look()
    assert len({name.lower() for name in two[0].files()}) == 3
    two[1].look()
    assert two[1].all() == two[0].all()


def test_a_running_session_stays_here_until_it_has_ended(two: list[Laptop]) -> None:
    a, b = two
    live = session(1, sets=(done_set(1),))
    a.store.take_in(live)
    assert a.look().written == 0
    a.store.take_in(replace(live, status=Status.STOPPED, ended_at=at(90)))
    assert (a.look().written, b.look().taken_in) == (1, 1)
    assert b.all()[0].status is Status.STOPPED


def test_a_running_copy_in_a_file_never_makes_it_interrupted(two: list[Laptop]) -> None:
    a, b = two
    live = session(1, sets=(done_set(1),))
    (a.folder / "copy.json").write_bytes(session_to_json(live))
    assert (b.look().taken_in, b.all()) == (0, [])
    a.store.take_in(live)
    (a.folder / "copy.json").write_bytes(session_to_json(past(1)))
    # Being led here: what a file says of it waits until it has ended here.
    assert (a.look().taken_in, a.all()) == (0, [live])


def test_what_changes_goes_over_and_nothing_else_is_written(two: list[Laptop]) -> None:
    a, b = two
    for n in range(1, 6):
        a.store.take_in(past(n))
    assert (a.look().written, b.look().written) == (5, 0)
    b.change(Describe(past(3).id, 4.0, "windy", (), ()), at(400))
    b.change(Delete(past(4).id, at(410)), at(410))
    assert (b.look().written, a.look().taken_in) == (2, 2)
    assert a.all() == b.all()
    assert (a.look().written, b.look().taken_in, a.look().taken_in) == (0, 0, 0)


def test_a_file_that_somebody_removed_is_written_again(two: list[Laptop]) -> None:
    a = two[0]
    a.store.take_in(past(1))
    a.look()
    (a.folder / file_of(past(1))).unlink()
    assert a.look().written == 1


def test_another_folder_gets_everything_and_the_one_before_keeps_its_files(
    two: list[Laptop], tmp_path: Path
) -> None:
    a = two[0]
    a.store.take_in(past(1))
    a.look()
    before, a.folder = a.folder, tmp_path
    a.start_again()
    assert a.look().written == 1
    assert (before / file_of(past(1))).exists()


# --- two at once ---

TELLING = st.one_of(
    st.builds(
        Describe,
        st.just(""),
        st.sampled_from((None, 2.0, 7.0)),
        st.sampled_from(("", "windy", "café")),
        st.sampled_from(((), (Pain(Place.KNEE, Side.LEFT, 2),))),
        st.just(()),
    ),
    st.builds(
        Correct,
        st.just(""),
        st.sampled_from((1, 2)),
        st.just(1),
        st.none() | st.integers(0, 9).map(Corrected),
    ),
    st.builds(Rate, st.just(""), st.just("clam-basic"), st.none() | st.sampled_from(Rating)),
    st.builds(Delete, st.just(""), st.just(at(0))),
    st.builds(Undelete, st.just("")),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("begin"), st.integers(0, 1), st.integers(1, 3)),
        st.tuples(st.just("tell"), st.integers(0, 1), st.integers(1, 3), TELLING),
        st.tuples(st.just("look"), st.integers(0, 1)),
        st.tuples(st.just("carry")),
    ),
    max_size=14,
)


def play(steps: list[tuple], a: Laptop, b: Laptop, carrier: Carrier | None) -> None:
    """Each laptop's clock goes wrong in its own way: edits have the number of their step, one
    laptop's a long time ahead.
    """
    for number, (kind, *rest) in enumerate(steps):
        laptop = (a, b)[rest[0]] if rest else a
        if kind == "begin":
            laptop.store.take_in(past(rest[1]))
        elif kind == "tell":
            change = replace(rest[2], session_id=past(rest[1]).id)
            if laptop.store.session(change.session_id) is not None:
                laptop.change(change, at(1000 * rest[0] + number))
        elif kind == "look":
            laptop.look()
        elif carrier is not None:
            carrier.carry()


def settle(a: Laptop, b: Laptop, carrier: Carrier | None) -> None:
    """As often as everything is carried over, and once more than is needed."""
    for _ in range(4):
        for laptop in (a, b):
            laptop.look()
        if carrier is not None:
            carrier.carry()
    assert [a.look().written, b.look().written] == [0, 0]


def check_alike(a: Laptop, b: Laptop) -> None:
    assert a.all() == b.all()
    files = {file_of(one): session_to_json(one) for one in a.all()}
    assert a.files() == files
    assert b.files() == files


SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(STEPS)
def test_in_one_folder_both_end_alike_whatever_came_first(steps: list[tuple]) -> None:
    with laptops(2, share=True) as (a, b):
        play(steps, a, b, None)
        settle(a, b, None)
        check_alike(a, b)


@SOME
@given(STEPS)
def test_with_a_carrier_between_and_its_conflict_copies_too(steps: list[tuple]) -> None:
    with laptops(2, share=False) as (a, b):
        carrier = Carrier(a.folder, b.folder)
        play(steps, a, b, carrier)
        settle(a, b, carrier)
        check_alike(a, b)


def test_both_correct_other_sets_while_they_are_apart() -> None:
    with laptops(2, share=False) as (a, b):
        carrier = Carrier(a.folder, b.folder)
        a.store.take_in(past(1))
        a.look()
        carrier.carry()
        b.look()
        a.change(Correct(past(1).id, 1, 1, Corrected(reps=4)), at(400))
        b.change(Correct(past(1).id, 2, 1, Corrected(reps=7)), at(500))
        a.look()
        b.look()
        carrier.carry()
        assert len(list(a.folder.glob("*sync-conflict*"))) == 1
        settle(a, b, carrier)
        check_alike(a, b)
        assert [s.done_reps for s in a.all()[0].sets] == [4, 7]


# --- copies of sync programs, and files that are none of ours ---


@pytest.mark.parametrize(
    "name",
    [
        "2026-03-01-x.sync-conflict-20261122-101010-ABCDEFG.json",
        "2026-03-01-x (Ana's conflicted copy 2026-11-22).json",
        "2026-03-01-x (conflicted copy 2026-11-22 101010).json",
        "한국.JSON",
    ],
)
def test_a_conflict_copy_is_read_and_left_alone(two: list[Laptop], name: str) -> None:
    a = two[0]
    a.store.take_in(past(1))
    a.look()
    said = Describe(past(1).id, 5.0, "there", (), ()).applied(past(1), at(500))
    copy = a.folder / name
    copy.write_bytes(session_to_json(said))
    synced = a.look()
    assert (synced.taken_in, synced.written, a.all()) == (1, 1, [said])
    assert copy.read_bytes() == session_to_json(said)
    assert a.files()[file_of(past(1))] == session_to_json(said)
    assert a.look().written == 0


def test_links_folders_and_hidden_files_are_left_alone(two: list[Laptop], tmp_path: Path) -> None:
    a = two[0]
    data = session_to_json(past(1))
    (tmp_path / "outside.json").write_bytes(data)
    (a.folder / "link.json").symlink_to(tmp_path / "outside.json")
    for folder in (".stfolder", ".git", "sub", "sub.json"):
        (a.folder / folder).mkdir()
        (a.folder / folder / "one.json").write_bytes(data)
    for name in (".hidden.json", "~syncthing~x.json", "notes.txt"):
        (a.folder / name).write_bytes(data)
    if hasattr(os, "mkfifo"):
        os.mkfifo(a.folder / "pipe.json")
    synced = a.look()
    assert (synced.taken_in, synced.faults, a.all()) == (0, (), [])


def test_a_link_in_place_of_its_file_is_not_written_through(
    two: list[Laptop], tmp_path: Path
) -> None:
    a = two[0]
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (a.folder / file_of(past(1))).symlink_to(outside)
    a.store.take_in(past(1))
    assert a.look().written == 0
    assert outside.read_text() == "mine"
    assert (a.folder / file_of(past(1))).is_symlink()


def test_a_name_that_is_no_text_is_read_too(two: list[Laptop]) -> None:
    a = two[0]
    try:
        (a.folder / os.fsdecode(b"caf\xe9.json")).write_bytes(session_to_json(past(1)))
    except OSError:
        pytest.skip("this file system has only names that are text")
    assert (a.look().taken_in, a.look().taken_in) == (1, 0)


# --- files that cannot be read ---


def test_a_half_written_file_is_tried_again_and_only_then_told(two: list[Laptop]) -> None:
    a, b = two
    data = session_to_json(past(1))
    file = a.folder / file_of(past(1))
    file.write_bytes(data[:400])
    assert b.look().faults == ()
    file.write_bytes(data)
    assert (b.look().taken_in, b.all()) == (1, [past(1)])


def test_what_stays_unreadable_is_told_and_never_written_over(
    two: list[Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    a = two[0]
    file = a.folder / file_of(past(1))
    file.write_bytes(session_to_json(past(1))[:400])
    a.store.take_in(past(1))
    a.store.take_in(past(2))
    assert (a.look().written, a.look().faults) == (1, ())
    later = file.stat().st_ctime + 60
    monkeypatch.setattr("hiptimer.history.sync.folder.time.time", lambda: later)
    [fault] = a.look().faults
    assert str(file) in fault
    assert a.look().faults == (fault,)
    assert len(file.read_bytes()) == 400
    file.write_bytes(session_to_json(replace(past(1), note="whole")))
    assert (a.look().faults, a.all()[0].note) == ((), "whole")


def test_hostile_files_are_a_line_each_and_take_nothing(
    two: list[Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    a = two[0]
    (a.folder / "deep.json").write_bytes(b'{"a":' * 100_000)
    (a.folder / "other.json").write_bytes(b'{"name": "package"}')
    (a.folder / "up.json").write_bytes(session_to_json(past(1, id="../../evil")))
    (a.folder / "year.json").write_bytes(session_to_json(past(1, ended_at=at(9e10))))
    with (a.folder / "huge.json").open("wb") as stream:
        stream.truncate(11 * 2**20)
    (a.folder / "good.json").write_bytes(session_to_json(past(7)))
    later = (a.folder / "good.json").stat().st_ctime + 60
    monkeypatch.setattr("hiptimer.history.sync.folder.time.time", lambda: later)
    synced = a.look()
    assert len(synced.faults) == 5
    assert all("\n" not in words and len(words) < 400 for words in synced.faults)
    assert a.all() == [past(7)]


# --- a folder that is not there ---


def test_a_folder_that_is_gone_is_told_and_made_up_for_when_it_is_back(two: list[Laptop]) -> None:
    a, b = two
    aside = a.folder.with_name("aside")
    a.folder.rename(aside)
    a.store.take_in(past(1))
    with pytest.raises(HistoryError, match=r"cannot be read.*until it is back") as told:
        a.look()
    assert told.value.passing
    aside.rename(a.folder)
    assert (a.look().written, b.look().taken_in) == (1, 1)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_is_still_read(two: list[Laptop]) -> None:
    a, b = two
    a.store.take_in(past(1))
    a.look()
    b.store.take_in(past(2))
    b.folder.chmod(0o500)
    with pytest.raises(HistoryError, match="cannot be written"):
        b.look()
    b.folder.chmod(0o700)
    assert past(1) in b.all()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder where nobody can write")
def test_a_folder_where_nothing_can_be_written_is_told_and_costs_one_try(two: list[Laptop]) -> None:
    a, b = two
    a.store.take_in(past(1))
    before, a.folder = a.folder, Path("/proc/self/fdinfo")
    a.start_again()
    with pytest.raises(HistoryError, match=r"cannot be written.*until it is back"):
        a.look()
    a.folder = before
    a.start_again()
    assert (a.look().written, b.look().taken_in) == (1, 1)


def test_what_a_crash_left_is_cleared_away_after_a_while(two: list[Laptop]) -> None:
    a = two[0]
    new, old = (a.folder / f"~syncthing~hiptimer-{n}.tmp" for n in (1, 2))
    for file in (new, old):
        file.write_bytes(b"{")
    age(old, 7200)
    a.look()
    assert (new.exists(), old.exists()) == (True, False)


# --- many ---


def test_transactions_stay_short_and_a_pass_can_be_broken_off(two: list[Laptop]) -> None:
    a, b = two
    for n in range(1, 60):
        a.store.take_in(past(n))
    a.look()
    looks = iter((True, True, False))
    assert not b.sync.run(b.connection, lambda: next(looks, False)).is_whole
    assert 20 <= len(b.all()) < 59
    assert len(b.rested) == 2
    b.start_again()
    assert b.look().is_whole
    assert b.all() == a.all()
