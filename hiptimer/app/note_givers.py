"""Who has something to ask or tell on Today, the most pressing first."""

from collections.abc import Callable

from hiptimer.app.after_run import AfterRun
from hiptimer.app.equipment_note import EquipmentNote
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.offer_note import OfferNote
from hiptimer.app.stage import Stage
from hiptimer.app.start_note import StartNote
from hiptimer.app.today import Today
from hiptimer.app.today_notes import NoteGiver


def note_givers(
    home: Home, today: Today, stage: Stage, ask_where_to_start: Callable[[], None]
) -> tuple[NoteGiver, ...]:
    return (
        AfterRun(home, today, stage.keep, local_now),
        OfferNote(home, today, stage.offers),
        EquipmentNote(home, today, local_now),
        StartNote(home, today, ask_where_to_start),
    )
