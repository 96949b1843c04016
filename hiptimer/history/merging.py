"""Two copies of one session made one, so that no rep and no edit of either is lost."""

from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from hiptimer.history.changes import in_order
from hiptimer.model.session import Session, SetRecord, Status

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
# How much each status knows about the end of the session.
_FINALITY = {
    Status.RUNNING: 0,
    Status.INTERRUPTED: 1,
    Status.STOPPED: 2,
    Status.COMPLETE: 3,
}


def merged(one: Session, other: Session) -> Session:
    """The copy edited last leads; sets that only the other has seen begun are added.

    The order of the two makes no difference. A deletion holds unless an edit came after it.
    """
    other, leading = sorted((one, other), key=_weight)
    ending = max((leading, other), key=lambda s: (_FINALITY[s.status], _time(s.ended_at)))
    return in_order(
        replace(
            leading,
            status=ending.status,
            ended_at=ending.ended_at,
            deleted_at=_deletion(leading, other),
            pauses=max(leading.pauses, other.pauses, key=len),
            sets=_sets(leading, other),
        )
    )


def _weight(session: Session) -> tuple[datetime, int, int, bytes]:
    begun = sum(s.started_at is not None for s in session.sets)
    # The last part decides between equals, so that it does not matter who comes first.
    text = msgspec.json.encode(session)
    return _time(session.edited_at), _FINALITY[session.status], begun, text


def _deletion(leading: Session, other: Session) -> datetime | None:
    if leading.deleted_at is not None or other.deleted_at is None:
        return leading.deleted_at
    return other.deleted_at if other.deleted_at > _time(leading.edited_at) else None


def _sets(leading: Session, other: Session) -> tuple[SetRecord, ...]:
    sets = {(s.n, s.attempt): s for s in leading.sets}
    for theirs in other.sets:
        if theirs.started_at is None:
            # A plan only; the leading copy has its own.
            continue
        key = (theirs.n, theirs.attempt)
        ours = sets.get(key)
        sets[key] = theirs if ours is None else _set(ours, theirs)
    return tuple(sets.values())


def _set(ours: SetRecord, theirs: SetRecord) -> SetRecord:
    """What was timed from the copy that saw more of it; what the person said from ours first."""
    timed = max((ours, theirs), key=_done)
    return replace(
        timed,
        corrected=ours.corrected or theirs.corrected,
        rating=ours.rating or theirs.rating,
    )


def _done(record: SetRecord) -> tuple[bool, int, float]:
    return record.started_at is not None, record.reps or 0, record.hold_s or 0.0


def _time(time: datetime | None) -> datetime:
    return time or _LONG_AGO
