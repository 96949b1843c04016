"""Time as the system tells it: seconds that never go back, and whether the machine slept."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta


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


class SteadyWall:
    """The time of day in UTC as it was when this was made, and what has passed since, suspends
    included: setting the computer's clock right in between changes nothing.
    """

    def __init__(self, wall: Callable[[], datetime], passed: Callable[[], float]) -> None:
        self._passed = passed
        self._began, self._wall = passed(), wall()

    def __call__(self) -> datetime:
        return self._wall + timedelta(seconds=self._passed() - self._began)


class BootSleepWatch:
    """Linux and macOS: the monotonic clock stands still in suspend and the other one does not."""

    NOTICED_S = 1.0

    def __init__(self, monotonic: Callable[[], float], passed: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._passed = passed
        self._ahead = passed() - monotonic()

    def __call__(self) -> float | None:
        """Seconds the monotonic clock stood still since the last call; None without a suspend."""
        ahead = self._passed() - self._monotonic()
        missed_s, self._ahead = ahead - self._ahead, ahead
        return missed_s if missed_s > self.NOTICED_S else None


class LateLookWatch:
    """Elsewhere the monotonic clock goes on in suspend: a very late look tells."""

    NOTICED_S = 5.0

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._looked = monotonic()

    def __call__(self) -> float | None:
        """0, for nothing was missed, after a suspend since the last call; None without one."""
        now = self._monotonic()
        late_s, self._looked = now - self._looked, now
        return 0.0 if late_s > self.NOTICED_S else None


def sleep_watch() -> Callable[[], float | None]:
    """The way to notice a suspend on this system."""
    if hasattr(time, "clock_gettime"):
        return BootSleepWatch(time.monotonic, passed_s)
    return LateLookWatch(time.monotonic)


def passed_s() -> float:
    """Seconds that go on in suspend, from an instant that means nothing."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if hasattr(time, "clock_gettime"):
        # macOS, where Python's monotonic clock is another one, which stands still.
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
