"""A history of any length, written fast: what `Store.take_in` would have written, in bulk."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from msgspec.structs import replace

from hiptimer.app.home import Home, Past
from hiptimer.history.connection import transaction
from hiptimer.history.counting import count_days
from hiptimer.history.folding import searched_text
from hiptimer.history.opening import open_history
from hiptimer.history.rows import Row, pain_rows, pause_rows, session_row, set_row
from hiptimer.model.event import Outcome
from hiptimer.model.session import (
    Corrected,
    Pain,
    Pause,
    Place,
    Rating,
    RoutineRef,
    Session,
    SetRecord,
    Status,
)
from hiptimer.model.side import Side
from hiptimer.workout.record import planned_sets

# The past grows backwards from here, so that the last year is a full one at any length.
END = datetime(2026, 11, 14, 18, 30, tzinfo=UTC)
A_DAY = 5
_ROUTINES = ("pre-run-activation", "basic-three", "mini-band")
_NOTES = ("", "", "Felt strong", "Café après la séance", "무릎이 조금 아팠다", "Rain 🌧\nshort")
_PAIN = (Pain(Place.KNEE, Side.LEFT, 2),)


def sessions(home: Home, count: int) -> Iterator[Session]:
    """Newest first, five a day; no two follow each other that went the same way."""
    plans = [_plan(home, id_) for id_ in _ROUTINES]
    for number in range(count):
        routine, sets = plans[number % len(plans)]
        at = END - timedelta(days=number // A_DAY, hours=4 * (number % A_DAY))
        yield Session(
            id=str(UUID(int=number * 0x9E3779B97F4A7C15_F39CC0605CEDC835 % 2**128)),
            status=Status.STOPPED if number % 11 == 0 else Status.COMPLETE,
            speed=60.0 if number % 97 == 0 else 1.0,
            routine=routine,
            started_at=at,
            utc_offset_s=7200 if 4 <= at.month <= 10 else 3600,
            ended_at=at + timedelta(minutes=6, microseconds=number),
            effort=(None, 2.0, 3.0, 5.0)[number % 4],
            note=_NOTES[number % len(_NOTES)],
            pain=_PAIN if number % 13 == 0 else (),
            pauses=(Pause(30.0, 12.5),) if number % 5 == 0 else (),
            sets=tuple(_done(record, at, number) for record in sets),
        )


def write_long_past(home: Home, count: int) -> None:
    """Into a history that has no session yet."""
    connection = open_history(home.paths.history_file, now=END).connection
    connection.execute("PRAGMA synchronous = OFF")
    with transaction(connection):
        for one in sessions(home, count):
            for table, rows in _rows(one):
                columns = ", ".join(rows[0])
                marks = ", ".join("?" for _ in rows[0])
                connection.executemany(
                    f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                    [tuple(row.values()) for row in rows],
                )
        days = connection.execute("SELECT DISTINCT local_day FROM session").fetchall()
        count_days(connection, [row["local_day"] for row in days])
    connection.close()


def _rows(one: Session) -> Iterable[tuple[str, list[Row]]]:
    names = {record.exercise.name for record in one.sets}
    text = searched_text(one.routine.name, names, one.note)
    parts = (
        ("session", [session_row(one, one.ended_at)]),
        ("set_record", [set_row(one.id, record) for record in one.sets]),
        ("pause", pause_rows(one)),
        ("pain", pain_rows(one)),
        ("session_text", [{"session_id": one.id, "folded": text}]),
    )
    return (part for part in parts if part[1])


def _plan(home: Home, routine_id: str) -> tuple[RoutineRef, tuple[SetRecord, ...]]:
    routine = home.catalogue.routines[routine_id]
    return RoutineRef(routine.id, routine.name), planned_sets(home.lay_out(routine, Past()))


def _done(record: SetRecord, at: datetime, number: int) -> SetRecord:
    odd = number + record.n
    return replace(
        record,
        reps=record.planned.reps,
        hold_s=record.planned.hold_s,
        corrected=Corrected(reps=7) if record.planned.reps and odd % 17 == 0 else None,
        outcome=Outcome.DONE,
        started_at=at + timedelta(seconds=20 * record.n),
        rating=(None, Rating.EASY, Rating.RIGHT)[number % 3],
    )
