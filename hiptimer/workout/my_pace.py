"""My pace: whether a set of reps waits for the person at the end of each rep, and since when."""

from dataclasses import dataclass

PRESSES_APART_S = 0.3
"""What is pressed sooner after a rep began, by a press or not, is a bounce of the finger."""


@dataclass(slots=True)
class MyPace:
    """Told the time like the player; `at` and `now` are instants on its clock."""

    is_on: bool
    _waits_since: float | None = None
    _began_at: float = float("-inf")

    @property
    def waits(self) -> bool:
        return self._waits_since is not None

    def waited_s(self, now: float) -> float | None:
        """How long it has waited by now, None while it does not."""
        return None if self._waits_since is None else max(0.0, now - self._waits_since)

    def wait(self, at: float) -> None:
        """A rep is over."""
        self._waits_since = at

    def begin(self, at: float) -> None:
        """A rep begins, or something that is no rep."""
        self._waits_since = None
        self._began_at = at

    def hears(self, now: float) -> bool:
        """Whether a press now is one of its own."""
        return now - self._began_at >= PRESSES_APART_S
