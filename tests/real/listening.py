"""Hearing what a sound server plays, in both ears and with the time at which it was heard."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from real.machine import RATE, stop_process, wait_until

Heard = NDArray[np.int16]
Mono = NDArray[np.float32]


class Listener:
    """Records the monitor of a sink in stereo and notes when each piece arrived."""

    def __init__(self, env: Mapping[str, str], monitor: str) -> None:
        self._process = subprocess.Popen(
            [
                "parec",
                f"--device={monitor}",
                "--format=s16le",
                f"--rate={RATE}",
                "--channels=2",
                "--latency-msec=10",
            ],
            stdout=subprocess.PIPE,
            # The program asks for more in its own process, which may be this one.
            env={**os.environ, **env, "PULSE_LATENCY_MSEC": "10"},
        )
        self._pieces: list[bytes] = []
        self._arrivals: list[tuple[int, float]] = []
        self._count = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        wait_until(self._has_heard, "the recorder to record")

    def stop(self) -> Heard:
        """All that was heard, of shape (n, 2)."""
        stop_process(self._process)
        self._thread.join(5)
        if self._process.stdout is not None:
            self._process.stdout.close()
        whole = b"".join(self._pieces)
        return np.frombuffer(whole[: len(whole) // 4 * 4], "<i2").reshape(-1, 2)

    def frame_at(self, clock_time: float) -> int:
        """The frame that was played at that time of time.monotonic(), to some 15 ms.

        Of all pieces that arrived about then, the one that took least on its way is believed.
        """
        near = [(n, at) for n, at in self._arrivals if abs(at - clock_time) < 2.0]
        delay = min(at - n / RATE for n, at in near)
        return round((clock_time - delay) * RATE)

    def arrived_at(self, frame: int) -> float:
        """The time of time.monotonic() at which that frame had come, which is after it sounded."""
        return next(at for n, at in self._arrivals if n >= frame)

    def _has_heard(self) -> bool:
        return bool(self._arrivals)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        while piece := os.read(descriptor, 65536):
            self._pieces.append(piece)
            self._count += len(piece)
            self._arrivals.append((self._count // 4, time.monotonic()))


@contextmanager
def listening(env: Mapping[str, str], monitor: str) -> Iterator[Listener]:
    listener = Listener(env, monitor)
    try:
        yield listener
    finally:
        listener.stop()


def sounding(heard: Heard) -> NDArray[np.intp]:
    """The frames that are clearly louder than the keep-alive."""
    return np.flatnonzero(np.abs(heard.astype(int)).max(axis=1) > 400)


def shift(heard: Heard, expected: Heard, at: int, reach: int) -> int:
    """By how many frames `expected` was heard later than at frame `at`, within ± reach."""
    start = max(0, at - reach)
    stretch = _mono(heard[start : at + reach + len(expected)])
    return start + most_like(stretch, _mono(expected), 0, len(stretch))[0] - at


def most_like(heard: Mono, wanted: Mono, early: int, late: int) -> tuple[int, float]:
    """The frame between `early` and `late` at which `wanted` was heard best, and how like it.

    1 is the same but for its loudness, 0 has nothing in common. Both sounds in one channel.
    """
    start = max(0, early)
    stretch = heard[start : late + len(wanted)].astype(float)
    if len(stretch) < len(wanted) or not wanted.any():
        return start, 0.0
    size = 1 << (len(stretch) + len(wanted)).bit_length()
    product = np.fft.rfft(stretch, size) * np.conj(np.fft.rfft(wanted, size))
    common = np.fft.irfft(product, size)[: len(stretch) - len(wanted) + 1]
    energy = np.concatenate([[0.0], np.cumsum(stretch**2)])
    own = np.sqrt(np.maximum(energy[len(wanted) :] - energy[: -len(wanted)], 1.0))
    likeness = common / own / np.sqrt((wanted.astype(float) ** 2).sum())
    best = int(np.argmax(likeness))
    return start + best, float(likeness[best])


def best_place(heard: Heard, wanted: Heard) -> tuple[int, float]:
    """Where in all that was heard `wanted` is, and how like it is; as `most_like`."""
    return most_like(_mono(heard), _mono(wanted), 0, len(heard))


def _mono(heard: Heard) -> Mono:
    return heard.mean(axis=1, dtype=np.float32)


def unexplained(heard: Heard, wanted: Mapping[int, Heard], reach: int) -> NDArray[np.float64]:
    """What is left of a recording without the sounds that were wanted in it.

    `wanted` has the frame of the recording, negative where it began before, at which each sound
    should begin, to some `reach` frames; how loud it is, is found out.
    """
    columns = [_laid(heard, sound, at, reach) for at, sound in wanted.items()]
    columns = [column for column in columns if column.any()]
    if not columns:
        return heard.ravel().astype(float)
    matrix = np.stack([column.ravel() for column in columns], axis=1)
    flat = heard.ravel().astype(float)
    levels, *_ = np.linalg.lstsq(matrix, flat, rcond=None)
    return flat - matrix @ levels


def _laid(heard: Heard, sound: Heard, at: int, reach: int) -> NDArray[np.float64]:
    """The sound alone, as long as the recording and at the frame where it fits best."""
    first, last = max(0, at) + reach, min(len(heard), at + len(sound)) - reach
    alone = np.zeros(heard.shape)
    if last <= first or not (piece := sound[first - at : last - at]).any():
        return alone
    late = shift(heard, piece, first, reach)
    begin, end = max(0, at + late), min(len(heard), at + late + len(sound))
    alone[begin:end] = sound[begin - at - late : end - at - late]
    return alone


def gaps_s(heard: Heard) -> float:
    """For how long the server had nothing from the program, because the computer was too busy.

    The keep-alive never leaves it silent for half a millisecond: such a silence is the server's
    own. What comes after it is shifted, by about as much.
    """
    edges = np.flatnonzero(np.diff(np.r_[False, ~heard.any(axis=1), False].astype(int)))
    silences = edges[1::2] - edges[::2]
    return float(silences[silences > RATE // 2000].sum()) / RATE


def decibels(heard: Heard) -> float:
    """RMS in dBFS, of the louder ear."""
    rms = np.sqrt(np.mean((heard / 32768.0) ** 2, axis=0)).max()
    return float(20 * np.log10(max(rms, 1e-9)))
