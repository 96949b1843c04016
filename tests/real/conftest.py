"""Fixtures of the tests with a real window and real sound (`make test-desktop`)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from real.machine import (
    Display,
    Recorder,
    SoundServer,
    running_display,
    running_sound_server,
)


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


@pytest.fixture
def recorder(sound_server: SoundServer, tmp_path: Path) -> Iterator[Recorder]:
    """Records what the sound server plays, between its `start()` and `stop()`."""
    recorder = Recorder(sound_server, tmp_path)
    yield recorder
    recorder.stop()
