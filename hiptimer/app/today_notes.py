"""What Today asks or tells besides the routine: one note at a time, the most pressing first."""

from collections.abc import Sequence
from typing import Protocol

from hiptimer.ui.today.note_card import Note


class NoteGiver(Protocol):
    """Has something to ask or tell now and then, and hears what is answered."""

    def note(self) -> Note | None:
        """What there is to ask or tell now."""
        ...

    def answer(self, choice: str) -> None:
        """The id of the choice for the note given last, or CLOSED."""
        ...


class TodayNotes:
    """Asks the givers in their order; the first that has a note is heard."""

    def __init__(self, givers: Sequence[NoteGiver]) -> None:
        self._givers = givers
        self._speaking: NoteGiver | None = None

    def note(self) -> Note | None:
        for giver in self._givers:
            note = giver.note()
            if note is not None:
                self._speaking = giver
                return note
        self._speaking = None
        return None

    def answer(self, choice: str) -> None:
        if self._speaking is not None:
            self._speaking.answer(choice)
