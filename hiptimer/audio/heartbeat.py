"""Whether the audio device takes what is mixed for it, told by a fade that nobody hears.

A suspended or hung sound server raises nothing: it merely asks for no more sound. A silent sound
is faded in very slowly, and its volume rises only while sound is asked for. Unlike the end of a
sound, a fade never makes the mixing thread wait for Python, so the beat is safe from it.
"""

from collections.abc import Callable

from pygame import mixer

STEPS = 128
"""In how many steps SDL_mixer's volume rises."""

STEP_S = 0.5
FADE_MS = round(1000 * STEP_S * STEPS)
SILENT_FRAMES = 48_000

STILL_S = STEP_S + 1.0
"""A volume that has not risen for so long stands still."""

FIRST_S = 3.5
"""The same for a stream just opened: a server may ask for its first sound 2 s late (measured on a
null sink), and a wireless speaker has to be reached first."""

WORN = 0.5
"""From this volume on a new fade is begun where it disturbs nothing."""


class Heartbeat:
    """Keeps a reserved channel of the opened mixer for itself."""

    def __init__(self, channel: int, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._channel = mixer.Channel(channel)
        self._sound = mixer.Sound(buffer=bytes(4 * SILENT_FRAMES))
        self._volume = 0.0
        self._waits_until = clock() + FIRST_S
        self._begin()

    def stands_still(self) -> bool:
        """To be asked at least every second."""
        volume = self._channel.get_volume()
        if volume == self._volume:
            return self._clock() > self._waits_until
        self._volume = volume
        self._waits_until = self._clock() + STILL_S
        if volume >= 1.0:
            self._begin()
        return False

    def renew(self) -> None:
        """To be called between two sounds, so that no fade has to be begun within one."""
        if self._volume >= WORN:
            self._begin()

    def _begin(self) -> None:
        self._channel.play(self._sound, loops=-1, fade_ms=FADE_MS)
        self._volume = self._channel.get_volume()
