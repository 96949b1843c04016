"""A session: one performance of a routine, in the open form that is exported and stored."""

from datetime import datetime
from enum import StrEnum

import msgspec

from hiptimer.model.event import Outcome
from hiptimer.model.side import Side

SCHEMA = 1


class Status(StrEnum):
    RUNNING = "running"
    COMPLETE = "complete"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"


class Rating(StrEnum):
    EASY = "easy"
    RIGHT = "right"
    TOO_MUCH = "too_much"


class After(StrEnum):
    """How the hip felt on the run or the next morning, as said before a later workout."""

    FINE = "fine"
    SORE = "sore"
    HURT = "hurt"


class Place(StrEnum):
    """Where it hurts."""

    FRONT_OF_HIP = "front_of_hip_or_groin"
    OUTER_HIP = "outer_hip"
    BUTTOCK = "buttock"
    BACK_OF_THIGH = "back_of_thigh"
    KNEE = "knee"
    LOW_BACK = "low_back"
    SHIN_OR_FOOT = "shin_or_foot"


class Sign(StrEnum):
    """What a runner should not run on, whatever the score."""

    NUMBNESS = "numbness"
    LIMPING = "limping"


class Pain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`score` from 0 (none) to 10 (the worst)."""

    place: Place
    side: Side
    score: int


class Pause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds after the start of the session, and how long; both in real time."""

    at_s: float
    for_s: float


class RoutineRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str


class ExerciseRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The exercise as it was when it was done; it stays readable when the catalogue changes."""

    id: str
    name: str
    family: str
    level: int
    muscles: tuple[str, ...] = ()


class Planned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reps: int | None = None
    tempo_s: tuple[float, ...] | None = None
    hold_s: float | None = None


class Corrected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person says was done; it stands beside the timed value."""

    reps: int | None = None
    hold_s: float | None = None


class SetRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One set on one side. `reps` and `hold_s` are what was done, as timed.

    `n` numbers the sets of the session from 1 in the order of the plan; `step` is the routine's
    step, from 1; `attempt` is 2 and more when the set was gone back to. A set that was never
    begun has no `started_at` and the outcome skipped. `corrected_at` and `rated_at` are when the
    person said so last, taking it back included.
    """

    n: int
    exercise: ExerciseRef
    step: int
    round: int
    set: int
    side: Side
    attempt: int = 1
    planned: Planned = Planned()
    reps: int | None = None
    hold_s: float | None = None
    corrected: Corrected | None = None
    corrected_at: datetime | None = None
    swapped_from: str | None = None
    outcome: Outcome = Outcome.SKIPPED
    started_at: datetime | None = None
    rating: Rating | None = None
    rated_at: datetime | None = None

    @property
    def done_reps(self) -> int:
        """Reps that count: the corrected number where there is one."""
        if self.corrected is not None and self.corrected.reps is not None:
            return self.corrected.reps
        return self.reps or 0

    @property
    def done_hold_s(self) -> float:
        if self.corrected is not None and self.corrected.hold_s is not None:
            return self.corrected.hold_s
        return self.hold_s or 0.0


class Outline(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was performed, and when. Times are UTC; `utc_offset_s` is the local offset then."""

    id: str
    status: Status
    speed: float
    routine: RoutineRef
    started_at: datetime
    utc_offset_s: int


class Session(Outline, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One performance of a routine. Times are UTC; `utc_offset_s` is the local offset then.

    `effort_at`, `note_at`, `pain_at` (which speaks for the signs too) and `after_at` are when each
    was last said, `edited_at` is when anything was.
    """

    schema: int = SCHEMA
    ended_at: datetime | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    effort: float | None = None
    effort_at: datetime | None = None
    note: str = ""
    note_at: datetime | None = None
    pain: tuple[Pain, ...] = ()
    signs: tuple[Sign, ...] = ()
    pain_at: datetime | None = None
    after: After | None = None
    after_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    sets: tuple[SetRecord, ...] = ()

    @property
    def counting_sets(self) -> tuple[SetRecord, ...]:
        """The sets that statistics count: of several attempts at one set, the last."""
        last: dict[tuple[int, int, int, Side, str], SetRecord] = {}
        for record in self.sets:
            last[(record.step, record.round, record.set, record.side, record.exercise.id)] = record
        return tuple(last.values())

    @property
    def total_reps(self) -> int:
        return sum(record.done_reps for record in self.counting_sets)

    @property
    def total_hold_s(self) -> float:
        return sum(record.done_hold_s for record in self.counting_sets)

    @property
    def seconds(self) -> float:
        """From start to end in real time, 0 while it has no end. Nor less than 0: a clock that
        was put right meanwhile can let a session end before it began.
        """
        if self.ended_at is None:
            return 0.0
        return max(0.0, (self.ended_at - self.started_at).total_seconds())
