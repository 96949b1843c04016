"""What the past says of an exercise to whoever decides about its next step: plain facts."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec

from hiptimer.model.past import counts
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import After, Pain, Place, Rating, Session, SetRecord, Sign
from hiptimer.model.side import Side
from hiptimer.model.time_words import local_time

# A hold is timed to the moment; half a second less than planned is no shorter hold.
_SHORT_S = 0.5
# The last is the hardest.
_RATINGS = (Rating.EASY, Rating.RIGHT, Rating.TOO_MUCH)


class Feeling(msgspec.Struct, frozen=True):
    """How a session felt, and how the hip was `after` it, None where nobody has said so."""

    pain: tuple[Pain, ...] = ()
    signs: tuple[Sign, ...] = ()
    after: After | None = None

    @property
    def worst(self) -> int:
        """The worst pain, 0 for none."""
        return max((pain.score for pain in self.pain), default=0)

    @property
    def is_in_front(self) -> bool:
        """Whether it hurt in the groin or at the front of the hip, however little."""
        return any(pain.place is Place.FRONT_OF_HIP and pain.score > 0 for pain in self.pain)


class SideDone(msgspec.Struct, frozen=True, kw_only=True):
    """The sets of one exercise on one side: the smallest dose planned for one of them, None where
    none is known; the least that was done of a set, after corrections; how many were whole.
    """

    side: Side
    planned_reps: int | None = None
    planned_hold_s: float | None = None
    reps: int = 0
    hold_s: float = 0.0
    sets: int = 1
    whole_sets: int = 0

    @property
    def is_whole(self) -> bool:
        return self.whole_sets == self.sets


class Performed(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise in one session. `day` is on the person's own calendar.

    `counts` is False for what says nothing about training: another speed than 1, a deleted
    session, the self-check. Of several ratings the hardest.
    """

    exercise_id: str
    session_id: str
    day: date
    sides: tuple[SideDone, ...]
    rating: Rating | None = None
    felt: Feeling = Feeling()
    counts: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether all that was planned was done, on both sides."""
        return all(side.is_whole for side in self.sides)

    @property
    def is_of_both_sides(self) -> bool:
        """Whether no side is missing, as it is where another exercise was put in on the way."""
        begun = {side.side for side in self.sides}
        return Side.BOTH in begun or begun == {Side.LEFT, Side.RIGHT}

    @property
    def weaker(self) -> SideDone:
        """The side on which less was done of a set."""
        return min(self.sides, key=_amount)


class Lately(msgspec.Struct, frozen=True):
    """What is known of the last sessions. `performed` is newest first, by exercise; `days` and
    `felt` are of the newest session of all, and of others near to it, newest first.
    """

    performed: dict[str, tuple[Performed, ...]] = {}
    days: tuple[date, ...] = ()
    felt: tuple[Feeling, ...] = ()

    def felt_since(self, day: date) -> tuple[Feeling, ...]:
        """On that day and later ones."""
        return tuple(felt for felt, when in zip(self.felt, self.days, strict=True) if when >= day)


def lately(sessions: Iterable[Session]) -> Lately:
    """The facts in some sessions, in whatever order they come."""
    in_order = sorted(sessions, key=_begun, reverse=True)
    told = [one for one in in_order if one.deleted_at is None and counts(one)]
    performed: dict[str, list[Performed]] = {}
    for one in (one for session in in_order for one in performed_in(session)):
        performed.setdefault(one.exercise_id, []).append(one)
    return Lately(
        {id_: tuple(found) for id_, found in performed.items()},
        tuple(map(_day, told)),
        tuple(map(_feeling, told)),
    )


def performed_in(session: Session) -> tuple[Performed, ...]:
    """Each exercise of which something was begun, in the order of the session."""
    sets: dict[str, list[SetRecord]] = {}
    for record in session.counting_sets:
        sets.setdefault(record.exercise.id, []).append(record)
    is_training = session.deleted_at is None and session.routine.id != SELF_CHECK
    return tuple(
        Performed(
            exercise_id=id_,
            session_id=session.id,
            day=_day(session),
            sides=_sides(records),
            rating=max((r.rating for r in records if r.rating), key=_RATINGS.index, default=None),
            felt=_feeling(session),
            counts=is_training and counts(session),
        )
        for id_, records in sets.items()
        if any(record.started_at is not None for record in records)
    )


def _sides(records: Sequence[SetRecord]) -> tuple[SideDone, ...]:
    by_side = ([r for r in records if r.side is side] for side in Side)
    return tuple(_side(found) for found in by_side if found)


def _side(records: Sequence[SetRecord]) -> SideDone:
    planned = [record.planned for record in records]
    return SideDone(
        side=records[0].side,
        planned_reps=min((p.reps for p in planned if p.reps is not None), default=None),
        planned_hold_s=min((p.hold_s for p in planned if p.hold_s is not None), default=None),
        reps=min(record.done_reps for record in records),
        hold_s=min(record.done_hold_s for record in records),
        sets=len(records),
        whole_sets=sum(map(_is_whole, records)),
    )


def _is_whole(record: SetRecord) -> bool:
    planned = record.planned
    is_anything = record.done_reps > 0 or record.done_hold_s > 0
    has_reps = record.done_reps >= (planned.reps or 0)
    return is_anything and has_reps and record.done_hold_s >= (planned.hold_s or 0.0) - _SHORT_S


def _feeling(session: Session) -> Feeling:
    return Feeling(session.pain, session.signs, session.after)


def _day(session: Session) -> date:
    return local_time(session.started_at, session.utc_offset_s).date()


def _begun(session: Session) -> tuple[datetime, str]:
    return session.started_at, session.id


def _amount(side: SideDone) -> tuple[int, float]:
    return side.reps, side.hold_s
