"""Recording what a sound server plays into a file, with the time at which each piece came."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from real.listening import Mono
from real.machine import RATE, stop_process, wait_until


class Recorder:
    """Writes the monitor of a sink to a file; both ears are added up by the recorder.

    It lives in another process than what is measured, so that neither waits for the other.
    """

    def __init__(self, env: Mapping[str, str], monitor: str, folder: Path) -> None:
        self._file = folder / "heard.raw"
        self._arrivals: list[tuple[int, float]] = []
        self._process = subprocess.Popen(
            [
                "parec",
                f"--device={monitor}",
                "--format=s16le",
                f"--rate={RATE}",
                "--channels=1",
                "--latency-msec=10",
            ],
            stdout=subprocess.PIPE,
            env={**os.environ, **env},
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        wait_until(self._has_heard, "the recorder to record")

    def stop(self) -> tuple[Mono, "ServerClock"]:
        stop_process(self._process)
        self._thread.join(5)
        np.save(self._file.with_name("arrivals.npy"), np.array(self._arrivals))
        whole = np.fromfile(self._file, "<i2").astype(np.float32)
        return whole, ServerClock(self._arrivals)

    def _has_heard(self) -> bool:
        return bool(self._arrivals)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        count = 0
        with self._process.stdout as pipe, self._file.open("wb") as file:
            while piece := os.read(pipe.fileno(), 65536):
                arrived = time.monotonic()
                count += len(piece)
                self._arrivals.append((count // 2, arrived))
                file.write(piece)


@contextmanager
def recording(env: Mapping[str, str], monitor: str, folder: Path) -> Iterator[Recorder]:
    recorder = Recorder(env, monitor, folder)
    try:
        yield recorder
    finally:
        recorder.stop()


class ServerClock:
    """Which sample of a recording belongs to which second of `time.monotonic()`.

    A piece can come late but never early, so the clock of the server is the straight line that
    no arrival lies below and that is as close to all of them as can be. The first seconds are
    left out: a null sink gives them at once.
    """

    SETTLED_S = 3.0

    def __init__(self, arrivals: list[tuple[int, float]]) -> None:
        points = np.array(arrivals, dtype=float)
        points = points[points[:, 1] > points[0, 1] + self.SETTLED_S]
        left, right = _edge_below(points, middle=float(points[:, 0].mean()))
        self._second_per_frame = (right[1] - left[1]) / (right[0] - left[0])
        self._start = left[1] - left[0] * self._second_per_frame
        late = points[:, 1] - self.time_of(points[:, 0])
        thirds = np.array_split(late, 12)
        self.residual_ms = 1000 * max(float(part.min()) for part in thirds)
        """How far the least late arrival of a twelfth lies above the line: 0 for a true line."""

    @property
    def fast_ppm(self) -> float:
        """By how much the server's seconds are shorter than the computer's."""
        return (1 / (self._second_per_frame * RATE) - 1) * 1e6

    def time_of(self, frame: "NDArray[np.float64] | float") -> "NDArray[np.float64] | float":
        return self._start + frame * self._second_per_frame

    def frame_at(self, clock_time: float) -> int:
        return round((clock_time - self._start) / self._second_per_frame)


def _edge_below(
    points: NDArray[np.float64], middle: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The edge of the lower hull of points, sorted by x, over `middle`."""
    hull: list[NDArray[np.float64]] = []
    for point in points:
        while len(hull) > 1 and _turns_down(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    right = next(n for n, corner in enumerate(hull) if corner[0] >= middle)
    return hull[max(0, right - 1)], hull[max(1, right)]


def _turns_down(a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]) -> bool:
    return bool((b[1] - a[1]) * (c[0] - b[0]) >= (c[1] - b[1]) * (b[0] - a[0]))
