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

REACH_S = 0.06
"""Around its place in the segment, where any other cue is looked for."""

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
    figures = Figures()
    start, began = 0, told["asked"][0]["due"]
    for asked in told["asked"]:
        segment = wanted[start : start + asked["frames"]]
        start += asked["frames"]
        _compare(asked, segment, heard, clock, began, figures)
    first = clock.frame_at(began + WARM_UP_S)
    _count_gaps(heard[first : clock.frame_at(began + told["seconds"])], figures)
    return figures


def _compare(
    asked: dict, segment: Mono, heard: Mono, clock: ServerClock, began: float, figures: Figures
) -> None:
    """Find each cue of a segment, from the first on; gaps of the server shift all that follow."""
    place: int | None = None
    late, first_at = 0, 0.0
    for at, name, seconds in _instants(asked["cues"]):
        inside = at - asked["offset"]
        begins, due = round(inside * RATE), asked["due"] + inside
        if inside < 0 or due < began + WARM_UP_S:
            continue
        cue = segment[begins : begins + round(min(seconds, WINDOW_S) * RATE)]
        if place is None:
            expected, early, reach = clock.frame_at(due), EARLY_S, LATE_S
        else:
            expected = place + round((at - first_at) * RATE) + late
            early = reach = REACH_S
        first, last = expected - round(early * RATE), expected + round(reach * RATE)
        found, likeness = most_like(heard, cue, first, last)
        if likeness < CLEAR:
            figures.blurred += 1
            if likeness < CLEAR / 2:
                figures.lost.append(f"{name} at {due - began:.1f} s ({likeness:.2f})")
                continue
        if place is None:
            place, first_at = found, at
            figures.delays_ms.append(1000 * (float(clock.time_of(found)) - due))
            figures.dues.append(due)
            continue
        late += found - expected
        error_ms = 1000 * (found - place - (at - first_at) * RATE) / RATE
        figures.errors_ms.append(error_ms)
        if abs(error_ms) > 1:
            figures.notes.append(
                f"{name} at {due - began:.1f} s: {error_ms:+.2f} ms, likeness {likeness:.2f}"
            )


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


def _count_gaps(heard: Mono, figures: Figures) -> None:
    """Digital silence longer than a millisecond: the keep-alive leaves none, so the server's."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (heard == 0).astype(np.int8), [0]])))
    lengths = edges[1::2] - edges[::2]
    silences = lengths[lengths > RATE // 1000]
    figures.gaps += len(silences)
    figures.gaps_ms += 1000 * float(silences.sum()) / RATE


def quantiles(values: "list[float] | NDArray[np.float64]") -> tuple[float, float, float, float]:
    """50th, 95th and 99th of 100, and the largest, of the absolute values."""
    sizes = np.abs(np.array(values, dtype=float))
    return (*(float(np.percentile(sizes, p)) for p in (50, 95, 99)), float(sizes.max()))
