"""The wheel carries everything: built, installed apart from the checkout, and run elsewhere.

Needs no network: the build uses the installed hatchling, and the new environment sees the
libraries of the present one.
"""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
LIMIT_S = 120


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; its complaint is part of the failure."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=LIMIT_S
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment's programs, with the wheel installed in it.

    A `.pth` file adds the libraries' folder. Python does not follow the `.pth` files in
    there, so the checkout, which is installed in that way, stays unseen.
    """
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    paths = sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})
    libraries = Path(paths["purelib"]) / "libraries.pth"
    libraries.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    programs = Path(paths["scripts"])
    pip = (sys.executable, "-m", "pip", "--python", programs / "python")
    # --ignore-installed: the checkout's own record in the libraries' folder is not this one.
    install = ("install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", wheel)
    run(*pip, *install, cwd=folder)
    return programs


def test_it_carries_every_asset(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    for folder in ("assets", "sessions"):
        files = [file for file in (CHECKOUT / folder).rglob("*") if file.is_file()]
        assert files
        missing = {f"hiptimer/{file.relative_to(CHECKOUT).as_posix()}" for file in files} - carried
        assert not missing


def test_it_carries_nothing_of_the_checkout_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hiptimer"}


def test_installed_it_uses_its_own_assets(installed: Path, tmp_path: Path) -> None:
    question = "from hiptimer import resources; print(resources.assets(), resources.sessions())"
    answer = run(installed / "python", "-c", question, cwd=tmp_path)
    for folder in answer.split():
        assert Path(folder).is_relative_to(installed.parent)


def test_installed_it_lists_the_routines_from_anywhere(installed: Path, tmp_path: Path) -> None:
    hiptimer = installed / "hiptimer"
    mine = tmp_path / "mine"
    answer = run(hiptimer, "--data-dir", mine, "list", "routines", "--json", cwd=tmp_path)
    shipped = {file.stem for file in (CHECKOUT / "assets" / "routines").glob("*.toml")}
    assert shipped
    assert {routine["id"] for routine in json.loads(answer)} == shipped
