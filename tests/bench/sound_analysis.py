"""Where in a recording the cues of a workout are, and how far from where they belong."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from real.listening import Mono, most_like
from real.machine import RATE
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


@dataclass(slots=True)
class Figures:
    """What was found. Errors are of cues against the first of their segment, in milliseconds.

    `delays_ms` are from when the first cue of a segment was due to when it was heard, `dues`
    when that was. `blurred` and `lost` are the cues that were not found clearly or at all.
    """

    errors_ms: list[float] = field(default_factory=list)
    delays_ms: list[float] = field(default_factory=list)
    dues: list[float] = field(default_factory=list)
    blurred: int = 0
    lost: list[str] = field(default_factory=list)
    gaps: int = 0
    gaps_ms: float = 0.0
    notes: list[str] = field(default_factory=list)

    @property
    def drift_ppm(self) -> tuple[float, float]:
        """The slope of the delays over time, and what it is sure to."""
        x, y = np.array(self.dues), np.array(self.delays_ms) / 1000
        x = x - x.mean()
        slope = float((x * (y - y.mean())).sum() / (x**2).sum())
        rest = y - y.mean() - slope * x
        sure = float(np.sqrt((rest**2).sum() / (len(x) - 2) / (x**2).sum()))
        return slope * 1e6, 2 * sure * 1e6


def analyse(told: dict, wanted: Mono, heard: Mono, clock: ServerClock) -> Figures:
    """Compare a recording with what `sound_workout.py` told and wanted to be heard."""
    search = Search(heard, clock, told["asked"][0]["due"])
    start = 0
    for asked in told["asked"]:
        search.look_for(asked, wanted[start : start + asked["frames"]])
        start += asked["frames"]
    search.count_gaps(told["seconds"])
    return search.figures


class Search:
    """Looks for the cues of one segment after another in the recording of a workout."""

    def __init__(self, heard: Mono, clock: ServerClock, began: float) -> None:
        self.figures = Figures()
        self._heard = heard
        self._clock = clock
        self._began = began

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
                    self._note_start(found, due)
                continue
            place = first[1] + round((at - first[0]) * RATE)
            found = self._found(cue, place + late, (reach_s, reach_s), words)
            reach_s = REACH_S if found is not None else FAR_S
            if found is not None:
                late = found - place
                self._note_beat(late, words)

    def count_gaps(self, seconds: float) -> None:
        """Digital silence over a millisecond: the keep-alive leaves none, so it is the server's."""
        first = self._clock.frame_at(self._began + WARM_UP_S)
        heard = self._heard[first : self._clock.frame_at(self._began + seconds)]
        edges = np.flatnonzero(np.diff(np.concatenate([[0], (heard == 0).astype(np.int8), [0]])))
        lengths = edges[1::2] - edges[::2]
        silences = lengths[lengths > RATE // 1000]
        self.figures.gaps = len(silences)
        self.figures.gaps_ms = 1000 * float(silences.sum()) / RATE

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

    def _note_start(self, found: int, due: float) -> None:
        self.figures.delays_ms.append(1000 * (float(self._clock.time_of(found)) - due))
        self.figures.dues.append(due)

    def _note_beat(self, late: int, words: str) -> None:
        error_ms = 1000 * late / RATE
        self.figures.errors_ms.append(error_ms)
        if abs(error_ms) > 1:
            self.figures.notes.append(f"{words}: {error_ms:+.2f} ms")


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
