"""An exercise of the person's own while it is being made: what was typed, whole or not yet."""

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import (
    Dose,
    Exercise,
    LiesOn,
    Motion,
    Phase,
    PhaseKind,
    Position,
    Text,
)
from hiptimer.model.language import tr_in
from hiptimer.model.laws import BEGIN_AT_FIRST_PHASE, equipment_of
from hiptimer.model.plain import without_controls
from hiptimer.model.pose import Pose
from hiptimer.model.prop import Ball, Prop

USUAL_REPS, USUAL_HOLD_S = 10, 20.0
LONGEST_POSE_NAME = 40
WORDS = ("name", "side_says", "setup", "setup_says", "how", "cues", "avoid", "caution")
KINDS_OF_REPS = (PhaseKind.WORK, PhaseKind.HOLD, PhaseKind.BACK, PhaseKind.PAUSE)
KINDS_OF_HOLD = (PhaseKind.ENTER, PhaseKind.HOLD, PhaseKind.LEAVE)
_INTO_HOLD = {PhaseKind.WORK: PhaseKind.ENTER, PhaseKind.BACK: PhaseKind.LEAVE}
_OUT_OF_HOLD = {hold: reps for reps, hold in _INTO_HOLD.items()}


class OwnPhase(msgspec.Struct, frozen=True):
    """A phase that begins where the one before it ends. `seconds` of the hold itself are not
    asked: they are the dose.
    """

    name: str
    kind: PhaseKind
    seconds: float
    say: str
    to_pose: str
    through: tuple[str, ...] = ()


class OwnExercise(msgspec.Struct, frozen=True, kw_only=True):
    """`like` gives what is not asked: position, camera, muscles, what it is avoided with.

    Words are as they were typed. `family` is "" for a ladder of its own; `start` counts only
    where the movement is entered from elsewhere.
    """

    like: Exercise
    poses: Mapping[str, Pose]
    name: str
    family: str
    level: Annotated[int, Meta(ge=1, le=5)]
    easier_id: str | None
    harder_id: str | None
    per_side: bool
    side_says: str
    is_hold: bool
    reps: int
    hold_s: float
    sets: int
    rest_s: float
    phases: tuple[OwnPhase, ...]
    start: str
    setup: str
    setup_says: str
    how: str
    cues: tuple[str, ...]
    avoid: tuple[str, ...]
    caution: str
    needs: tuple[Equipment, ...]
    optional: tuple[Equipment, ...]
    props: tuple[Prop, ...]

    @property
    def motion(self) -> Motion:
        if self.is_hold:
            return Motion.HOLD
        return Motion.CYCLE if self.like.motion is Motion.HOLD else self.like.motion

    @property
    def is_entered(self) -> bool:
        """Whether the pose of the get-ready is another than the one the phases begin in."""
        return self.motion not in BEGIN_AT_FIRST_PHASE


def opened(exercise: Exercise, poses: Mapping[str, Pose]) -> OwnExercise:
    """An exercise there is, ready to be changed."""
    dose, text = exercise.dose, exercise.text
    return OwnExercise(
        like=exercise,
        poses=dict(poses),
        name=text.name,
        family=exercise.family,
        level=exercise.level,
        easier_id=exercise.easier_id,
        harder_id=exercise.harder_id,
        per_side=exercise.per_side,
        side_says=text.side_says,
        is_hold=exercise.is_hold,
        reps=dose.reps or USUAL_REPS,
        hold_s=dose.hold_s or USUAL_HOLD_S,
        sets=dose.sets,
        rest_s=dose.rest_s,
        phases=tuple(
            OwnPhase(p.name, p.kind, p.seconds, p.say, p.to_pose, p.through)
            for p in exercise.phases
        ),
        start=exercise.start,
        setup=text.setup,
        setup_says=text.setup_says,
        how=text.how,
        cues=text.cues,
        avoid=text.avoid,
        caution=text.caution,
        needs=exercise.needs,
        optional=exercise.optional,
        props=exercise.props,
    )


def borrowed(exercise: Exercise, poses: Mapping[str, Pose]) -> OwnExercise:
    """A new exercise like one there is, still without a name."""
    fit = exercise.fit
    nearest = None if fit is None else replace(fit, exact=False)
    return replace(opened(replace(exercise, fit=nearest), poses), name="")


def borrowed_anew(own: OwnExercise, exercise: Exercise, poses: Mapping[str, Pose]) -> OwnExercise:
    """The new exercise like another one instead; the words that a person wrote stay."""
    usual, anew = borrowed(own.like, own.poses), borrowed(exercise, poses)
    written = {name: getattr(own, name) for name in WORDS}
    changed = {name: to for name, to in written.items() if to != getattr(usual, name)}
    return replace(anew, **changed)


def made(own: OwnExercise, exercise_id: str, known: Mapping[str, Exercise]) -> Exercise:
    """The exercise as it would be kept; whether it may be is for `own_faults` to say."""
    phases = _made_phases(own)
    here = {*own.needs, *own.optional}
    return replace(
        own.like,
        id=exercise_id,
        family=own.family or _own_family(exercise_id, known),
        level=own.level,
        easier_id=own.easier_id,
        harder_id=own.harder_id,
        per_side=own.per_side,
        lies_on=_lies_on(own),
        motion=own.motion,
        start=own.start if own.is_entered else phases[0].from_pose if phases else own.start,
        phases=phases,
        dose=_made_dose(own, phases),
        text=_made_text(own),
        needs=own.needs,
        optional=tuple(thing for thing in own.optional if thing not in own.needs),
        travel=own.like.travel if own.motion is Motion.WALK else (0.0, 0.0, 0.0),
        props=tuple(prop for prop in own.props if equipment_of(prop) in here),
    )


