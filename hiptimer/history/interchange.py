"""The session file: one session as JSON, the open form for export, import and safe keeping."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from hiptimer.history.changes import in_order
from hiptimer.history.errors import HistoryError
from hiptimer.model.saving import write_atomically
from hiptimer.model.session import SCHEMA, Session, SetRecord

# Ids name files, so nothing that could lead out of a folder.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")


class _Head(msgspec.Struct):
    """The one thing that can be read of a session file of any version."""

    schema: int = SCHEMA


def to_json(sessions: Iterable[Session]) -> bytes:
    """A list of session files, in the order given."""
    return msgspec.json.format(msgspec.json.encode(tuple(sessions))) + b"\n"


def session_to_json(session: Session) -> bytes:
    """One session file."""
    return msgspec.json.format(msgspec.json.encode(session)) + b"\n"


def from_json(data: bytes, name: str) -> Session:
    """The session in the session file `name`. Raises HistoryError naming file and place."""
    try:
        schema = msgspec.json.decode(data, type=_Head).schema
        if schema != SCHEMA:
            raise HistoryError(
                f"{name}: this session file has the form {schema}; "
                f"this hiptimer reads the form {SCHEMA}. Update hiptimer to read it."
            )
        session = msgspec.json.decode(data, type=Session)
    except msgspec.ValidationError as error:
        raise HistoryError(f"{name}: {error}") from error
    except msgspec.DecodeError as error:
        raise HistoryError(f"{name}: {_with_line(str(error), data)}") from error
    if faults := list(_faults(session)):
        raise HistoryError(f"{name}: {'; '.join(faults)}")
    return in_order(_in_utc(session))


def write_session_file(file: Path, session: Session) -> None:
    """Whole or not at all, and on disk when this returns. Raises OSError."""
    write_atomically(file, session_to_json(session))


def _with_line(message: str, data: bytes) -> str:
    found = re.search(r"\(byte (\d+)\)", message)
    if found is None:
        return message
    line = data.count(b"\n", 0, int(found[1])) + 1
    return f"{message}, line {line}"


def _faults(session: Session) -> Iterator[str]:
    """What the types alone cannot forbid."""
    if _ID.fullmatch(session.id) is None:
        yield f"id {session.id!r} is not made of letters, digits and hyphens - at `$.id`"
    for place, time in _times(session):
        if time.tzinfo is None:
            yield f"time without an offset from UTC - at `{place}`"
    seen = set()
    for i, record in enumerate(session.sets):
        if record.n < 1 or record.attempt < 1:
            yield f"n and attempt count from 1 - at `$.sets[{i}]`"
        if (record.n, record.attempt) in seen:
            yield f"set {record.n}, attempt {record.attempt} is there twice - at `$.sets[{i}]`"
        seen.add((record.n, record.attempt))
    for i, pain in enumerate(session.pain):
        if not 0 <= pain.score <= 10:
            yield f"score {pain.score} is not between 0 and 10 - at `$.pain[{i}].score`"


def _times(session: Session) -> Iterator[tuple[str, datetime]]:
    yield "$.started_at", session.started_at
    for name in ("ended_at", "edited_at", "deleted_at"):
        time = getattr(session, name)
        if time is not None:
            yield f"$.{name}", time
    for i, record in enumerate(session.sets):
        if record.started_at is not None:
            yield f"$.sets[{i}].started_at", record.started_at


def _in_utc(session: Session) -> Session:
    return replace(
        session,
        started_at=session.started_at.astimezone(UTC),
        ended_at=_utc(session.ended_at),
        edited_at=_utc(session.edited_at),
        deleted_at=_utc(session.deleted_at),
        sets=tuple(map(_set_in_utc, session.sets)),
    )


def _set_in_utc(record: SetRecord) -> SetRecord:
    return replace(record, started_at=_utc(record.started_at))


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.astimezone(UTC)
