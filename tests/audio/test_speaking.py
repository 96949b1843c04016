import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from audio.humming import Hum

from hiptimer.audio.clips import read_clips
from hiptimer.audio.errors import AudioError
from hiptimer.audio.lines import Line
from hiptimer.audio.speaking import Job, speak
from hiptimer.audio.synthesiser import NEEDED, Kokoro, is_available

LINES = (Line("Clamshell."), Line("Unspeakable."), Line("Bridge."))


def job(folder: Path) -> Job:
    return Job(voice_file="voices/hum.npz", folder=str(folder), lines=LINES)


def test_each_line_is_reported_and_its_clip_is_there(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    speak(job(tmp_path), make=Hum)
    reports = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [report["phrase"] for report in reports] == [line.phrase for line in LINES]
    assert [bool(report["problem"]) for report in reports] == [False, True, False]
    assert {clip.phrase for clip in read_clips(tmp_path).clips} == {"Clamshell.", "Bridge."}


def test_the_manifest_names_who_spoke(tmp_path: Path) -> None:
    speak(job(tmp_path), make=Hum)
    assert json.loads((tmp_path / "manifest.json").read_text())["voice"] == "hum"


@pytest.mark.parametrize("stdin", [b"", b"{}", b'{"voice_file": 1}'])
def test_a_nonsense_job_ends_in_words(stdin: bytes) -> None:
    command = [sys.executable, "-P", "-m", "hiptimer.audio.speaking"]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.skipif(is_available(), reason="the extra `voice` is installed here")
def test_without_the_extra_the_voice_says_that_it_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="cannot be loaded"):
        Kokoro(tmp_path / "af_heart.npz")


def test_looking_for_the_extra_loads_nothing() -> None:
    program = (
        "import sys; from hiptimer.audio.synthesiser import is_available; is_available()\n"
        "print([name for name in ('numpy', 'scipy', 'onnxruntime') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_one_missing_package_is_a_missing_extra() -> None:
    there = [name for name in NEEDED if importlib.util.find_spec(name)]
    assert is_available(there)
    assert not is_available([*there, "no_such_package_at_all"])


def test_a_job_survives_its_way_to_the_other_process(tmp_path: Path) -> None:
    sent = job(tmp_path)
    assert msgspec.json.decode(msgspec.json.encode(sent), type=Job) == sent
