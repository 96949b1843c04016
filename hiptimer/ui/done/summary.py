"""A session that is over, in a line or two."""

from hiptimer.model.language import tr
from hiptimer.model.session import Session, Status
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import reps_words


def headline(session: Session, *, before_run: bool) -> str:
    if session.status is not Status.COMPLETE:
        return tr("Stopped early.")
    return tr("Done. Go run.") if before_run else tr("Done.")


def summary(session: Session) -> str:
    """Such as "Pre-run activation · 6 min 2 s · 66 reps · 30 s held"."""
    parts = [session.routine.name, duration_words(session.seconds)]
    if session.total_reps:
        parts.append(reps_words(session.total_reps))
    if round(session.total_hold_s):
        held = duration_words(session.total_hold_s)
        parts.append(tr("{duration} held", duration=held))
    if session.status is not Status.COMPLETE:
        parts.append(tr("what you did is kept"))
    return " · ".join(parts)
