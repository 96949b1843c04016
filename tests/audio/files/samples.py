"""Sound to write into files, and what the files say about it."""

import numpy as np
from numpy.typing import NDArray

from hiptimer.audio.chapters import Chapter, Label
from hiptimer.audio.soundtrack import Buffer

RATE = 48_000
SECONDS = 3.3

CHAPTERS = (
    Chapter(0.0, "Glute bridge"),
    Chapter(1.0625, "Clamshell · left · set 1 of 2"),
    Chapter(2.0, "Őz – out"),  # not in Latin-1
)
LABEL = Label("Before a run", SECONDS, CHAPTERS)


def sound(seconds: float = SECONDS) -> Buffer:
    """Loud beeps, different left and right, in a little noise."""
    n = round(seconds * RATE)
    time = np.arange(n) / RATE
    beeps = np.sin(2 * np.pi * 880 * time) * (time % 1 < 0.2)
    noise = np.random.default_rng(1).normal(0, 0.01, n)
    stereo = np.stack([beeps + noise, 0.4 * beeps + noise], axis=1).clip(-1, 1)
    return np.rint(stereo * 32767).astype(np.int16)


def blocks(buffer: Buffer) -> list[Buffer]:
    return [buffer[start : start + 7000] for start in range(0, len(buffer), 7000)]


def likeness(wanted: Buffer, heard: NDArray[np.float32]) -> float:
    """1 where both are the same but for their loudness."""
    a, b = wanted.astype(np.float64).ravel(), heard.astype(np.float64).ravel()
    return float(a @ b / np.sqrt((a @ a) * (b @ b)))
