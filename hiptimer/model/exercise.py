"""An exercise: one movement as performed. Every variation is an exercise of its own."""

from enum import StrEnum

import msgspec


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
    """How the phases follow each other over a set."""

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


class Equipment(StrEnum):
    """Things to fetch."""

    MINI_BAND = "mini-band"
    STABILITY_BALL = "stability-ball"
    CUSHION = "cushion"
    BENCH = "bench"
    STEP = "step"
    TABLE = "table"
    WALL = "wall"


class Complaint(StrEnum):
    """Sore places and limits with which an exercise is better left out."""

    OUTER_HIP = "outer-hip"
    GROIN = "groin"
    FRONT_HIP = "front-hip"
    KNEECAP = "kneecap"
    HAMSTRING_ORIGIN = "hamstring-origin"
    LOW_BACK = "low-back"
    SHOULDER = "shoulder"
    WRIST = "wrist"
    KNEELING = "kneeling"
    BALANCE = "balance"


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a rep. `seconds` is the default tempo; 0 leaves the phase out.

    `from` and `to` name poses of the exercise; `through` lists poses passed on the way.
    `say` is what is shown on the screen while it lasts.
    """

    name: str
    kind: PhaseKind
    seconds: float
    say: str
    from_pose: str = msgspec.field(name="from")
    to_pose: str = msgspec.field(name="to")
    through: tuple[str, ...] = ()


class Dose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much of an exercise: sets of `reps`, or sets of a hold of `hold_s` seconds.

    Exactly one of `reps` and `hold_s` is given. `tempo_s` are the seconds of the exercise's
    phases in their order. Getting in and out of a hold is not part of `hold_s`.
    """

    sets: int = 1
    reps: int | None = None
    tempo_s: tuple[float, ...] | None = None
    hold_s: float | None = None
    rest_s: float = 0.0


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of an exercise, apart from the facts so that they can be translated.

    `side_says` tells a person what to do for a side; it may use {side}, {other} and {Side}.
    """

    name: str
    setup: str
    how: str
    cues: tuple[str, ...]
    avoid: tuple[str, ...]
    caution: str = ""
    side_says: str = ""


class Muscles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()


class Camera(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Degrees: azimuth 0 looks from the front, +90 from the person's left; elevation above floor."""

    azimuth: float
    elevation: float


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One movement. `start` names the pose of the get-ready."""

    id: str
    family: str
    level: int
    position: Position
    per_side: bool
    motion: Motion
    start: str
    phases: tuple[Phase, ...]
    dose: Dose
    text: Text
    muscles: Muscles
    camera: Camera
    lies_on: LiesOn = LiesOn.NONE
    needs: tuple[Equipment, ...] = ()
    optional: tuple[Equipment, ...] = ()
    avoid_with: tuple[Complaint, ...] = ()
    easier_id: str | None = None
    harder_id: str | None = None

    @property
    def name(self) -> str:
        return self.text.name

    @property
    def is_hold(self) -> bool:
        return self.dose.hold_s is not None
