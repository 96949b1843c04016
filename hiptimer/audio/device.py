"""pygame.mixer, tamed: an audio device that is opened, played on and watched by one thread.

What is odd here has been measured with pygame 2.6.1. A Sound whose last reference goes while it
plays crashes the process, so every Sound is kept until well after its end. Playing on a channel
sets the channel's volume back to full, so the volume is the Sound's. A lost device raises nothing
and goes on counting time; only SDL's own status tells. Closing waits for a server that hangs.
"""

import atexit
import os
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import pygame
from pygame import mixer
from pygame._sdl2.audio import get_audio_device_names

from hiptimer.audio.errors import AudioError
from hiptimer.audio.heartbeat import Heartbeat
from hiptimer.audio.keep_alive import LEVELS_DB, LOOP_S, keep_alive
from hiptimer.audio.open_here import BUFFER, FREQUENCY, SERVER_MS, SERVER_VARIABLE, sdl_library
from hiptimer.audio.output import KeepAlive
from hiptimer.audio.soundtrack import Buffer

CHANNELS = 8
KEEP_ALIVE_CHANNEL = 0
HEARTBEAT_CHANNEL = 1
RESERVED = 2

FADE_OUT_MS = 20
"""SDL_mixer fades in steps of a mixed buffer, 21 ms, and may wait as long for the first: with 40 ms
a pause was silent 54 to 71 ms after the key, with this 30 to 50."""

OVERDUE_S = 1.0
"""A sound still busy this long after its end means that the device stands still or lags."""

FIRST_S = 2.5
"""A stream just opened may begin this late; what starts in that time may end as late."""

TURN_S = 2.0
"""How long to wait for another device to be closed; who opens tries again later."""

KEPT_S = 5.0
"""How long a Sound outlives its end."""

DOZING_BUFFER = 4 * BUFFER
DOZING_SERVER_MS = 170
"""Of a device that plays nothing but the keep-alive: 0.13 % of a processor where it takes 1.1 %
with BUFFER and SERVER_MS, measured on PulseAudio. Closing it takes 0.23 s, since SDL waits for as
long as two buffers last. Larger ones would take hardly less, and longer to close."""

STOPPED = 0
DEVICE_NUMBERS = range(2, 17)
"""The numbers SDL gives to opened devices."""


@dataclass(slots=True)
class _Playing:
    sound: mixer.Sound
    channel: int
    ends: float
    overdue: float


