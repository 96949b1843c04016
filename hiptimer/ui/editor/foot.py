"""What the routine comes to, and in its place the question whether to keep it on leaving."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.time_words import duration_words
from hiptimer.model.words import rounds_words
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import ElidedLabel, Label

HEIGHT = 60


class Facts(msgspec.Struct, frozen=True):
    """What a routine comes to: its length in seconds, None while it cannot be done, what to
    fetch, in words, and what keeps it from being saved. `is_empty`: it has no exercises yet.
    """

    is_empty: bool = True
    seconds: float | None = None
    rounds: int = 1
    fetch: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Such as "6 min 2 s · two rounds · with a mini band"."""
        if self.seconds is None:
            return tr("No exercises yet") if self.is_empty else ""
        parts = (duration_words(self.seconds), rounds_words(self.rounds), self.fetch)
        return " · ".join(part for part in parts if part)


class Foot(QStackedWidget):
    """`saving`, `discarding` and `staying` answer the question."""

    saving = Signal()
    discarding = Signal()
    staying = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.facts = ElidedLabel("", semibold(17))
        self.news = ElidedLabel("", medium(14), Tone.MUTED)
        self.trouble = ElidedLabel("", medium(14), Tone.WORK_TEXT)
        self.question = Label("", semibold(16), wraps=True)
        self.hint = Label("", regular(14), Tone.WORK_TEXT, wraps=True)
        self.save = Button(tr("Save"), Look.PRIMARY, size=15)
        self.discard = Button(tr("Discard"), Look.SECONDARY, size=15)
        self.stay = Button(tr("Stay"), Look.SECONDARY, key="Esc", size=15)
        self.addWidget(self._facts_part())
        self.addWidget(self._asking_part())
        self.save.clicked.connect(self.saving)
        self.discard.clicked.connect(self.discarding)
        self.stay.clicked.connect(self.staying)

    def _facts_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.facts, self.news, self.trouble):
            column.addWidget(label)
        column.addStretch(1)
        return part

    def _asking_part(self) -> QWidget:
        part = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.question)
        words.addWidget(self.hint)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        for button in (self.save, self.discard, self.stay):
            row.addWidget(button)
        return part

    @property
    def is_asking(self) -> bool:
        return self.currentIndex() == 1

    def show_facts(self, facts: Facts, news: str, trouble: str) -> None:
        """Show what it comes to; `trouble` is why it could not be saved."""
        words = trouble or " ".join(facts.lacks)
        self.facts.setText(facts.words)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.news.setText(news)
        self.news.setVisible(bool(news) and not words)

    def tell(self, news: str) -> None:
        """Say something in place of what keeps it from being saved, until something changes."""
        self.news.setText(news)
        self.news.show()
        self.trouble.hide()

    def ask(self, name: str, lacks: Sequence[str]) -> None:
        """Ask what to do with what is not saved."""
        self.question.setText(
            tr("Save the changes to {name}?", name=name) if name else tr("Save this routine?")
        )
        self.hint.setText(tr("To save it: {lacks}", lacks=" ".join(lacks)) if lacks else "")
        self.hint.setVisible(bool(lacks))
        self.save.setEnabled(not lacks)
        self.setCurrentIndex(1)

    def ask_no_more(self) -> None:
        self.setCurrentIndex(0)
