"""Who has something to ask or tell on Today, the most pressing first."""

from hiptimer.app.after_run import AfterRun
from hiptimer.app.home import Home, local_now
from hiptimer.app.stage import Stage
from hiptimer.app.today import Today
from hiptimer.app.today_notes import NoteGiver


def note_givers(home: Home, today: Today, stage: Stage) -> tuple[NoteGiver, ...]:
    return (AfterRun(home, today, stage.keep, local_now),)
