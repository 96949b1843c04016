"""What the ring of a workout shows."""

import msgspec

from hiptimer.model.exercise import PhaseKind


class Arc(msgspec.Struct, frozen=True):
    """A phase of the lap: seconds of the lap where it starts and ends."""

    kind: PhaseKind
    start: float
    end: float


class Face(msgspec.Struct, frozen=True):
    """What the ring shows apart from how far the lap has come.

    An empty `lap` is a countdown without a ring. `dots` are the reps of the set (of a hold one,
    once it is on disk), `saved` how many of them are on disk. `calm` dims a number that does not
    count just now. Without a number nothing stands in the ring.
    """

    number: int | None
    phase: str = ""
    short_phase: str = ""
    kind: PhaseKind | None = None
    small: str = ""
    lap: tuple[Arc, ...] = ()
    dots: int = 0
    saved: int = 0
    calm: bool = False

    @property
    def spoken(self) -> str:
        """The face in words."""
        return " ".join(part for part in (self.digits, self.small, self.phase) if part)

    @property
    def digits(self) -> str:
        return "" if self.number is None else str(self.number)


NOTHING = Face(None)
