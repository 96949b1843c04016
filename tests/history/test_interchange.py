import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from history.samples import any_session, done_set, session
from hypothesis import given

from hiptimer.history.errors import HistoryError
from hiptimer.history.interchange import (
    from_json,
    session_to_json,
    to_json,
    write_session_file,
)
from hiptimer.model.session import Session, Status


@given(any_session)
def test_any_session_comes_back_from_its_file(any_one: Session) -> None:
    assert from_json(session_to_json(any_one), "any") == any_one


def test_a_history_is_a_list_of_session_files() -> None:
    data = json.loads(to_json([session(2), session(1)]))
    assert [from_json(json.dumps(one).encode(), "one") for one in data] == [session(2), session(1)]
    assert json.loads(to_json([])) == []


def test_times_are_read_with_any_offset_and_kept_in_utc() -> None:
    data = json.loads(session_to_json(session()))
    data["started_at"] = "2026-03-01T07:30:00+01:00"
    read = from_json(json.dumps(data).encode(), "file").started_at
    assert read == datetime(2026, 3, 1, 6, 30, tzinfo=UTC)
    assert read.tzinfo == UTC


def spoilt(path: tuple, value: object) -> bytes:
    data = json.loads(session_to_json(session(sets=(done_set(1), done_set(2)))))
    target = data
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (spoilt(("status",), "paused"), "'paused' - at `$.status`"),
        (spoilt(("sets", 1, "reps"), "ten"), "`$.sets[1].reps`"),
        (spoilt(("sets", 1, "n"), 1), "set 1, attempt 1 is there twice - at `$.sets[1]`"),
        (spoilt(("sets", 0, "n"), 0), "count from 1 - at `$.sets[0]`"),
        (spoilt(("mood",), "fine"), "mood"),
        (spoilt(("schema",), 2), "the form 2"),
        (spoilt(("started_at",), "2026-03-01T07:30:00"), "`$.started_at`"),
        (spoilt(("sets", 0, "started_at"), "2026-03-01T07:30:00"), "`$.sets[0].started_at`"),
        (spoilt(("id",), "../../etc/passwd"), "`$.id`"),
        (spoilt(("pain",), [{"place": "knee", "side": "left", "score": 11}]), "`$.pain[0].score`"),
        (b'{"schema": 1,\n"id": ?}', "line 2"),
        (b"[" * 100_000, "Expected `object`"),
        (b'{"a":' * 100_000, "too deep"),
        (b'{"note": "caf\xe9"}', "UTF-8"),
        (spoilt(("note",), "x").replace(b'"x"', b'"caf\xe9"'), "UTF-8"),
        (spoilt(("speed",), float("nan")), "NaN is no number"),
        (spoilt(("effort",), float("inf")), "Infinity is no number"),
        (b'{"schema": 1,\n"speed": -Infinity}', "line 2: -Infinity is no number"),
        (b'{"activities": [{"type": "Run"}]}', "JSON of another program"),
        (b'{"schema": "run", "then": ' + b'{"a":' * 100_000, "`$.schema`"),
        (spoilt(("speed",), 0).replace(b": 0,", b": 1e999,"), "out of range - at `$.speed`"),
        (spoilt(("speed",), 0), "`$.speed`"),
        (spoilt(("effort",), 11), "`$.effort`"),
        (spoilt(("utc_offset_s",), 10**30), "`$.utc_offset_s`"),
        (spoilt(("started_at",), "0000-01-01T00:00:00Z"), "`$.started_at`"),
        (spoilt(("started_at",), "0001-01-01T00:00:00+14:00"), "the year 1 "),
        (spoilt(("ended_at",), "9999-12-31T23:59:59-14:00"), "the year 9999 "),
        (spoilt(("sets", 0, "started_at"), "9999-12-31T23:59:59Z"), "`$.sets[0].started_at`"),
        (spoilt(("sets", 0, "reps"), 10**30), "`$.sets[0].reps`"),
        (spoilt(("sets", 0, "reps"), -1), "`$.sets[0].reps`"),
        (spoilt(("sets", 0, "hold_s"), 1e300), "`$.sets[0].hold_s`"),
        (spoilt(("sets", 0, "corrected"), {"reps": 10**9}), "`$.sets[0].corrected.reps`"),
        (spoilt(("pauses",), [{"at_s": -1, "for_s": 1}]), "`$.pauses[0]`"),
        (spoilt(("note",), "x" * 200_000), "`$.note`"),
        (spoilt(("routine", "name"), "x" * 2_000), "`$.routine.name`"),
        (spoilt(("id",), "x" * 5_000_000), "`$.id`"),
        (b"", "truncated"),
        (b"[]", "Expected `object`"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_place(data: bytes, words: str) -> None:
    with pytest.raises(HistoryError) as caught:
        from_json(data, "monday.json")
    assert str(caught.value).startswith("monday.json: ")
    assert words in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_session_file_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "one.json"
    write_session_file(file, session())
    write_session_file(file, msgspec.structs.replace(session(), status=Status.COMPLETE))
    assert from_json(file.read_bytes(), "one").status is Status.COMPLETE
    assert [p.name for p in file.parent.iterdir()] == ["one.json"]
