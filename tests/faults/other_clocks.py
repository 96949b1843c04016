"""The program with clocks that are set from outside: `other_clocks.py FILE BEGAN ARGUMENTS…`.

FILE holds a line of three figures: seconds by which the wall clock is off, seconds the machine has
been suspended so far, and how many times as fast all clocks run. BEGAN is the time of day when the
program starts, empty for the real one. What is replaced is what the program asks the system:
`time.monotonic`, `time.clock_gettime` and the time of day.
"""

import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from hiptimer.app import now
from hiptimer.cli.program import main


class Clocks:
    """Reads FILE with every look."""

    def __init__(self, file: Path, began: str) -> None:
        self._file = file
        self._real = time.monotonic
        self._began = time.monotonic()
        self._day = datetime.fromisoformat(began) if began else datetime.now(UTC)

    def monotonic(self) -> float:
        _, _, pace = self._read()
        return self._began + (self._real() - self._began) * pace

    def clock_gettime(self, clock: int) -> float:
        _, slept, _ = self._read()
        return self.monotonic() + (slept if clock == time.CLOCK_BOOTTIME else 0.0)

    def day(self) -> datetime:
        off, slept, _ = self._read()
        return self._day + timedelta(seconds=self.monotonic() - self._began + slept + off)

    def _read(self) -> tuple[float, float, float]:
        off, slept, pace = map(float, self._file.read_text().split())
        return off, slept, pace


clocks = Clocks(Path(sys.argv[1]), sys.argv[2])


class Day(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return clocks.day().astimezone(tz) if tz else clocks.day().astimezone().replace(tzinfo=None)


time.monotonic = clocks.monotonic
time.clock_gettime = clocks.clock_gettime
now.datetime = Day
main(sys.argv[3:])
