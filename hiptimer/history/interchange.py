"""The session file: one session as JSON, the open form for export, import and safe keeping."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import msgspec
from msgspec.structs import replace

from hiptimer.history.changes import in_order
from hiptimer.history.errors import HistoryError
from hiptimer.history.session_laws import session_faults
from hiptimer.model.language import later, tr
from hiptimer.model.saving import write_atomically
from hiptimer.model.session import SCHEMA, Session, SetRecord

_FAULTS_TOLD = 3
_PLACE = re.compile(r"\(byte (\d+)\)")
_NO_NUMBER = re.compile(rb"-?(?:NaN|Infinity)")
# What no session is without.
_TELLING = {"routine", "started_at"}
_NO_SESSION = later("is JSON of another program; only session files can be imported")


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
                tr(
                    "{file}: this session file has the form {form}; "
                    "this hiptimer reads the form {known}. Update hiptimer to read it.",
                    file=name,
                    form=schema,
                    known=SCHEMA,
                )
            )
        session = msgspec.json.decode(data, type=Session)
    except msgspec.ValidationError as error:
        raise HistoryError(f"{name}: {_what_else(data) or error}") from error
    except msgspec.DecodeError as error:
        words = _not_a_number(data, error) or _with_line(str(error), data)
        raise HistoryError(f"{name}: {words}") from error
    except UnicodeDecodeError as error:
        raise HistoryError(tr("{file}: found a byte that is not UTF-8 text", file=name)) from error
    except RecursionError as error:
        words = tr("{file}: brackets within brackets, too deep to be read", file=name)
        raise HistoryError(words) from error
    # One file with a thousand faults needs no thousand words.
    if faults := list(islice(session_faults(session), _FAULTS_TOLD)):
        raise HistoryError(f"{name}: {'; '.join(faults)}")
    return in_order(_in_utc(session))


def write_session_file(file: Path, session: Session) -> None:
    """Whole or not at all, and on disk when this returns. Raises OSError."""
    write_atomically(file, session_to_json(session))


def _what_else(data: bytes) -> str | None:
    """What `data` is when it has nothing of a session: nobody wants to hear of its first field."""
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return None if fields.keys() >= _TELLING else tr(_NO_SESSION)


def _not_a_number(data: bytes, error: msgspec.DecodeError) -> str | None:
    """JSON has no word for what is no number, though many programs write one."""
    found = _PLACE.search(str(error))
    at = int(found[1]) if found else 0
    word = _NO_NUMBER.match(data, at - 1 if data[at - 1 : at] == b"-" else at)
    if word is None:
        return None
    return tr("line {line}: {word} is no number", line=_line(data, at), word=word[0].decode())


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1


def _with_line(message: str, data: bytes) -> str:
    found = _PLACE.search(message)
    if found is None:
        return message
    return tr("{fault}, line {line}", fault=message, line=_line(data, int(found[1])))


def _in_utc(session: Session) -> Session:
    return replace(
        session,
        started_at=session.started_at.astimezone(UTC),
        ended_at=_utc(session.ended_at),
        edited_at=_utc(session.edited_at),
        deleted_at=_utc(session.deleted_at),
        effort_at=_utc(session.effort_at),
        note_at=_utc(session.note_at),
        after_at=_utc(session.after_at),
        pain_at=_utc(session.pain_at),
        sets=tuple(map(_set_in_utc, session.sets)),
    )


def _set_in_utc(record: SetRecord) -> SetRecord:
    return replace(
        record,
        corrected_at=_utc(record.corrected_at),
        started_at=_utc(record.started_at),
        rated_at=_utc(record.rated_at),
    )


def _utc(time: datetime | None) -> datetime | None:
    return None if time is None else time.astimezone(UTC)
