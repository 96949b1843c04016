"""What must be true of an exercise or a routine beyond the form of its file."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Dose,
    Exercise,
    LiesOn,
    Motion,
    PhaseKind,
    Position,
)
from hiptimer.model.fault import Fault, shown, suggestion
from hiptimer.model.joint import Joint
from hiptimer.model.language import later, tr
from hiptimer.model.plain import has_controls
from hiptimer.model.pose import Pose
from hiptimer.model.prop import Ball, Band, Bench, Cushion, Pad, Prop, StepBlock, Table, Wall
from hiptimer.model.routine import Routine, Step

SHORTEST_REP_S = 0.5
# The sound of a set is made in one piece, some 12 MB a minute; all sets are laid out in one go,
# some 2 ms each. Nobody does nearly as much.
LONGEST_SET_S = 1200.0
MOST_SETS_IN_ALL = 300
SPACES = "\n\r\t"
# The last part of a field that stands in a line with others.
ONE_LINE = ("name", "say", "says", "from", "to", "start")
NOT_IN_HOLD = later("must be left out: {exercise} is a hold")
SIDE_WORDS = ("side", "other", "Side", "side_m", "other_m", "Side_m")
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


def text_faults(value: object, field: str = "") -> Iterator[Fault]:
    """Faults of the words in an exercise or a routine: all must be writing, names in one line."""
    match value:
        case str():
            if has_controls(value, "" if field.endswith(ONE_LINE) else SPACES):
                wanted = tr("must not have control characters in it")
                yield Fault(field, shown(value), wanted)
        case dict():
            for name, inner in value.items():
                yield from text_faults(inner, f"{field}.{name}" if field else name)
        case list() | tuple():
            for index, inner in enumerate(value, 1):
                yield from text_faults(inner, f"{field}[{index}]")


def exercise_faults(exercise: Exercise) -> Iterator[Fault]:
    """Faults of one exercise, seen by itself."""
    yield from _dose_faults(exercise)
    yield from _phase_faults(exercise)
    yield from _side_faults(exercise)
    here = {*exercise.needs, *exercise.optional}
    for index, prop in enumerate(exercise.props, 1):
        item = equipment_of(prop)
        if item not in here:
            wanted = tr('needs "{thing}" to be listed in needs or optional', thing=item)
            yield Fault(f"props[{index}].shape", shown(prop.__struct_config__.tag), wanted)
    for field, other in (("easier_id", exercise.easier_id), ("harder_id", exercise.harder_id)):
        if other == exercise.id:
            yield Fault(field, shown(other), tr("must be another exercise"))


def _dose_faults(exercise: Exercise) -> Iterator[Fault]:
    dose = exercise.dose
    if (dose.reps is None) == (dose.hold_s is None):
        found = tr("neither reps nor hold_s") if dose.reps is None else tr("reps and hold_s")
        yield Fault("dose", found, tr("must have one of the two"))
    elif dose.hold_s is not None:
        yield from _hold_faults(exercise, dose.hold_s)
    else:
        seconds = tuple(phase.seconds for phase in exercise.phases)
        tempo_s = seconds if dose.tempo_s is None else dose.tempo_s
        yield from tempo_faults("dose.tempo_s", tempo_s, len(seconds))
        yield from _set_faults("dose.reps", replace(dose, tempo_s=tempo_s))
        if len(tempo_s) == len(seconds) and tempo_s != seconds:
            wanted = tr("must be the seconds of the phases, {seconds}", seconds=shown(seconds))
            yield Fault("dose.tempo_s", shown(tempo_s), wanted)
        if exercise.motion is Motion.HOLD:
            yield Fault("dose.hold_s", tr("nothing"), tr('must be given where motion is "hold"'))


def _hold_faults(exercise: Exercise, hold_s: float) -> Iterator[Fault]:
    if exercise.motion is not Motion.HOLD:
        yield Fault(
            "motion", shown(exercise.motion.value), tr('must be "hold" where hold_s is given')
        )
    if exercise.dose.tempo_s is not None:
        yield Fault("dose.tempo_s", shown(exercise.dose.tempo_s), tr("must be left out in a hold"))
    held = [phase.seconds for phase in exercise.phases if phase.kind is PhaseKind.HOLD]
    if len(held) != 1:
        yield Fault(
            "phases", tr('{n} of the kind "hold"', n=len(held)), tr("must have exactly 1 in a hold")
        )
    elif held[0] != hold_s:
        wanted = tr("must be the seconds of the hold phase, {seconds}", seconds=shown(held[0]))
        yield Fault("dose.hold_s", shown(hold_s), wanted)


def tempo_faults(field: str, tempo_s: Collection[float], phases: int) -> Iterator[Fault]:
    """Faults of a tempo for an exercise with `phases` phases."""
    if len(tempo_s) != phases:
        wanted = tr("must have one number for each of the {n} phases", n=phases)
        yield Fault(field, tr("{n} numbers", n=len(tempo_s)), wanted)
    elif sum(tempo_s) < SHORTEST_REP_S:
        wanted = tr("a rep must last at least {seconds} seconds", seconds=f"{SHORTEST_REP_S:g}")
        yield Fault(field, tr("a rep of {seconds} seconds", seconds=f"{sum(tempo_s):g}"), wanted)


def _set_faults(field: str, dose: Dose) -> Iterator[Fault]:
    if is_too_long(dose):
        wanted = tr("a set may last up to {n} minutes", n=round(LONGEST_SET_S / 60))
        yield Fault(field, shown(dose.reps), wanted)


def is_too_long(dose: Dose) -> bool:
    """Whether its reps at its tempo are more than one set may have."""
    return (dose.reps or 0) * sum(dose.tempo_s or ()) > LONGEST_SET_S


def _phase_faults(exercise: Exercise) -> Iterator[Fault]:
    phases = exercise.phases
    before = phases[-1]
    for index, phase in enumerate(phases, 1):
        if phase.from_pose != before.to_pose:
            wanted = tr('must be "{pose}", where the phase before it ends', pose=before.to_pose)
            yield Fault(f"phases[{index}].from", shown(phase.from_pose), wanted)
        before = phase
    first = phases[0].from_pose
    if exercise.motion in BEGIN_AT_FIRST_PHASE and exercise.start != first:
        wanted = tr('must be "{pose}", where the first phase begins', pose=first)
        yield Fault("start", shown(exercise.start), wanted)
    if any(exercise.travel) and exercise.motion is not Motion.WALK:
        yield Fault(
            "travel", shown(exercise.travel), tr('must be left out unless motion is "walk"')
        )


def _side_faults(exercise: Exercise) -> Iterator[Fault]:
    says = exercise.text.side_says
    if exercise.per_side and not says:
        yield Fault("text.side_says", tr("nothing"), tr("must be given where per_side is true"))
    if says and not exercise.per_side:
        yield Fault("text.side_says", shown(says), tr("must be left out where per_side is false"))
    words = re.findall(r"{(\w*)}", says)
    if re.search("[{}]", re.sub(r"{\w*}", "", says)) or not set(words) <= set(SIDE_WORDS):
        yield Fault("text.side_says", shown(says), tr("may use {side}, {other} and {Side} only"))
    lies_on_a_side = exercise.lies_on is not LiesOn.NONE
    if lies_on_a_side != (exercise.per_side and exercise.position is Position.SIDE_LYING):
        wanted = tr("must be same or opposite for one-sided exercises lying on the side, else none")
        yield Fault("lies_on", shown(exercise.lies_on.value), wanted)


def pose_faults(poses: Mapping[str, Pose]) -> Iterator[Fault]:
    """Faults of the poses of an exercise: the figure needs every point of the body."""
    for name, pose in poses.items():
        if lacking := [joint for joint in Joint if joint not in pose.points]:
            found = tr("no {points}", points=", ".join(lacking))
            yield Fault(f"{name}.points", found, tr("must have all points of the body"))


def routine_faults(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Fault]:
    """Faults of a routine among the exercises it can choose from."""
    for index, step in enumerate(routine.steps, 1):
        exercise = exercises.get(step.exercise)
        if exercise is None:
            wanted = tr("no such exercise; {hint}", hint=suggestion(step.exercise, exercises))
            yield Fault(f"steps[{index}].exercise", shown(step.exercise), wanted)
        else:
            yield from _step_faults(step, exercise, f"steps[{index}]")
    in_all = sum(step.sets for step in routine.steps) * routine.rounds
    if in_all > MOST_SETS_IN_ALL:
        found = tr("{n} sets in all rounds", n=in_all)
        yield Fault("steps", found, tr("must be at most {high}", high=MOST_SETS_IN_ALL))


def _step_faults(step: Step, exercise: Exercise, field: str) -> Iterator[Fault]:
    name = exercise.id
    if exercise.is_hold:
        if step.reps is not None:
            yield Fault(f"{field}.reps", shown(step.reps), tr(NOT_IN_HOLD, exercise=name))
        if step.tempo_s is not None:
            found = shown(step.tempo_s)
            yield Fault(f"{field}.tempo_s", found, tr(NOT_IN_HOLD, exercise=name))
        return
    if step.hold_s is not None:
        wanted = tr("must be left out: {exercise} is counted in reps", exercise=name)
        yield Fault(f"{field}.hold_s", shown(step.hold_s), wanted)
    if step.tempo_s is not None:
        yield from tempo_faults(f"{field}.tempo_s", step.tempo_s, len(exercise.phases))
    yield from _set_faults(f"{field}.reps", step.dose(exercise))


def reference_faults(exercise: Exercise, known: Collection[str]) -> Iterator[Fault]:
    """Faults of an exercise's links to others."""
    for field, other in (("easier_id", exercise.easier_id), ("harder_id", exercise.harder_id)):
        if other is not None and other not in known:
            wanted = tr("no such exercise; {hint}", hint=suggestion(other, known))
            yield Fault(field, shown(other), wanted)
