"""The environment is made once, and again only when it must be; no network is used here.

Runs the real script in a small checkout of its own, whose lock is empty.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = '''
"""Builds a project of nothing but its name."""
import zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "small-1-py3-none-any.whl"
    info = "small-1.dist-info/"
    with zipfile.ZipFile(f"{wheel_directory}/{name}", "w") as wheel:
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\n")
        wheel.writestr(info + "RECORD", "")
    return name
'''


def set_up(checkout: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "packaging/setup_environment.py"],
        cwd=checkout,
        env={**os.environ, "PIP_NO_INDEX": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that was set up once."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "packaging").mkdir()
    for script in PACKAGING.glob("*.py"):
        shutil.copy(script, folder / "packaging")
    (folder / "packaging" / "requirements.txt").write_text("# nothing\n")
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    first = set_up(folder)
    assert first.returncode == 0, first.stderr
    assert "once" in first.stderr
    assert first.stdout == ""
    return folder


def libraries(checkout: Path) -> set[str]:
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = checkout / ".venv" / scripts / "python"
    question = "from importlib.metadata import distributions as d; print(*{x.name for x in d()})"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_it_holds_the_project_and_pip_alone(checkout: Path) -> None:
    assert libraries(checkout) == {"small", "pip"}


def test_a_second_run_does_nothing(checkout: Path) -> None:
    before = (checkout / ".venv" / "hiptimer-stamp.json").stat().st_mtime_ns
    second = set_up(checkout)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert (checkout / ".venv" / "hiptimer-stamp.json").stat().st_mtime_ns == before


def test_a_change_of_the_project_installs_it_again(checkout: Path) -> None:
    (checkout / "pyproject.toml").write_text(PROJECT + "# changed\n")
    assert "once" in set_up(checkout).stderr
    assert set_up(checkout).stderr == ""


def test_a_step_that_fails_is_told_and_tried_again(checkout: Path) -> None:
    lock = checkout / "packaging" / "requirements.txt"
    lock.write_text(f"no-such-library==1 --hash=sha256:{'0' * 64}\n")
    failed = set_up(checkout)
    assert failed.returncode == 1
    assert "stopped at this step" in failed.stderr
    lock.write_text("# nothing again\n")
    assert set_up(checkout).returncode == 0


def test_a_moved_checkout_gets_a_new_environment(checkout: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(checkout, moved, symlinks=True)
    done = set_up(moved)
    assert done.returncode == 0, done.stderr
    assert str(moved) in (moved / ".venv" / "hiptimer-stamp.json").read_text()
    assert libraries(moved) == {"small", "pip"}
