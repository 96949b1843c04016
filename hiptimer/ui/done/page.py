"""The page at the end of a workout."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr, tr_in
from hiptimer.model.session import Session
from hiptimer.ui.done.next_card import NextCard
from hiptimer.ui.done.sets import SetsCard
from hiptimer.ui.done.summary import headline, summary
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import bold, medium, regular, semibold
from hiptimer.ui.telling.effort import effort_choice, effort_scale
from hiptimer.ui.telling.pain import PainPart
from hiptimer.ui.telling.wishes import Description
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE

WIDE, TWO_COLUMNS = 1120, 1080
LEFT_SHARE = 0.55
LOW_WINDOW = 700
LEAVE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class Note(QLineEdit):
    """Enter and Esc leave the field; only then do they mean the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVE_KEYS:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class DonePage(QWidget):
    """Shows a session and tells what the person says about it; the app saves each thing at once.

    `corrected` carries a Correction, `rated` (exercise id, Rating or None), `described` a
    Description with all that was said so far. `next_card` asks about the next time.
    """

    accessible_role = QAccessible.Role.Pane

    corrected = Signal(object)
    rated = Signal(object)
    described = Signal(object)
    delete_wished = Signal()
    undo_wished = Signal()
    closed = Signal()

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr_in("a workout", "Done"))
        self.next_card = NextCard(album)
        self._headline_words = ""
        self._note_told = ""
        self._is_advised = False
        self._make_parts()
        self._join_parts()

    def show_session(
        self, session: Session, exercises: Mapping[str, Exercise], before_run: bool
    ) -> None:
        """Show a session that has just ended; `before_run`: its routine comes before a run."""
        self._headline_words = headline(session, before_run=before_run)
        self._summary.setText(summary(session))
        self._sets.show_session(session, exercises)
        self._effort.show_chosen(None if session.effort is None else round(session.effort))
        self._pain.show_all(session.pain, session.signs)
        self._note.setText(session.note)
        self._note_told = session.note
        self.show_advice(None)
        self.show_saved(False)
        self.show_deleted(False)
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_to_reader(f"{self._headline_words} {summary(session)}")

    def show_saved(self, saved: bool, trouble: str = "") -> None:
        """Whether everything is on disk; `trouble` says in words why it is not."""
        tone = Tone.WARNING if trouble else Tone.ACCENT if saved else Tone.MUTED
        self._status.setText(trouble or (tr("Saved") if saved else tr("Saving…")))
        self._status.setForegroundRole(tone.role)

    def show_advice(self, advice: str | None) -> None:
        """Words that take the place of the headline; None brings it back."""
        was_advised = self._is_advised
        self._is_advised = advice is not None
        first, _, rest = (advice or "").partition(". ")
        self._headline.setText(f"{first.rstrip('.')}." if advice else self._headline_words)
        self._headline.setFont(self._headline_font())
        self._headline.setForegroundRole((Tone.WARNING if advice else Tone.INK).role)
        self._advice.setText(rest)
        self._advice.setVisible(bool(rest))
        if advice and not was_advised:
            self._say_to_reader(advice)

    def _say_to_reader(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_deleted(self, deleted: bool) -> None:
        """Show that the session is gone, with the way back, or the session again."""
        self._pages.setCurrentIndex(1 if deleted else 0)
        if deleted:
            self._say_to_reader(tr("Deleted."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVE_KEYS and not event.isAutoRepeat():
            self.leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow, is_low = self.width() < TWO_COLUMNS, self.height() < LOW_WINDOW
        side = max(40, (self.width() - WIDE) // 2)
        top, bottom = (24, 24) if is_low else (64, 20)
        direction = (
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self._columns.setDirection(direction)
        # Under each other, the room that is left over stays below.
        left = 0 if is_narrow else round(LEFT_SHARE * 100)
        self._columns.setStretch(0, left)
        self._columns.setStretch(1, 100 - left)
        self._columns.setContentsMargins(side, top, side, bottom)
        self._columns.setSpacing(28 if is_narrow else 56)
        self._headline.setFont(self._headline_font())

    def _headline_font(self) -> QFont:
        """Advice is longer than «Go run», and keeps to one line where it can."""
        if self._is_advised:
            return bold(44)
        return bold(44 if self.height() < LOW_WINDOW else 56)

    def _make_parts(self) -> None:
        self._status = _words("", semibold(16))
        self._headline = _words("", bold(56))
        self._advice = _words("", medium(20))
        self._summary = _words("", regular(20), Tone.MUTED)
        self._effort = effort_choice(width=36, height=44)
        self._pain = PainPart()
        self._note = Note()
        self._note.setPlaceholderText(tr("Add a note…"))
        self._note.setAccessibleName(tr("Note"))
        self._note.setFont(regular(16))
        self._sets = SetsCard()
        self._done = Button(tr_in("button", "Done"), Look.PRIMARY, key="Enter", size=18)
        self._more = Button("…", Look.QUIET, size=22)
        self._more.setAccessibleName(tr_in("button", "More"))
        self._menu = QMenu(self)
        self._delete = self._menu.addAction(tr("Delete this session"))
        content = QWidget()
        self._columns = QHBoxLayout(content)
        self._columns.addLayout(self._left_column())
        self._columns.addLayout(self._right_column())
        self._scroll = Scroll(content)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._deleted_page())

    def _left_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._status, self._headline, self._advice, self._summary):
            column.addWidget(part)
            column.addSpacing(4)
        column.addSpacing(22)
        column.addWidget(_words(tr("How hard was it?"), semibold(17)))
        column.addSpacing(4)
        column.addWidget(self._effort)
        column.addWidget(_words(effort_scale(), regular(14), Tone.MUTED))
        column.addSpacing(24)
        column.addWidget(_words(tr("Anything hurt?"), semibold(17)))
        column.addSpacing(4)
        column.addWidget(self._pain)
        column.addSpacing(20)
        note = QHBoxLayout()
        note.setContentsMargins(round(RING_SPACE), 0, round(RING_SPACE), 0)
        note.addWidget(self._note)
        column.addLayout(note)
        column.addSpacing(20)
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self._done)
        last.addStretch(1)
        last.addWidget(self._more)
        column.addLayout(last)
        column.addStretch(1)
        return column

    def _right_column(self) -> QVBoxLayout:
        """What is asked about the next time comes and goes: nothing that is pressed is below it."""
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._sets)
        column.addWidget(self.next_card)
        column.addStretch(1)
        return column

    def _deleted_page(self) -> QWidget:
        page = QWidget()
        self._undo = Button(tr("Undo"), Look.PRIMARY, size=18)
        self._leave = Button(tr_in("button", "Done"), Look.SECONDARY, key="Enter", size=18)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._leave)
        row.addStretch(1)
        title = Label(tr("Deleted."), bold(56))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addWidget(title)
        column.addSpacing(20)
        column.addLayout(row)
        column.addStretch(3)
        return page

    def _join_parts(self) -> None:
        self.next_card.accepted.connect(self._take_focus)
        self.next_card.declined.connect(self._take_focus)
        self._sets.corrected.connect(self.corrected)
        self._sets.rated.connect(self.rated)
        self._effort.changed.connect(self._describe_effort)
        self._pain.changed.connect(self._describe)
        self._note.editingFinished.connect(self._take_note)
        self._done.clicked.connect(self.leave)
        self._leave.clicked.connect(self.leave)
        self._undo.clicked.connect(self.undo_wished)
        self._more.clicked.connect(self._open_menu)
        self._delete.triggered.connect(self.delete_wished)

    def _take_focus(self) -> None:
        """The pressed button may go: Enter is to mean the page again, not its neighbour."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _describe_effort(self, _place: int | None) -> None:
        self._describe()

    def _take_note(self) -> None:
        """Leaving the field without a change says nothing new."""
        if self._note.text() != self._note_told:
            self._describe()

    def _describe(self) -> None:
        effort = self._effort.chosen
        self._note_told = self._note.text()
        self.described.emit(
            Description(
                effort=None if effort is None else float(effort),
                note=self._note_told,
                pain=self._pain.pain,
                signs=self._pain.signs,
            )
        )

    def leave(self) -> None:
        """The person is through with it; what is typed counts."""
        self._take_note()
        self.closed.emit()


def _words(text: str, font: QFont, tone: Tone = Tone.INK) -> Label:
    """Words that line up with the boxes of buttons, which have room around for a focus ring."""
    label = Label(text, font, tone, wraps=True)
    label.setContentsMargins(round(RING_SPACE), 0, 0, 0)
    return label
