"""One chart over time, laid out and drawn with pyqtgraph: the only module that touches it.

Nothing of pyqtgraph's global configuration is changed; what we need is said to each part. It
has no types, so its objects are `Any` here and nowhere else.
"""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.history.charts.chart import Line, Tick, TimeChart
from hiptimer.ui.history.charts.sketch import Bars, Grid, Labels, Marks, Sketch, Spans
from hiptimer.ui.theme import Tone, colour

AXIS_FONT = 12
AXIS_GAP = 14
STRIP_HEIGHT = 20
# Half a line of figures, so that the highest number of a scale is whole.
ABOVE = 9
BELOW_CHART = 4
# A mark at the very top is whole.
HEADROOM = 0.03
LINES_APART = 17


class Canvas:
    """Panes above each other on one axis of time: spans, the chart itself, strips, labels.

    Made anew for every chart, a few milliseconds: Qt complains about panes that are taken off a
    canvas that stays.
    """

    def __init__(self, chart: TimeChart, palette: QPalette, parent: QWidget) -> None:
        self._chart = chart
        self._palette = palette
        self._view: Any = pg.GraphicsView(parent, background=colour(palette, Tone.CARD))
        self._view.setAntialiasing(True)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No panning, zooming or menus: the owner asks what is under the pointer.
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.centralLayout.setContentsMargins(0, ABOVE, 0, 0)
        self._view.centralLayout.setSpacing(0)
        self._row = 0
        names = [tick.words for tick in chart.left_ticks] + [one.name for one in chart.strips]
        self._left_room = _room([*names, chart.spans_name])
        area = self._area(0, chart.top * (1 + HEADROOM))
        self._grid = Grid(area, palette, chart.left_ticks, chart.slot)
        self._scales: list[tuple[Any, tuple[Tick, ...]]] = []
        self._add_spans()
        self._pane = self._add_chart(area)
        self._add_strips()
        self._view.show()

    def place(self, rect: QRect) -> None:
        """Lie there, in the owner's coordinates, with as many level lines as there is room for."""
        self._view.setGeometry(rect)
        narrow = len(self._chart.strips) + 1 + bool(self._chart.spans)
        height = rect.height() - ABOVE - BELOW_CHART - narrow * STRIP_HEIGHT
        for axis, ticks in self._scales:
            kept = _thinned(ticks, height)
            axis.setTicks([[(tick.at, tick.words) for tick in kept]])
            if ticks is self._chart.left_ticks:
                self._grid.show_ticks(kept)

    def x_at(self, position: QPoint) -> float:
        """Where along the chart a point of the owner is."""
        scene = self._view.mapToScene(self._view.mapFrom(self._view.parentWidget(), position))
        return float(self._pane.mapSceneToView(scene).x())

    def mark(self, x: float | None) -> None:
        """Show which place is meant."""
        self._grid.mark(x)

    def paint(self, painter: QPainter) -> None:
        """Draw it where it lies on its owner."""
        scene = self._view.scene()
        scene.prepareForPaint()
        target, source = QRectF(self._view.geometry()), QRectF(self._view.rect())
        painter.save()
        # Panes fill themselves with whatever brush they find.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scene.render(painter, target, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.restore()

    def delete(self) -> None:
        self._view.hide()
        self._view.deleteLater()

    def _area(self, bottom: float, height: float) -> QRectF:
        return QRectF(self._chart.left, bottom, self._chart.right - self._chart.left, height)

    def _add_spans(self) -> None:
        chart = self._chart
        if chart.spans:
            spans = Spans(self._area(0, 1), self._palette, chart.spans)
            self._add_strip(spans, Tick(0.5, chart.spans_name))

    def _add_chart(self, area: QRectF) -> Any:
        chart, palette = self._chart, self._palette
        pane = self._new_pane(area)
        pane.addItem(self._grid, ignoreBounds=True)
        pane.addItem(Bars(area, palette, chart.bars), ignoreBounds=True)
        for line in chart.lines:
            pane.addItem(_curve(line, palette), ignoreBounds=True)
        pane.addItem(Marks(area, palette, chart.marks, len(chart.places)), ignoreBounds=True)
        self._scales.append((self._new_axis("left", pane), chart.left_ticks))
        if chart.right_ticks:
            right = self._new_axis("right", pane)
            right.setWidth(_room([tick.words for tick in chart.right_ticks]))
            self._scales.append((right, chart.right_ticks))
        self._view.centralLayout.setRowSpacing(self._row, BELOW_CHART)
        self._row += 1
        return pane

    def _add_strips(self) -> None:
        chart, palette = self._chart, self._palette
        for strip in chart.strips:
            marks = Marks(self._area(-0.5, 1), palette, strip.marks, len(chart.places))
            self._add_strip(marks, Tick(0, strip.name))
        self._add_strip(Labels(self._area(0, 1), palette, chart.ticks), Tick(0, ""))

    def _add_strip(self, sketch: Sketch, name: Tick) -> None:
        """A narrow pane with its name at the left."""
        pane = self._new_pane(sketch.area)
        pane.addItem(sketch, ignoreBounds=True)
        axis = self._new_axis("left", pane)
        axis.setTicks([[(name.at, name.words)]])
        for part in (pane, axis):
            part.setMinimumHeight(STRIP_HEIGHT)
            part.setMaximumHeight(STRIP_HEIGHT)
        self._row += 1

    def _new_pane(self, area: QRectF) -> Any:
        pane = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        pane.setRange(area, padding=0, disableAutoRange=True)
        self._view.centralLayout.addItem(pane, self._row, 1)
        return pane

    def _new_axis(self, side: str, pane: Any) -> Any:
        """A scale without line and ticks: the level lines lead to its numbers."""
        nothing = QPen(QColor(Qt.GlobalColor.transparent))
        ink = QPen(colour(self._palette, Tone.MUTED))
        axis = pg.AxisItem(side, pen=nothing, tickPen=nothing, textPen=ink, maxTickLength=0)
        font = regular(AXIS_FONT, tabular=True)
        axis.setStyle(tickFont=font, tickTextOffset=8, autoExpandTextSpace=False, tickAlpha=0)
        axis.setWidth(self._left_room)
        axis.linkToView(pane)
        self._view.centralLayout.addItem(axis, self._row, 0 if side == "left" else 2)
        return axis


def _curve(line: Line, palette: QPalette) -> Any:
    xs, ys = np.array(line.points, dtype=float).T
    pen = QPen(colour(palette, line.tone), 1.6)
    pen.setCosmetic(True)
    return pg.PlotCurveItem(xs, ys, pen=pen, antialias=True)


def _room(words: list[str]) -> float:
    """Pixels for the widest of them."""
    metrics = QFontMetricsF(regular(AXIS_FONT, tabular=True))
    return max((metrics.horizontalAdvance(one) for one in words), default=0.0) + AXIS_GAP


def _thinned(ticks: tuple[Tick, ...], height: float) -> tuple[Tick, ...]:
    """As many as do not touch, evenly, the lowest among them."""
    spaces = max(1, len(ticks) - 1)
    fitting = max(1, int(height // LINES_APART))
    return ticks[:: -(-spaces // fitting)]
