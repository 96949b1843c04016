"""Two copies of one session made one, so that no rep and no edit of either is lost.

Merging is a join: in whatever order, however often and by whomever copies are merged, the same
comes out. So laptops that tell each other what they have end with the same, byte for byte. Each
part of a session has a rule of its own that is such a join:

- what the person said (effort, note, pain with signs, how it felt after, and of each set
  correction and rating): the one said last, by its time; without a time anything said goes over
  nothing said;
- what was timed of a set: the copy that saw more of it; a set that was begun, or of which
  something was said, is never dropped;
- how it ended, what was planned and all the rest: the copy that knows most about the end;
- a deletion holds unless an edit came after it.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from hiptimer.history.changes import in_order, later
from hiptimer.model.session import Corrected, Session, SetRecord, Status

Key = tuple[int, int]

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
# How much each status knows about the end of the session.
_FINALITY = {
    Status.RUNNING: 0,
    Status.INTERRUPTED: 1,
    Status.STOPPED: 2,
    Status.COMPLETE: 3,
}


def merged(one: Session, other: Session) -> Session:
    """What both copies together say. The order of the two makes no difference."""
    one, other = settled(one), settled(other)
    first, last = sorted((one, other), key=_end)
    edited_at = _latest(one.edited_at, other.edited_at)
    deleted_at = _latest(one.deleted_at, other.deleted_at)
    both = replace(
        last,
        edited_at=edited_at,
        deleted_at=deleted_at if _time(deleted_at) > _time(edited_at) else None,
        pauses=max(one.pauses, other.pauses, key=lambda pauses: (len(pauses), _bytes(pauses))),
        sets=_sets(last, first),
        **_said((one, other), "effort_at", "effort"),
        **_said((one, other), "note_at", "note"),
        **_said((one, other), "pain_at", "pain", "signs"),
        **_said((one, other), "after_at", "after"),
    )
    return in_order(both)


def settled(session: Session) -> Session:
    """The same session in the one form that merging leaves as it is."""
    deleted_at = session.deleted_at
    sets = (
        # Without any number it says nothing, and would not survive the tables.
        replace(record, corrected=None) if record.corrected == Corrected() else record
        for record in session.sets
    )
    return in_order(
        replace(
            session,
            deleted_at=None if deleted_at is None else later(deleted_at, session.edited_at),
            sets=tuple(sets),
        )
    )


def _end(session: Session) -> tuple[int, datetime, bytes]:
    # The last part decides between equals, so that it does not matter who comes first.
    rest = (session.ended_at, session.routine, session.speed, session.started_at)
    return *_knows(session), _bytes((*rest, session.utc_offset_s))


def _knows(session: Session) -> tuple[int, datetime]:
    return _FINALITY[session.status], _time(session.ended_at)


def _said(
    copies: Iterable[Session] | Iterable[SetRecord], at: str, *names: str
) -> Mapping[str, object]:
    """The fields `names` as they were said last, and when: the field `at`."""

    def weight(copy: Session | SetRecord) -> tuple[datetime, bool, bytes]:
        values = [getattr(copy, name) for name in names]
        is_said = any(value not in (None, "", ()) for value in values)
        return _time(getattr(copy, at)), is_said, _bytes(values)

    last = max(copies, key=weight)
    return {name: getattr(last, name) for name in (at, *names)}


def _sets(last: Session, first: Session) -> tuple[SetRecord, ...]:
    """`last` knows at least as much about the end, and has the plan that was left at it."""
    ours, theirs = _by_key(last), _by_key(first)
    # Of two that know the same, neither plan goes over the other.
    both_plans = _knows(last) == _knows(first)
    sets = dict(ours)
    for key, their in theirs.items():
        our = ours.get(key)
        if our is None:
            if both_plans or _is_lasting(their):
                sets[key] = their
        elif _is_lasting(our) and _is_lasting(their):
            sets[key] = _set(our, their)
        elif _is_lasting(their):
            sets[key] = their
        elif both_plans and not _is_lasting(our):
            sets[key] = max(our, their, key=_bytes)
    return tuple(sets.values())


def _by_key(session: Session) -> dict[Key, SetRecord]:
    return {(record.n, record.attempt): record for record in session.sets}


def _is_lasting(record: SetRecord) -> bool:
    """Whether it is more than a plan."""
    told = (record.corrected, record.corrected_at, record.rating, record.rated_at)
    return record.started_at is not None or any(each is not None for each in told)


def _set(one: SetRecord, other: SetRecord) -> SetRecord:
    timed = max(one, other, key=_done)
    corrected = _said((one, other), "corrected_at", "corrected")
    return replace(timed, **corrected, **_said((one, other), "rated_at", "rating"))


def _done(record: SetRecord) -> tuple[bool, int, float, bytes]:
    timed = replace(record, corrected=None, corrected_at=None, rating=None, rated_at=None)
    is_begun = record.started_at is not None
    return is_begun, record.reps or 0, record.hold_s or 0.0, _bytes(timed)


def _bytes(value: object) -> bytes:
    return msgspec.json.encode(value)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((one, other), key=_time)


def _time(time: datetime | None) -> datetime:
    return time or _LONG_AGO
