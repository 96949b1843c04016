"""History: the past at a glance, and one session in full in its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.history.overview import PastOverview
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.notice import IconMark, Notice
from hiptimer.ui.widgets.page_edge import page_side, page_top

if TYPE_CHECKING:
    from hiptimer.ui.session.page import SessionPage

EMPTY_WIDTH = 460
EMPTY = later("Nothing here yet")
EMPTY_WORDS = later(
    "Press Enter on Today to begin. Every set you finish is kept here the moment it is done, "
    "with its side and how it felt."
)


class HistoryPage(QWidget):
    """`again_wished` carries a session to do once more; `closed` comes when a session
    was looked at and the way back was taken.
    """

    accessible_role = QAccessible.Role.Pane

    again_wished = Signal(object)
    closed = Signal()

    def __init__(
        self,
        icons: IconSet,
        album: Album,
        paper: QPalette,
        pictures: Path,
        parent: QWidget | None = None,
    ) -> None:
        """`paper` are the colours of saved pictures, `pictures` where saving begins to look."""
        super().__init__(parent)
        self.overview = PastOverview(icons, paper, pictures)
        self._icons = icons
        self._album = album
        self._detail: SessionPage | None = None
        self._is_empty = True
        self.bring_in = Button(tr("Import sessions"), size=15)
        self.bring_back = Button(tr("Restore a backup"), size=15)
        self.news = Notice("info", icons)
        self._body = QStackedWidget()
        self._empty = self._make_empty(icons)
        for page in (self._empty, self.overview):
            self._body.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        self.bring_in.clicked.connect(self.overview.exchange.import_wished)
        self.bring_back.clicked.connect(self.overview.exchange.restore_wished)
        # Not by a proxy: Tab would come to the list again and again.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _make_empty(self, icons: IconSet) -> QWidget:
        """What stands here before the first session."""
        page = QWidget()
        outer = self._empty_column = QVBoxLayout(page)
        outer.setSpacing(20)
        outer.addWidget(Label(tr("History"), bold(30)))
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
        column.addWidget(Label(tr(EMPTY), semibold(22)), 0, centre)
        words = Label(tr(EMPTY_WORDS), regular(16), Tone.MUTED, wraps=True)
        words.setAlignment(centre)
        # A centred label is not asked for its height at this width.
        words.setFixedSize(EMPTY_WIDTH, words.heightForWidth(EMPTY_WIDTH))
        column.addWidget(words, 0, centre)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.bring_in)
        buttons.addWidget(self.bring_back)
        column.addLayout(buttons)
        column.setAlignment(buttons, centre)
        column.addStretch()
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, top = page_side(self.width()), page_top(self.height())
        self._empty_column.setContentsMargins(side, top, side, 32)

    # --- what is shown ---

    @property
    def detail(self) -> "SessionPage":
        """The page of one session, made when one is first looked at."""
        if self._detail is None:
            from hiptimer.ui.session.page import SessionPage

            self._detail = SessionPage(self._icons, self._album)
            self._detail.closed.connect(self.close_session)
            self._detail.again_wished.connect(self.again_wished)
            self._body.addWidget(self._detail)
        return self._detail

    @property
    def is_looking_at_session(self) -> bool:
        return self._detail is not None and self._body.currentWidget() is self._detail

    def show_past(self, is_empty: bool) -> None:
        """The past at a glance, or what to do while there is none."""
        self._is_empty = is_empty
        if not self.is_looking_at_session:
            self._body.setCurrentWidget(self._empty if is_empty else self.overview)
            if self.hasFocus():
                self._focus()

    def look_at_session(self) -> None:
        """One session in full, in place of the list."""
        self._body.setCurrentWidget(self.detail)
        self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_session(self) -> None:
        """Back to the list, as it was left."""
        if self.is_looking_at_session:
            self._body.setCurrentWidget(self._empty if self._is_empty else self.overview)
            self.closed.emit()
            self._focus()

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
        elif self.is_looking_at_session:
            self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """News is told once."""
        super().hideEvent(event)
        self.tell("")
