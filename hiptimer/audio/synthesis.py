"""Making a tone from its recipe: sines under soft envelopes, brought to one loudness."""

import numpy as np
from numpy.typing import NDArray

from hiptimer.audio.recipe import Note, Recipe, Timbre, hertz
from hiptimer.model.cue import Tone

Samples = NDArray[np.float32]

LOUDNESS_WINDOW_S = 0.125
"""The "fast" time of a sound level meter: about what the ear takes together."""


def synthesise(recipe: Recipe, tone: Tone, rate: int) -> Samples:
    """The tone at `rate` samples a second, mono, full scale 1; begins and ends at zero."""
    sound = recipe.tones[tone]
    timbre = recipe.timbre_of(tone)
    mix = np.zeros(round(sound.seconds * rate), np.float64)
    for note in sound.notes:
        start = round(note.at * rate)
        played = _note(note, timbre, rate)[: len(mix) - start]
        mix[start : start + len(played)] += played
    wanted = 10 ** ((recipe.loudness_db + sound.louder_db) / 20)
    ceiling = 10 ** (recipe.peak_db / 20)
    gain = min(wanted / loudness(mix, rate), ceiling / float(np.abs(mix).max()))
    return (mix * gain).astype(np.float32)


def _note(note: Note, timbre: Timbre, rate: int) -> NDArray[np.float64]:
    n = round(note.seconds * rate)
    time = np.arange(n) / rate
    first, last = hertz(note.pitch), hertz(note.to or note.pitch)
    # A glide is even in pitch, not in hertz: the frequency rises by the same ratio every sample.
    frequency = first * (last / first) ** (time / note.seconds)
    phase = 2 * np.pi * np.cumsum(frequency) / rate
    wave = np.zeros(n)
    for partial in timbre.partials:
        wave += (
            partial.level
            * _decay(time, timbre.decay_s, partial.fade)
            * np.sin(partial.ratio * phase)
        )
    return note.level * wave * _edges(n, timbre, rate)


def _decay(time: NDArray[np.float64], decay_s: float, fade: float) -> NDArray[np.float64]:
    """1 falling by 60 dB in `decay_s / fade` seconds; steady for 0."""
    if decay_s == 0:
        return np.ones_like(time)
    return np.asarray(10 ** (-3 * fade * time / decay_s))


def _edges(n: int, timbre: Timbre, rate: int) -> NDArray[np.float64]:
    """A soft beginning and end, so that nothing clicks."""
    envelope = np.ones(n)
    attack = min(round(timbre.attack_s * rate), n // 2)
    release = min(round(timbre.release_s * rate), n - attack)
    envelope[:attack] = 0.5 - 0.5 * np.cos(np.pi * np.arange(attack) / attack)
    envelope[n - release :] = 0.5 + 0.5 * np.cos(np.pi * np.arange(1, release + 1) / release)
    return envelope


def loudness(samples: NDArray[np.float32] | NDArray[np.float64], rate: int) -> float:
    """The loudest eighth of a second as the ear weighs it (A-weighting), full scale 1, RMS."""
    window = round(LOUDNESS_WINDOW_S * rate)
    padded = np.concatenate([samples, np.zeros(window)])
    frequency = np.arange(len(padded) // 2 + 1, dtype=np.float64) * (rate / len(padded))
    spectrum = np.fft.rfft(padded) * a_weighting(frequency)
    energy = np.cumsum(np.fft.irfft(spectrum, len(padded)) ** 2)
    return float(np.sqrt(np.max(energy[window:] - energy[:-window]) / window))


def a_weighting(frequency: NDArray[np.floating]) -> NDArray[np.float64]:
    """The gain of IEC 61672's A curve at each frequency in hertz; 1 at 1 kHz."""
    f2 = frequency**2
    gain = (12194.0**2 * f2**2) / (
        (f2 + 20.6**2) * np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2)) * (f2 + 12194.0**2)
    )
    return np.asarray(gain * 10 ** (2.0 / 20))


def panned(mono: Samples, pan: float) -> Samples:
    """Two channels of shape (n, 2); the louder one keeps the level it had.

    Holding the louder side (instead of the sum) keeps the peak below the recipe's ceiling and a
    panned tone as loud in one ear as any other.
    """
    stereo = np.stack([mono * min(1.0, 1.0 - pan), mono * min(1.0, 1.0 + pan)], axis=1)
    stereo.setflags(write=False)
    return stereo
