"""The past at a glance: the year, left and right, the sessions, the charts."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.model.past import Amount, Overview, Range
from hiptimer.model.past_words import balance_words, goal_words, overview_words
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.history.calendar_card import CalendarCard
from hiptimer.ui.history.charts.card import ChartCard
from hiptimer.ui.history.evenness import Evenness
from hiptimer.ui.history.exchange_menu import ExchangeButton
from hiptimer.ui.history.filters import SmallButton
from hiptimer.ui.history.sessions_card import SessionsCard
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.notice import Notice
from hiptimer.ui.widgets.page_edge import LOW, page_side, page_top
from hiptimer.ui.widgets.segments import Segments
from hiptimer.ui.widgets.shape import RING_SPACE

RANGES = (
    (Range.MONTH, later_in("how far back", "Month")),
    (Range.TWELVE_WEEKS, later_in("how far back", "12 weeks")),
    (Range.YEAR, later_in("how far back", "Year")),
    (Range.ALL, later_in("how far back", "All")),
)
USUAL = Range.TWELVE_WEEKS


class PastOverview(QWidget):
    """`range_chosen` carries a Range."""

    range_chosen = Signal(object)
    self_check_wished = Signal()

    def __init__(
        self, icons: IconSet, paper: QPalette, pictures: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.totals = ElidedLabel("", regular(16, tabular=True), Tone.MUTED)
        self.ranges = Segments(tuple(tr_in("how far back", title) for _, title in RANGES))
        self.exchange = ExchangeButton()
        self.self_check = SmallButton(tr("Self-check"))
        self.self_check.clicked.connect(self.self_check_wished)
        self.notice = Notice("info", icons, link=tr("Undo"))
        self.calendar = CalendarCard()
        self.evenness = Evenness()
        self.sessions = SessionsCard(icons)
        self.charts = ChartCard(paper, pictures)
        self._lay_out()
        for segment in self.ranges.segments:
            segment.setAccessibleName(tr("Look at: {range}", range=segment.text()))
        self.ranges.segments[[range_ for range_, _ in RANGES].index(USUAL)].setChecked(True)
        self.ranges.changed.connect(self._tell_range)
        self.sessions.all_wished.connect(self._choose_all)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self._search)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(Label(tr("History"), bold(30)), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.self_check)
        buttons.addWidget(self.ranges)
        buttons.addWidget(self.exchange)
        # Its edge, not its ring, ends where the cards below do.
        buttons.addSpacing(-round(RING_SPACE))
        title.addLayout(buttons)
        self._header = QVBoxLayout()
        self._header.setSpacing(0)
        self._header.addLayout(title)
        self._header.addWidget(self.totals)
        right = QVBoxLayout()
        right.addWidget(self.evenness)
        right.addWidget(self.charts, 1)
        self._right = right
        self._row = QHBoxLayout()
        self._row.addWidget(self.sessions, 11)
        self._row.addLayout(right, 9)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._header)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.calendar)
        self._column.addLayout(self._row, 1)

    @property
    def range(self) -> Range:
        return RANGES[self.ranges.chosen][0]

    def show_overview(self, overview: Overview) -> None:
        self.totals.setText(overview_words(overview))
        self.calendar.goal.setText(goal_words(overview.streak))

    def show_sides(self, left: Amount, right: Amount) -> None:
        """What was done on each side in the range."""
        self.evenness.show_sides(left, right, self.range)
        self.calendar.show_balance(balance_words(left, right))

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """One line of news under the title, with the way back where there is one."""
        self.notice.set_words(words)
        self.notice.show_link(can_undo)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tell_range(self, place: int) -> None:
        self.range_chosen.emit(RANGES[place][0])

    def _choose_all(self) -> None:
        self.ranges.choose([range_ for range_, _ in RANGES].index(Range.ALL))

    def _search(self) -> None:
        self.sessions.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sessions.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < LOW
        side, gap = page_side(self.width()), 12 if is_low else 16
        top = page_top(self.height(), above=3)
        self._column.setContentsMargins(side, top, side, 16 if is_low else 28)
        self._column.setSpacing(gap)
        self._row.setSpacing(gap)
        self._right.setSpacing(gap)
        self.calendar.fit(is_low=is_low)
        self.evenness.setVisible(not is_low)
