"""How a past session felt, only to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.session import Session
from hiptimer.ui.fonts import bold, medium, regular
from hiptimer.ui.session.words import felt_facts
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear

NOTHING = later("Nothing was said about it.")


class FeltWords(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 22)
        column.setSpacing(12)
        column.addWidget(Label(tr("How it felt"), bold(18)))
        column.addLayout(self._facts)

    def show_session(self, session: Session) -> None:
        clear(self._facts)
        facts = felt_facts(session)
        for row, (name, words) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(Label(name, regular(15), Tone.MUTED), row, 0, top)
            self._facts.addWidget(Label(words, medium(15), wraps=True), row, 1)
        if not facts:
            self._facts.addWidget(Label(tr(NOTHING), regular(15), Tone.MUTED), 0, 0, 1, 2)
