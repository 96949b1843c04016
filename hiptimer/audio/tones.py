"""The sounds of all tones, made when first asked for. Importing this loads no NumPy."""

from typing import TYPE_CHECKING

from hiptimer.audio.recipe import Recipe, read_recipe
from hiptimer.model.cue import Tone

if TYPE_CHECKING:
    from hiptimer.audio.synthesis import Samples

RATE = 48_000
"""Samples a second of everything that is played."""


class ToneBank:
    """Every tone as stereo samples; each is made once and kept."""

    def __init__(self, recipe: Recipe) -> None:
        self.rate = RATE
        self._recipe = recipe
        self._sounds: dict[Tone, Samples] = {}

    @classmethod
    def read(cls, toml: bytes) -> "ToneBank":
        """The bank of a recipe file; AudioError says what is wrong with it."""
        return cls(read_recipe(toml))

    def seconds(self, tone: Tone) -> float:
        return self._recipe.tones[tone].seconds

    def sound(self, tone: Tone) -> "Samples":
        """float32 of shape (n, 2), full scale 1. Not to be written to."""
        if tone not in self._sounds:
            self._sounds[tone] = self._made(tone)
        return self._sounds[tone]

    def _made(self, tone: Tone) -> "Samples":
        # NumPy is loaded with the first tone, on the mixer's thread, after the first frame.
        from hiptimer.audio.synthesis import panned, synthesise

        return panned(synthesise(self._recipe, tone, self.rate), self._recipe.tones[tone].pan)
