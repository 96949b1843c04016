"""Figures about past sessions, as pages show them.

Only what a person did counts: sessions at speed 1 that are over and not deleted, of several
attempts at one set the last, and the corrected number where there is one. Days and weeks are
those of the person's clock at the time; a week begins on Monday.
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

import msgspec

from hiptimer.model.session import Outline, Pain, Rating, Status
from hiptimer.model.side import Side


def counts(session: Outline) -> bool:
    """Whether a session that is not deleted counts: it is over, and was done in real time."""
    return session.speed == 1 and session.status is not Status.RUNNING


class Range(StrEnum):
    """How far back to look, today included."""

    MONTH = "month"
    TWELVE_WEEKS = "12 weeks"
    YEAR = "year"
    ALL = "all"


class DayTotal(msgspec.Struct, frozen=True):
    """`seconds` from start to end without pauses, `hold_s` of holding."""

    day: date
    sessions: int
    seconds: float
    reps: int
    hold_s: float


class WeekTotal(msgspec.Struct, frozen=True):
    """A week that began on `monday`; weeks without a session are there too, with zeros."""

    monday: date
    sessions: int
    seconds: float


class Amount(msgspec.Struct, frozen=True):
    """What was done on one side, or on both together."""

    reps: int = 0
    hold_s: float = 0.0


class Trained(msgspec.Struct, frozen=True):
    """How much of one exercise or one muscle; `id` and `name` are equal for a muscle.

    A set done with `both` sides at once is in `both`. For a muscle only primary ones count.
    """

    id: str
    name: str
    left: Amount = Amount()
    right: Amount = Amount()
    both: Amount = Amount()

    @property
    def total(self) -> Amount:
        parts = (self.left, self.right, self.both)
        return Amount(sum(p.reps for p in parts), sum(p.hold_s for p in parts))


class Felt(msgspec.Struct, frozen=True):
    """How one session felt. `started_at` is local time then; `pain` the worst score, 0 for none."""

    session_id: str
    started_at: datetime
    effort: float | None
    pain: int


class StoryPoint(msgspec.Struct, frozen=True):
    """One exercise in one session: what it was planned and done for, and how it felt."""

    session_id: str
    day: date
    exercise_id: str
    name: str
    level: int
    sets: int
    planned: Amount
    left: Amount
    right: Amount
    both: Amount
    rating: Rating | None
    effort: float | None


class SessionLine(msgspec.Struct, frozen=True):
    """A session in a list. `started_at` is the local time then; `seconds` are without pauses."""

    id: str
    status: Status
    speed: float
    routine_id: str
    routine_name: str
    started_at: datetime
    seconds: float
    reps: int
    hold_s: float
    effort: float | None
    pain: tuple[Pain, ...]
    note: str


class Streak(msgspec.Struct, frozen=True):
    """Weeks in a row in which the goal was met. The week in progress cannot break a streak."""

    weeks: int
    best: int
    this_week: int
    goal: int


class Overview(msgspec.Struct, frozen=True):
    """All of the past in a few figures."""

    sessions: int
    seconds: float
    streak: Streak


class Wanted(msgspec.Struct, frozen=True):
    """What of the past a list shows. `words` are looked for in routine, exercises and note."""

    words: str = ""
    statuses: tuple[Status, ...] = ()
    routine_id: str = ""
    exercise_id: str = ""
    side: Side | None = None
    with_pain: bool = False
    first: date | None = None
    last: date | None = None


class Page(msgspec.Struct, frozen=True):
    """Some lines of a list that has `total` of them in all."""

    lines: Sequence[SessionLine]
    total: int
