"""Which routine to propose: the one last done on this kind of day."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta, timezone

from hiptimer.model.routine import Routine
from hiptimer.model.session import Outline, Status

USUAL = "pre-run-activation"


def proposed(
    routines: Mapping[str, Routine],
    sessions: Iterable[Outline],
    today: date,
    run_days: Collection[int],
) -> Routine | None:
    """The routine for today; None when there is none at all.

    `sessions` are newest first; `run_days` are weekdays, Monday 0. On a run day a routine that is
    not meant for before a run is never proposed.
    """
    is_run_day = today.weekday() in run_days
    fitting = {id_: r for id_, r in routines.items() if r.before_run or not is_run_day}
    for session in sessions:
        same_kind = (local_day(session).weekday() in run_days) == is_run_day
        counts = session.speed == 1 and session.status is not Status.RUNNING
        if counts and same_kind and session.routine.id in fitting:
            return fitting[session.routine.id]
    return fitting.get(USUAL) or next(iter(fitting.values()), None)


def local_day(session: Outline) -> date:
    """The day on the person's own calendar on which the session began."""
    zone = timezone(timedelta(seconds=session.utc_offset_s))
    return session.started_at.astimezone(zone).date()
