"""Whether the audio device takes what is mixed for it, told by a fade that nobody hears.

A suspended or hung sound server raises nothing: it merely asks for no more sound. The mixing
thread counts a fade down and notes its end, so a fade that does not end tells. Other than the end
of a sound, this never makes that thread wait for Python.
"""

import ctypes
import sys
from collections.abc import Callable

from pygame import mixer

FADE_MS = 20
SILENT_FRAMES = 48_000

STILL_S = 1.0
"""A fade that takes this much longer than it should has stopped."""

FIRST_S = 3.5
"""The same for a stream just opened: a server may ask for its first sound 2 s late (measured on a
null sink), and a wireless speaker has to be reached first."""

NO_FADING = 0


class Heartbeat:
    """A silent sound on a reserved channel, faded in again at every look."""

    def __init__(self, channel: int, clock: Callable[[], float]) -> None:
        self._library = _mixer_library()
        self._number = channel
        self._clock = clock
        self._sound = mixer.Sound(buffer=bytes(4 * SILENT_FRAMES))
        self._waits_until = clock() + FIRST_S
        self._beat()

    def stands_still(self) -> bool:
        """To be asked a few times a second. Where it cannot be told, it never does."""
        if self._library is None:
            return False
        if self._library.Mix_FadingChannel(self._number) != NO_FADING:
            return self._clock() > self._waits_until
        self._waits_until = self._clock() + STILL_S
        self._beat()
        return False

    def _beat(self) -> None:
        mixer.Channel(self._number).play(self._sound, loops=-1, fade_ms=FADE_MS)


def _mixer_library() -> ctypes.CDLL | None:
    """SDL_mixer as pygame has loaded it; None if hidden."""
    name = "SDL2_mixer.dll" if sys.platform == "win32" else mixer.__file__
    try:
        library = ctypes.CDLL(name)
        library.Mix_FadingChannel.restype = ctypes.c_int
    except (OSError, AttributeError):
        return None
    return library
