"""The phases of a set as beats: what lasts how long, in seconds from the start of the set."""

from collections.abc import Iterator

from hiptimer.model.exercise import Dose, Exercise, PhaseKind
from hiptimer.model.timeline import Beat


def set_beats(exercise: Exercise, dose: Dose, pace: float) -> tuple[Beat, ...]:
    """The beats of one set. `pace` above 1 makes reps shorter; a hold keeps its seconds."""
    if dose.hold_s is not None:
        return _hold_beats(exercise, dose.hold_s)
    return rep_beats(exercise, dose.tempo_s or (), range(1, (dose.reps or 0) + 1), 0.0, pace)


def rep_beats(
    exercise: Exercise, tempo_s: tuple[float, ...], reps: range, start: float, pace: float
) -> tuple[Beat, ...]:
    """The beats of the reps numbered `reps`, beginning at `start`. Phases of 0 s are left out."""
    return tuple(_reps(exercise, tempo_s, reps, start, pace))


def _reps(
    exercise: Exercise, tempo_s: tuple[float, ...], reps: range, start: float, pace: float
) -> Iterator[Beat]:
    for rep in reps:
        for number, (phase, seconds) in enumerate(zip(exercise.phases, tempo_s, strict=True)):
            if seconds <= 0:
                continue
            end = start + seconds / pace
            yield Beat(rep, number, phase.name, phase.kind, phase.say, start, end)
            start = end


def _hold_beats(exercise: Exercise, hold_s: float) -> tuple[Beat, ...]:
    beats: list[Beat] = []
    start = 0.0
    for number, phase in enumerate(exercise.phases):
        seconds = hold_s if phase.kind is PhaseKind.HOLD else phase.seconds
        if seconds <= 0:
            continue
        beats.append(Beat(1, number, phase.name, phase.kind, phase.say, start, start + seconds))
        start += seconds
    return tuple(beats)
