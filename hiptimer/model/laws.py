"""What must be true of an exercise or a routine beyond the form of its file."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from hiptimer.model.exercise import (
    Equipment,
    Exercise,
    LiesOn,
    Motion,
    PhaseKind,
    Position,
)
from hiptimer.model.fault import Fault, shown, suggestion
from hiptimer.model.prop import Ball, Band, Bench, Cushion, Pad, Prop, StepBlock, Table, Wall
from hiptimer.model.routine import Routine, Step

SHORTEST_REP_S = 0.5
SIDE_WORDS = ("side", "other", "Side")
BEGIN_AT_FIRST_PHASE = (Motion.CYCLE, Motion.ALTERNATING, Motion.HOLD)
EQUIPMENT_BY_SHAPE: Mapping[type[Prop], Equipment] = MappingProxyType(
    {
        Band: Equipment.MINI_BAND,
        Ball: Equipment.STABILITY_BALL,
        Cushion: Equipment.CUSHION,
        Pad: Equipment.CUSHION,
        Bench: Equipment.BENCH,
        StepBlock: Equipment.STEP,
        Table: Equipment.TABLE,
        Wall: Equipment.WALL,
    }
)


def equipment_of(prop: Prop) -> Equipment:
    """What has to be fetched for a prop."""
    return EQUIPMENT_BY_SHAPE[type(prop)]


def exercise_faults(exercise: Exercise) -> Iterator[Fault]:
    """Faults of one exercise, seen by itself."""
    yield from _dose_faults(exercise)
    yield from _phase_faults(exercise)
    yield from _side_faults(exercise)
    here = {*exercise.needs, *exercise.optional}
    for index, prop in enumerate(exercise.props, 1):
        item = equipment_of(prop)
        if item not in here:
            wanted = f'needs "{item}" to be listed in needs or optional'
            yield Fault(f"props[{index}].shape", shown(prop.__struct_config__.tag), wanted)
    for field, other in (("easier_id", exercise.easier_id), ("harder_id", exercise.harder_id)):
        if other == exercise.id:
            yield Fault(field, shown(other), "must be another exercise")


def _dose_faults(exercise: Exercise) -> Iterator[Fault]:
    dose = exercise.dose
    if (dose.reps is None) == (dose.hold_s is None):
        found = "neither reps nor hold_s" if dose.reps is None else "reps and hold_s"
        yield Fault("dose", found, "must have one of the two")
    elif dose.hold_s is not None:
        yield from _hold_faults(exercise, dose.hold_s)
    else:
        seconds = tuple(phase.seconds for phase in exercise.phases)
        tempo_s = seconds if dose.tempo_s is None else dose.tempo_s
        yield from tempo_faults("dose.tempo_s", tempo_s, len(seconds))
        if len(tempo_s) == len(seconds) and tempo_s != seconds:
            wanted = f"must be the seconds of the phases, {shown(seconds)}"
            yield Fault("dose.tempo_s", shown(tempo_s), wanted)
        if exercise.motion is Motion.HOLD:
            yield Fault("dose.hold_s", "nothing", 'must be given where motion is "hold"')


def _hold_faults(exercise: Exercise, hold_s: float) -> Iterator[Fault]:
    if exercise.motion is not Motion.HOLD:
        yield Fault("motion", shown(exercise.motion.value), 'must be "hold" where hold_s is given')
    if exercise.dose.tempo_s is not None:
        yield Fault("dose.tempo_s", shown(exercise.dose.tempo_s), "must be left out in a hold")
    held = [phase.seconds for phase in exercise.phases if phase.kind is PhaseKind.HOLD]
    if len(held) != 1:
        yield Fault("phases", f'{len(held)} of the kind "hold"', "must have exactly 1 in a hold")
    elif held[0] != hold_s:
        wanted = f"must be the seconds of the hold phase, {shown(held[0])}"
        yield Fault("dose.hold_s", shown(hold_s), wanted)


def tempo_faults(field: str, tempo_s: Collection[float], phases: int) -> Iterator[Fault]:
    """Faults of a tempo for an exercise with `phases` phases."""
    if len(tempo_s) != phases:
        wanted = f"must have one number for each of the {phases} phases"
        yield Fault(field, f"{len(tempo_s)} numbers", wanted)
    elif sum(tempo_s) < SHORTEST_REP_S:
        wanted = f"a rep must last at least {SHORTEST_REP_S:g} seconds"
        yield Fault(field, f"a rep of {sum(tempo_s):g} seconds", wanted)


def _phase_faults(exercise: Exercise) -> Iterator[Fault]:
    phases = exercise.phases
    before = phases[-1]
    for index, phase in enumerate(phases, 1):
        if phase.from_pose != before.to_pose:
            wanted = f'must be "{before.to_pose}", where the phase before it ends'
            yield Fault(f"phases[{index}].from", shown(phase.from_pose), wanted)
        before = phase
    first = phases[0].from_pose
    if exercise.motion in BEGIN_AT_FIRST_PHASE and exercise.start != first:
        wanted = f'must be "{first}", where the first phase begins'
        yield Fault("start", shown(exercise.start), wanted)
    if any(exercise.travel) and exercise.motion is not Motion.WALK:
        yield Fault("travel", shown(exercise.travel), 'must be left out unless motion is "walk"')


def _side_faults(exercise: Exercise) -> Iterator[Fault]:
    says = exercise.text.side_says
    if exercise.per_side and not says:
        yield Fault("text.side_says", "nothing", "must be given where per_side is true")
    if says and not exercise.per_side:
        yield Fault("text.side_says", shown(says), "must be left out where per_side is false")
    words = re.findall(r"{(\w*)}", says)
    if re.search("[{}]", re.sub(r"{\w*}", "", says)) or not set(words) <= set(SIDE_WORDS):
        yield Fault("text.side_says", shown(says), "may use {side}, {other} and {Side} only")
    lies_on_a_side = exercise.lies_on is not LiesOn.NONE
    if lies_on_a_side != (exercise.per_side and exercise.position is Position.SIDE_LYING):
        wanted = "must be same or opposite for one-sided exercises lying on the side, else none"
        yield Fault("lies_on", shown(exercise.lies_on.value), wanted)


def routine_faults(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Fault]:
    """Faults of a routine among the exercises it can choose from."""
    for index, step in enumerate(routine.steps, 1):
        exercise = exercises.get(step.exercise)
        if exercise is None:
            wanted = f"no such exercise; {suggestion(step.exercise, exercises)}"
            yield Fault(f"steps[{index}].exercise", shown(step.exercise), wanted)
        else:
            yield from _step_faults(step, exercise, f"steps[{index}]")


def _step_faults(step: Step, exercise: Exercise, field: str) -> Iterator[Fault]:
    name = exercise.id
    if exercise.is_hold:
        if step.reps is not None:
            yield Fault(f"{field}.reps", shown(step.reps), f"must be left out: {name} is a hold")
        if step.tempo_s is not None:
            found = shown(step.tempo_s)
            yield Fault(f"{field}.tempo_s", found, f"must be left out: {name} is a hold")
        return
    if step.hold_s is not None:
        wanted = f"must be left out: {name} is counted in reps"
        yield Fault(f"{field}.hold_s", shown(step.hold_s), wanted)
    if step.tempo_s is not None:
        yield from tempo_faults(f"{field}.tempo_s", step.tempo_s, len(exercise.phases))


def reference_faults(exercise: Exercise, known: Collection[str]) -> Iterator[Fault]:
    """Faults of an exercise's links to others."""
    for field, other in (("easier_id", exercise.easier_id), ("harder_id", exercise.harder_id)):
        if other is not None and other not in known:
            wanted = f"no such exercise; {suggestion(other, known)}"
            yield Fault(field, shown(other), wanted)
