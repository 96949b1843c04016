"""CSV, read back with the csv module."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from history.samples import any_session, at, done_set, planned_set, session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hiptimer.history.exchange.table import COLUMNS, write_table
from hiptimer.model.session import (
    Corrected,
    ExerciseRef,
    Pain,
    Pause,
    Place,
    Rating,
    Session,
    Sign,
    Status,
)
from hiptimer.model.side import Side

RISKY = tuple("=+-@\t\r\n＝＋－＠'")


def table(*sessions: Session) -> list[dict[str, str]]:
    stream = io.BytesIO()
    assert write_table(sessions, stream) == len(sessions)
    text = stream.getvalue().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == list(COLUMNS)
    assert all(len(row) == len(COLUMNS) for row in rows)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def unguarded(cell: str) -> str:
    return cell.removeprefix("'")


@settings(max_examples=50)
@given(st.lists(any_session, max_size=3))
def test_every_set_is_a_row_with_the_values_it_has(sessions: list[Session]) -> None:
    rows = iter(table(*sessions))
    for one in sessions:
        for record in one.sets:
            row = next(rows)
            assert not any(cell.startswith(RISKY[:4]) for cell in map(text_of, row.items()))
            assert unguarded(row["Note"]) == one.note
            assert unguarded(row["Exercise"]) == record.exercise.name
            assert unguarded(row["Routine"]) == one.routine.name
            assert row["Session id"] == one.id
            assert row["Side"] == record.side.value
            assert row["Timed reps"] == ("" if record.reps is None else str(record.reps))
            if record.hold_s is None:
                assert row["Timed hold (s)"] == ""
            else:
                assert float(row["Timed hold (s)"]) == pytest.approx(record.hold_s, abs=0.0006)
            if row["Counts"] == "yes":
                assert int(row["Counted reps"]) == record.done_reps
    assert next(rows, None) is None


def text_of(item: tuple[str, str]) -> str:
    """The cell where it is text; a number may begin with a minus."""
    name, cell = item
    return "" if name == "UTC offset (hours)" else cell


def test_what_was_timed_corrected_and_counted_stand_side_by_side() -> None:
    gone_back_to = replace(done_set(1, reps=4), step=1)
    again = replace(done_set(1, reps=9, attempt=2), corrected=Corrected(reps=8), step=1)
    one = session(sets=(gone_back_to, again, planned_set(2)), status=Status.COMPLETE)
    columns = ("Timed reps", "Corrected reps", "Counted reps", "Counts", "Outcome")
    assert [tuple(row[c] for c in columns) for row in table(one)] == [
        ("4", "", "0", "no", "partial"),
        ("9", "8", "8", "yes", "partial"),
        ("", "", "0", "yes", "skipped"),
    ]


def test_days_and_times_are_those_of_the_clock_on_the_wall_then() -> None:
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    record = replace(done_set(1), started_at=late + timedelta(seconds=45))
    one = replace(session(sets=(record,)), started_at=late, utc_offset_s=19_800)
    (row,) = table(one)
    names = ("Date", "Session start", "Set start", "UTC offset (hours)")
    assert [row[name] for name in names] == ["2026-03-10", "05:00:00", "05:00:45", "5.5"]


def test_how_it_felt_is_with_every_set() -> None:
    one = replace(
        session(sets=(replace(done_set(1), rating=Rating.EASY),), status=Status.COMPLETE),
        ended_at=at(450),
        pauses=(Pause(10, 60),),
        effort=2.5,
        pain=(Pain(Place.KNEE, Side.LEFT, 3), Pain(Place.FRONT_OF_HIP, Side.RIGHT, 4)),
        signs=(Sign.LIMPING,),
        note="tired",
    )
    (row,) = table(one)
    assert row["Effort (0-10)"] == "2.5"
    assert row["Worst pain (0-10)"] == "4"
    assert row["Pain"] == "knee left 3; front of hip or groin right 4"
    assert (row["Signs"], row["Note"], row["Rating"]) == ("limping", "tired", "easy")
    assert row["Length without pauses (min)"] == "6.5"


@pytest.mark.parametrize(
    "risky",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1", '=HYPERLINK("x")'],
)
def test_no_text_runs_as_a_formula(risky: str) -> None:
    exercise = ExerciseRef(id=risky, name=risky, family=risky, level=1, muscles=(risky,))
    record = replace(done_set(1), exercise=exercise, swapped_from=risky)
    (row,) = table(replace(session(sets=(record,)), note=risky))
    for name in ("Note", "Exercise", "Family", "Exercise id", "Instead of", "Muscles"):
        assert row[name] == f"'{risky}"


def test_excel_and_libreoffice_both_see_utf_8() -> None:
    stream = io.BytesIO()
    write_table([replace(session(sets=(done_set(1),)), note="é 한\n🏃")], stream)
    data = stream.getvalue()
    assert data.startswith(b"\xef\xbb\xbfDate,")
    assert '"é 한\n🏃"'.encode() in data
    assert data.count(b"\r\n") == 2


def test_a_table_without_sessions_is_its_header() -> None:
    assert table() == []
