"""Past sessions in lines of text."""

from hiptimer.model.language import tr
from hiptimer.model.session import Session
from hiptimer.model.time_words import clock_words, duration_words, local_time, long_date_words
from hiptimer.model.words import number_words, status_words, total_words


def session_line(session: Session) -> str:
    """When, what, how long, how much, and how it ended."""
    began = local_time(session.started_at, session.utc_offset_s)
    parts = [
        f"{long_date_words(began.date())} {clock_words(began)}",
        session.routine.name,
        duration_words(session.seconds),
        total_words(session.total_reps, session.total_hold_s),
        status_words(session.status),
    ]
    if session.speed != 1:
        parts.append(tr("speed {speed}, does not count", speed=number_words(session.speed)))
    return " · ".join(part for part in parts if part)
