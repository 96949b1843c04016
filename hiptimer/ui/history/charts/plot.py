"""A chart over time that can be walked and pointed at.

Importing this brings pyqtgraph in and takes about half a second: `loading` spreads that out.
"""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hiptimer.ui.history.charts.canvas import Canvas
from hiptimer.ui.history.charts.chart import Chart, Heading, TimeChart
from hiptimer.ui.history.charts.view import NOWHERE, ChartView
from hiptimer.ui.widgets.shape import RING_SPACE, paint_ring


class Plot(ChartView):
    """Left and Right walk it; the latest place comes first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = TimeChart(Heading(""))
        self._canvas: Canvas | None = None

    def show_chart(self, chart: Chart) -> None:
        if not isinstance(chart, TimeChart):
            raise TypeError("only a chart over time is drawn here")
        self._chart = chart
        self.describe(chart)
        self._draw_anew()

    def place_at(self, position: QPointF) -> int:
        """The nearest by its x."""
        chart = self._chart
        if self._canvas is None or not chart.places:
            return NOWHERE
        x = self._canvas.x_at(position.toPoint())
        if not chart.left <= x <= chart.right:
            return NOWHERE
        after = bisect_left(chart.places, x)
        near = [place for place in (after - 1, after) if 0 <= place < len(chart.places)]
        nearest = min(near, key=lambda place: abs(chart.places[place] - x))
        is_beside = chart.slot and abs(chart.places[nearest] - x) > chart.slot / 2
        return NOWHERE if is_beside else nearest

    def mark(self) -> None:
        if self._canvas is not None:
            is_any = self.place != NOWHERE
            self._canvas.mark(self._chart.places[self.place] if is_any else None)

    def first_place(self) -> int:
        return len(self._chart.stops) - 1

    def paint_picture(self, painter: QPainter) -> None:
        if self._canvas is not None:
            self._canvas.paint(painter)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._canvas is not None:
            self._draw_anew()
            self.mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            paint_ring(QPainter(self), QRectF(self.rect()), 10, self.palette())

    def _draw_anew(self) -> None:
        if self._canvas is not None:
            self._canvas.delete()
        self._canvas = Canvas(self._chart, self.palette(), self)
        self._place()

    def _place(self) -> None:
        """Inside the focus ring."""
        if self._canvas is not None:
            ring = round(RING_SPACE)
            self._canvas.place(self.rect().adjusted(ring, ring, -ring, -ring))
