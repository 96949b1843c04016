"""What a past session was: when, which routine, how long, how it ended."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.session import Session, Status
from hiptimer.ui.fonts import bold, medium, regular
from hiptimer.ui.session.words import ending_words, pauses_words, summary_words, when_words
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.notice import IconMark

ENDINGS = {
    Status.COMPLETE: ("circle-check", Tone.ACCENT),
    Status.STOPPED: ("circle-dashed", Tone.REST),
    Status.INTERRUPTED: ("triangle-alert", Tone.WARNING),
    Status.RUNNING: ("info", Tone.ACCENT),
}
RUNNING = later("It can be put right when it is over.")


class Fact(QWidget):
    """An icon and words."""

    def __init__(self, icon: str, tone: Tone, words: str, icons: IconSet) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icon, icons, tone=tone))
        row.addWidget(Label(words, medium(15, tabular=True), wraps=True), 1)


class Heading(QWidget):
    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._when = Label("", medium(15, tabular=True), Tone.MUTED)
        self._title = Label("", bold(30), wraps=True)
        self._summary = Label("", regular(17, tabular=True), Tone.MUTED, wraps=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self._when, self._title, self._summary):
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(self._facts)

    def show_session(self, session: Session, more: str = "") -> None:
        """`more` are words about the session as a whole."""
        self._when.setText(when_words(session))
        self._title.setText(session.routine.name)
        self.show_totals(session)
        clear(self._facts)
        words = ending_words(session)
        if session.status is Status.RUNNING:
            words = f"{words}. {tr(RUNNING)}"
        self._facts.addWidget(Fact(*ENDINGS[session.status], words, self._icons))
        for icon, fact in (("history", pauses_words(session.pauses)), ("info", more)):
            if fact:
                self._facts.addWidget(Fact(icon, Tone.MUTED, fact, self._icons))

    def show_totals(self, session: Session) -> None:
        """What was done in all, which a correction changes."""
        self._summary.setText(summary_words(session))
