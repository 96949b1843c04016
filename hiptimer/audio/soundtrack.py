"""Mixing cues into one buffer of samples, each cue at its exact place.

The same function makes what is played and what is written to a file.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hiptimer.audio.bank import SoundBank
from hiptimer.audio.synthesis import Samples
from hiptimer.model.cue import Cue, Phrase

Buffer = NDArray[np.int16]

CUT_S = 0.12
"""A tone that began at most this long before the buffer is begun inside; an older is dropped."""

FADE_S = 0.008
"""How long a tone begun inside takes to come up, so that it does not click."""

KNEE = 0.6
CEILING = 0.89
"""Full scale is 1: what rises above the knee is bent so that it never passes the ceiling."""


def render(cues: Sequence[Cue], seconds: float, offset: float = 0.0, *, bank: SoundBank) -> Buffer:
    """The sound of a segment from `offset` on, as int16 of shape (n, 2) at `bank.rate`.

    Sample 0 is `offset` seconds into the segment. A cue starts at the sample nearest to its `at`,
    which may lie after the segment's end. The buffer reaches to the end of the segment or of the
    last tail, whichever is later. A tone may be begun inside (see CUT_S), a phrase never is.
    """
    rate = bank.rate
    first, last = round(offset * rate), round(seconds * rate)
    placed: list[tuple[int, Samples]] = []
    for cue in cues:
        start = round(cue.at * rate) - first
        cut_s = 0.0 if isinstance(cue.sound, Phrase) else CUT_S
        if cue.gain > 0 and start >= -round(cut_s * rate):
            sound = bank.sound(cue.sound)
            loud = sound if cue.gain == 1 else sound * np.float32(cue.gain)
            placed.append(_from_zero(start, loud, rate))
    placed = sorted((p for p in placed if len(p[1])), key=_start_of)
    length = max([0, last - first, *(start + len(sound) for start, sound in placed)])
    buffer = np.zeros((length, 2), np.int16)
    # Only where something sounds is there anything to mix: a minute of a segment has few seconds.
    for together in _overlapping(placed):
        start = together[0][0]
        stretch = _mixed([(at - start, sound) for at, sound in together])
        buffer[start : start + len(stretch)] = stretch
    return buffer


def _from_zero(start: int, sound: Samples, rate: int) -> tuple[int, Samples]:
    """A sound that begins before the buffer, begun inside at its first sample under a fade."""
    if start >= 0:
        return start, sound
    rest = sound[-start:].copy()
    fade = min(round(FADE_S * rate), len(rest))
    rest[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)[:, np.newaxis]
    return 0, rest


def _overlapping(placed: list[tuple[int, Samples]]) -> list[list[tuple[int, Samples]]]:
    """Sounds in order of start, grouped into stretches without silence in between."""
    stretches: list[list[tuple[int, Samples]]] = []
    end = -1
    for start, sound in placed:
        if start >= end:
            stretches.append([])
        stretches[-1].append((start, sound))
        end = max(end, start + len(sound))
    return stretches


def _mixed(sounds: list[tuple[int, Samples]]) -> Buffer:
    mix = np.zeros((max(at + len(sound) for at, sound in sounds), 2), np.float32)
    for at, sound in sounds:
        mix[at : at + len(sound)] += sound
    loud = np.abs(mix)
    over = loud > KNEE
    if over.any():
        bent = KNEE + (CEILING - KNEE) * np.tanh((loud[over] - KNEE) / (CEILING - KNEE))
        mix[over] = np.copysign(bent, mix[over])
    samples: Buffer = np.rint(mix * np.float32(32767)).astype(np.int16)
    return samples


def _start_of(placed: tuple[int, Samples]) -> int:
    return placed[0]
