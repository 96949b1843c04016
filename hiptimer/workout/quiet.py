"""Finding a place for a phrase where nothing else sounds."""

from collections.abc import Iterable

MARGIN_S = 0.03
"""Kept free around a phrase; clips end in a little silence of their own."""


class Quiet:
    """The stretches of a segment in which nothing sounds yet, in seconds from its start."""

    def __init__(self, busy: Iterable[tuple[float, float]]) -> None:
        """`busy` are the beginnings and ends of what sounds."""
        self._busy = sorted(busy)

    def place(self, seconds: float, earliest: float, latest: float) -> float | None:
        """Where `seconds` fit whole, as early as can be, between `earliest` and `latest`.

        The place found is taken. None when there is none.
        """
        at = earliest
        for begins, ends in self._busy:
            if ends + MARGIN_S <= at:
                continue
            if begins - MARGIN_S >= at + seconds:
                break
            at = ends + MARGIN_S
        if at + seconds > latest:
            return None
        self._busy = sorted([*self._busy, (at, at + seconds)])
        return at
