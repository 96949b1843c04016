"""The recipe file is read whole or refused in words."""

from pathlib import Path

import pytest

from hiptimer.audio.errors import AudioError
from hiptimer.audio.recipe import Recipe, hertz, read_recipe
from hiptimer.model.cue import Tone

TONES = Path(__file__).resolve().parents[2] / "assets" / "sounds" / "tones.toml"


def test_the_shipped_recipe_has_a_sound_for_every_tone(recipe: Recipe) -> None:
    assert set(recipe.tones) == set(Tone)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('timbre = "wood"', 'timbre = "tin"', "'tin'; there are bell, reed, soft, wood"),
        ('[tones.halfway]\ntimbre = "wood"', '[tones.halfways]\ntimbre = "wood"', "halfways"),
        ('pitch = "A6"', 'pitch = "H6"', "pitch"),
        ("seconds = 0.62", "seconds = -1.0", "seconds"),
        ("pan = 0.7", "pan = 7.0", "pan"),
        ("pan = 0.7", "pen = 0.7", "pen"),
        ("peak_db = -6.0", "peak_db =", "line"),
    ],
)
def test_a_wrong_recipe_is_refused_with_its_reason(old: str, new: str, told: str) -> None:
    text = TONES.read_text()
    assert old in text
    with pytest.raises(AudioError, match=told):
        read_recipe(text.replace(old, new).encode())


def test_a_tone_without_sound_is_named() -> None:
    before, rest = TONES.read_text().split("[tones.halfway]")
    _, after = rest.split("# Where the body goes.")
    with pytest.raises(AudioError, match="no sound for: halfway"):
        read_recipe(f"{before}# {after}".encode())


@pytest.mark.parametrize(
    ("pitch", "frequency"), [("A4", 440), ("A5", 880), ("C4", 261.626), ("F#5", 739.989)]
)
def test_pitches_are_in_equal_temperament(pitch: str, frequency: float) -> None:
    assert hertz(pitch) == pytest.approx(frequency, abs=0.001)
    assert hertz("Gb5") == hertz("F#5")
