"""Sessions as rows of the tables in `schema`, and rows as sessions."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    After,
    Corrected,
    ExerciseRef,
    Outline,
    Pain,
    Pause,
    Place,
    Planned,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Sign,
    Status,
)
from hiptimer.model.side import Side

Row = Mapping[str, object]

_DAY_S = 86_400


class DamagedRowError(sqlite3.DatabaseError):
    """A row says what no hiptimer wrote: damage like any other, that SQLite could not see."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def time_text(time: datetime) -> str:
    """UTC with a fixed number of digits, so that text sorts as time does."""
    # Not strftime: it leaves out the zeros of the year 800.
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def time_from(text: str) -> datetime:
    """Raises DamagedRowError."""
    try:
        time = datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise DamagedRowError(str(error)) from error
    if time.tzinfo is None:
        raise DamagedRowError(f"{text} has no time zone")
    return time


def session_row(session: Session, changed_at: datetime) -> Row:
    return {
        "id": session.id,
        "status": session.status.value,
        "speed": session.speed,
        "routine_id": session.routine.id,
        "routine_name": session.routine.name,
        "started_at": time_text(session.started_at),
        "utc_offset_s": session.utc_offset_s,
        "ended_at": _maybe_text(session.ended_at),
        "edited_at": _maybe_text(session.edited_at),
        "deleted_at": _maybe_text(session.deleted_at),
        "effort": session.effort,
        "effort_at": _maybe_text(session.effort_at),
        "note": session.note,
        "note_at": _maybe_text(session.note_at),
        "pain_at": _maybe_text(session.pain_at),
        "after": None if session.after is None else session.after.value,
        "after_at": _maybe_text(session.after_at),
        "changed_at": time_text(changed_at),
    }


def set_row(session_id: str, record: SetRecord) -> Row:
    corrected = record.corrected or Corrected()
    tempo_s = record.planned.tempo_s
    return {
        "session_id": session_id,
        "n": record.n,
        "attempt": record.attempt,
        "exercise_id": record.exercise.id,
        "exercise_name": record.exercise.name,
        "exercise_family": record.exercise.family,
        "exercise_level": record.exercise.level,
        "exercise_muscles": _json(record.exercise.muscles),
        "step": record.step,
        "round": record.round,
        "set_number": record.set,
        "side": record.side.value,
        "planned_reps": record.planned.reps,
        "planned_tempo_s": None if tempo_s is None else _json(tempo_s),
        "planned_hold_s": record.planned.hold_s,
        "reps": record.reps,
        "hold_s": record.hold_s,
        "corrected_reps": corrected.reps,
        "corrected_hold_s": corrected.hold_s,
        "corrected_at": _maybe_text(record.corrected_at),
        "swapped_from": record.swapped_from,
        "outcome": record.outcome.value,
        "started_at": _maybe_text(record.started_at),
        "rating": None if record.rating is None else record.rating.value,
        "rated_at": _maybe_text(record.rated_at),
    }


def pause_rows(session: Session) -> list[Row]:
    return [
        {"session_id": session.id, "position": i, "at_s": pause.at_s, "for_s": pause.for_s}
        for i, pause in enumerate(session.pauses)
    ]


def pain_rows(session: Session) -> list[Row]:
    return [
        {
            "session_id": session.id,
            "position": i,
            "place": pain.place.value,
            "side": pain.side.value,
            "score": pain.score,
        }
        for i, pain in enumerate(session.pain)
    ]


def sign_rows(session: Session) -> list[Row]:
    return [
        {"session_id": session.id, "position": i, "sign": sign.value}
        for i, sign in enumerate(session.signs)
    ]


def outline_from(row: sqlite3.Row) -> Outline:
    """Raises DamagedRowError."""
    with damage_noticed():
        return Outline(
            id=row["id"],
            status=Status(row["status"]),
            speed=row["speed"],
            routine=RoutineRef(row["routine_id"], row["routine_name"]),
            started_at=time_from(row["started_at"]),
            utc_offset_s=_offset_from(row),
        )


