"""Files that may hold anything."""

import json
import os
import sys
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from history.samples import done_set, session

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.reading import read_file
from hiptimer.history.interchange import session_to_json, to_json
from hiptimer.model.session import Session


def faults(file: Path) -> list[str]:
    """What reading says; every line stays one line."""
    lines = [str(read) for read in read_file(file) if isinstance(read, HistoryError)]
    assert all("\n" not in line and len(line) < 400 for line in lines)
    return lines


def changed(**to: object) -> bytes:
    return json.dumps({**json.loads(session_to_json(session())), **to}).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.json"


def test_one_session_or_a_list(file: Path) -> None:
    file.write_bytes(session_to_json(session(1)))
    assert list(read_file(file)) == [session(1)]
    file.write_bytes(to_json([session(2), session(1)]))
    assert list(read_file(file)) == [session(2), session(1)]
    file.write_bytes(b"\xef\xbb\xbf \n" + to_json([session(3)]))
    assert list(read_file(file)) == [session(3)]
    file.write_bytes(b"[]")
    assert list(read_file(file)) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x00\x01\x02" * 1000, "is no text"),
        (b"\x7fELF\x02\x01", "is not JSON"),
        (session_to_json(session()).decode().encode("utf-16"), "is no text"),
        (b"\x0e\x20\x8b\x08\x30\x00\x00\x00.FIT\x00", "is a FIT activity"),
        (b"date,exercise,reps\n2026-03-01,Clamshell,10\n", "is not JSON"),
        (b'"just a text"', "is not JSON"),
        (b"{", "truncated"),
        (b'{"workouts": [{"name": "Push"}]}', "another program"),
        (b'{"' + b"x" * 1_000_000 + b'": 1}', "another program"),
        (changed(**{"x" * 1_000_000: 1}), "xxx"),
        (changed(**{"\x1b[2J\n": 1}), "unknown field"),
        (b'{"a":' * 100_000, "too deep"),
        (b"[" * 100_000, "too deep"),
        (b" " * 11_000_000 + b"{}", "is empty"),
        (b'{"id": "' + b"x" * 11_000_000 + b'"}', "over 10 MB"),
        (b"x" * 11_000_000, "is not JSON"),
        (changed(id="../../outside"), "`$.id`"),
        (changed(id="a/../b"), "`$.id`"),
        (changed(id=""), "`$.id`"),
        (changed(speed=float("nan")), "NaN is no number"),
        (changed(effort="hard"), "`$.effort`"),
        (changed(started_at="0000-01-01T00:00:00Z"), "`$.started_at`"),
        (changed(started_at="9999-12-31T23:59:59Z", utc_offset_s=50_400), "9999"),
        (changed(sets={"n": 1}), "`$.sets`"),
        (changed(sets=[1, 2]), "`$.sets[0]`"),
    ],
)
def test_what_is_no_session_is_one_line_with_its_file(file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    (line,) = faults(file)
    assert line.startswith(str(file))
    assert words in line
    assert line.isprintable()


def test_good_sessions_beside_bad_ones_are_read_and_the_bad_ones_named(file: Path) -> None:
    bad = [{"id": "b"}] * 30
    good = [json.loads(session_to_json(session(n))) for n in (1, 2)]
    file.write_text(json.dumps([good[0], *bad, good[1]], indent=1))
    assert [r.id for r in read_file(file) if isinstance(r, Session)] == [g["id"] for g in good]
    lines = faults(file)
    assert "session 2: " in lines[0]
    assert lines[-1].endswith("20 more sessions cannot be read")
    assert len(lines) == 11


def test_a_download_that_broke_off_gives_its_whole_sessions(file: Path) -> None:
    file.write_bytes(to_json([session(1), session(2), session(3)])[:-200])
    assert [r for r in read_file(file) if isinstance(r, Session)] == [session(1), session(2)]
    assert "the file ends within a session" in faults(file)[0]


def test_a_backup_is_pointed_to_its_command(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("history.json", "[]")
    assert "hiptimer restore" in faults(file)[0]


def test_what_is_not_there_or_may_not_be_read_is_told(tmp_path: Path) -> None:
    assert "No such file" in faults(tmp_path / "missing.json")[0]
    assert faults(tmp_path) == [f"{tmp_path}: cannot be read: it is no ordinary file"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for strange in (pipe, Path("/dev/zero"), Path("/dev/null")):
        assert "no ordinary file" in faults(strange)[0]
    round_about = tmp_path / "round.json"
    round_about.symlink_to(round_about)
    assert len(faults(round_about)) == 1


def test_memory_stays_bounded_however_long_the_list(file: Path) -> None:
    whole = session(sets=tuple(done_set(n) for n in range(1, 14)))
    one = session_to_json(whole)
    with file.open("wb") as stream:
        stream.write(b"[" + one)
        for _ in range(10_000_000 // len(one)):
            stream.write(b"," + one)
        stream.write(b"]")
    tracemalloc.start()
    count = sum(isinstance(read, Session) for read in read_file(file))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count > 1_000
    assert peak < 2_000_000


def test_a_list_of_something_else_is_not_read_to_its_end(file: Path) -> None:
    file.write_bytes(b"[" + b"1," * 400_000 + b"1]")
    began = time.process_time()
    told = faults(file)
    assert time.process_time() - began < 1
    assert told[-1].endswith("more than 1000 sessions in it cannot be read")
    assert len(told) == 11
