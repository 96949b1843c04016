"""What may happen to a session, each as a value that turns the session before into the one after.

Pure: where a session is kept, a database or a file, is no business of these.
"""

from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.model.language import tr
from hiptimer.model.session import (
    After,
    Corrected,
    Pain,
    Pause,
    Rating,
    Session,
    SetRecord,
    Sign,
    Status,
)


class Change(Protocol):
    @property
    def session_id(self) -> str: ...

    def applied(self, session: Session, at: datetime) -> Session:
        """The session after the change. `at` is now, kept with edits."""
        ...


class Begin(msgspec.Struct, frozen=True):
    """The one change that needs no session before it."""

    session: Session

    @property
    def session_id(self) -> str:
        return self.session.id

    def applied(self, session: Session, at: datetime) -> Session:
        return in_order(session)


class SaveSet(msgspec.Struct, frozen=True):
    session_id: str
    record: SetRecord

    def applied(self, session: Session, at: datetime) -> Session:
        others = (s for s in session.sets if _key(s) != _key(self.record))
        return in_order(replace(session, sets=(*others, self.record)))


class ReplacePlan(msgspec.Struct, frozen=True):
    """Sets never begun go; `records` come, over those of the same number and attempt."""

    session_id: str
    records: tuple[SetRecord, ...]

    def applied(self, session: Session, at: datetime) -> Session:
        new = {_key(record) for record in self.records}
        begun = (s for s in session.sets if s.started_at is not None and _key(s) not in new)
        return in_order(replace(session, sets=(*begun, *self.records)))


class SavePause(msgspec.Struct, frozen=True):
    session_id: str
    pause: Pause

    def applied(self, session: Session, at: datetime) -> Session:
        return replace(session, pauses=(*session.pauses, self.pause))


class Finish(msgspec.Struct, frozen=True):
    session_id: str
    status: Status
    ended_at: datetime

    def applied(self, session: Session, at: datetime) -> Session:
        return replace(session, status=self.status, ended_at=self.ended_at)


class Rate(msgspec.Struct, frozen=True):
    """How all sets of one exercise felt."""

    session_id: str
    exercise_id: str
    rating: Rating | None

    def applied(self, session: Session, at: datetime) -> Session:
        when = _when(session, at)
        sets = (
            replace(s, rating=self.rating, rated_at=when)
            if s.exercise.id == self.exercise_id
            else s
            for s in session.sets
        )
        return edited(session, replace(session, sets=tuple(sets)), at)


class Describe(msgspec.Struct, frozen=True):
    session_id: str
    effort: float | None
    note: str
    pain: tuple[Pain, ...]
    signs: tuple[Sign, ...]

    def applied(self, session: Session, at: datetime) -> Session:
        after = replace(
            session, effort=self.effort, note=self.note, pain=self.pain, signs=self.signs
        )
        return edited(session, after, at)


class TellAfter(msgspec.Struct, frozen=True):
    """How the hip felt on the run or the next morning."""

    session_id: str
    after: After | None

    def applied(self, session: Session, at: datetime) -> Session:
        return edited(session, replace(session, after=self.after), at)


class Correct(msgspec.Struct, frozen=True):
    """The person's own number, beside the timed one. None takes it back."""

    session_id: str
    n: int
    attempt: int
    corrected: Corrected | None

    def applied(self, session: Session, at: datetime) -> Session:
        # A correction without any number says nothing, and would not survive the tables.
        corrected = None if self.corrected == Corrected() else self.corrected
        wanted = (self.n, self.attempt)
        if wanted not in map(_key, session.sets):
            raise HistoryError(
                tr("Set {n} is not in this session, so it was not corrected.", n=self.n)
            )
        when = _when(session, at)
        sets = (
            replace(s, corrected=corrected, corrected_at=when) if _key(s) == wanted else s
            for s in session.sets
        )
        return edited(session, replace(session, sets=tuple(sets)), at)


class Delete(msgspec.Struct, frozen=True):
    """A mark only, beside `edited_at`: an edit made elsewhere survives a merge with it."""

    session_id: str
    at: datetime

    def applied(self, session: Session, at: datetime) -> Session:
        return replace(session, deleted_at=later(self.at, session.edited_at))


class Undelete(msgspec.Struct, frozen=True):
    """An edit, so that it outlives the mark when two histories are merged."""

    session_id: str

    def applied(self, session: Session, at: datetime) -> Session:
        return edited(session, replace(session, deleted_at=None), at)


def edited(before: Session, after: Session, at: datetime) -> Session:
    """`after` with the time now (`at`) at everything that the person says otherwise than `before`.

    Later than all that was said before, even when the clock was put back, so that in a merge the
    newest word holds. A session that stays deleted is so from after the edit on: only bringing it
    back brings it back.
    """
    when = _when(before, at)
    old = {_key(record): record for record in before.sets}
    sets = tuple(_set_edited(old.get(_key(s), s), s, when) for s in after.sets)
    hurts = (before.pain, before.signs) != (after.pain, after.signs)
    return replace(
        after,
        effort_at=when if before.effort != after.effort else after.effort_at,
        note_at=when if before.note != after.note else after.note_at,
        pain_at=when if hurts else after.pain_at,
        after_at=when if before.after != after.after else after.after_at,
        sets=sets,
        edited_at=when,
        deleted_at=None if after.deleted_at is None else later(after.deleted_at, when),
    )


def _set_edited(before: SetRecord, after: SetRecord, when: datetime) -> SetRecord:
    return replace(
        after,
        corrected_at=when if before.corrected != after.corrected else after.corrected_at,
        rated_at=when if before.rating != after.rating else after.rated_at,
    )


def _when(session: Session, at: datetime) -> datetime:
    return later(later(at, session.edited_at), session.deleted_at)


def later(at: datetime, than: datetime | None) -> datetime:
    """`at`, or the moment after `than` where that is later."""
    return at if than is None or at > than else than + timedelta(microseconds=1)


def in_order(session: Session) -> Session:
    """The session with its sets as they are kept: by number, then attempt."""
    return replace(session, sets=tuple(sorted(session.sets, key=_key)))


def _key(record: SetRecord) -> tuple[int, int]:
    return record.n, record.attempt
