"""What is said of a whole routine: its name, when to do it, a note, and its rounds."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.draft import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_REST_S,
    LONGEST_WHEN,
    MOST_ROUNDS,
    Draft,
)
from hiptimer.model.language import later, tr
from hiptimer.ui.editor.own_amount import LimitedAmount, OwnAmount
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.own_exercise.fields import Paragraph, Titled, Words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.switch import Switch

BEFORE_RUN = later("Good right before a run")
BEFORE_RUN_HINT = later("Today may propose it on a run day.")


class RoutineFields(QWidget):
    """`changed` carries the Draft as a person changed it, and what it is about: the name of the
    field, such as "name" or "round_rest_s".
    """

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self.name, self.when, self.note = Words(), Words(), Paragraph(2)
        self.before_run = Switch(tr(BEFORE_RUN))
        self.rounds = OwnAmount(tr("Rounds"), LimitedAmount(1, MOST_ROUNDS))
        rest = LimitedAmount(0, LONGEST_REST_S, step=5, decimals=1, unit="s")
        self.round_rest = OwnAmount(tr("Rest between rounds"), rest)
        self.titled = {
            "name": Titled(tr("Name"), self.name),
            "when": Titled(tr("When to do it"), self.when),
            "note": Titled(tr("Note"), self.note),
        }
        self._lay_out()
        self._join()
        self.show_draft(self._draft)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for titled in self.titled.values():
            column.addWidget(titled)
        column.addWidget(self._switch_row())
        amounts = QHBoxLayout()
        amounts.setSpacing(16)
        amounts.addWidget(self.rounds)
        amounts.addWidget(self.round_rest)
        amounts.addStretch(1)
        column.addLayout(amounts)

    def _switch_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(tr(BEFORE_RUN), semibold(14)))
        words.addWidget(Label(tr(BEFORE_RUN_HINT), regular(13), Tone.MUTED, wraps=True))
        row.addLayout(words, 1)
        row.addWidget(self.before_run)
        return holder

    def _join(self) -> None:
        self.name.textEdited.connect(self._take_name)
        self.when.textEdited.connect(self._take_when)
        self.note.typed.connect(self._take_note)
        self.before_run.clicked.connect(self._take_before_run)
        self.rounds.given.connect(self._take_rounds)
        self.round_rest.given.connect(self._take_round_rest)

    def show_draft(self, draft: Draft) -> None:
        """Show it without telling it."""
        self._draft = draft
        self.name.show_words(draft.name)
        self.when.show_words(draft.when)
        self.note.show_words(draft.note)
        self.before_run.setChecked(draft.before_run)
        self.rounds.show_amount(draft.rounds, None)
        self.round_rest.show_amount(draft.round_rest_s, None)
        self._show_state()

    def _show_state(self) -> None:
        self.round_rest.setVisible(self._draft.rounds > 1)
        for field, most in (("name", LONGEST_NAME), ("when", LONGEST_WHEN), ("note", LONGEST_NOTE)):
            length = len(getattr(self._draft, field).strip())
            words = tr("{n} of {most} characters.", n=length, most=most)
            self.titled[field].tell(words if length > most else "")

    def _take_name(self, words: str) -> None:
        self._tell(replace(self._draft, name=words), "name")

    def _take_when(self, words: str) -> None:
        self._tell(replace(self._draft, when=words), "when")

    def _take_note(self, words: str) -> None:
        self._tell(replace(self._draft, note=words), "note")

    def _take_before_run(self, is_on: bool) -> None:
        self._tell(replace(self._draft, before_run=is_on), "before_run")

    def _take_rounds(self, rounds: float) -> None:
        self._tell(replace(self._draft, rounds=int(rounds)), "rounds")

    def _take_round_rest(self, seconds: float) -> None:
        self._tell(replace(self._draft, round_rest_s=seconds), "round_rest_s")

    def _tell(self, draft: Draft, about: str) -> None:
        self._draft = draft
        self._show_state()
        self.changed.emit(draft, about)
