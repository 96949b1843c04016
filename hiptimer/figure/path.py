"""The way through two or more keys, in one movement."""

from collections.abc import Sequence
from itertools import pairwise

from hiptimer.figure.blend import blended
from hiptimer.figure.key import Key
from hiptimer.figure.limb import ease
from hiptimer.figure.passage import Passage
from hiptimer.figure.posture import Posture
from hiptimer.figure.vector import distance

ROUNDING = 0.5
"""How much of the shorter neighbour is used to turn from one passage into the next."""
SHORTEST = 0.05
"""Metres a passage counts at least, so that none is passed in no time."""


class Path:
    """Eases in at the first key and out at the last, and passes those between without a stop."""

    def __init__(self, keys: Sequence[Key]) -> None:
        lengths = [max(_apart(a, b), SHORTEST) for a, b in pairwise(keys)]
        whole = sum(lengths)
        self._still = keys[0].posture if all(_same(a, b) for a, b in pairwise(keys)) else None
        self._passages = tuple(Passage(a, b) for a, b in pairwise(keys))
        self._spans = tuple(length / whole for length in lengths)

    @property
    def stands_still(self) -> bool:
        return self._still is not None

    def place(self, fraction: float) -> tuple[int, float]:
        """Which passage, from 0, and how far through it, when a fraction of the time is over."""
        share = ease(fraction)
        begin = 0.0
        for index, span in enumerate(self._spans[:-1]):
            if share <= begin + span:
                return index, (share - begin) / span
            begin += span
        return len(self._spans) - 1, (share - begin) / self._spans[-1]

    def at(self, fraction: float) -> Posture:
        if self._still is not None:
            return self._still
        index, share = self.place(fraction)
        here = self._passages[index].at(share)
        other = index + (1 if share > 0.5 else -1)
        if not 0 <= other < len(self._passages):
            return here
        return self._turned(here, index, other, share)

    def _turned(self, here: Posture, index: int, other: int, share: float) -> Posture:
        """Close to the key between two passages the one turns into the other."""
        span, next_span = self._spans[index], self._spans[other]
        left = (1 - share if other > index else share) * span
        window = ROUNDING * min(span, next_span)
        if left >= window:
            return here
        beyond = left / next_span
        there = self._passages[other].at(-beyond if other > index else 1 + beyond)
        return blended(here, there, 0.5 - 0.5 * ease(left / window))


def _apart(a: Key, b: Key) -> float:
    """The way of the joint that goes farthest, metres."""
    return max(distance(point, b.joints[joint]) for joint, point in a.joints.items())


def _same(a: Key, b: Key) -> bool:
    return a.posture == b.posture
