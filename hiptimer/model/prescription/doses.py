"""A prescribed step as a step of a routine."""

from hiptimer.model.exercise import Exercise, PhaseKind
from hiptimer.model.prescription.prescribed import PrescribedStep
from hiptimer.model.routine import Step


def routine_step(prescribed: PrescribedStep, exercise: Exercise) -> Step:
    """The step of a routine that does what was prescribed of `exercise`, the one it names.

    Where nothing was said of the sets, they are the exercise's own.
    """
    sets = exercise.dose.sets if prescribed.sets is None else prescribed.sets
    if exercise.is_hold:
        return Step(
            exercise=exercise.id,
            sets=sets,
            hold_s=prescribed.hold_s,
            rest_s=prescribed.rest_s,
        )
    return Step(
        exercise=exercise.id,
        sets=sets,
        reps=prescribed.reps,
        tempo_s=_tempo(prescribed, exercise),
        rest_s=prescribed.rest_s,
    )


def _tempo(prescribed: PrescribedStep, exercise: Exercise) -> tuple[float, ...] | None:
    """The seconds of the phases, with the hold in each rep; None for the exercise's own."""
    hold_s = prescribed.hold_s
    if hold_s is None or prescribed.tempo is not None:
        return prescribed.tempo
    return tuple(
        hold_s if phase.kind is PhaseKind.HOLD else phase.seconds for phase in exercise.phases
    )
