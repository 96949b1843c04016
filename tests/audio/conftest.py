"""The tones as they are shipped."""

from pathlib import Path

import pytest

from hiptimer.audio.bank import Bank
from hiptimer.audio.recipe import Recipe, read_recipe
from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice

TONES = Path(__file__).resolve().parents[2] / "assets" / "sounds" / "tones.toml"


@pytest.fixture(scope="session")
def recipe() -> Recipe:
    return read_recipe(TONES.read_bytes())


@pytest.fixture(scope="session")
def tones(recipe: Recipe) -> ToneBank:
    return ToneBank(recipe)


@pytest.fixture(scope="session")
def bank(tones: ToneBank) -> Bank:
    """The tones, and nothing to say."""
    return Bank(tones, Voice())


@pytest.fixture
def dummy_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """SDL's device that plays to nobody, in real time."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nowhere")
