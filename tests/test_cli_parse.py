"""`hiptimer parse`, as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLAM = "clamshell 3x10 each side, 5 s hold, 30 s rest"


def parse(
    *args: str, data: Path, typed: bytes = b"", coding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-m", "hiptimer", "--data-dir", str(data), "parse", *args],
        capture_output=True,
        input=typed,
        env={**os.environ, "PYTHONIOENCODING": coding},
        timeout=60,
        check=False,
    )
    out, err = run.stdout.decode(), run.stderr.decode()
    return subprocess.CompletedProcess(run.args, run.returncode, out, err)


def test_all_of_it_is_understood(tmp_path: Path) -> None:
    run = parse(CLAM, "--json", data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {
        "steps": [
            {
                "exercise": "clam-basic",
                "sets": 3,
                "reps": 10,
                "hold_s": 5,
                "tempo": None,
                "rest_s": 30,
                "per_side": True,
            }
        ],
        "not_understood": [],
        "remarks": [],
    }


def test_what_is_not_understood_is_told_and_is_the_exit_code(tmp_path: Path) -> None:
    run = parse("clam bell 3x10", data=tmp_path)
    assert run.returncode == 1
    assert 'There is no exercise called "clam bell". Did you mean Clamshell?' in run.stdout


@pytest.mark.parametrize("words", [CLAM.split(), [f"- {CLAM}"], ["-", *CLAM.split()]])
def test_words_without_quotes_and_bullets_are_text_too(words: list[str], tmp_path: Path) -> None:
    run = parse(*words, data=tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout == "1. Clamshell: 3 sets, 10 reps, hold 5 s, each side, rest 30 s\n"


def test_standard_input_has_lines(tmp_path: Path) -> None:
    typed = "1) Bridge 3×10\n2) Side plank 30 s × 3 each side\n".encode()
    run = parse("-", data=tmp_path, typed=typed)
    assert (run.returncode, run.stdout.splitlines()) == (
        0,
        [
            "1. Glute bridge: 3 sets, 10 reps",
            "2. Side plank: 3 sets, hold 30 s, each side",
        ],
    )


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    run = parse("-", data=tmp_path, typed=b"bridge 3x10 \xff\xfe")
    assert run.returncode == 1
    assert "1. Glute bridge: 3 sets, 10 reps" in run.stdout
    assert "Traceback" not in run.stderr


def test_a_terminal_without_the_signs_of_a_text_still_shows_it(tmp_path: Path) -> None:
    run = parse("bridge 3x10 ☃", data=tmp_path, coding="ascii")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr


def test_help_says_what_the_exit_code_means(tmp_path: Path) -> None:
    run = parse("--help", data=tmp_path)
    assert run.returncode == 0
    assert "exit code" in " ".join(run.stdout.split())


def test_bytes_that_are_no_text_are_not_understood_and_told(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("There, arguments are text.")
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(tmp_path), "parse", "--json"]
    run = subprocess.run(
        [*map(os.fsencode, command), b"clam \xff 3x10"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1, run.stderr.decode()
    told = json.loads(run.stdout)
    assert told["steps"][0]["exercise"] == "clam-basic"
    assert [one["text"] for one in told["not_understood"]] == ["\N{REPLACEMENT CHARACTER}"]
