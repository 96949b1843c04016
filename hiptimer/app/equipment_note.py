"""Offering the form of a routine that does without what is not at hand."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hiptimer.app.home import Home
from hiptimer.app.today import Today
from hiptimer.model.language import tr
from hiptimer.model.words import equipment_words
from hiptimer.ui.today.note_card import Note, NoteChoice
from hiptimer.ui.widgets.button import Look
from hiptimer.workout.suiting_words import in_short

USE, HAVE = "use", "have"
QUIET_FOR = timedelta(days=14)


class EquipmentNote:
    """Asks about the routine for today, and not again for two weeks when it was waved away."""

    def __init__(self, home: Home, today: Today, now: Callable[[], datetime]) -> None:
        self._home = home
        self._today = today
        self._now = now

    def note(self) -> Note | None:
        routine, suit = self._today.routine, self._today.suit
        if routine is None or suit is None or not suit.offer or self._is_declined(routine.id):
            return None
        first = suit.offer[0]
        have = tr("I have one") if len(suit.missing) == 1 else tr("I have them")
        return Note(
            title=tr("No {things} here?", things=equipment_words(suit.missing)),
            text=in_short(suit.offer),
            choices=(
                NoteChoice(USE, tr("Use it"), Look.PRIMARY),
                NoteChoice(HAVE, have),
            ),
            picture=first.replacement.id if first.replacement is not None else first.exercise.id,
        )

    def answer(self, choice: str) -> None:
        routine, suit = self._today.routine, self._today.suit
        if routine is None or suit is None:
            return
        if choice == USE:
            self._today.go_without()
        elif choice == HAVE:
            self._today.suits.have(suit.missing)
        else:
            declined = {**self._home.settings.declined, _name(routine.id): self._now().date()}
            self._home.change_settings(declined=declined)

    def _is_declined(self, routine_id: str) -> bool:
        day = self._home.settings.declined.get(_name(routine_id))
        return day is not None and self._now().date() < day + QUIET_FOR


def _name(routine_id: str) -> str:
    """Of the offer among those declined."""
    return f"without-equipment:{routine_id}"
