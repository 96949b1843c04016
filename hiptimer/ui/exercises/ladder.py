"""The values that the Exercises page shows."""

from enum import Enum, auto

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr


class Standing(Enum):
    """How far a person has come with one exercise."""

    NEW = auto()
    DONE = auto()
    YOURS = auto()


class Rung(msgspec.Struct, frozen=True):
    """One exercise on its ladder. `details` are its dose and what it needs, `told` stands at the
    end of the row, such as "42 ×". `lacks` says what is not at hand for it, "" for nothing.
    """

    exercise: Exercise
    details: str
    told: str = ""
    standing: Standing = Standing.NEW
    lacks: str = ""

    @property
    def words(self) -> str:
        """All of it, for a screen reader."""
        parts = (
            tr("Level {n}", n=self.exercise.level),
            self.exercise.name,
            self.details,
            self.lacks,
        )
        return ", ".join(part for part in (*parts, self.told) if part)


class Ladder(msgspec.Struct, frozen=True):
    """A family, or what is left of it, easy to hard."""

    title: str
    rungs: tuple[Rung, ...]


class Link(msgspec.Struct, frozen=True):
    """Another exercise to go to."""

    exercise_id: str
    name: str


class About(msgspec.Struct, frozen=True, kw_only=True):
    """All about one exercise. `facts` are muscles, equipment and sides in one line, `amounts` the
    dose and the seconds of a rep; `record` is what was done so far, line by line.
    """

    exercise: Exercise
    facts: str
    amounts: tuple[str, ...]
    record: tuple[str, ...]
    lacks: str = ""
    also: str = ""
    easier: Link | None = None
    harder: Link | None = None
    is_own: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where in a routine an exercise may go: in the place of step `step` (from 0), or at the end
    with None.
    """

    routine_id: str
    step: int | None
    words: str


class Offer(msgspec.Struct, frozen=True):
    """A routine with the places in it. `is_own` says whether it is a person's own already."""

    name: str
    is_own: bool
    places: tuple[Place, ...]
