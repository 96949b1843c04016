"""Offering the way in to whoever is new here."""

from collections.abc import Callable

from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.today import Today
from hiptimer.model.language import tr
from hiptimer.ui.today.note_card import Note, NoteChoice
from hiptimer.ui.widgets.button import Look

ASK = "ask"
NAME = "where-to-start"


class StartNote:
    """Shown before the first workout, until it was used or waved away."""

    def __init__(self, home: Home, today: Today, open_room: Callable[[], None]) -> None:
        self._home = home
        self._today = today
        self._open_room = open_room

    def note(self) -> Note | None:
        if self._today.past.outlines or NAME in self._home.settings.declined:
            return None
        return Note(
            title=tr("Not sure where to start?"),
            text=tr("Three short questions lead to a routine that fits you."),
            choices=(NoteChoice(ASK, tr("Where to start"), Look.PRIMARY),),
            picture="clam-basic",
        )

    def answer(self, choice: str) -> None:
        if choice == ASK:
            self._open_room()
        else:
            settle_start(self._home)


def settle_start(home: Home) -> None:
    """The question where to start is answered, or not wanted."""
    home.change_settings(declined={**home.settings.declined, NAME: local_now().date()})
