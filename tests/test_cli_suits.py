"""A routine started on the command line spares what is sore, and says so."""

import json
import subprocess
import sys
from pathlib import Path

from hiptimer.model.complaint import Complaint


def hiptimer(*args: str, data: Path, sore: list[str]) -> subprocess.CompletedProcess[str]:
    settings = data / "config" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"sore": sore}))
    command = [sys.executable, "-m", "hiptimer", "--data-dir", str(data), *args]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_what_is_sore_is_spared_and_told(tmp_path: Path) -> None:
    args = ("start", "lunge-matrix", "--text", "--speed", "1000")
    run = hiptimer(*args, data=tmp_path, sore=["outer-hip", "groin"])
    assert run.returncode == 0, run.stderr
    assert "Sore outer hip: Reverse lunge instead of Curtsy lunge" in run.stderr
    assert "See a clinician about groin pain" in run.stderr
    past = hiptimer("history", "--json", data=tmp_path, sore=[]).stdout
    done = {record["exercise"]["id"] for record in json.loads(past)[0]["sets"]}
    assert "lunge-reverse" in done
    assert not done & {"lunge-curtsy", "lunge-cross-curtsy", "lunge-side"}


def test_where_nothing_is_left_nothing_starts(tmp_path: Path) -> None:
    args = ("start", "hip-flow", "--text", "--speed", "1000")
    run = hiptimer(*args, data=tmp_path, sore=[place.value for place in Complaint])
    assert run.returncode == 1
    assert "Nothing of Hip flow is left" in run.stderr
    assert run.stdout == ""
