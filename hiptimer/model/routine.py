"""A routine: an ordered list of exercises with doses, done for a number of rounds."""

from typing import Annotated

import msgspec
from msgspec import Meta

from hiptimer.model.exercise import (
    Dose,
    Exercise,
    HoldSeconds,
    Id,
    Name,
    Reps,
    RestSeconds,
    Sets,
    TempoSeconds,
)


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise of a routine. What is not given is taken from the exercise's own dose."""

    exercise: Id
    sets: Sets = 1
    reps: Reps | None = None
    tempo_s: tuple[TempoSeconds, ...] | None = None
    hold_s: HoldSeconds | None = None
    rest_s: RestSeconds | None = None

    def dose(self, exercise: Exercise) -> Dose:
        """The dose of this step for `exercise` (which may be a variation put in its place)."""
        own = exercise.dose
        rest_s = own.rest_s if self.rest_s is None else self.rest_s
        if exercise.is_hold:
            hold_s = own.hold_s if self.hold_s is None else self.hold_s
            return Dose(sets=self.sets, hold_s=hold_s, rest_s=rest_s)
        tempo_s = (
            tuple(p.seconds for p in exercise.phases) if self.tempo_s is None else self.tempo_s
        )
        reps = own.reps if self.reps is None else self.reps
        return Dose(sets=self.sets, reps=reps, tempo_s=tempo_s, rest_s=rest_s)

    def swapped(self, exercise: Exercise) -> "Step":
        """This step with another exercise, at its own tempo.

        Its reps or hold are its own, but no more than this step asks for.
        """
        own = exercise.dose
        return Step(
            exercise=exercise.id,
            sets=self.sets,
            reps=None if own.reps is None else min(own.reps, self.reps or own.reps),
            hold_s=None if own.hold_s is None else min(own.hold_s, self.hold_s or own.hold_s),
            rest_s=self.rest_s,
        )


class Routine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The plan. `round_rest_s` is the rest between two rounds, in seconds."""

    id: Id
    name: Name
    when: Annotated[str, Meta(max_length=200)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=100)]
    rounds: Annotated[int, Meta(ge=1, le=20)] = 1
    round_rest_s: RestSeconds = 0.0
    before_run: bool = True
    note: Annotated[str, Meta(max_length=500)] = ""

    def with_exercise(self, step: int, exercise: Exercise) -> "Routine":
        """A copy with the exercise of step number `step` (from 0) replaced."""
        steps = list(self.steps)
        steps[step] = steps[step].swapped(exercise)
        return msgspec.structs.replace(self, steps=tuple(steps))
