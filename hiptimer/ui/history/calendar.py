"""A year of days, the stronger the longer they were trained; painted, walked with the arrows."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import tr, tr_n
from hiptimer.model.past import DayTotal
from hiptimer.model.past_words import day_words
from hiptimer.model.time_words import weekday_short
from hiptimer.ui.fonts import medium, regular
from hiptimer.ui.history.calendar_grid import WEEKS, CalendarGrid, step_of
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import ENTER_KEYS, asked_key
from hiptimer.ui.widgets.shape import paint_box

LEFT, TOP = 44.0, 22.0
# Monday, Wednesday and Friday.
NAMED_ROWS = (0, 2, 4)
NARROWEST, WIDEST = 13.0, 20.0
SHARES = (0.0, 0.32, 0.54, 0.78, 1.0)
STEPS_BY_KEY: Mapping[int, int] = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}


class DayCalendar(QWidget):
    """`entered` carries a date with a session that was clicked, or meant when Enter was pressed.

    `pointed` carries the words about the day that is meant now, "" for none.
    """

    accessible_role = QAccessible.Role.Chart

    entered = Signal(object)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._grid = CalendarGrid(date(2000, 1, 2))
        self._totals: Mapping[date, DayTotal] = {}
        self._chosen: date | None = None
        self.meant: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Calendar of a year"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, grid: CalendarGrid, totals: Mapping[date, DayTotal], today: date) -> None:
        """Show a year; days without an entry in `totals` had no session."""
        self._grid, self._totals, self._today = grid, totals, today
        if self.meant is not None and not grid.holds(self.meant):
            self._mean(None)
        self.setAccessibleDescription(self._summary())
        self.update()

    def show_chosen(self, day: date | None) -> None:
        """Mark the day the list is about."""
        self._chosen = day
        self.update()

    def _summary(self) -> str:
        return tr_n(
            "{n} day with a session. Arrow keys tell each day.",
            "{n} days with a session. Arrow keys tell each day.",
            len(self._totals),
        )

    # --- size and place ---

    def heightForWidth(self, width: int) -> int:
        return round(TOP + 7 * _pitch(width) + 2)

    def sizeHint(self) -> QSize:
        return QSize(round(LEFT + WEEKS * WIDEST), self.heightForWidth(4000))

    def minimumSizeHint(self) -> QSize:
        width = round(LEFT + WEEKS * NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def rect_of(self, day: date) -> QRectF:
        """Where the square of a day is."""
        column, row = self._grid.place(day)
        pitch = _pitch(self.width())
        gap = max(2.0, pitch * 0.17)
        return QRectF(LEFT + column * pitch, TOP + row * pitch, pitch - gap, pitch - gap)

    def day_at(self, position: QPointF) -> date | None:
        pitch = _pitch(self.width())
        column, row = (position.x() - LEFT) // pitch, (position.y() - TOP) // pitch
        return self._grid.day(int(column), int(row))

    # --- pointing ---

    def words_of(self, day: date) -> str:
        return day_words(day, self._totals.get(day), self._today)

    def _mean(self, day: date | None) -> None:
        if day == self.meant:
            return
        self.meant = day
        words = "" if day is None else self.words_of(day)
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.pointed.emit(words)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the calendar from the page's shortcuts."""
        key = asked_key(event)
        if key in ENTER_KEYS or key in STEPS_BY_KEY:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ENTER_KEYS and self.meant is not None:
            self._enter(self.meant)
        elif key == Qt.Key.Key_Home:
            self._mean(self._grid.first)
        elif key == Qt.Key.Key_End:
            self._mean(self._grid.last)
        elif key in STEPS_BY_KEY:
            self._step(STEPS_BY_KEY[key])
        else:
            super().keyPressEvent(event)

    def _step(self, days: int) -> None:
        """By some days, as far as the year goes; the first step leads to its last day."""
        if self.meant is None:
            self._mean(self._grid.last)
            return
        number = (self.meant - self._grid.first).days + days
        if 0 <= number < self._grid.days:
            self._mean(self._grid.first + timedelta(days=number))

    def _enter(self, day: date) -> None:
        if day in self._totals:
            self.entered.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        self._mean(day)
        hand = day is not None and day in self._totals
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and day is not None:
            self._mean(day)
            self._enter(day)

    def leaveEvent(self, event: QEvent) -> None:
        self._mean(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.meant is None:
            self._mean(self._chosen if self._chosen is not None else self._grid.last)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mean(None)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        self._paint_days(painter)
        self._paint_marks(painter)
        if self.meant is not None:
            self._paint_bubble(painter, self.meant)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(regular(12))
        painter.setPen(colour(self.palette(), Tone.MUTED))
        pitch = _pitch(self.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, name in self._grid.months():
            painter.drawText(QRectF(LEFT + column * pitch, 0, 60, TOP - 6), middle, name)
        for row in NAMED_ROWS:
            box = QRectF(0, TOP + row * pitch, LEFT - 6, pitch * 0.83)
            painter.drawText(box, middle, weekday_short(row))

    def _paint_days(self, painter: QPainter) -> None:
        shades = shades_of(self.palette())
        size = self.rect_of(self._grid.first).width()
        radius = size * 0.26
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._grid.days):
            day = self._grid.first + timedelta(days=number)
            total = self._totals.get(day)
            painter.setBrush(shades[step_of(total.seconds) if total else 0])
            painter.drawRoundedRect(self.rect_of(day), radius, radius)

    def _paint_marks(self, painter: QPainter) -> None:
        """Today, the day the list is about, and the one that is meant."""
        palette = self.palette()
        marks = ((self._today, Tone.WORK), (self._chosen, Tone.INK), (self.meant, Tone.INK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for day, tone in marks:
            if day is not None and self._grid.holds(day):
                painter.setPen(QPen(colour(palette, tone), 2.0))
                box = self.rect_of(day).adjusted(-0.5, -0.5, 0.5, 0.5)
                painter.drawRoundedRect(box, box.width() * 0.3, box.width() * 0.3)

    def _paint_bubble(self, painter: QPainter, day: date) -> None:
        """What is said of a day, beside it, within the widget."""
        palette, font, words = self.palette(), medium(13, tabular=True), self.words_of(day)
        metrics = QFontMetricsF(font)
        cell = self.rect_of(day)
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 20, metrics.height() + 10)
        box.moveCenter(cell.center())
        below = cell.bottom() + 6 + box.height() < self.height()
        if cell.top() - 6 - box.height() < 0 and below:
            box.moveTop(cell.bottom() + 6)
        else:
            box.moveBottom(max(box.height(), cell.top() - 6))
        box.moveLeft(min(max(0.0, box.left()), self.width() - box.width()))
        paint_box(painter, box, 8, colour(palette, Tone.INK))
        painter.setFont(font)
        painter.setPen(colour(palette, Tone.GROUND))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _pitch(width: int) -> float:
    """From one square to the next, in pixels."""
    return min(WIDEST, max(NARROWEST, (width - LEFT) / WEEKS))


def shades_of(palette: QPalette) -> tuple[QColor, ...]:
    """From a day without a session to the strongest."""
    card, accent = colour(palette, Tone.CARD), colour(palette, Tone.ACCENT)
    mixed = [_mix(card, accent, share) for share in SHARES[1:]]
    return (colour(palette, Tone.CHIP), *mixed)


def _mix(a: QColor, b: QColor, share: float) -> QColor:
    red, green, blue = (
        round(x + (y - x) * share)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(red, green, blue)
