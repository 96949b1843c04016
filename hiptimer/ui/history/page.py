"""History: all sessions, newest first, and one of them in full."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.session import Session
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.history.detail import SessionDetail, count_words
from hiptimer.ui.history.rows import SessionDelegate, SessionModel
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import IconMark
from hiptimer.ui.widgets.row_list import RowList

EMPTY_WIDTH = 460
EMPTY = "Nothing here yet"
EMPTY_WORDS = (
    "Press Enter on Today to begin. Every set you finish is kept here the moment it is done, "
    "with its side and how it felt."
)


class HistoryPage(QWidget):
    """`again_wished` carries the id of a routine to do once more."""

    again_wished = Signal(str)

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SessionModel()
        self._count = Label("", regular(16), Tone.MUTED)
        self.list = RowList(SessionDelegate(), "Sessions")
        self.list.setModel(self._model)
        self.detail = SessionDetail(icons)
        self._body = QStackedWidget()
        self._body.addWidget(_empty(icons))
        self._body.addWidget(self._filled())
        self._lay_out()
        self.list.chosen.connect(self._show_row)
        self.detail.again_pressed.connect(self.again_wished)
        self.setFocusProxy(self.list)

    def _filled(self) -> QWidget:
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list, 1)
        row.addWidget(self.detail, 1)
        return filled

    def _lay_out(self) -> None:
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(Label("History", bold(30)))
        heading.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 36, 44, 32)
        column.setSpacing(20)
        column.addLayout(heading)
        column.addWidget(self._body, 1)

    def show_sessions(self, sessions: tuple[Session, ...], today: date) -> None:
        """Show the sessions; the one chosen before stays chosen. `today` is the local date."""
        index = self.list.currentIndex()
        chosen = self._model.session(index.row()).id if index.isValid() else ""
        self._model.show_sessions(sessions, today)
        self._count.setText(count_words(sessions))
        self._count.setVisible(bool(sessions))
        self._body.setCurrentIndex(1 if sessions else 0)
        if sessions:
            self.list.choose(self._model.row_of(chosen) or 0)

    def _show_row(self, row: int) -> None:
        self.detail.show_session(self._model.session(row))


def _empty(icons: IconSet) -> QWidget:
    """What stands here before the first session."""
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(48, 40, 48, 40)
    column.setSpacing(10)
    column.addStretch()
    centre = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(IconMark("history", icons, size=48, tone=Tone.ACCENT), 0, centre)
    column.addSpacing(8)
    column.addWidget(Label(EMPTY, semibold(22)), 0, centre)
    words = Label(EMPTY_WORDS, regular(16), Tone.MUTED, wraps=True)
    words.setAlignment(centre)
    # A centred label is not asked for its height at this width.
    words.setFixedSize(EMPTY_WIDTH, words.heightForWidth(EMPTY_WIDTH))
    column.addWidget(words, 0, centre)
    column.addStretch()
    return card
