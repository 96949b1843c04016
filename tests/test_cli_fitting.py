"""A routine started with less time than it takes."""

import json
import subprocess
import sys
from pathlib import Path


def hiptimer(*args: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_routine_is_trimmed_to_the_minutes_there_are(tmp_path: Path) -> None:
    run = hiptimer(
        "start", "basic-three", "--minutes", "3", "--text", "--speed", "1000", data=tmp_path
    )
    assert run.returncode == 0, run.stderr
    first, second, *_ = run.stdout.splitlines()
    assert first.startswith("Basic three in 2 min ")
    assert "2 of 3 rounds left out · 6 instead of 10 reps · 15 instead of 30 s" in first
    assert second.startswith("Basic three · 2 min ")
    sessions = json.loads(hiptimer("history", "--json", data=tmp_path).stdout)
    planned = [
        (s["round"], s["planned"]["reps"], s["planned"]["hold_s"]) for s in sessions[0]["sets"]
    ]
    assert {round_ for round_, _, _ in planned} == {1}
    assert {reps for _, reps, _ in planned} == {6, None}
    assert {hold_s for _, _, hold_s in planned} == {15, None}


def test_when_all_of_it_fits_that_is_said(tmp_path: Path) -> None:
    run = hiptimer(
        "start", "two-minute-primer", "--minutes", "9", "--text", "--speed", "1000", data=tmp_path
    )
    assert run.stdout.splitlines()[0].endswith(": all of it fits")


def test_when_nothing_fits_nothing_is_started(tmp_path: Path) -> None:
    run = hiptimer("start", "basic-three", "--minutes", "1", "--text", data=tmp_path)
    assert run.returncode == 1
    assert "Nothing of Basic three fits into 1 min: the least takes 1 min " in run.stderr
    assert json.loads(hiptimer("history", "--json", data=tmp_path).stdout) == []