def session_from(
    row: sqlite3.Row,
    *,
    sets: Iterable[sqlite3.Row] = (),
    pauses: Iterable[sqlite3.Row] = (),
    pain: Iterable[sqlite3.Row] = (),
    signs: Iterable[sqlite3.Row] = (),
) -> Session:
    """The session of `row`; its parts come in the order in which they are to stand.

    Raises DamagedRowError.
    """
    with damage_noticed():
        head = Session(
            id=row["id"],
            status=Status(row["status"]),
            speed=row["speed"],
            routine=RoutineRef(row["routine_id"], row["routine_name"]),
            started_at=time_from(row["started_at"]),
            utc_offset_s=_offset_from(row),
            ended_at=_maybe_time(row["ended_at"]),
            edited_at=_maybe_time(row["edited_at"]),
            deleted_at=_maybe_time(row["deleted_at"]),
            effort=row["effort"],
            effort_at=_maybe_time(row["effort_at"]),
            note=row["note"],
            note_at=_maybe_time(row["note_at"]),
            pain_at=_maybe_time(row["pain_at"]),
            after=None if row["after"] is None else After(row["after"]),
            after_at=_maybe_time(row["after_at"]),
        )
    return with_parts(head, sets=sets, pauses=pauses, pain=pain, signs=signs)


def with_parts(
    session: Session,
    *,
    sets: Iterable[sqlite3.Row] = (),
    pauses: Iterable[sqlite3.Row] = (),
    pain: Iterable[sqlite3.Row] = (),
    signs: Iterable[sqlite3.Row] = (),
) -> Session:
    """The session with these parts instead of its own. Raises DamagedRowError."""
    with damage_noticed():
        return replace(
            session,
            pain=tuple(Pain(Place(r["place"]), Side(r["side"]), r["score"]) for r in pain),
            signs=tuple(Sign(r["sign"]) for r in signs),
            pauses=tuple(Pause(r["at_s"], r["for_s"]) for r in pauses),
            sets=tuple(_set_from(r) for r in sets),
        )


@contextmanager
def damage_noticed() -> Iterator[None]:
    """For reading rows into values: what cannot be one raises DamagedRowError."""
    try:
        yield
    except (ValueError, TypeError, msgspec.MsgspecError) as error:
        raise DamagedRowError(str(error)) from error


def _offset_from(row: sqlite3.Row) -> int:
    offset_s: int = row["utc_offset_s"]
    if not -_DAY_S < offset_s < _DAY_S:
        raise ValueError(f"{offset_s} s from UTC")
    return offset_s


def _set_from(row: sqlite3.Row) -> SetRecord:
    return SetRecord(
        n=row["n"],
        attempt=row["attempt"],
        exercise=ExerciseRef(
            id=row["exercise_id"],
            name=row["exercise_name"],
            family=row["exercise_family"],
            level=row["exercise_level"],
            muscles=msgspec.json.decode(row["exercise_muscles"], type=tuple[str, ...]),
        ),
        step=row["step"],
        round=row["round"],
        set=row["set_number"],
        side=Side(row["side"]),
        planned=_planned_from(row),
        reps=row["reps"],
        hold_s=row["hold_s"],
        corrected=_corrected_from(row),
        corrected_at=_maybe_time(row["corrected_at"]),
        swapped_from=row["swapped_from"],
        outcome=Outcome(row["outcome"]),
        started_at=_maybe_time(row["started_at"]),
        rating=None if row["rating"] is None else Rating(row["rating"]),
        rated_at=_maybe_time(row["rated_at"]),
    )


def _planned_from(row: sqlite3.Row) -> Planned:
    tempo = row["planned_tempo_s"]
    return Planned(
        reps=row["planned_reps"],
        tempo_s=None if tempo is None else msgspec.json.decode(tempo, type=tuple[float, ...]),
        hold_s=row["planned_hold_s"],
    )


def _corrected_from(row: sqlite3.Row) -> Corrected | None:
    if row["corrected_reps"] is None and row["corrected_hold_s"] is None:
        return None
    return Corrected(reps=row["corrected_reps"], hold_s=row["corrected_hold_s"])


def _json(values: tuple[str, ...] | tuple[float, ...]) -> str:
    return msgspec.json.encode(values).decode()


def _maybe_text(time: datetime | None) -> str | None:
    return None if time is None else time_text(time)


def _maybe_time(text: str | None) -> datetime | None:
    return None if text is None else time_from(text)
