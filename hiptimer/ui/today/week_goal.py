"""How far this week is: a dot for each day, and the goal in words."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import tr
from hiptimer.model.time_words import weekday_short
from hiptimer.model.words import joined
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import paint_box

DOT, GAP = 32.0, 8.0
WIDTH = 340
WORDS_HEIGHT = 20


class WeekSoFar(msgspec.Struct, frozen=True):
    """`done` are weekdays with a session, Monday 0; `words` tell the goal and the streak."""

    done: tuple[int, ...]
    today: int
    words: str


class WeekGoal(QWidget):
    """Only to be looked at. It keeps its room while it has nothing to say yet."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week: WeekSoFar | None = None
        self._is_low = False
        self._font = regular(13, tabular=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._week.words if self._week is not None else ""

    def show_week(self, week: WeekSoFar) -> None:
        self._week = week
        days = joined([weekday_short(day) for day in week.done])
        self.updateGeometry()
        self.setAccessibleName(week.words)
        self.setAccessibleDescription(tr("Done on {days}", days=days) if days else "")
        self.update()

    def fit(self, *, is_low: bool) -> None:
        """In a low window only the words."""
        self._is_low = is_low
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font).horizontalAdvance(self.words) + 1
        height = WORDS_HEIGHT if self._is_low else round(DOT) + 6 + WORDS_HEIGHT
        return QSize(max(WIDTH, words), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        week = self._week
        if week is None:
            return
        painter = QPainter(self)
        if not self._is_low:
            left = self.width() - 7 * DOT - 6 * GAP
            for day in range(7):
                box = QRectF(left + day * (DOT + GAP), 0, DOT, DOT)
                self._paint_day(painter, box, day, week)
        painter.setFont(self._font)
        painter.setPen(colour(self.palette(), Tone.MUTED))
        line = QRectF(0, self.height() - WORDS_HEIGHT, self.width(), WORDS_HEIGHT)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, week.words
        )

    def _paint_day(self, painter: QPainter, box: QRectF, day: int, week: WeekSoFar) -> None:
        palette = self.palette()
        is_done = day in week.done
        fill = Tone.ACCENT if is_done else Tone.CHIP
        paint_box(painter, box, DOT / 2, colour(palette, fill))
        if day == week.today:
            painter.setPen(QPen(colour(palette, Tone.WORK), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(semibold(12))
        painter.setPen(colour(palette, Tone.ON_ACCENT if is_done else Tone.MUTED))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, weekday_short(day)[:1].upper())
