"""Export, import, backup and restore as processes: what they print and how they end."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from history.samples import at, done_set, session
from msgspec.structs import replace
from test_cli import environment, hiptimer, history

from hiptimer.history.interchange import to_json
from hiptimer.model.session import Session, Status


def past(number: int) -> Session:
    whole = session(number, sets=(done_set(1), done_set(2)), status=Status.COMPLETE)
    return replace(whole, ended_at=at(300))


@pytest.fixture
def some(tmp_path: Path) -> Path:
    file = tmp_path / "some.json"
    file.write_bytes(to_json([past(1), past(2)]))
    return file


def on_a_terminal(*args: str | Path, data: Path, answer: str) -> tuple[int, str]:
    """Exit code and all that was shown, with `answer` typed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *map(str, args)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:
        # How Linux says that the other end is closed.
        pass
    finally:
        os.close(ours)
    return process.wait(60), shown.decode()


def test_in_a_pipe_an_import_is_only_shown(some: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run = hiptimer("import", str(some), data=data)
    assert run.stdout == "2 new, 0 already here, 0 with changes, 0 unreadable.\n"
    assert "--yes" in run.stderr
    assert run.returncode == 1
    assert history(data) == []


def test_import_export_and_undo(some: Path, tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out.json"
    run = hiptimer("import", str(some), "--yes", data=data)
    assert (run.returncode, run.stderr) == (0, "")
    assert "2 sessions added." in run.stdout
    run = hiptimer("export", str(out), data=data)
    assert run.stdout == f"{out}: 2 sessions.\n"
    assert out.read_bytes() == some.read_bytes()
    assert hiptimer("import", str(out), data=data).returncode == 0
    assert hiptimer("import", "--undo", data=data).returncode == 1
    assert len(history(data)) == 2
    run = hiptimer("import", "--undo", "--yes", data=data)
    assert "2 sessions deleted." in run.stdout
    assert history(data) == []
    run = hiptimer("import", "--undo", "--yes", data=data)
    assert (run.returncode, run.stderr) == (1, "There is no import to take back.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal there")
def test_on_a_terminal_it_asks(some: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    code, shown = on_a_terminal("import", some, data=data, answer="n\n")
    assert code == 1
    assert "2 new" in shown
    assert "Import? [y/N]" in shown
    assert history(data) == []
    code, shown = on_a_terminal("import", some, data=data, answer="y\n")
    assert (code, "2 sessions added." in shown) == (0, True)
    assert len(history(data)) == 2


def test_what_cannot_be_read_is_a_line_each_and_the_rest_comes_in(
    some: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    some.rename(folder / "some.json")
    (folder / "broken.json").write_text("{")
    (folder / "escape.json").write_text(json.dumps({"id": "../../x"}))
    os.mkfifo(folder / "pipe.json")
    (folder / "link.json").symlink_to("/etc/passwd")
    (folder / "other.csv").write_text("a,b\n")
    data = tmp_path / "data"
    run = hiptimer("import", str(folder), "missing.json", "--yes", data=data)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert run.stdout.splitlines()[0] == (
        "2 new, 0 already here, 0 with changes, 4 unreadable, 2 passed over."
    )
    lines = run.stderr.splitlines()
    named = [Path(line.split(": ")[0]).name for line in lines]
    assert named == [
        "broken.json", "escape.json", "pipe.json", "missing.json", "link.json", "other.csv",
    ]  # fmt: skip
    assert len(history(data)) == 2


def test_another_ending_and_a_missing_session_are_told(some: Path, tmp_path: Path) -> None:
    run = hiptimer("export", "out.xlsx", data=tmp_path / "data")
    assert run.returncode == 1
    assert all(form in run.stderr for form in (".json", ".csv", ".fit"))
    run = hiptimer("export", "out.json", "--session", "nobody", data=tmp_path / "data")
    assert (run.returncode, run.stderr) == (1, "Error: There is no session nobody.\n")
    run = hiptimer("import", data=tmp_path / "data")
    assert run.returncode == 2


def test_csv_and_fit(some: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    hiptimer("import", str(some), "--yes", data=data)
    for name, written in (("a.csv", "a.csv"), ("a.fit", "a.fit.zip")):
        run = hiptimer("export", str(tmp_path / name), "--since", "2026-03-01", data=data)
        assert run.stdout == f"{tmp_path / written}: 2 sessions.\n"
    run = hiptimer("export", str(tmp_path / "b.fit"), "--session", past(1).id, data=data)
    assert run.stdout == f"{tmp_path / 'b.fit'}: 1 session.\n"
    run = hiptimer("export", str(tmp_path / "c.fit"), "--since", "2027-01-01", data=data)
    assert (run.returncode, run.stderr) == (1, "Error: There is no session to export as FIT.\n")


def test_backup_and_restore(some: Path, tmp_path: Path) -> None:
    data, wiped, file = tmp_path / "data", tmp_path / "wiped", tmp_path / "all.zip"
    hiptimer("import", str(some), "--yes", data=data)
    (data / "routines").mkdir()
    (data / "routines" / "own.toml").write_text("name = 1\n")
    run = hiptimer("backup", str(file), data=data)
    assert run.stdout == f"{file}: 2 sessions and 1 file of your own.\n"
    assert hiptimer("restore", str(file), data=wiped).returncode == 1
    run = hiptimer("restore", str(file), "--yes", data=wiped)
    assert run.returncode == 0
    assert history(wiped) == history(data)
    assert (wiped / "routines" / "own.toml").read_text() == "name = 1\n"
    run = hiptimer("restore", str(file), data=wiped)
    assert (run.returncode, "already" in run.stdout) == (0, True)
    run = hiptimer("restore", str(some), "--yes", data=wiped)
    assert run.returncode == 1
    assert "is no zip" in run.stderr
