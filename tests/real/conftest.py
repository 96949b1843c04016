"""Fixtures of the tests with a real window and real sound (`make test-desktop`)."""

import os
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtWidgets import QApplication
from real.machine import (
    Display,
    Recorder,
    SoundServer,
    running_display,
    running_sound_server,
)
from real.mortal import MortalServer, mortal_server, tones_alone

from hiptimer.audio.mixer import Mixer
from hiptimer.audio.output import SoundState


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """A screen with a window manager; start the program with `env=display.env`."""
    with running_display() as display:
        yield display


@pytest.fixture(scope="session")
def sound_server() -> Iterator[SoundServer]:
    """A sound server; start the program with `{**display.env, **sound_server.env}`."""
    with running_sound_server() as server:
        yield server


@pytest.fixture(scope="session")
def qapp(display: Display, sound_server: SoundServer) -> Iterator[QApplication]:
    """Qt on the private screen, with the private sound server."""
    os.environ.update({**display.env, **sound_server.env})
    app = QApplication(["hiptimer"])
    assert app.platformName() == "xcb"
    yield app
    app.shutdown()  # before the screen goes


@pytest.fixture
def recorder(sound_server: SoundServer, tmp_path: Path) -> Iterator[Recorder]:
    """Records what the sound server plays, between its `start()` and `stop()`."""
    recorder = Recorder(sound_server, tmp_path)
    yield recorder
    recorder.stop()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MortalServer]:
    """A sound server of the test's own, not yet started; a mixer made here plays to it."""
    with mortal_server() as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def states() -> "SimpleQueue[SoundState]":
    """The news of `mixer`."""
    return SimpleQueue()


@pytest.fixture
def mixer(states: "SimpleQueue[SoundState]") -> Iterator[Mixer]:
    """Tones alone, not yet started."""
    mixer = Mixer(tones_alone(), on_state=states.put)
    yield mixer
    mixer.stop_all()
    mixer.close(1)
