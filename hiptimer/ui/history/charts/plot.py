"""A chart over time, drawn with pyqtgraph: the one module that touches it.

Importing pyqtgraph takes about half a second: `loading` does that in the background. Nothing of
its global configuration is changed; what we need is said to each part.
"""

from bisect import bisect_left
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsGridLayout, QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.history.charts.chart import Chart, Heading, Line, Strip, Tick, TimeChart
from hiptimer.ui.history.charts.sketch import Bars, Grid, Labels, Marks, Sketch, Spans
from hiptimer.ui.history.charts.view import NOWHERE, ChartView
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import RING_SPACE, paint_ring

AXIS_FONT = 12
STRIP_HEIGHT = 22
ABOVE = 0.04


class Plot(ChartView):
    """Panes above each other on one axis of time: spans, the chart itself, strips, labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = TimeChart(Heading(""))
        self._canvas: Any = None
        self._pane: Any = None
        self._grid: Grid | None = None

    def show_chart(self, chart: Chart) -> None:
        if not isinstance(chart, TimeChart):
            raise TypeError("only a chart over time is drawn here")
        self._chart = chart
        self.describe(chart)
        self._build()

    def place_at(self, position: QPointF) -> int:
        places = self._chart.places
        if self._pane is None or not places:
            return NOWHERE
        scene = self._canvas.mapToScene(self._canvas.mapFrom(self, position.toPoint()))
        x = self._pane.mapSceneToView(scene).x()
        if not self._chart.left <= x <= self._chart.right:
            return NOWHERE
        after = bisect_left(places, x)
        near = [place for place in (after - 1, after) if 0 <= place < len(places)]
        return min(near, key=lambda place: abs(places[place] - x))

    def mark(self) -> None:
        if self._grid is not None:
            is_any = self.place != NOWHERE
            self._grid.mark(self._chart.places[self.place] if is_any else None)

    def first_place(self) -> int:
        """The latest."""
        return len(self._chart.stops) - 1

    def paint_picture(self, painter: QPainter) -> None:
        scene = self._canvas.scene()
        scene.prepareForPaint()
        place = QRectF(self._canvas.geometry())
        source = QRectF(self._canvas.rect())
        scene.render(painter, place, source, Qt.AspectRatioMode.IgnoreAspectRatio)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._pane is not None:
            self._build()
            self.mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._canvas is not None:
            self._place_canvas()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            paint_ring(QPainter(self), QRectF(self.rect()), 10, self.palette())

    def _build(self) -> None:
        """Everything anew, the canvas too: a chart has at most a few hundred things.

        Panes taken off a canvas that stays would be complained about by Qt.
        """
        chart, palette = self._chart, self.palette()
        old, self._canvas = self._canvas, self._new_canvas()
        if old is not None:
            old.hide()
            old.deleteLater()
        grid = self._canvas.centralLayout
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        rows = _Rows(chart, palette, grid)
        if chart.spans:
            area = QRectF(chart.left, 0, chart.right - chart.left, 1)
            rows.add(Spans(area, palette, chart.spans), chart.spans_name, STRIP_HEIGHT)
        self._pane, self._grid = rows.add_chart()
        for strip in chart.strips:
            rows.add_strip(strip)
        area = QRectF(chart.left, 0, chart.right - chart.left, 1)
        rows.add(Labels(area, palette, chart.ticks), "", STRIP_HEIGHT)
        self._place_canvas()
        self._canvas.show()

    def _new_canvas(self) -> Any:
        canvas = pg.GraphicsView(self, background=colour(self.palette(), Tone.CARD))
        canvas.setAntialiasing(True)
        canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No panning, zooming or menus: what is under the pointer is asked for by this widget.
        canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return canvas

    def _place_canvas(self) -> None:
        """Inside the focus ring."""
        ring = round(RING_SPACE)
        self._canvas.setGeometry(self.rect().adjusted(ring, ring, -ring, -ring))


class _Rows:
    """Fills the grid row by row: names and scales at the left, panes in the middle."""

    def __init__(self, chart: TimeChart, palette: QPalette, grid: QGraphicsGridLayout) -> None:
        self._chart = chart
        self._palette = palette
        self._grid = grid
        self._row = 0
        names = [tick.words for tick in chart.left_ticks] + [one.name for one in chart.strips]
        self._left = _room([*names, chart.spans_name])
        self._right = _room([tick.words for tick in chart.right_ticks])

    def add(self, sketch: Sketch, name: str, height: int) -> None:
        """A narrow pane."""
        pane = self._pane(sketch.area)
        pane.addItem(sketch, ignoreBounds=True)
        for part in (pane, self._axis("left", pane, (Tick(0.5, name),), self._left)):
            part.setMinimumHeight(height)
            part.setMaximumHeight(height)
        self._row += 1

    def add_strip(self, strip: Strip) -> None:
        chart = self._chart
        area = QRectF(chart.left, -0.5, chart.right - chart.left, 1)
        sketch = Marks(area, self._palette, strip.marks, len(chart.places))
        pane = self._pane(area)
        pane.addItem(sketch, ignoreBounds=True)
        for part in (pane, self._axis("left", pane, (Tick(0, strip.name),), self._left)):
            part.setMinimumHeight(STRIP_HEIGHT)
            part.setMaximumHeight(STRIP_HEIGHT)
        self._row += 1

    def add_chart(self) -> tuple[Any, Grid]:
        chart, palette = self._chart, self._palette
        # A little air above, so that a mark at the very top is whole.
        area = QRectF(chart.left, 0, chart.right - chart.left, chart.top * (1 + ABOVE))
        pane = self._pane(area)
        grid = Grid(area, palette, chart.left_ticks, chart.slot)
        pane.addItem(grid, ignoreBounds=True)
        pane.addItem(Bars(area, palette, chart.bars), ignoreBounds=True)
        for line in chart.lines:
            pane.addItem(_curve(line, palette), ignoreBounds=True)
        pane.addItem(Marks(area, palette, chart.marks, len(chart.places)), ignoreBounds=True)
        self._axis("left", pane, chart.left_ticks, self._left)
        if chart.right_ticks:
            self._axis("right", pane, chart.right_ticks, self._right)
        self._row += 1
        return pane, grid

    def _pane(self, area: QRectF) -> Any:
        pane = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        pane.setRange(area, padding=0, disableAutoRange=True)
        self._grid.addItem(pane, self._row, 1)
        return pane

    def _axis(self, side: str, pane: Any, ticks: tuple[Tick, ...], width: float) -> Any:
        axis = pg.AxisItem(
            side,
            pen=QPen(Qt.PenStyle.NoPen),
            tickPen=QPen(Qt.PenStyle.NoPen),
            textPen=QPen(colour(self._palette, Tone.MUTED)),
            maxTickLength=0,
        )
        axis.setStyle(
            tickFont=regular(AXIS_FONT, tabular=True), tickTextOffset=8, autoExpandTextSpace=False
        )
        axis.setTicks([[(tick.at, tick.words) for tick in ticks]])
        axis.setWidth(width)
        axis.linkToView(pane)
        self._grid.addItem(axis, self._row, 0 if side == "left" else 2)
        return axis


def _curve(line: Line, palette: QPalette) -> Any:
    xs, ys = np.array(line.points, dtype=float).T
    pen = QPen(colour(palette, line.tone), 1.6)
    pen.setCosmetic(True)
    return pg.PlotCurveItem(xs, ys, pen=pen, antialias=True)


def _room(words: list[str]) -> float:
    """Pixels for the widest of them."""
    metrics = QFontMetricsF(regular(AXIS_FONT, tabular=True))
    widest = max((metrics.horizontalAdvance(one) for one in words), default=0.0)
    return widest + 14
