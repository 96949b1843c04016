"""What was read from a physio's lines, and where in the text each part of it stands.

A place is a pair `start`, `end` of positions in the text, the end not included.
"""

from enum import StrEnum

import msgspec


class What(StrEnum):
    """What a stretch of the text says."""

    EXERCISE = "exercise"
    SETS = "sets"
    REPS = "reps"
    HOLD = "hold"
    REST = "rest"
    TEMPO = "tempo"
    SIDES = "sides"


class Part(msgspec.Struct, frozen=True):
    """A stretch of the text that was understood."""

    what: What
    start: int
    end: int


class PrescribedStep(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise as it was prescribed. What is None was not said.

    `hold_s` beside `reps`, or in an exercise counted in reps, is the hold in each rep. `tempo`
    are the seconds of the exercise's phases. `per_side` says whether the exercise is done on one
    side and then, alike, on the other. `start` and `end` enclose all of its parts.
    """

    exercise: str
    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    tempo: tuple[float, ...] | None = None
    rest_s: float | None = None
    per_side: bool = False
    start: int
    end: int
    parts: tuple[Part, ...] = ()


class NotUnderstood(msgspec.Struct, frozen=True):
    """A stretch of the text that is in no step. `meant` are ids of exercises that are near it."""

    text: str
    why: str
    start: int
    end: int
    meant: tuple[str, ...] = ()


class Remark(msgspec.Struct, frozen=True):
    """A stretch of the text that was taken in one of several ways, or is known and not kept."""

    text: str
    why: str
    start: int
    end: int


class Prescription(msgspec.Struct, frozen=True):
    """All of it in the order of the text.

    Parts and what was not understood never overlap; remarks lie over parts.
    """

    steps: tuple[PrescribedStep, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    remarks: tuple[Remark, ...] = ()
