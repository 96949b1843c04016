"""The command line, as a process: what it prints and how it ends."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import pytest

SOUNDLESS = {"SDL_AUDIODRIVER": "none-such"}


SAMPLE = Path(__file__).parents[1] / "sessions" / "sample"


def environment(**more: str) -> dict[str, str]:
    """Without a display and without sound."""
    away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return {**kept, **SOUNDLESS, **more}


def hiptimer(*args: str, data: Path, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment(),
        timeout=timeout,
        check=False,
    )


def popen(*args: str, data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment(),
    )


def history(data: Path) -> list[dict]:
    run = hiptimer("history", "--json", data=data)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def done(session: dict) -> list[tuple]:
    return [
        (s["exercise"]["id"], s["side"], s["reps"], s["hold_s"], s["outcome"])
        for s in session["sets"]
    ]


def test_without_a_display_in_a_pipe_the_routines_are_listed(tmp_path: Path) -> None:
    run = hiptimer(data=tmp_path)
    assert run.returncode == 0
    first, *rest = run.stdout.splitlines()
    assert first == "There is no display to open a window on."
    assert len(rest) == 12


def test_a_whole_workout_at_speed_60(tmp_path: Path) -> None:
    began = time.monotonic()
    run = hiptimer("start", "pre-run-activation", "--text", "--speed", "60", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert 5 < time.monotonic() - began < 20
    (session,) = history(tmp_path)
    assert (session["status"], session["speed"]) == ("complete", 60.0)
    assert done(session) == [
        ("bridge-basic", "both", 10, None, "done"),
        ("bridge-hold", "both", None, 30.0, "done"),
        ("clam-basic", "left", 10, None, "done"),
        ("clam-basic", "right", 10, None, "done"),
        ("quad-hip-extension", "left", 8, None, "done"),
        ("quad-hip-extension", "right", 8, None, "done"),
        ("lunge-side", "left", 5, None, "done"),
        ("lunge-side", "right", 5, None, "done"),
    ]
    assert "Done" in run.stdout
    assert run.stdout.rstrip().endswith("saved")
    began_at, ended_at = (datetime.fromisoformat(session[at]) for at in ("started_at", "ended_at"))
    routines = json.loads(hiptimer("list", "routines", "--json", data=tmp_path).stdout)
    promised = next(r["duration_s"] for r in routines if r["id"] == "pre-run-activation")
    assert (ended_at - began_at).total_seconds() * 60 == pytest.approx(promised, abs=0.1)


def without_words(data: Path) -> None:
    """Choose tones only: gaps then last as long as the body needs, and no longer for words."""
    (data / "config").mkdir()
    (data / "config" / "settings.json").write_text('{"voice": "tones"}', encoding="utf-8")


def test_basic_three_gives_three_holds_with_their_way_in_and_out(tmp_path: Path) -> None:
    without_words(tmp_path)
    run = hiptimer("start", "basic-three", "--text", "--speed", "400", data=tmp_path)
    assert run.returncode == 0, run.stderr
    (session,) = history(tmp_path)
    assert [s["hold_s"] for s in session["sets"] if s["hold_s"]] == [30.0, 30.0, 30.0]
    routines = json.loads(hiptimer("list", "routines", "--json", data=tmp_path).stdout)
    seconds = next(r["duration_s"] for r in routines if r["id"] == "basic-three")
    # 2 s up and 4 s of rolling down around each hold, the clamshells and lunges, gaps and rests.
    assert seconds == 784


def test_killed_in_the_middle_nothing_announced_is_missing(tmp_path: Path) -> None:
    run = popen("start", "pre-run-activation", "--text", "--speed", "30", data=tmp_path)
    assert run.stdout is not None
    announced = 0
    for line in run.stdout:
        announced += "saved:" in line
        if announced == 7:
            break
    (live,) = history(tmp_path)
    assert live["status"] == "running"
    run.send_signal(signal.SIGKILL)
    rest = run.stdout.read()
    run.communicate()
    announced += len(re.findall(r"saved: \d+ rep", rest))  # a slow machine gets on to a hold
    (session,) = history(tmp_path)
    assert session["status"] == "interrupted"
    reps = sum(s["reps"] or 0 for s in session["sets"])
    assert announced <= reps <= announced + 1  # a commit whose line the kill cut off
    assert session["ended_at"] is not None
    outcomes = [s["outcome"] for s in session["sets"]]
    begun = [outcome for outcome in outcomes if outcome != "skipped"]
    assert begun
    assert outcomes == [*begun, *["skipped"] * (len(outcomes) - len(begun))]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_by_the_system_it_keeps_what_was_done(tmp_path: Path, number: int) -> None:
    run = popen("start", "pre-run-activation", "--text", "--speed", "30", data=tmp_path)
    assert run.stdout is not None
    for line in run.stdout:
        if "saved: 2 reps" in line:
            break
    run.send_signal(number)
    out, err = run.communicate(timeout=20)
    assert run.returncode == 130, err
    assert "Stopped" in out
    (session,) = history(tmp_path)
    assert session["status"] == "stopped"
    assert session["sets"][0]["reps"] >= 2
    assert session["sets"][0]["outcome"] == "partial"


def test_a_reader_that_goes_away_stops_it_and_keeps_what_was_done(tmp_path: Path) -> None:
    run = popen("start", "pre-run-activation", "--text", "--speed", "30", data=tmp_path)
    assert run.stdout is not None
    for line in run.stdout:
        if "saved: 1 rep" in line:
            break
    run.stdout.close()
    assert run.stderr is not None
    assert (run.wait(timeout=20), run.stderr.read()) == (130, "")
    run.stderr.close()
    (session,) = history(tmp_path)
    assert (session["status"], session["sets"][0]["outcome"]) == ("stopped", "partial")


def test_unknown_names_suggest_the_nearest(tmp_path: Path) -> None:
    run = hiptimer("start", "pre-run-activaton", "--text", data=tmp_path)
    assert run.returncode == 2
    assert "Did you mean pre-run-activation?" in run.stderr


@pytest.mark.parametrize("speed", ["0", "-1", "fast", "nan", "inf"])
def test_an_absurd_speed_is_refused(tmp_path: Path, speed: str) -> None:
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", speed, data=tmp_path)
    assert run.returncode == 2, run.stdout
    assert "--speed" in run.stderr


def test_a_speed_may_have_a_decimal_comma(tmp_path: Path) -> None:
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", "499,5", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert history(tmp_path)[0]["speed"] == 499.5


def test_exercises_as_json(tmp_path: Path) -> None:
    exercises = json.loads(hiptimer("list", "exercises", "--json", data=tmp_path).stdout)
    assert len(exercises) == 52
    assert next(e for e in exercises if e["id"] == "clam-band") == {
        "id": "clam-band",
        "name": "Clamshell, banded",
        "family": "clamshell",
        "level": 3,
        "position": "side-lying",
        "needs": ["mini-band"],
        "per_side": True,
        "easier_id": "clam-basic",
        "harder_id": "side-leg-raise",
    }


def test_routines_as_json(tmp_path: Path) -> None:
    routines = json.loads(hiptimer("list", "routines", "--json", data=tmp_path).stdout)
    assert len(routines) == 12
    matrix = next(r for r in routines if r["id"] == "lunge-matrix")
    assert set(matrix) == {"id", "name", "duration_s", "needs", "exercises"}
    assert matrix["exercises"] == [
        "lunge-front",
        "lunge-side",
        "lunge-curtsy",
        "lunge-cross-curtsy",
    ]
    words_s = matrix["duration_s"]
    without_words(tmp_path)
    routines = json.loads(hiptimer("list", "routines", "--json", data=tmp_path).stdout)
    matrix = next(r for r in routines if r["id"] == "lunge-matrix")
    assert matrix["duration_s"] == 200 < words_s


def test_an_empty_history(tmp_path: Path) -> None:
    assert history(tmp_path) == []
    assert hiptimer("history", data=tmp_path).stdout == "No sessions yet.\n"


def test_check_tells_file_and_place_and_what_is_allowed(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('id = "good"\nname = "G"\nwhen = "x"\n[[steps]]\nexercise = "clam-basic"\n')
    bad.write_text(
        'id = "bad"\nname = "B"\nwhen = "x"\n[[steps]]\nexercise = "clam-basik"\nhold_s = -5\n'
    )
    assert hiptimer("check", str(good), data=tmp_path).returncode == 0
    run = hiptimer("check", str(good), str(bad), data=tmp_path)
    assert run.returncode == 1
    assert "bad.toml" in run.stderr
    assert "hold_s" in run.stderr
    assert "-5" in run.stderr


def test_check_of_a_missing_file_is_told(tmp_path: Path) -> None:
    run = hiptimer("check", str(tmp_path / "none.toml"), data=tmp_path)
    assert run.returncode == 1
    assert "none.toml" in run.stderr


def test_the_doctor_reports(tmp_path: Path) -> None:
    run = hiptimer("doctor", "--probe-audio", data=tmp_path)
    assert run.returncode == 0, run.stderr
    told = {line[:20].strip(): line[20:].strip() for line in run.stdout.splitlines()}
    assert told["display"] == "none"
    assert told["exercises"] == "52"
    assert told["audio"].startswith("no device")
    assert str(tmp_path) in told["data"]


def test_the_doctor_writes_a_report_to_paste(tmp_path: Path) -> None:
    hiptimer("list", "routines", data=tmp_path)
    run = hiptimer("doctor", "--report", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("hiptimer ")
    assert "--- Log ---" in run.stdout


def test_a_bad_file_among_good_ones_is_told_and_the_rest_works(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "broken.toml").write_text("id = [")
    (folder / "stranger.toml").write_text(
        'id = "stranger"\nname = "S"\nwhen = "x"\n[[steps]]\nexercise = "none-such"\n'
    )
    (folder / "empty.toml").write_text('id = "empty"\nname = "E"\nwhen = "x"\nsteps = []\n')
    (folder / "mine.toml").write_text(
        'id = "mine"\nname = "Mine"\nwhen = "x"\n[[steps]]\nexercise = "clam-basic"\n'
    )
    run = hiptimer("list", "routines", data=tmp_path)
    assert run.returncode == 0
    assert "Mine" in run.stdout
    for name in ("broken.toml", "stranger.toml", "empty.toml"):
        assert name in run.stderr
    assert (folder / "broken.toml").exists()
    run = hiptimer("start", "stranger", "--text", data=tmp_path)
    assert run.returncode == 2
    assert "cannot be used" in run.stderr
    assert "none-such" in run.stderr


def test_a_history_that_is_no_database_is_set_aside_and_told(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_text("these are my shoes")
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", "500", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "Nothing was deleted" in run.stderr
    (aside,) = tmp_path.glob("history-set-aside-*.db")
    assert aside.read_text() == "these are my shoes"
    assert len(history(tmp_path)) == 1


def test_a_history_from_a_newer_version_is_left_alone_and_the_session_kept(
    tmp_path: Path,
) -> None:
    assert hiptimer("start", "two-minute-primer", "--text", "--speed", "500", data=tmp_path)
    file = tmp_path / "history.db"
    raw = bytearray(file.read_bytes())
    raw[60:64] = (99).to_bytes(4, "big")
    file.write_bytes(raw)
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", "500", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "newer" in run.stderr
    assert file.read_bytes() == bytes(raw)
    (waiting,) = (tmp_path / "cache").glob("hiptimer-session-*.json")
    assert json.loads(waiting.read_text())["status"] == "complete"


def test_damage_that_only_reading_meets_is_mended_at_once_and_told(tmp_path: Path) -> None:
    assert hiptimer("import", "--yes", str(SAMPLE), data=tmp_path).returncode == 0
    before, file = history(tmp_path), tmp_path / "history.db"
    content = file.read_bytes()
    at = content.index(f"{before[-1]['id']}complete".encode()) + len(before[-1]["id"])
    file.write_bytes(content[:at] + b"xx" + content[at + 2 :])
    run = hiptimer("history", "--json", data=tmp_path)
    assert run.returncode == 0
    assert f"{len(before)} sessions could be saved" in run.stderr
    assert {one["id"] for one in json.loads(run.stdout)} == {one["id"] for one in before}


def test_a_history_that_cannot_be_read_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    run = hiptimer("history", data=tmp_path)
    assert run.returncode == 1
    assert "cannot be used" in run.stderr
    assert "No sessions yet" not in run.stdout


def test_without_a_data_folder_a_workout_waits_for_it_and_for_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "file").write_text("")
    data = tmp_path / "file" / "data"
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", "500", data=data)
    assert run.returncode == 0, run.stderr
    assert "Done" in run.stdout
    assert "hiptimer-session-" in run.stdout + run.stderr
    assert history(tmp_path / "other") == []
    (tmp_path / "file").unlink()
    assert [one["status"] for one in history(data)] == ["complete"]


def test_settings_of_nonsense_are_told_and_nothing_stops(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text("{nonsense")
    run = hiptimer("start", "two-minute-primer", "--text", "--speed", "500", data=tmp_path)
    assert run.returncode == 0
    assert "settings.json" in run.stderr
    assert (tmp_path / "config" / "settings.json").read_text() == "{nonsense"


@contextmanager
def on_a_terminal(*args: str, data: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The program on a pseudo-terminal, and the end on which a person types and reads."""
    import pty

    person, terminal = pty.openpty()
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args]
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment(TERM="xterm")
    ) as run:
        os.close(terminal)
        try:
            yield run, person
        finally:
            run.kill()
            os.close(person)


