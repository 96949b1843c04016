"""A synthesiser that hums: as long as the words are, the same every time."""

from pathlib import Path

import numpy as np

from hiptimer.audio.errors import AudioError
from hiptimer.audio.levelling import Mono

RATE = 24_000
SECONDS_A_LETTER = 0.06
SILENCE_S = 0.3


class Hum:
    """`asked` notes what was said at which speed. "Unspeakable" words are refused."""

    rate = RATE

    def __init__(self, voice_file: Path = Path("hum.npz"), threads: int = 1) -> None:
        self.voice = voice_file.stem
        self.threads = threads
        self.asked: list[tuple[str, float]] = []

    def speak(self, words: str, speed: float) -> Mono:
        self.asked.append((words, speed))
        if "Unspeakable" in words:
            raise AudioError(f"The voice cannot say {words!r}.")
        return hum(len(words) * SECONDS_A_LETTER / speed)


def hum(seconds: float, level: float = 0.1) -> Mono:
    """A buzz of harmonics between two silences, with syllables."""
    time = np.arange(round(seconds * RATE)) / RATE
    buzz = sum(np.sin(2 * np.pi * 180 * n * time) / n for n in range(1, 12))
    voiced = level * buzz * (1 - 0.5 * np.cos(2 * np.pi * 4 * time))
    return np.pad(voiced, round(SILENCE_S * RATE)).astype(np.float32)
