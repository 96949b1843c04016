"""Where in a recording the cues of a workout are, and how far from where they belong."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from real.listening import Mono, most_like
from real.machine import RATE
from sound_breaks import breaks
from sound_recording import ServerClock

WARM_UP_S = 3.5
"""A null sink swallows the first seconds of a new stream."""

WINDOW_S = 0.35
"""How much of a cue is looked for."""

EARLY_S, LATE_S = 0.06, 0.4
"""Around its due time, where the first cue of a segment is looked for."""

REACH_S, FAR_S = 0.06, 0.4
"""Around its place in the segment, where any other cue is looked for; the second after one was
lost, which a gap of the server will have moved."""

CLEAR = 0.8
"""A cue less like what was wanted is blurred by another sound, or was not heard whole."""

SAME_S = 0.001


@dataclass(frozen=True, slots=True)
class Start:
    """The first cue of a segment: when it was due, and how much later it was heard.

    Here and in a beat, `is_whole` says that the stream to the server did not break between the
    start of the segment and this cue's end: then only the program could have misplaced it.
    """

    due: float
    delay_ms: float
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Beat:
    """Any other cue of a segment: how far it is from its place after the first."""

    error_ms: float
    is_whole: bool


@dataclass(slots=True)
class Figures:
    """What was found. `blurred` and `lost` are the cues not found clearly, or not at all."""

    starts: list[Start] = field(default_factory=list)
    beats: list[Beat] = field(default_factory=list)
    blurred: int = 0
    lost: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    breaks: int = 0

    @property
    def drift_ppm(self) -> tuple[float, float]:
        """The slope of the delays over time, and what it is sure to."""
        whole = [start for start in self.starts if start.is_whole]
        x = np.array([start.due for start in whole])
        y = np.array([start.delay_ms for start in whole]) / 1000
        x = x - x.mean()
        slope = float((x * (y - y.mean())).sum() / (x**2).sum())
        rest = y - y.mean() - slope * x
        sure = float(np.sqrt((rest**2).sum() / (len(x) - 2) / (x**2).sum()))
        return slope * 1e6, 2 * sure * 1e6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was to be heard: all that was asked for, one after another, and the quiet loop."""

    cues: Mono
    loop: Mono


def analyse(told: dict, wanted: Wanted, heard: Mono, clock: ServerClock) -> Figures:
    """Compare a recording with what `sound_workout.py` told and wanted to be heard."""
    search = Search(heard, clock, breaks(heard, wanted.loop), told["asked"][0]["due"])
    start = 0
    for asked in told["asked"]:
        search.look_for(asked, wanted.cues[start : start + asked["frames"]])
        start += asked["frames"]
    search.count_breaks(told["seconds"])
    return search.figures


class Search:
    """Looks for the cues of one segment after another in the recording of a workout."""

    def __init__(
        self, heard: Mono, clock: ServerClock, broken: NDArray[np.intp], began: float
    ) -> None:
        self.figures = Figures()
        self._heard = heard
        self._clock = clock
        self._began = began
        self._broken = broken

    def look_for(self, asked: dict, segment: Mono) -> None:
        """Find each cue, from the first on; a gap of the server shifts all that follow."""
        first: tuple[float, int] | None = None
        late, reach_s = 0, REACH_S
        for at, name, seconds in _instants(asked["cues"]):
            inside = at - asked["offset"]
            due = asked["due"] + inside
            if inside < 0 or due < self._began + WARM_UP_S:
                continue
            begins = round(inside * RATE)
            cue = segment[begins : begins + round(min(seconds, WINDOW_S) * RATE)]
            words = f"{name} at {due - self._began:.1f} s"
            if first is None:
                expected = self._clock.frame_at(due)
                found = self._found(cue, expected, (EARLY_S, LATE_S), words)
                if found is not None:
                    first = (at, found)
                    self._note_start(found, found + len(cue), due)
                continue
            place = first[1] + round((at - first[0]) * RATE)
            found = self._found(cue, place + late, (reach_s, reach_s), words)
            reach_s = REACH_S if found is not None else FAR_S
            if found is not None:
                late = found - place
                self._note_beat(late, self._is_whole(first[1], found + len(cue)), words)

    def count_breaks(self, seconds: float) -> None:
        """How often the stream broke from where the null sink is warm to the end."""
        first, last = (self._clock.frame_at(self._began + at) for at in (WARM_UP_S, seconds))
        self.figures.breaks = int(
            ((self._broken > first) & (self._broken < last)).all(axis=1).sum()
        )

    def _found(
        self, cue: Mono, expected: int, around_s: tuple[float, float], words: str
    ) -> int | None:
        early, late = (round(seconds * RATE) for seconds in around_s)
        found, likeness = most_like(self._heard, cue, expected - early, expected + late)
        self.figures.blurred += likeness < CLEAR
        if likeness >= CLEAR / 2:
            return found
        self.figures.lost.append(f"{words} ({likeness:.2f})")
        return None

    def _note_start(self, found: int, end: int, due: float) -> None:
        delay_ms = 1000 * (float(self._clock.time_of(found)) - due)
        is_whole = self._is_whole(self._clock.frame_at(due - EARLY_S), end)
        self.figures.starts.append(Start(due, delay_ms, is_whole))

    def _note_beat(self, late: int, is_whole: bool, words: str) -> None:
        error_ms = 1000 * late / RATE
        self.figures.beats.append(Beat(error_ms, is_whole))
        if abs(error_ms) > 1 and is_whole:
            self.figures.notes.append(f"{words}: {error_ms:+.2f} ms")

    def _is_whole(self, start: int, end: int) -> bool:
        return not ((self._broken[:, 0] < end) & (self._broken[:, 1] > start)).any()


def _instants(cues: list) -> list[tuple[float, str, float]]:
    """The cues by time; those that begin together are looked for as one."""
    found: list[tuple[float, str, float]] = []
    for at, name, seconds in cues:
        if seconds <= 0:
            continue
        if found and at - found[-1][0] < SAME_S:
            first_at, first_name, first_s = found.pop()
            found.append((first_at, f"{first_name} + {name}", max(first_s, seconds)))
        else:
            found.append((at, name, seconds))
    return found


def quantiles(values: "list[float] | NDArray[np.float64]") -> tuple[float, float, float, float]:
    """50th, 95th and 99th of 100, and the largest, of the absolute values."""
    sizes = np.abs(np.array(values, dtype=float))
    return (*(float(np.percentile(sizes, p)) for p in (50, 95, 99)), float(sizes.max()))
