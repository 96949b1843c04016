"""An exercise: one movement as performed. Every variation is an exercise of its own."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.joint import Point
from hiptimer.model.prop import Prop

Id = Annotated[str, Meta(pattern="^[a-z0-9-]+$", max_length=60)]
Name = Annotated[str, Meta(min_length=1, max_length=40)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Lines = Annotated[tuple[Line, ...], Meta(max_length=20)]
Sets = Annotated[int, Meta(ge=1, le=20)]
Reps = Annotated[int, Meta(ge=1, le=200)]
PhaseSeconds = Annotated[float, Meta(ge=0, le=600)]
TempoSeconds = Annotated[float, Meta(ge=0, le=60)]
HoldSeconds = Annotated[float, Meta(gt=0, le=600)]
RestSeconds = Annotated[float, Meta(ge=0, le=600)]


class Position(StrEnum):
    """How the body is placed; two neighbours in the same position need no time to move."""

    SIDE_LYING = "side-lying"
    SUPINE = "supine"
    PRONE = "prone"
    QUADRUPED = "quadruped"
    HALF_KNEELING = "half-kneeling"
    SEATED = "seated"
    STANDING = "standing"


class LiesOn(StrEnum):
    """Which side the body lies on, seen from the working leg."""

    SAME = "same"
    OPPOSITE = "opposite"
    NONE = "none"


class Motion(StrEnum):
    """How the phases follow each other over a set.

    A cycle, an alternating movement and a hold begin where their first phase begins. Otherwise
    the body goes from the pose `start` into the first rep: a pendulum starts in its middle, a
    walk on level feet, and an entered cycle in the pose it is entered from.
    """

    CYCLE = "cycle"
    ENTER_THEN_CYCLE = "enter_then_cycle"
    PENDULUM = "pendulum"
    WALK = "walk"
    ALTERNATING = "alternating"
    HOLD = "hold"


class PhaseKind(StrEnum):
    """What a phase is for, whatever the exercise calls it: tones and colours follow this."""

    WORK = "work"
    HOLD = "hold"
    BACK = "back"
    PAUSE = "pause"
    ENTER = "enter"
    LEAVE = "leave"


class Muscle(StrEnum):
    """What works, or is stretched, in an exercise."""

    GLUTEUS_MAXIMUS = "gluteus_maximus"
    GLUTEUS_MEDIUS = "gluteus_medius"
    GLUTEUS_MINIMUS = "gluteus_minimus"
    DEEP_ROTATORS = "deep_rotators"
    INTERNAL_ROTATORS = "internal_rotators"
    TENSOR_FASCIAE_LATAE = "tensor_fasciae_latae"
    ADDUCTORS = "adductors"
    ILIOPSOAS = "iliopsoas"
    RECTUS_FEMORIS = "rectus_femoris"
    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    CALVES = "calves"
    PERONEALS = "peroneals"
    FOOT = "foot"
    CORE = "core"
    OBLIQUES = "obliques"
    QUADRATUS_LUMBORUM = "quadratus_lumborum"
    ERECTOR_SPINAE = "erector_spinae"
    CHEST = "chest"
    SHOULDERS = "shoulders"


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a rep. `seconds` is the default tempo; 0 leaves the phase out.

    `from` and `to` name poses of the exercise; `through` lists poses passed on the way.
    `say` is what is shown on the screen while it lasts.
    """

    name: Name
    kind: PhaseKind
    seconds: PhaseSeconds
    say: Name
    from_pose: Name = msgspec.field(name="from")
    to_pose: Name = msgspec.field(name="to")
    through: Annotated[tuple[Name, ...], Meta(max_length=12)] = ()


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much of an exercise: sets of `reps`, or sets of a hold of `hold_s` seconds.

    Exactly one of `reps` and `hold_s` is given. `tempo_s` are the seconds of the exercise's
    phases in their order. Getting in and out of a hold is not part of `hold_s`.
    """

    sets: Sets = 1
    reps: Reps | None = None
    tempo_s: tuple[TempoSeconds, ...] | None = None
    hold_s: HoldSeconds | None = None
    rest_s: RestSeconds = 0.0


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of an exercise, apart from the facts so that they can be translated.

    `side_says` tells a person what to do for a side; it may use {side}, {other} and {Side}. In
    languages with genders these are feminine, and {side_m}, {other_m} and {Side_m} masculine.
    `setup_says` is the setup in a few words, spoken when the exercise first comes up.
    """

    name: Name
    setup: Line
    how: Line
    cues: Lines
    avoid: Lines
    caution: Annotated[str, Meta(max_length=200)] = ""
    side_says: Annotated[str, Meta(max_length=100)] = ""
    setup_says: Annotated[str, Meta(max_length=60)] = ""


class Muscles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    primary: Annotated[tuple[Muscle, ...], Meta(min_length=1)]
    secondary: tuple[Muscle, ...] = ()


class Camera(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Degrees: azimuth 0 looks from the front, +90 from their left; elevation above floor."""

    azimuth: Annotated[float, Meta(ge=-180, le=180)]
    elevation: Annotated[float, Meta(ge=-90, le=90)]


class FitIds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers of an exercise in the FIT profile. Without `name_id` only the category fits."""

    category_id: Annotated[int, Meta(ge=0, le=65534)]
    name_id: Annotated[int, Meta(ge=0, le=65534)] | None = None


class Fit(FitIds, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How FIT files call an exercise. `exact` is false where it is only the nearest name.

    `fallback` is for devices whose profile is too old to know the name.
    """

    category: str
    exact: bool
    name: str | None = None
    fallback: FitIds | None = None


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One movement. `start` names the pose of the get-ready.

    `travel` is how far a rep of a walk carries the body, in metres for the right side: in rep n
    (from 0) every pose stands n x `travel` further on, and the first phase begins where the rep
    before ended.
    """

    id: Id
    family: Id
    level: Annotated[int, Meta(ge=1, le=5)]
    position: Position
    per_side: bool
    motion: Motion
    start: Name
    phases: Annotated[tuple[Phase, ...], Meta(min_length=1, max_length=12)]
    dose: Dose
    text: Text
    muscles: Muscles
    camera: Camera
    lies_on: LiesOn = LiesOn.NONE
    needs: tuple[Equipment, ...] = ()
    optional: tuple[Equipment, ...] = ()
    avoid_with: tuple[Complaint, ...] = ()
    easier_id: Id | None = None
    harder_id: Id | None = None
    travel: Point = (0.0, 0.0, 0.0)
    props: Annotated[tuple[Prop, ...], Meta(max_length=20)] = ()
    fit: Fit | None = None

    @property
    def name(self) -> str:
        return self.text.name

    @property
    def pose_names(self) -> set[str]:
        """The poses that its pose file must have."""
        through = (name for phase in self.phases for name in phase.through)
        ends = (name for phase in self.phases for name in (phase.from_pose, phase.to_pose))
        return {self.start, *ends, *through}

    @property
    def is_hold(self) -> bool:
        return self.dose.hold_s is not None
