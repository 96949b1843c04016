"""The noise that keeps a wireless loudspeaker from falling asleep between two cues.

Such speakers take 0.3 to 1 s to wake, which would swallow the cue that wakes them, and some take
digital silence for the end. So the noise is never loud but always there, whatever the volume is:
a speaker judges what arrives, and a low volume must not send it to sleep. At volume 0 and while
muted there is digital silence, since then there is nothing to keep it awake for, and whoever asks
for silence gets it.

Measured on the monitor of a PulseAudio null sink, at volumes from 0.1 to 1: quiet -60.0 dBFS
(RMS), stronger -48.0; digital silence when off, at volume 0 and while muted.
"""

from functools import lru_cache

import numpy as np

from hiptimer.audio.output import KeepAlive
from hiptimer.audio.soundtrack import Buffer
from hiptimer.audio.tones import RATE

LEVELS_DB: dict[KeepAlive, float] = {"quiet": -60.0, "stronger": -48.0}

LOOP_S = 2.0
LOWEST_HZ = 30.0
HIGHEST_HZ = 200.0


@lru_cache(maxsize=len(LEVELS_DB))
def keep_alive(seconds: float, level_db: float, rate: int = RATE) -> Buffer:
    """Low noise of `level_db` dBFS (RMS) that can be looped without a seam.

    Between 30 and 200 Hz the ear is dull and small speakers are nearly silent. It is always the
    same array, which nobody may change.
    """
    n = round(seconds * rate)
    frequency = np.fft.rfftfreq(n, 1 / rate)
    phase = np.random.default_rng(1).uniform(0, 2 * np.pi, len(frequency))
    band = (frequency >= LOWEST_HZ) & (frequency <= HIGHEST_HZ)
    noise = np.fft.irfft(np.exp(1j * phase) * band, n)
    noise *= 32767 * 10 ** (level_db / 20) / np.sqrt(np.mean(noise**2))
    # Triangular dither turns the rounding of so quiet a sound into plain noise.
    dither = np.random.default_rng(2).triangular(-1, 0, 1, n)
    mono = np.round(noise + dither).astype(np.int16)
    noise_of_both = np.stack([mono, mono], axis=1)
    noise_of_both.setflags(write=False)
    return noise_of_both
