"""A routine that suits who does it: nothing that is not at hand, nothing for a sore place."""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine, Step

# What loosens is no stand-in for what strengthens, nor the other way round, and a stretch only for
# another: a routine for before a run must not become one of long holds.
STRETCHES = "stretch"
LOOSENING = (STRETCHES, "mobility")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one step of the routine; `step` counts from 0.

    Without a `replacement` it is left out. `missing` is what it needs and is not at hand, `sore`
    are the complaints that speak against it.
    """

    step: int
    exercise: Exercise
    replacement: Exercise | None
    missing: tuple[Equipment, ...] = ()
    sore: tuple[Complaint, ...] = ()


class Suited(msgspec.Struct, frozen=True):
    """`routine` is None when nothing is left of it. `places` says for each of its steps which
    step of the routine as it was stands there.
    """

    routine: Routine | None
    changes: tuple[Change, ...] = ()
    places: tuple[int, ...] = ()


def suited(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    equipment: Collection[Equipment] | None,
    sore: Collection[Complaint],
) -> Suited:
    """The routine with every unfit exercise swapped or left out, and what was done and why.

    Without `equipment` everything the routine needs is taken to be at hand, but nothing more.
    """
    if equipment is None:
        equipment = {need for s in routine.steps for need in exercises[s.exercise].needs}
    changes = tuple(_changes(routine, exercises, equipment, sore))
    if not changes:
        return Suited(routine, (), tuple(range(len(routine.steps))))
    by_step = {change.step: change for change in changes}
    kept = tuple(_kept(routine.steps, by_step))
    if not kept:
        return Suited(None, changes)
    steps = tuple(step for _place, step in kept)
    places = tuple(place for place, _step in kept)
    return Suited(msgspec.structs.replace(routine, steps=steps), changes, places)


def missing_for(exercise: Exercise, equipment: Collection[Equipment]) -> tuple[Equipment, ...]:
    """What an exercise cannot do without and is not at hand."""
    return tuple(need for need in exercise.needs if need not in equipment)


def sore_for(exercise: Exercise, sore: Collection[Complaint]) -> tuple[Complaint, ...]:
    """The complaints that speak against an exercise."""
    return tuple(complaint for complaint in exercise.avoid_with if complaint in sore)


def unfit(
    exercises: Mapping[str, Exercise],
    equipment: Collection[Equipment] | None,
    sore: Collection[Complaint],
) -> frozenset[str]:
    """The ids of the exercises that something sore, or not at hand, speaks against. Without
    `equipment` everything is at hand.
    """
    return frozenset(
        id_
        for id_, exercise in exercises.items()
        if sore_for(exercise, sore) or (equipment is not None and missing_for(exercise, equipment))
    )


def easier_than(
    exercise: Exercise, exercises: Mapping[str, Exercise], unfit_ids: Collection[str]
) -> Exercise | None:
    """The next step down that is fit, None when there is none."""
    met = {exercise.id}
    easier = exercises.get(exercise.easier_id or "")
    while easier is not None and easier.id not in met:
        if easier.id not in unfit_ids:
            return easier
        met.add(easier.id)
        easier = exercises.get(easier.easier_id or "")
    return None


def _kept(steps: tuple[Step, ...], changes: Mapping[int, Change]) -> Iterator[tuple[int, Step]]:
    for place, step in enumerate(steps):
        change = changes.get(place)
        if change is None:
            yield place, step
        elif change.replacement is not None:
            yield place, step.swapped(change.replacement)


def _changes(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    equipment: Collection[Equipment],
    sore: Collection[Complaint],
) -> Iterator[Change]:
    fit = {
        id_: exercise
        for id_, exercise in exercises.items()
        if not missing_for(exercise, equipment) and not sore_for(exercise, sore)
    }
    taken = {step.exercise for step in routine.steps if step.exercise in fit}
    chosen: dict[str, Exercise | None] = {}
    for number, step in enumerate(routine.steps):
        if step.exercise in fit:
            continue
        exercise = exercises[step.exercise]
        if step.exercise not in chosen:
            free = {id_: e for id_, e in fit.items() if id_ not in taken}
            is_sore = bool(sore_for(exercise, sore))
            chosen[step.exercise] = _nearest(exercise, free, exercises, is_sore=is_sore)
        replacement = chosen[step.exercise]
        if replacement is not None:
            taken.add(replacement.id)
        yield Change(
            step=number,
            exercise=exercise,
            replacement=replacement,
            missing=missing_for(exercise, equipment),
            sore=sore_for(exercise, sore),
        )


def _nearest(
    exercise: Exercise,
    fit: Mapping[str, Exercise],
    catalogue: Mapping[str, Exercise],
    *,
    is_sore: bool,
) -> Exercise | None:
    """The next easier one, else one of the family, else one for the same muscles; None if there
    is nothing sensible. A sore place never leads to a harder one.
    """
    for easier in _easier(exercise, catalogue):
        if easier.id in fit:
            return easier
    hardest = exercise.level if is_sore else exercise.level + 1
    family = [e for e in fit.values() if e.family == exercise.family and e.level <= hardest]
    if family:
        return min(family, key=lambda other: _distance(other, exercise))
    alike = [e for e in fit.values() if _is_alike(e, exercise)]
    # Levels compare within a family: in another one the easiest is the safe one for what is sore.
    if is_sore and alike:
        easiest = min(other.level for other in alike)
        alike = [other for other in alike if other.level == easiest]
    return min(alike, key=lambda other: _distance(other, exercise), default=None)


def _easier(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Iterator[Exercise]:
    """The way down from an exercise, step by step. It ends where it would lead up or round."""
    easier = exercises.get(exercise.easier_id or "")
    while easier is not None and easier.level < exercise.level:
        yield easier
        exercise, easier = easier, exercises.get(easier.easier_id or "")


def _is_alike(other: Exercise, exercise: Exercise) -> bool:
    """Whether it works the same muscles to the same end, and is no harder."""
    loosens = (other.family in LOOSENING) == (exercise.family in LOOSENING)
    is_kind = loosens and (other.family != STRETCHES or exercise.family == STRETCHES)
    return is_kind and other.level <= exercise.level and bool(_shared(other, exercise))


def _shared(other: Exercise, exercise: Exercise) -> int:
    return len(set(other.muscles.primary) & set(exercise.muscles.primary))


def _distance(other: Exercise, exercise: Exercise) -> tuple[object, ...]:
    """Less is nearer: easier first, some muscle in common, the nearest level, the position."""
    shared = _shared(other, exercise)
    return (
        other.level > exercise.level,
        not shared,
        abs(other.level - exercise.level),
        other.position is not exercise.position,
        -shared,
        len(other.needs),
        other.id,
    )
