"""Where the chosen chart is drawn: the right view for each kind, made when it is first needed."""

import importlib

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.history.charts.chart import Chart, TimeChart
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.charts.loading import Loading
from hiptimer.ui.history.charts.rows import BalanceView, RowPane, RowView
from hiptimer.ui.history.charts.view import ChartView
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label

PLOT = "hiptimer.ui.history.charts.plot"


class Views(QStackedWidget):
    """`pointed` and `entered` are those of the view that is shown.

    The drawing library is fetched when a chart over time is first to be seen, after the rest of
    the page has been painted; the chart appears when it is there.
    """

    pointed = Signal(int)
    entered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", regular(15), Tone.MUTED, wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = RowPane(RowView())
        self._balance = RowPane(BalanceView())
        self._plot: ChartView | None = None
        self._waiting: TimeChart | None = None
        self._loading: Loading | None = None
        for page in (self._words, self._rows, self._balance):
            self.addWidget(page)
        for view in (self._rows.view, self._balance.view):
            self._listen(view)

    @property
    def view(self) -> ChartView | None:
        """The view that is shown; None while there is nothing to be drawn yet."""
        page = self.currentWidget()
        if isinstance(page, RowPane):
            return page.view
        return page if isinstance(page, ChartView) else None

    @property
    def words(self) -> str:
        """What is said instead of a chart."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Words instead of a chart."""
        self._waiting = None
        self._words.setText(words)
        self.setCurrentWidget(self._words)

    def show_chart(self, kind: ChartKind, chart: Chart) -> None:
        if isinstance(chart, TimeChart):
            self._waiting = chart
            self._words.setText("")
            self._show_waiting()
            return
        self._waiting = None
        pane = self._balance if kind is ChartKind.BALANCE else self._rows
        pane.view.show_chart(chart)
        pane.verticalScrollBar().setValue(0)
        self.setCurrentWidget(pane)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whatever else the page shows is on its way to the screen now: time to fetch."""
        super().paintEvent(event)
        if self._waiting is not None and self._loading is None:
            self._loading = Loading(self)
            self._loading.done.connect(self._make_plot)
            self._loading.begin()

    def _make_plot(self) -> None:
        self._plot = new_view(ChartKind.WEEKS)
        self._listen(self._plot)
        self.addWidget(self._plot)
        self._show_waiting()

    def _show_waiting(self) -> None:
        if self._waiting is None:
            return
        if self._plot is None:
            self.setCurrentWidget(self._words)
            self.update()
            return
        self._plot.show_chart(self._waiting)
        self._waiting = None
        self.setCurrentWidget(self._plot)

    def _listen(self, view: ChartView) -> None:
        view.pointed.connect(self.pointed)
        view.entered.connect(self.entered)


def new_view(kind: ChartKind) -> ChartView:
    """A view for charts of this kind; the drawing library is fetched at once where it needs it."""
    if kind is ChartKind.BALANCE:
        return BalanceView()
    if kind in (ChartKind.EXERCISES, ChartKind.MUSCLES):
        return RowView()
    plot: type[ChartView] = importlib.import_module(PLOT).Plot
    return plot()
