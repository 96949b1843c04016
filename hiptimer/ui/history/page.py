"""History: the past at a glance, and one session in full in its place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.session import Session
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.history.detail import SessionDetail
from hiptimer.ui.history.overview import PastOverview
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import IconMark, Notice

EMPTY_WIDTH = 460
EMPTY = "Nothing here yet"
EMPTY_WORDS = (
    "Press Enter on Today to begin. Every set you finish is kept here the moment it is done, "
    "with its side and how it felt."
)


class HistoryPage(QWidget):
    """`again_wished` carries the id of a routine to do once more; `closed` comes when a session
    was looked at and the way back was taken.
    """

    again_wished = Signal(str)
    closed = Signal()

    def __init__(
        self, icons: IconSet, paper: QPalette, pictures: Path, parent: QWidget | None = None
    ) -> None:
        """`paper` are the colours of saved pictures, `pictures` where saving begins to look."""
        super().__init__(parent)
        self.overview = PastOverview(icons, paper, pictures)
        self.detail = SessionDetail(icons)
        self.back = Button("‹ All sessions", Look.QUIET, key="Esc", size=15)
        self.back.setAccessibleName("Back to all sessions")
        self.bring_in = Button("Import sessions", size=15)
        self.news = Notice("info", icons)
        self._body = QStackedWidget()
        self._session_page = self._with_way_back()
        self._empty = self._make_empty(icons)
        for page in (self._empty, self.overview, self._session_page):
            self._body.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._session_page)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.close_session)
        self.back.clicked.connect(self.close_session)
        self.detail.again_pressed.connect(self.again_wished)
        self.bring_in.clicked.connect(self.overview.exchange.import_wished)
        # Not by a proxy: Tab would come to the list again and again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _with_way_back(self) -> QWidget:
        page = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch()
        column = QVBoxLayout(page)
        column.setContentsMargins(44, 20, 44, 28)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.detail, 1)
        return page

    def _make_empty(self, icons: IconSet) -> QWidget:
        """What stands here before the first session."""
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(44, 36, 44, 32)
        outer.setSpacing(20)
        outer.addWidget(Label("History", bold(30)))
        outer.addWidget(self.news)
        card = Card()
        outer.addWidget(card, 1)
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
        column.addSpacing(12)
        column.addWidget(self.bring_in, 0, centre)
        column.addStretch()
        return page

    # --- what is shown ---

    @property
    def is_looking_at_session(self) -> bool:
        return self._body.currentWidget() is self._session_page

    def show_past(self, is_empty: bool) -> None:
        """The past at a glance, or what to do while there is none."""
        if not self.is_looking_at_session:
            self._body.setCurrentWidget(self._empty if is_empty else self.overview)
            if self.hasFocus():
                self._focus()

    def show_session(self, session: Session) -> None:
        """One session in full, in place of the list."""
        self.detail.show_session(session)
        self._body.setCurrentWidget(self._session_page)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_session(self) -> None:
        """Back to the list, as it was left."""
        if self.is_looking_at_session:
            self._body.setCurrentWidget(self.overview)
            self.overview.sessions.focus_list()
            self.closed.emit()

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """One line of news, whatever is shown."""
        self.overview.tell(words, can_undo=can_undo)
        self.news.set_words(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Else Qt would give it to the first button.
        self.setFocus()

    def _focus(self) -> None:
        shown = self._body.currentWidget()
        if shown is self.overview:
            self.overview.sessions.focus_list()
        elif shown is self._session_page:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
