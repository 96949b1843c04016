"""Time as the system tells it: seconds that never go back, and whether the machine slept."""

import time
from collections.abc import Callable


class SpeedClock:
    """Monotonic seconds that pass `speed` times as fast as real ones."""

    def __init__(self, speed: float = 1.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._speed = speed
        self._start = monotonic()

    def __call__(self) -> float:
        now = self._monotonic()
        # At speed 1 these are the machine's own seconds, which the sound shares.
        return now if self._speed == 1 else self._start + (now - self._start) * self._speed


class BootSleepWatch:
    """Linux: the monotonic clock stands still in suspend and the boot clock does not."""

    NOTICED_S = 1.0

    def __init__(self, monotonic: Callable[[], float], boottime: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._boottime = boottime
        self._ahead = boottime() - monotonic()

    def __call__(self) -> bool:
        """Whether the machine was suspended since the last call."""
        ahead = self._boottime() - self._monotonic()
        slept = ahead - self._ahead > self.NOTICED_S
        self._ahead = ahead
        return slept


class LateLookWatch:
    """Elsewhere the monotonic clock may go on in suspend: a very late look tells."""

    NOTICED_S = 5.0

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._looked = monotonic()

    def __call__(self) -> bool:
        """Whether the machine was suspended since the last call."""
        now = self._monotonic()
        slept = now - self._looked > self.NOTICED_S
        self._looked = now
        return slept


def sleep_watch() -> Callable[[], bool]:
    """The way to notice a suspend on this system."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return BootSleepWatch(time.monotonic, _boottime)
    return LateLookWatch(time.monotonic)


def _boottime() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)