class PygameDevice:
    """The default audio device. All methods are for the one thread that opened it.

    SDL has one mixer for the whole process, so only one of these is open at a time. Another one
    waits for its turn: closing the mixer under it crashed the process.
    """

    _turn = Lock()

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._level = 1.0
        self._opened_at = 0.0
        self._playing: list[_Playing] = []
        self._keep_alive: KeepAlive = "off"
        self._noises: dict[KeepAlive, mixer.Sound] = {}
        self._heartbeat: Heartbeat | None = None
        self._names: list[str] = []
        self._sdl = sdl_library()
        self._is_open = False

    def open(self, *, dozing: bool = False) -> None:
        """Raises AudioError when there is no device, or it is not our turn for `TURN_S`.

        While `dozing` it is only kept awake: what is played would begin late.
        """
        if not self._turn.acquire(timeout=TURN_S):
            raise AudioError("the sound of before has not ended yet")
        # At exit pygame would close a device that another thread may be closing, and wait with it
        # for a server that hangs.
        atexit.unregister(pygame.quit)
        try:
            self._init(dozing=dozing)
            self._names = get_audio_device_names(False)
        except pygame.error as problem:
            mixer.quit()
            self._turn.release()
            raise AudioError(str(problem)) from problem
        self._is_open = True
        self._opened_at = self._clock()
        mixer.set_num_channels(CHANNELS)
        mixer.set_reserved(RESERVED)
        self._make_noise()
        self._heartbeat = Heartbeat(HEARTBEAT_CHANNEL, self._clock)

    @staticmethod
    def _init(*, dozing: bool) -> None:
        """Raises pygame.error."""
        if not dozing:
            mixer.init(FREQUENCY, -16, 2, BUFFER, allowedchanges=0)
            return
        usual = os.environ.get(SERVER_VARIABLE, str(SERVER_MS))
        os.environ[SERVER_VARIABLE] = str(DOZING_SERVER_MS)
        try:
            mixer.init(FREQUENCY, -16, 2, DOZING_BUFFER, allowedchanges=0)
        finally:
            os.environ[SERVER_VARIABLE] = usual

    def close(self) -> None:
        """A second time does nothing."""
        if not self._is_open:
            return
        self._is_open = False
        mixer.quit()
        # Only now: nothing plays any more.
        self._playing.clear()
        self._noises.clear()
        self._heartbeat = None
        self._turn.release()

    def play(self, buffer: Buffer) -> None:
        """Start a buffer at once; it lasts `len(buffer) / FREQUENCY` seconds."""
        if not len(buffer):
            return
        self._let_go()
        sound = mixer.Sound(buffer=buffer)
        sound.set_volume(self._level)
        channel = self._free_channel()
        if self._heartbeat is not None:
            self._heartbeat.renew()
        mixer.Channel(channel).play(sound)
        now = self._clock()
        ends = now + len(buffer) / FREQUENCY
        overdue = ends + OVERDUE_S + (FIRST_S if now < self._opened_at + FIRST_S else 0.0)
        self._playing.append(_Playing(sound, channel, ends, overdue))

    def set_level(self, level: float) -> None:
        """From 0, digital silence, to 1; for what plays now and later."""
        self._level = level
        for playing in self._playing:
            playing.sound.set_volume(level)
        for noise in self._noises.values():
            noise.set_volume(self._noise_level)

    def set_keep_alive(self, keep_alive: KeepAlive) -> None:
        """The noise from now on, or once the device is open."""
        self._keep_alive = keep_alive
        if self._is_open:
            self._make_noise()

    def fade_out(self) -> None:
        """Silence everything but the keep-alive within two mixed buffers: 43 ms."""
        now = self._clock()
        for playing in self._playing:
            if playing.ends > now:
                mixer.Channel(playing.channel).fadeout(FADE_OUT_MS)
                playing.ends = now

    def is_well(self) -> bool:
        """Whether what is played can still be heard, as far as can be told."""
        names = get_audio_device_names(False)
        if self._names and not names:
            return False
        if self._sdl is None:
            if names != self._names:
                return False
        elif all(self._sdl.SDL_GetAudioDeviceStatus(n) == STOPPED for n in DEVICE_NUMBERS):
            return False
        if self._heartbeat is not None and self._heartbeat.stands_still():
            return False
        now = self._clock()
        return not any(p.overdue < now and self._is_busy(p) for p in self._playing)

    @property
    def _noise_level(self) -> float:
        """The noise does not follow the volume, but silence is silence (see keep_alive)."""
        return 1.0 if self._level > 0 else 0.0

    def _make_noise(self) -> None:
        channel = mixer.Channel(KEEP_ALIVE_CHANNEL)
        if self._keep_alive == "off":
            channel.stop()
            return
        if self._keep_alive not in self._noises:
            samples = keep_alive(LOOP_S, LEVELS_DB[self._keep_alive])
            # Kept even when another takes its place: a Sound that plays must not go.
            self._noises[self._keep_alive] = mixer.Sound(buffer=samples)
        noise = self._noises[self._keep_alive]
        noise.set_volume(self._noise_level)
        channel.play(noise, loops=-1)

    def _is_busy(self, playing: _Playing) -> bool:
        """Whether the channel is busy with this sound and not with a later one."""
        latest = max((p for p in self._playing if p.channel == playing.channel), key=_end_of)
        return latest is playing and mixer.Channel(playing.channel).get_busy()

    def _free_channel(self) -> int:
        ours = range(RESERVED, CHANNELS)
        for channel in ours:
            if not mixer.Channel(channel).get_busy():
                return channel
        return min(self._playing, key=_end_of).channel

    def _let_go(self) -> None:
        past = self._clock() - KEPT_S
        self._playing = [p for p in self._playing if p.ends > past or self._is_busy(p)]


def _end_of(playing: _Playing) -> float:
    return playing.ends
