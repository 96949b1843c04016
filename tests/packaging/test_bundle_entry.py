"""Where a bundle starts: the program, or the child that tries the audio device."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hiptimer.audio.open_here import OPEN_HERE

ENTRY = Path(__file__).resolve().parent.parent.parent / "packaging" / "bundle_entry.py"


def run(*words: str, **env: str) -> "subprocess.CompletedProcess[str]":
    whole = {**os.environ, "SDL_AUDIODRIVER": "dummy", **env}
    return subprocess.run(
        [sys.executable, str(ENTRY), *words], env=whole, capture_output=True, text=True, check=False
    )


def test_it_is_the_program(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path), "--version")
    assert done.returncode == 0
    assert done.stdout.startswith("hiptimer, version ")


def test_it_opens_the_audio_device_when_it_is_asked_to() -> None:
    done = run(OPEN_HERE)
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[-1])["driver"] == "dummy"


def test_other_programs_find_the_libraries_that_they_found_before() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ENTRY.parent)!r}); sys.argv = ['x', '--version'];"
        "import atexit, os, bundle_entry;"
        "atexit.register(lambda: print(os.environ['LD_LIBRARY_PATH'])); bundle_entry.main()"
    )
    env = {**os.environ, "LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/before"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "/before"
