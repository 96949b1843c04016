"""Everything that can be heard: the tones and the spoken phrases."""

from typing import TYPE_CHECKING, Protocol

from hiptimer.audio.tones import ToneBank
from hiptimer.audio.voice import Voice
from hiptimer.model.cue import Phrase, Sound

if TYPE_CHECKING:
    from hiptimer.audio.synthesis import Samples


class SoundBank(Protocol):
    """What a soundtrack is made from."""

    @property
    def rate(self) -> int:
        """Samples a second."""

    def seconds(self, sound: Sound) -> float:
        """How long it sounds; 0 for what cannot be heard."""

    def sound(self, sound: Sound) -> "Samples":
        """float32 of shape (n, 2), full scale 1. Not to be written to."""


class Bank:
    """The tones beside the clips of a voice."""

    def __init__(self, tones: ToneBank, voice: Voice) -> None:
        self.rate = tones.rate
        self._tones = tones
        self._voice = voice

    def seconds(self, sound: Sound) -> float:
        if isinstance(sound, Phrase):
            return self._voice.seconds(sound.text)
        return self._tones.seconds(sound)

    def sound(self, sound: Sound) -> "Samples":
        if isinstance(sound, Phrase):
            return self._voice.sound(sound.text)
        return self._tones.sound(sound)
