"""The card of the calendar: the goal, the year, and the way to other years."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr
from hiptimer.model.past import DayTotal
from hiptimer.model.time_words import month_and_year
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.history.calendar import DayCalendar, shades_of
from hiptimer.ui.history.calendar_grid import CalendarGrid
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.shape import paint_box

SQUARE, GAP = 12.0, 6.0


class Legend(QWidget):
    """The four shades with the minutes from which they are used."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(regular(12))
        self._words = _legend_words()
        self.setAccessibleName(tr("A stronger shade from 5, 10 and 20 minutes a day"))

    def sizeHint(self) -> QSize:
        width = sum(self._width_of(words) for words in self._words) - 10
        return QSize(round(width), 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _width_of(self, words: str) -> float:
        return SQUARE + GAP + QFontMetrics(self.font()).horizontalAdvance(words) + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        left, middle = 0.0, self.height() / 2
        for shade, words in zip(shades_of(self.palette())[1:], self._words, strict=True):
            paint_box(painter, QRectF(left, middle - SQUARE / 2, SQUARE, SQUARE), 3.5, shade)
            painter.setPen(colour(self.palette(), Tone.MUTED))
            room = QRectF(left + SQUARE + GAP, 0, 200, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left += self._width_of(words)


class CalendarCard(Card):
    """`day_chosen` carries a date; `year_wished` 1 for a year further back, -1 for one forward."""

    day_chosen = Signal(object)
    year_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.calendar = DayCalendar()
        self.goal = ElidedLabel("", semibold(15))
        self._balance = Label("", regular(14, tabular=True), Tone.MUTED)
        self._legend = Legend()
        self._year = Label("", regular(13, tabular=True), Tone.MUTED)
        self.back = Button("‹", Look.QUIET, size=15)
        self.forward = Button("›", Look.QUIET, size=15)
        for way in (self.back, self.forward):
            # As low as the words beside it: the card keeps its height when the years come.
            way.setFixedSize(30, 27)
        self.back.setAccessibleName(tr("A year back"))
        self.forward.setAccessibleName(tr("A year forward"))
        self._lay_out()
        self.calendar.entered.connect(self.day_chosen)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.goal.setMinimumHeight(27)
        foot.addWidget(self.goal, 1)
        for widget in (self.back, self._year, self.forward):
            widget.hide()
            foot.addWidget(widget)
        foot.addSpacing(8)
        foot.addWidget(self._balance)
        foot.addWidget(self._legend)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.calendar)
        self._column.addLayout(foot)
        self.fit(is_low=False)

    def fit(self, *, is_low: bool) -> None:
        """Take the sizes of a low or a usual window. In a low one left and right are told here,
        in place of what the shades mean.
        """
        self._balance.setVisible(is_low)
        self._legend.setVisible(not is_low)
        self._column.setContentsMargins(20, 10 if is_low else 16, 20, 8 if is_low else 12)
        self._column.setSpacing(2 if is_low else 6)

    def show_days(
        self,
        grid: CalendarGrid,
        totals: Mapping[date, DayTotal],
        today: date,
        *,
        ways: tuple[bool, bool] | None = None,
    ) -> None:
        """`ways` says whether there is an earlier and a later year to go to; None: not asked."""
        self.calendar.show_days(grid, totals, today)
        first, last = month_and_year(grid.first), month_and_year(grid.last)
        # L: From a month to a month, such as Nov 2024 to Nov 2025.
        self._year.setText(tr("{first} to {last}", first=first, last=last))
        for widget in (self.back, self._year, self.forward):
            widget.setVisible(ways is not None)
        earlier, later = ways or (False, False)
        self.back.setEnabled(earlier)
        self.forward.setEnabled(later)

    def show_balance(self, words: str) -> None:
        """Left and right in words, for a low window."""
        self._balance.setText(words)

    def _go_back(self) -> None:
        self.year_wished.emit(1)

    def _go_forward(self) -> None:
        self.year_wished.emit(-1)


def _legend_words() -> tuple[str, ...]:
    return (
        tr("{minutes} min", minutes=1),
        "5",
        "10",
        # L: Minutes of a day, in a row after 1 min, 5 and 10.
        tr("20 and more"),
    )
