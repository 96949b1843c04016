"""How a past session felt: effort, pain, signs and note, to say or to put right."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.session import Session
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.session.note_field import NoteField
from hiptimer.ui.telling.after import AFTERS, after_choice
from hiptimer.ui.telling.effort import effort_choice, effort_scale, effort_words
from hiptimer.ui.telling.pain import PainPart
from hiptimer.ui.telling.wishes import Description
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE

INSET = 24 - round(RING_SPACE)


class FeltCard(Card):
    """`described` carries a Description with all that was said: what is not touched stays as it
    was, to the last decimal. `after_told` carries an After, or None where it is taken back.
    """

    described = Signal(object)
    after_told = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self._said = Description()
        self._effort = effort_choice(width=32, height=40)
        self._effort_words = _aligned(Label("", medium(15)))
        self._pain = PainPart()
        self._advice = _aligned(Label("", semibold(15), Tone.WARNING, wraps=True))
        self._after = after_choice()
        self.note = NoteField()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 20, INSET, 22)
        self._column.setSpacing(6)
        self._column.addWidget(_aligned(Label(tr("How it felt"), bold(18))))
        self._add(tr("How hard was it?"), self._effort, self._effort_words)
        self._column.addWidget(_aligned(Label(effort_scale(), regular(13), Tone.MUTED, wraps=True)))
        self._add(tr("Anything hurt?"), self._pain, self._advice)
        self._add(tr("On the run, and the morning after?"), self._after)
        note = QWidget()
        inset = QVBoxLayout(note)
        inset.setContentsMargins(round(RING_SPACE), 0, round(RING_SPACE), 0)
        inset.addWidget(self.note)
        self._add(tr("Note"), note)
        self._effort.changed.connect(self._take_effort)
        self._pain.changed.connect(self._take_pain)
        self._after.changed.connect(self._take_after)
        self.note.told.connect(self._take_note)
        self.show_advice("")

    def _add(self, heading: str, *parts: QWidget) -> None:
        self._column.addSpacing(10)
        for part in (_aligned(Label(heading, semibold(15))), *parts):
            self._column.addWidget(part)

    def show_session(self, session: Session) -> None:
        self._said = Description(session.effort, session.note, session.pain, session.signs)
        effort = session.effort
        # A number between two of the scale can come from elsewhere; it is told in words.
        is_whole = effort is not None and effort == round(effort)
        self._effort.show_chosen(round(effort) if effort is not None and is_whole else None)
        self._tell_effort()
        self._pain.show_all(session.pain, session.signs)
        self._after.show_chosen(None if session.after is None else AFTERS.index(session.after))
        self.note.show_note(session.note)
        self.show_advice("")

    def show_advice(self, words: str) -> None:
        """What to do about the pain that was told; empty for nothing."""
        self._advice.setText(words)
        self._advice.setVisible(bool(words))

    def _take_effort(self, place: int | None) -> None:
        self._say(effort=None if place is None else float(place))
        self._tell_effort()

    def _take_pain(self) -> None:
        self._say(pain=self._pain.pain, signs=self._pain.signs)

    def _take_after(self, place: int | None) -> None:
        self.after_told.emit(None if place is None else AFTERS[place])

    def _take_note(self, note: str) -> None:
        self._say(note=note)

    def _tell_effort(self) -> None:
        effort = self._said.effort
        self._effort_words.setText(tr("Not said") if effort is None else effort_words(effort))
        self._effort_words.setForegroundRole((Tone.MUTED if effort is None else Tone.INK).role)

    def _say(self, **what: object) -> None:
        said = replace(self._said, **what)
        if said != self._said:
            self._said = said
            self.described.emit(said)


def _aligned(label: Label) -> Label:
    """Lines up with the boxes of buttons, which have room around for a focus ring."""
    label.setContentsMargins(round(RING_SPACE), 0, round(RING_SPACE), 0)
    return label
