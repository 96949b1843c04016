"""Sessions as rows of a list: when, which routine, how much, how it ended."""

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hiptimer.model.session import Session, Status
from hiptimer.model.words import (
    clock_words,
    date_words,
    local_time,
    short_duration,
    status_words,
    total_words,
)
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.row_list import RowDelegate

SESSION_ROLE = int(Qt.ItemDataRole.UserRole)
TODAY_ROLE = SESSION_ROLE + 1
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def when_words(session: Session, today: date) -> str:
    """Such as "Fri 07:05", on the clock of the place it was done at."""
    start = local_time(session.started_at, session.utc_offset_s)
    return f"{date_words(start.date(), today)} {clock_words(start)}"


def ending_words(session: Session) -> str:
    """How it ended; a session at another speed is named as the trial it was."""
    words = status_words(session.status)
    return words if session.speed == 1 else f"{words}, trial at {session.speed:g}×"


def amount_words(session: Session) -> str:
    """Reps and held seconds, and the effort where it was given."""
    total = total_words(session.total_reps, session.total_hold_s)
    return total if session.effort is None else f"{total} · effort {session.effort:g}"


class SessionModel(QAbstractListModel):
    """One row for each session, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._sessions: tuple[Session, ...] = ()
        self._today = date.min

    def show_sessions(self, sessions: tuple[Session, ...], today: date) -> None:
        self.beginResetModel()
        self._sessions = tuple(sorted(sessions, key=_start, reverse=True))
        self._today = today
        self.endResetModel()

    def session(self, row: int) -> Session:
        return self._sessions[row]

    def row_of(self, session_id: str) -> int | None:
        return next((n for n, s in enumerate(self._sessions) if s.id == session_id), None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        session = self._sessions[index.row()]
        if role == SESSION_ROLE:
            return session
        if role == TODAY_ROLE:
            return self._today
        if role == Qt.ItemDataRole.DisplayRole:
            when = when_words(session, self._today)
            length = short_duration(session.seconds)
            parts = (when, session.routine.name, length, amount_words(session))
            return ", ".join((*parts, ending_words(session)))
        return None


def _start(session: Session) -> float:
    return session.started_at.timestamp()


class SessionDelegate(RowDelegate):
    """Two lines: routine and length above, when and how it ended below."""

    row_height = 68

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        session: Session = index.data(SESSION_ROLE)
        palette: QPalette = option.palette
        upper = QRectF(rect.left() + 20, rect.top() + 12, rect.width() - 40, 22)
        lower = upper.translated(0, 24)
        when = when_words(session, index.data(TODAY_ROLE))
        length = "" if session.ended_at is None else short_duration(session.seconds)
        _write_pair(
            painter,
            palette,
            upper,
            (session.routine.name, semibold(16), Tone.INK),
            (length, medium(15, tabular=True), Tone.INK),
        )
        _write_pair(
            painter,
            palette,
            lower,
            (f"{when} · {amount_words(session)}", regular(13, tabular=True), Tone.MUTED),
            (ending_words(session), medium(13), _tone(session, option)),
        )


def _tone(session: Session, option: QStyleOptionViewItem) -> Tone:
    """The words say how it ended; the colour only helps, and stays off a tinted row."""
    tinted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
    if option.state & tinted:
        return Tone.INK
    if session.speed != 1:
        return Tone.MUTED
    return Tone.ACCENT if session.status is Status.COMPLETE else Tone.REST


Words = tuple[str, QFont, Tone]


def _write_pair(
    painter: QPainter, palette: QPalette, line: QRectF, left: Words, right: Words
) -> None:
    """Words at both ends of a line; those on the left give way."""
    words, font, tone = right
    width = QFontMetricsF(font).horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(colour(palette, tone))
    flags = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, flags | Qt.AlignmentFlag.AlignRight, words)
    words, font, tone = left
    room = line.width() - (width + 12 if width else 0)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(colour(palette, tone))
    painter.drawText(line, flags, shown)
