"""The hand of the clock on the timeline: it runs with the time, or stands."""

from dataclasses import dataclass


@dataclass(slots=True)
class Hand:
    """Positions are seconds on the timeline, instants are on the clock of whoever looks."""

    _stands_at: float | None = 0.0
    _origin: float = 0.0  # the instant at which the timeline's 0 lies; valid while it runs
    _moves_from: float = 0.0  # it runs, but a countdown still holds it until then

    def at(self, now: float) -> float:
        """The position at an instant."""
        if self._stands_at is not None:
            return self._stands_at
        return max(now, self._moves_from) - self._origin

    def instant(self, position: float) -> float:
        """When it comes to `position`, or came there; only while it runs."""
        return self._origin + position

    def countdown_left(self, now: float) -> float:
        """Seconds until it moves; 0 while it moves or stands."""
        return 0.0 if self._stands_at is not None else max(0.0, self._moves_from - now)

    def stand(self, position: float) -> None:
        self._stands_at = position

    def run(self, position: float, now: float, countdown_s: float = 0.0) -> None:
        """Run from `position`, `countdown_s` after `now`."""
        self._stands_at = None
        self._moves_from = now + countdown_s
        self._origin = self._moves_from - position
