"""A body that hurries through the rest of a rep that the person ended before its time."""

from dataclasses import dataclass

from hiptimer.figure.limb import ease
from hiptimer.model.moment import Moment

HURRY_S = 0.5
"""How long it takes to catch up."""

Place = tuple[int, int, int]
"""The number of a set, the attempt at it, and the rep in it."""


@dataclass(slots=True)
class Hurrying:
    """Told every moment that is shown of a set, it says how far into the set the body is."""

    _place: Place | None = None
    _shown: float = 0.0
    _from: float = 0.0
    _behind_s: float = 0.0

    def shown_inside(self, moment: Moment, inside: float) -> float:
        """`inside`, the seconds into the set, but for a while after a rep was cut short."""
        if not moment.is_paced_by_person or moment.is_waiting:
            self._place, self._behind_s = None, 0.0
            return inside
        place = (moment.segment.n, moment.attempt, moment.rep)
        if self._place is None or self._place[:2] != place[:2]:
            self._behind_s = 0.0
        elif place[2] > self._place[2]:
            # A rep that came to its end would have waited there.
            self._from, self._behind_s = inside, inside - self._shown
        share = min(1.0, max(0.0, inside - self._from) / HURRY_S)
        self._place, self._shown = place, inside - self._behind_s * (1 - ease(share))
        return self._shown