def used_poses(own: OwnExercise, exercise: Exercise) -> dict[str, Pose]:
    """The poses that `exercise`, made from it, goes through."""
    return {name: pose for name, pose in own.poses.items() if name in exercise.pose_names}


def as_hold(own: OwnExercise) -> OwnExercise:
    """The same movement gone into, held and left; counted in seconds."""
    phases = [p for p in own.phases if p.kind is not PhaseKind.PAUSE]
    held = [p for p in phases if p.kind is PhaseKind.HOLD][:1]
    phases = [p for p in phases if p.kind is not PhaseKind.HOLD or p in held]
    phases = [replace(p, kind=_INTO_HOLD.get(p.kind, p.kind)) for p in phases]
    if not held and phases:
        where, hold = phases[0].to_pose, tr_in("a phase of a rep", "hold")
        phases.insert(1, OwnPhase(hold, PhaseKind.HOLD, 0.0, hold, where))
    return replace(own, is_hold=True, phases=tuple(phases))


def as_reps(own: OwnExercise) -> OwnExercise:
    """The same movement done over and over; the way it was held becomes a second in each rep."""
    phases = tuple(
        replace(
            p,
            kind=_OUT_OF_HOLD.get(p.kind, p.kind),
            seconds=1.0 if p.kind is PhaseKind.HOLD else p.seconds,
        )
        for p in own.phases
    )
    return replace(own, is_hold=False, phases=phases)


def ending_in(own: OwnExercise, index: int, pose: str) -> OwnExercise:
    """Phase `index` (from 0) ends in another pose; what it and the next passed on the way is
    forgotten.
    """
    phases = list(own.phases)
    phases[index] = replace(phases[index], to_pose=pose, through=())
    after = (index + 1) % len(phases)
    phases[after] = replace(phases[after], through=())
    return replace(own, phases=tuple(phases))


def without_phase(own: OwnExercise, index: int) -> OwnExercise:
    return replace(own, phases=(*own.phases[:index], *own.phases[index + 1 :]))


def with_phase_after(own: OwnExercise, index: int) -> OwnExercise:
    """A second's wait after phase `index`, to be made into something."""
    kind = PhaseKind.ENTER if own.is_hold else PhaseKind.PAUSE
    words = tr_in("a phase of a rep", "wait")
    wait = OwnPhase(words, kind, 1.0, words, own.phases[index].to_pose)
    return replace(own, phases=(*own.phases[: index + 1], wait, *own.phases[index + 1 :]))


def with_pose(own: OwnExercise, name: str, pose: Pose, beside: str = "") -> OwnExercise:
    """A pose more, or another in its place. A ball is where it is in the pose `beside`."""
    props = tuple(
        replace(prop, centres={**prop.centres, name: prop.centres[beside]})
        if isinstance(prop, Ball) and beside in prop.centres
        else prop
        for prop in own.props
    )
    return replace(own, poses={**own.poses, name: pose}, props=props)


def free_pose_name(own: OwnExercise, wished: str) -> str:
    """A name like the wished one that no pose has yet."""
    stem = wished[: LONGEST_POSE_NAME - 4]
    numbered = (f"{stem} {number}" for number in range(2, len(own.poses) + 3))
    return next(name for name in (stem, *numbered) if name not in own.poses)


def cleaned(words: str) -> str:
    """Words in one line, without what cannot be shown or written down."""
    return without_controls(" ".join(words.split()))


def cleaned_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for line in map(cleaned, lines) if line)


def _made_phases(own: OwnExercise) -> tuple[Phase, ...]:
    phases = []
    for index, p in enumerate(own.phases):
        is_held = own.is_hold and p.kind is PhaseKind.HOLD
        phases.append(
            Phase(
                name=cleaned(p.name),
                kind=p.kind,
                seconds=own.hold_s if is_held else p.seconds,
                say=cleaned(p.say),
                from_pose=own.phases[index - 1].to_pose,
                to_pose=p.to_pose,
                through=p.through,
            )
        )
    return tuple(phases)


def _made_dose(own: OwnExercise, phases: tuple[Phase, ...]) -> Dose:
    if own.is_hold:
        return Dose(sets=own.sets, hold_s=own.hold_s, rest_s=own.rest_s)
    tempo_s = tuple(phase.seconds for phase in phases)
    return Dose(sets=own.sets, reps=own.reps, tempo_s=tempo_s, rest_s=own.rest_s)


def _made_text(own: OwnExercise) -> Text:
    return Text(
        name=cleaned(own.name),
        setup=cleaned(own.setup),
        how=cleaned(own.how),
        cues=cleaned_lines(own.cues),
        avoid=cleaned_lines(own.avoid),
        caution=cleaned(own.caution),
        side_says=cleaned(own.side_says) if own.per_side else "",
        setup_says=cleaned(own.setup_says),
    )


def _lies_on(own: OwnExercise) -> LiesOn:
    if not own.per_side or own.like.position is not Position.SIDE_LYING:
        return LiesOn.NONE
    return own.like.lies_on if own.like.lies_on is not LiesOn.NONE else LiesOn.OPPOSITE


def _own_family(exercise_id: str, known: Mapping[str, Exercise]) -> str:
    """A ladder that no other exercise stands on."""
    taken = {e.family for e in known.values() if e.id != exercise_id}
    return exercise_id if exercise_id not in taken else f"{exercise_id[:56]}-own"
