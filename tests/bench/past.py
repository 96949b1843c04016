"""A person's folder with a long history."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.event import Outcome
from hiptimer.model.session import RoutineRef, Session, SetRecord, Status
from hiptimer.paths import paths_under
from hiptimer.workout.record import planned_sets

START = datetime(2023, 1, 2, 6, tzinfo=UTC)


def write_past(folder: Path, sessions: int) -> None:
    """A whole session of the usual routine on each day."""
    home = Home(paths_under(folder))
    routine = home.catalogue.routines["pre-run-activation"]
    sets = planned_sets(home.lay_out(routine, Past()))
    store = Store(open_history(home.paths.history_file, now=START).connection)
    for day in range(sessions):
        at = START + timedelta(days=day)
        store.take_in(
            Session(
                id=f"session-{day}",
                status=Status.COMPLETE,
                speed=1.0,
                routine=RoutineRef(routine.id, routine.name),
                started_at=at,
                utc_offset_s=0,
                ended_at=at + timedelta(minutes=6),
                sets=tuple(_done(record, at) for record in sets),
            )
        )
    store.close()


def _done(record: SetRecord, at: datetime) -> SetRecord:
    return msgspec.structs.replace(
        record,
        reps=record.planned.reps,
        hold_s=record.planned.hold_s,
        outcome=Outcome.DONE,
        started_at=at + timedelta(seconds=20 * record.n),
    )
