"""The self-check: three things a person can measure of themselves, and what came of them.

A measure of one's own and nothing more: no number here is good or bad for anyone else.
"""

from datetime import date

import msgspec

from hiptimer.model.language import later, tr_in

SELF_CHECK = "self-check"
"""The id of its routine, which is in no catalogue; sessions are known by it."""


class Measure(msgspec.Struct, frozen=True):
    """One thing to measure on each side. `most` is where counting ends: seconds or reps.

    `is_held` tells seconds of a hold from reps in a row; `until` says, in English, when form has
    gone.
    """

    exercise_id: str
    is_held: bool
    most: int
    until: str

    @property
    def unit(self) -> str:
        return tr_in("unit", "s") if self.is_held else tr_in("unit: so many reps", "in a row")


MEASURES = (
    Measure("single-leg-stand", True, 120, later("Until the foot comes down or the hip drops.")),
    Measure("bridge-single", False, 30, later("Until the hips sink or tilt.")),
    Measure("side-plank", True, 120, later("Until the hips sag.")),
)


class Result(msgspec.Struct, frozen=True):
    """What one self-check gave for one measure. A side that was not done is None."""

    day: date
    left: float | None
    right: float | None
