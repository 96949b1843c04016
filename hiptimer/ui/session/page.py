"""One past session in full: looked at, put right, deleted, done again."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.session import Session, Status
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import medium
from hiptimer.ui.session.deleted_bar import DELETED, DeletedBar
from hiptimer.ui.session.felt_card import FeltCard
from hiptimer.ui.session.felt_words import FeltWords
from hiptimer.ui.session.heading import Heading
from hiptimer.ui.session.sets_card import SetsCard
from hiptimer.ui.session.words import when_words
from hiptimer.ui.telling.wishes import Correction
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import RING_SPACE

WIDEST, TWO_COLUMNS, NARROW = 1240, 1080, 1000
FELT_WIDTH = 488
CANNOT_REPEAT = later("This routine is no longer there, so it cannot be done again.")


class SessionPage(QWidget):
    """Shows a session and tells what the person says about it; the app saves each thing at once.

    `corrected` carries a Correction, `rated` an exercise's id with a Rating or None, `described`
    a Description with all that was said, `after_told` an After or None; `again_wished` the
    session, `deleted` and `undelete_wished` that of the session. `closed` comes with the way back.
    """

    accessible_role = QAccessible.Role.Pane

    corrected = Signal(object)
    rated = Signal(object)
    described = Signal(object)
    after_told = Signal(object)
    again_wished = Signal(object)
    deleted = Signal(str)
    undelete_wished = Signal(str)
    closed = Signal()

    def __init__(self, icons: IconSet, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self._names: Mapping[str, str] = {}
        self._can_repeat = False
        self.back = Button(f"‹ {tr('All sessions')}", Look.QUIET, key="Esc", size=15)
        self.back.setAccessibleName(tr("Back to all sessions"))
        self.again = Button(tr("Do it again"))
        self.delete = Button(tr("Delete"), key="Del")
        self.status = ElidedLabel("", medium(15), Tone.MUTED)
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.deleted_bar = DeletedBar()
        self.heading = Heading(icons)
        self.sets = SetsCard(album, icons)
        self.felt = FeltCard()
        self._felt_words = FeltWords()
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        self._top.addWidget(self.back)
        self._top.addWidget(self.status, 1)
        self._top.addSpacing(8)
        self._top.addWidget(self.again)
        self._top.addWidget(self.delete)
        felt = QVBoxLayout()
        felt.addWidget(self.felt)
        felt.addWidget(self._felt_words)
        felt.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addWidget(self.sets, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(felt)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.addWidget(self.heading)
        self._content.addLayout(self._columns)
        self._content.addStretch(1)
        self._scroll = Scroll(content)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addLayout(self._top)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.deleted_bar)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._scroll, 1)

    def _join(self) -> None:
        self.sets.corrected.connect(self._correct)
        self.sets.rated.connect(self.rated)
        self.felt.described.connect(self.described)
        self.felt.after_told.connect(self.after_told)
        self.felt.note.left.connect(self._leave_field)
        self.back.clicked.connect(self.close_page)
        self.again.clicked.connect(self._ask_again)
        self.delete.clicked.connect(self._delete)
        self.deleted_bar.undo_wished.connect(self._undelete)
        for key, act in ((Qt.Key.Key_Escape, self.close_page), (Qt.Key.Key_Delete, self._delete)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _leave_field(self) -> None:
        """To the way back, so that Esc again takes it."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown ---

    def show_session(self, session: Session, names: Mapping[str, str], *, can_repeat: bool) -> None:
        """`names` are those of the catalogue's exercises by id; `can_repeat` tells whether the
        routine is still there. A running session is only told.
        """
        self._names, self._can_repeat = names, can_repeat
        self.show_state("")
        self._show(session)
        self._scroll.verticalScrollBar().setValue(0)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self, session: Session) -> None:
        """The session as it is kept, in place of what is shown of it."""
        is_other = self.session is None or self.session.deleted_at != session.deleted_at
        place = 0 if is_other else self._scroll.verticalScrollBar().value()
        self._show(session)
        if place:
            self.sets.finish()
        self._scroll.verticalScrollBar().setValue(place)

    def show_state(self, words: str, *, is_trouble: bool = False) -> None:
        """Whether everything is on disk, or why it is not."""
        self.status.setText(words)
        self.status.setForegroundRole((Tone.WARNING if is_trouble else Tone.MUTED).role)
        if is_trouble:
            self._announce(words)

    def show_advice(self, words: str) -> None:
        """What to do about the pain that was told; empty for nothing."""
        self.felt.show_advice(words)
        if words:
            self._announce(words)

    def _show(self, session: Session) -> None:
        is_deleted = session.deleted_at is not None
        is_running = session.status is Status.RUNNING
        is_editable = not (is_deleted or is_running)
        self.session = session
        self.setAccessibleName(f"{session.routine.name}, {when_words(session)}")
        self.heading.show_session(session, "" if self._can_repeat else tr(CANNOT_REPEAT))
        self.sets.show_session(session, self._names, is_editable=is_editable)
        self.felt.show_session(session)
        self.felt.setVisible(is_editable)
        self._felt_words.show_session(session)
        self._felt_words.setVisible(not is_editable)
        self.deleted_bar.setVisible(is_deleted)
        self.delete.setVisible(is_editable)
        self.again.setVisible(self._can_repeat and not is_deleted)
        self.again.setAccessibleName(tr("Do {routine} again", routine=session.routine.name))

    # --- what is wished ---

    def close_page(self) -> None:
        """Back, with everything told that was written."""
        self.felt.note.tell()
        self.closed.emit()

    def _correct(self, correction: Correction) -> None:
        if self.session is None:
            return
        sets = tuple(
            replace(record, corrected=correction.corrected)
            if (record.n, record.attempt) == (correction.n, correction.attempt)
            else record
            for record in self.session.sets
        )
        self.session = replace(self.session, sets=sets)
        self.heading.show_totals(self.session)
        self.corrected.emit(correction)

    def _ask_again(self) -> None:
        if self.session is not None:
            self.felt.note.tell()
            self.again_wished.emit(self.session)

    def _delete(self) -> None:
        if self.session is None or not self.delete.isVisibleTo(self):
            return
        self.felt.note.tell()
        self.deleted.emit(self.session.id)
        self.deleted_bar.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(tr(DELETED))

    def _undelete(self) -> None:
        if self.session is not None:
            self.undelete_wished.emit(self.session.id)
            self.delete.setFocus(Qt.FocusReason.OtherFocusReason)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- keys and sizes ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys move the page, whatever on it has the focus."""
        bar = self._scroll.verticalScrollBar()
        actions = {
            Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.felt.note.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_single = self.width() < TWO_COLUMNS
        side = max(28 if self.width() < NARROW else 44, (self.width() - WIDEST) // 2)
        # Around boxes is room for the focus ring, beside them for the scroll bar.
        ring, bar = round(RING_SPACE), self._scroll.verticalScrollBar().sizeHint().width()
        self._column.setContentsMargins(side - ring, 16, side - ring - bar, 0)
        self._top.setContentsMargins(0, 0, bar, 0)
        self._bar.setContentsMargins(ring, 0, bar + ring, 0)
        self._content.setContentsMargins(ring, ring, ring, 28)
        self._content.setSpacing(18)
        self._columns.setSpacing(18)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if is_single else direction.LeftToRight)
        for card in (self.felt, self._felt_words):
            if is_single:
                card.setMinimumWidth(0)
                card.setMaximumWidth(16_777_215)
            else:
                card.setFixedWidth(FELT_WIDTH)
