"""The run days from the command line."""

import json
import subprocess
import sys
from pathlib import Path

from icalendar import Calendar


def hiptimer(*args: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def choose(data: Path, **choices: object) -> None:
    folder = data / "config"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps(choices))


def test_the_week_is_told(tmp_path: Path) -> None:
    choose(tmp_path, run_days=[0, 3], run_at="07:00:00", reminder_min=5)
    assert hiptimer("week", data=tmp_path).stdout.splitlines() == [
        "Pre-run activation on Mon and Thu at 07:00, with a reminder 5 min before",
        "The goal is 3 sessions a week.",
    ]


def test_the_week_is_written(tmp_path: Path) -> None:
    choose(tmp_path, run_days=[0, 3], run_at="07:00:00")
    file = tmp_path / "runs.ics"
    run = hiptimer("week", "--ics", str(file), data=tmp_path)
    assert run.returncode == 0, run.stderr
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event["rrule"]["byday"] == ["MO", "TH"]


def test_without_a_run_day_it_is_told(tmp_path: Path) -> None:
    choose(tmp_path, run_days=[])
    run = hiptimer("week", "--ics", str(tmp_path / "runs.ics"), data=tmp_path)
    assert run.returncode == 1
    assert "No run day is chosen yet. Choose at least one in Settings." in run.stderr
    assert not (tmp_path / "runs.ics").exists()