def read_until(person: int, words: str, limit_s: float = 20) -> str:
    text, end = "", time.monotonic() + limit_s
    while words not in text:
        assert time.monotonic() < end, f"waited for {words!r} in {text!r}"
        text += os.read(person, 4096).decode()
    return text


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
def test_on_a_terminal_without_a_display_enter_starts_the_proposed_routine(tmp_path: Path) -> None:
    with on_a_terminal(data=tmp_path) as (run, person):
        read_until(person, "Enter starts Pre-run activation")
        os.write(person, b"\n")
        read_until(person, "Get ready 12")
        os.write(person, b"\x1b[C")
        read_until(person, "Glute bridge: 1 of 10 lift")
        os.write(person, b" ")
        read_until(person, "Paused")
        os.write(person, b"\x1b")
        read_until(person, "Esc again: stop and keep.")
        os.write(person, b"\x1b")
        read_until(person, "nothing counted · saved")
        assert run.wait(timeout=20) == 130
    (session,) = history(tmp_path)
    assert (session["status"], len(session["pauses"])) == ("stopped", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals on Windows")
def test_on_a_terminal_ctrl_c_leaves_the_offer(tmp_path: Path) -> None:
    with on_a_terminal(data=tmp_path) as (run, person):
        read_until(person, "Ctrl-C leaves.")
        # The prompt is written before the line is waited for: one pressed in between is not heard.
        for _ in range(5):
            run.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                run.wait(timeout=4)
                break
        assert run.returncode == 0
    assert history(tmp_path) == []


def test_without_the_libraries_of_the_window_the_terminal_is_named(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1 is missing')")
    run = subprocess.run(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(tmp_path / "data")],
        env=environment(QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path)),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 1
    assert "libEGL.so.1 is missing" in run.stderr
    assert "--text" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_picture_of_an_exercise_is_written(tmp_path: Path) -> None:
    for name, size in (("light", 400), ("dark", 200)):
        out = tmp_path / f"{name}.png"
        args = ("picture", "clam-band", "-o", str(out), "--theme", name, "--height", str(size))
        run = hiptimer(*args, data=tmp_path / "data")
        assert run.returncode == 0, run.stderr
        assert out.read_bytes().startswith(b"\x89PNG")
        width, height = (int.from_bytes(out.read_bytes()[at : at + 4], "big") for at in (16, 20))
        assert (width, height) == (2 * 3 * size // 2, size)  # two moments


def test_a_picture_of_a_pose_file_with_a_fault_names_the_fault(tmp_path: Path) -> None:
    file = tmp_path / "clam-basic.toml"
    file.write_text("[closed]\ntouches = []\n")
    run = hiptimer("picture", str(file), "-o", str(tmp_path / "out.png"), data=tmp_path / "data")
    assert run.returncode == 1
    assert "clam-basic.toml" in run.stderr
    run = hiptimer("picture", "clam-bnd", "-o", "out.png", data=tmp_path / "data")
    assert run.returncode == 2
    assert "Did you mean clam-band?" in run.stderr


def test_a_pose_file_is_drawn_again_when_it_changes(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[1] / "assets" / "poses" / "clam-basic.toml"
    file, out = tmp_path / "clam-basic.toml", tmp_path / "out.png"
    file.write_bytes(shipped.read_bytes())
    run = popen("picture", str(file), "-o", str(out), "--watch", data=tmp_path / "data")
    assert run.stdout is not None
    assert "is drawn" in run.stdout.readline()
    first = out.read_bytes()
    file.write_text(shipped.read_text().replace("0.414", "0.30"))
    assert "is drawn" in run.stdout.readline()
    assert out.read_bytes() != first
    run.kill()
    run.communicate()


def test_files_cannot_be_opened_without_a_display(tmp_path: Path) -> None:
    run = hiptimer("open", "routine.toml", data=tmp_path)
    assert (run.returncode, run.stdout) == (1, "")
    assert "There is no display to open a window on." in run.stderr
