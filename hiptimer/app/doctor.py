"""What a report about trouble needs to say: versions, folders, display, history and sound."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import hiptimer
from hiptimer.app.home import Home
from hiptimer.audio.probe import probe_device
from hiptimer.desktop.awake import ScreenError
from hiptimer.desktop.display import has_display
from hiptimer.desktop.screen import screen_keeper

LIBRARIES = (
    "PySide6-Essentials",
    "pygame",
    "pygame-ce",
    "numpy",
    "jeepney",
    "msgspec",
    "platformdirs",
    "click",
    "tomlkit",
    "icalendar",
)


def report(home: Home, *, probe_audio: bool) -> Iterator[tuple[str, str]]:
    """Lines of the report as a name and what is found, in order."""
    yield "hiptimer", hiptimer.__version__
    yield "Python", f"{platform.python_version()} on {platform.platform()}"
    for library in LIBRARIES:
        if found := _version(library):
            yield library, found
    for name, folder in _folders(home):
        yield name, f"{folder} ({_state_of(folder)})"
    yield "display", "found" if has_display(os.environ, sys.platform) else "none"
    yield "screen", _screen(home)
    yield "exercises", str(len(home.catalogue.exercises))
    yield "routines", str(len(home.catalogue.routines))
    yield "sessions", str(home.read_past().sessions)
    for problem in home.problems:
        yield "problem", problem
    if probe_audio:
        yield from _audio()


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _folders(home: Home) -> Iterator[tuple[str, Path]]:
    paths = home.paths
    yield from (
        ("data", paths.data),
        ("config", paths.config),
        ("cache", paths.cache),
        ("logs", paths.logs),
    )


def _state_of(folder: Path) -> str:
    if not folder.exists():
        return "not made yet"
    return "can be written" if os.access(folder, os.W_OK) else "cannot be written"


def _screen(home: Home) -> str:
    """Whether it is kept on during a workout, found out by doing it."""
    if not home.settings.keep_awake:
        return "is not kept on, as chosen"
    try:
        hold = screen_keeper(os.environ)()
    except ScreenError as error:
        return str(error)
    hold.release()
    return f"is kept on through {hold.way}"


def _audio() -> Iterator[tuple[str, str]]:
    found = probe_device()
    if not found.is_usable:
        yield "audio", f"no device: {found.error}"
        return
    yield "audio", f"opened through {found.driver}"
    for device in found.devices:
        yield "audio device", device
