"""The card of the sessions: search, filters, and the list."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.past import Page, Range, Wanted
from hiptimer.model.past_words import range_name, short_date_words
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.history.filters import FilterButton, FilterChip, Named, count_words, told
from hiptimer.ui.history.lines import PAGE, LineModel
from hiptimer.ui.history.rows import LineDelegate
from hiptimer.ui.history.search import SearchField
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.layouts import clear
from hiptimer.ui.widgets.row_list import RowList

NOTHING_FOUND = later("No session matches.")
# Narrower, the search stands below the title: beside it, neither would have room for its words.
NARROW = 480
GAP = 10
BELOW, BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class SessionsCard(Card):
    """`wanted_changed` carries a Wanted without the days of the range, or with those of one day.

    `session_wished` carries an id; `page_needed` the number of a page of lines; `all_wished`
    comes when the past outside the range is asked for.
    """

    wanted_changed = Signal(object)
    session_wished = Signal(str)
    page_needed = Signal(int)
    all_wished = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._wanted = Wanted()
        self._range = Range.TWELVE_WEEKS
        self._today = date.min
        self._named: tuple[Named, Named] = ((), ())
        self.model = LineModel()
        self._delegate = LineDelegate(icons)
        self.list = RowList(self._delegate, tr("Sessions"))
        self.list.setModel(self.model)
        self.list.setObjectName("sessions list")
        self.list.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = Label(tr("Sessions"), semibold(18))
        self.count = ElidedLabel("", regular(13, tabular=True), Tone.MUTED)
        self.search = SearchField()
        self.filter = FilterButton()
        self.chips = QWidget()
        self._chip_row = FlowLayout(self.chips, gap=0)
        self.message = Label("", regular(15), Tone.MUTED, wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = Button(tr("Clear"), size=14)
        self.widen = Button(tr("Look in all of the past"), size=14)
        self._body = QStackedWidget()
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self._titles = QBoxLayout(BELOW)
        self._titles.addWidget(self._title)
        self._titles.addWidget(self.count, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.search.setMinimumWidth(120)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filter)
        self._head = QBoxLayout(BESIDE)
        self._head.setContentsMargins(20, 12, 14, 8)
        self._head.addLayout(self._titles, 3)
        self._head.addLayout(tools, 5)
        self._chip_row.setContentsMargins(16, 0, 16, 6)
        self.chips.hide()
        self._body.addWidget(self.list)
        self._body.addWidget(self._nothing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.chips)
        column.addWidget(self._body, 1)
        self._fit_head()

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(10)
        column.addStretch()
        column.addWidget(self.message)
        for button in (self.clear, self.widen):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return nothing

    def _join(self) -> None:
        self.list.row_entered.connect(self._open)
        self.list.clicked.connect(self._open_index)
        self.model.needed.connect(self.page_needed)
        self.model.arrived.connect(self._paint_lines)
        self.search.searched.connect(self._take_words)
        self.search.left.connect(self.focus_list)
        self.filter.changed.connect(self._want)
        self.clear.clicked.connect(self._clear)
        self.widen.clicked.connect(self.all_wished)

    # --- what is shown ---

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def show_names(self, routines: Named, exercises: Named) -> None:
        """All that can be filtered by, as ids and names."""
        self._named = (routines, exercises)
        self.filter.show_choices(routines, exercises)

    def show_lines(self, number: int, page: Page, range_: Range, today: date) -> None:
        """Another list, of which page `number` is here. The chosen session stays chosen where
        it is on that page, and the list where it was when it is the same.
        """
        self._range, self._today = range_, today
        chosen = self._chosen_id()
        at = self.list.verticalScrollBar().value()
        self.model.begin(number, page, today)
        self.count.setText(count_words(page.total, self._wanted, range_name(range_)))
        self._fit_head()
        self._show_chips()
        self._show_body(page.total)
        if page.total:
            row = self.model.row_of(chosen) if chosen else None
            self._choose(number * PAGE if row is None else row)
            self.list.verticalScrollBar().setValue(at if row is not None else 0)

    def page_looked_at(self) -> int:
        """The number of the page of lines that the chosen session is on."""
        index = self.list.currentIndex()
        return index.row() // PAGE if index.isValid() else 0

    def show_day(self, day: date | None) -> None:
        """Narrow the list to one day, or not any more."""
        self._want(replace(self._wanted, first=day, last=day))

    def focus_list(self) -> None:
        target = self.list if self._body.currentIndex() == 0 else self.clear
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _paint_lines(self) -> None:
        self.list.viewport().update()

    def _choose(self, row: int) -> None:
        # Chosen by a place in the model that came before the list was laid out.
        self.list.choose(min(row, self.model.rowCount() - 1))

    def _chosen_id(self) -> str:
        index = self.list.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        return "" if line is None else line.id

    def _show_chips(self) -> None:
        clear(self._chip_row)
        filters = told(self._wanted, *self._named)
        if (day := self._wanted.first) is not None:
            words = short_date_words(day, self._today)
            filters.insert(0, (words, replace(self._wanted, first=None, last=None)))
        for words, without in filters:
            chip = FilterChip(words, without)
            chip.taken_back.connect(self._want)
            self._chip_row.addWidget(chip)
        self.chips.setVisible(bool(filters))
        self.filter.show_wanted(self._wanted)

    def _show_body(self, total: int) -> None:
        is_narrowed = self._wanted != Wanted()
        # L: {range} is such as "the last 12 weeks".
        nothing = tr("No session in {range}.", range=range_name(self._range))
        self.message.setText(tr(NOTHING_FOUND) if is_narrowed else nothing)
        self.clear.setVisible(is_narrowed)
        in_range = self._range is not Range.ALL and self._wanted.first is None
        self.widen.setVisible(in_range)
        self._body.setCurrentIndex(0 if total else 1)

    # --- what is wished ---

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.search.show_words(wanted.words)
            self.wanted_changed.emit(wanted)

    def _take_words(self, words: str) -> None:
        if words != self._wanted.words:
            self._wanted = replace(self._wanted, words=words)
            self.wanted_changed.emit(self._wanted)

    def _clear(self) -> None:
        self._want(Wanted())
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.session_wished.emit(line.id)

    def _open_index(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _fit_head(self) -> None:
        is_narrow = self.width() < NARROW
        needed = sum(label.sizeHint().width() for label in (self._title, self.count))
        sides = self._head.contentsMargins()
        is_beside = is_narrow and needed + GAP <= self.width() - sides.left() - sides.right()
        self._titles.setDirection(BESIDE if is_beside else BELOW)
        self._titles.setSpacing(GAP if is_beside else 1)
        self._head.setDirection(BELOW if is_narrow else BESIDE)
        self._head.setSpacing(4 if is_narrow else 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        if self._delegate.fit(self.width()):
            self.list.scheduleDelayedItemsLayout()
