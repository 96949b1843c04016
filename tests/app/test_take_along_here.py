"""`hiptimer audio`, as a process: what it prints, how it ends, and what it leaves."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import soundfile

SHORT = """id = "short"
name = "Short"
when = "now"
[[steps]]
exercise = "clam-basic"
reps = 1
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a routine of half a minute."""
    (tmp_path / "data" / "routines").mkdir(parents=True)
    (tmp_path / "data" / "routines" / "short.toml").write_text(SHORT)
    return tmp_path / "data"


def command(data: Path, *args: str) -> list[str]:
    return [sys.executable, "-m", "hiptimer", "--data-dir", str(data), "audio", *args]


def audio(data: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(data, *args), capture_output=True, text=True, timeout=60, check=False
    )


def test_in_a_pipe_it_prints_one_line_about_what_it_wrote(data: Path, tmp_path: Path) -> None:
    run = audio(data, "short", "-o", str(tmp_path / "run.ogg"))
    assert (run.returncode, run.stderr) == (0, "")
    assert re.fullmatch(r"run\.ogg: \d+ s, \d\.\d MB, 2 chapters\.\n", run.stdout)
    assert soundfile.info(tmp_path / "run.ogg").frames > 20 * 48_000


def test_with_tones_alone_it_says_less(data: Path, tmp_path: Path) -> None:
    assert audio(data, "short", "-o", str(tmp_path / "a.ogg"), "--voice", "talkative").stdout
    assert audio(data, "short", "-o", str(tmp_path / "b.ogg"), "--voice", "tones").stdout
    assert (tmp_path / "b.ogg").stat().st_size < (tmp_path / "a.ogg").stat().st_size
    assert not (data / "config" / "settings.json").exists()


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("short", "-o", "run.flac"), 1, ".ogg, .mp3 or .wav"),
        (("short", "-o", "no/such/run.ogg"), 1, "run.ogg cannot be written: No such file"),
        (("shrt", "-o", "run.ogg"), 2, "Did you mean short?"),
        (("short", "-o", "run.ogg", "--voice", "loud"), 2, "--voice"),
        (("short",), 2, "--output"),
    ],
)
def test_what_cannot_be_is_said_in_words(
    data: Path, args: tuple[str, ...], code: int, words: str
) -> None:
    run = subprocess.run(
        command(data, *args), capture_output=True, text=True, cwd=data, timeout=60, check=False
    )
    assert run.returncode == code
    assert words in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_it_leaves_nothing_behind(
    data: Path, tmp_path: Path, number: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    run = subprocess.Popen(
        command(data, "full-hip-15", "-o", str(folder / "run.mp3")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 30
    while not any(f.stat().st_size > 50_000 for f in folder.iterdir()):
        assert time.monotonic() < end
        time.sleep(0.02)
    run.send_signal(number)
    out, err = run.communicate(timeout=20)
    assert (run.returncode, out) == (130, "")
    assert err == "Stopped: run.mp3 is not written.\n"
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_disk_that_fills_up_is_said_in_words(data: Path, tmp_path: Path) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

    run = subprocess.run(
        command(data, "short", "-o", str(tmp_path / "run.wav")),
        capture_output=True,
        text=True,
        preexec_fn=limit,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert "run.wav cannot be written: File too large" in run.stderr
    assert [f for f in tmp_path.iterdir() if f.is_file()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_a_bar_shows_how_far_it_is(data: Path, tmp_path: Path) -> None:
    import pty

    person, terminal = pty.openpty()
    run = subprocess.run(
        command(data, "short", "-o", str(tmp_path / "run.wav")),
        stdout=subprocess.PIPE,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm"},
        timeout=60,
        check=False,
    )
    os.close(terminal)
    seen = os.read(person, 65_536).decode()
    os.close(person)
    assert run.returncode == 0
    assert "100%" in seen
    assert run.stdout.startswith(b"run.wav: ")
