"""What is drawn in one pane of a chart over time: bars, marks, words, the stop that is meant.

Items of Qt's own graphics scene, in the units of the chart; sizes in pixels are turned into
those by the scale of the moment, so that corners and marks keep their shape.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hiptimer.ui.fonts import medium, regular
from hiptimer.ui.history.charts.chart import Bar, Mark, Shape, Span, Tick
from hiptimer.ui.history.charts.shapes import paint_shape, pale
from hiptimer.ui.theme import Tone, colour

CORNER = 4.0
WIDEST_BAR = 44.0
THINNEST_BAR = 1.5
BADGE_ROOM = 19.0


class Sketch(QGraphicsItem):
    """A pane of `area`, in units of the chart with y upwards."""

    def __init__(self, area: QRectF, palette: QPalette) -> None:
        super().__init__()
        self.area = area
        self.palette = palette

    def boundingRect(self) -> QRectF:
        return self.area

    @property
    def scale_x(self) -> float:
        """Pixels of one unit of x."""
        return abs(self.sceneTransform().m11()) or 1.0

    @property
    def scale_y(self) -> float:
        return abs(self.sceneTransform().m22()) or 1.0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        # From here on in pixels from the left and from the bottom of the pane, y downwards.
        painter.translate(self.area.left(), self.area.top())
        painter.scale(1 / self.scale_x, -1 / self.scale_y)
        self.draw(painter)
        painter.restore()

    def draw(self, painter: QPainter) -> None:
        """Paint in pixels; the lower left corner is (0, 0)."""
        raise NotImplementedError

    def at(self, x: float, y: float) -> QPointF:
        """A place of the chart in pixels."""
        return QPointF((x - self.area.left()) * self.scale_x, (self.area.top() - y) * self.scale_y)

    @property
    def width(self) -> float:
        return self.area.width() * self.scale_x

    @property
    def height(self) -> float:
        return self.area.height() * self.scale_y


class Grid(Sketch):
    """Level lines, and the stop that is meant: its whole slot, or a thin line where it has none."""

    def __init__(self, area: QRectF, palette: QPalette, ticks: Sequence[Tick], slot: float) -> None:
        super().__init__(area, palette)
        self._ticks = ticks
        self._slot = slot
        self._marked: float | None = None

    def mark(self, x: float | None) -> None:
        self._marked = x
        self.update()

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """A line at each of `ticks` and no others."""
        self._ticks = ticks
        self.update()

    def draw(self, painter: QPainter) -> None:
        if self._marked is not None:
            self._draw_marked(painter, self._marked)
        painter.setPen(QPen(colour(self.palette, Tone.LINE), 1.0))
        for tick in self._ticks:
            y = round(self.at(0, tick.at).y()) - 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width, y))

    def _draw_marked(self, painter: QPainter, x: float) -> None:
        width = max(2.0, self._slot * self.scale_x)
        middle = self.at(x, 0).x()
        tone = Tone.CHIP if self._slot else Tone.MUTED
        painter.fillRect(
            QRectF(middle - width / 2, -self.height, width, self.height),
            colour(self.palette, tone),
        )


class Bars(Sketch):
    def __init__(self, area: QRectF, palette: QPalette, bars: Sequence[Bar]) -> None:
        super().__init__(area, palette)
        self._bars = bars

    def draw(self, painter: QPainter) -> None:
        for bar in self._bars:
            self._draw_bar(painter, bar)

    def _draw_bar(self, painter: QPainter, bar: Bar) -> None:
        least = 2.0 if not bar.width else THINNEST_BAR
        width = min(WIDEST_BAR, max(least, bar.width * self.scale_x))
        middle, top = self.at(bar.x, bar.top).x(), self.at(bar.x, bar.top).y()
        # A sliver stays to be seen of the smallest amount.
        height = max(2.0, self.at(0, bar.bottom).y() - top)
        box = QRectF(middle - width / 2, top, width, height)
        self._set_look(painter, bar, is_wide=width > 4)
        if painter.pen().style() is not Qt.PenStyle.NoPen:
            box.adjust(0.6, 0.6, -0.6, -0.6)
        radius = min(CORNER, box.width() / 2, box.height() / 2)
        painter.drawRoundedRect(box, radius, radius)

    def _set_look(self, painter: QPainter, bar: Bar, *, is_wide: bool) -> None:
        """Full, or pale with an outline, for which a thin one has no room."""
        ink = colour(self.palette, bar.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if not bar.full:
            painter.setBrush(pale(self.palette, bar.tone, 0.26 if is_wide else 0.5))
            if is_wide:
                painter.setPen(QPen(ink, 1.2))


class Marks(Sketch):
    """Marks at their places, of which there are `count` side by side: the more, the smaller."""

    def __init__(self, area: QRectF, palette: QPalette, marks: Sequence[Mark], count: int) -> None:
        super().__init__(area, palette)
        self._marks = marks
        self._count = max(1, count)
        self._font = medium(11, tabular=True)

    def draw(self, painter: QPainter) -> None:
        room = self.width / self._count
        metrics = QFontMetricsF(self._font)
        widest = max((metrics.horizontalAdvance(mark.words) for mark in self._marks), default=0.0)
        for mark in self._marks:
            if mark.shape is Shape.COLUMN:
                self._draw_column(painter, mark, room, has_words=widest + 4 <= room)
            else:
                self._draw_mark(painter, mark, room)

    def _draw_mark(self, painter: QPainter, mark: Mark, room: float) -> None:
        centre = self.at(mark.x, mark.y)
        has_badge = mark.words and room >= BADGE_ROOM
        least = 2.6 if mark.shape is Shape.DIAMOND else 1.6
        radius = 9.0 if has_badge else min(4.5, max(least, room * 0.32))
        paint_shape(painter, centre, radius, (mark.shape, mark.tone), self.palette)
        if has_badge:
            is_full = mark.shape is Shape.DISC
            painter.setPen(colour(self.palette, Tone.ON_ACCENT if is_full else mark.tone))
            write(painter, centre, mark.words, self._font)

    def _draw_column(self, painter: QPainter, mark: Mark, room: float, *, has_words: bool) -> None:
        middle = self.at(mark.x, 0)
        ink = colour(self.palette, mark.tone)
        if has_words:
            painter.setPen(ink)
            write(painter, middle, mark.words, self._font)
            return
        width, whole = min(5.0, max(THINNEST_BAR, room * 0.6)), self.height - 6
        height = max(1.0, mark.y * whole)
        bottom = middle.y() + whole / 2
        painter.fillRect(QRectF(middle.x() - width / 2, bottom - height, width, height), ink)


class Labels(Sketch):
    """Words below a chart, as many as fit, none of them cut at an edge."""

    def __init__(self, area: QRectF, palette: QPalette, ticks: Sequence[Tick]) -> None:
        super().__init__(area, palette)
        self._ticks = ticks

    def draw(self, painter: QPainter) -> None:
        font = regular(12, tabular=True)
        painter.setPen(colour(self.palette, Tone.MUTED))
        for tick, box in self._fitting(font):
            write(painter, box.center(), tick.words, font)

    def _fitting(self, font: QFont) -> list[tuple[Tick, QRectF]]:
        """The last one always, and before it as many as leave some space between them."""
        metrics = QFontMetricsF(font)
        boxes = [(tick, self._box(tick, metrics)) for tick in self._ticks]
        if len(boxes) > 2 and not _are_apart(boxes[:2]):
            # A month that has only just its end here gives way to the first whole one.
            boxes = boxes[1:]
        for step in range(1, len(boxes) + 1):
            kept = boxes[::-1][::step][::-1]
            if _are_apart(kept):
                return kept
        return []

    def _box(self, tick: Tick, metrics: QFontMetricsF) -> QRectF:
        width = metrics.horizontalAdvance(tick.words)
        left = self.at(tick.at, 0).x() - width / 2
        left = max(0.0, min(left, self.width - width))
        return QRectF(left, -self.height, width, self.height)


class Spans(Sketch):
    """What lasts for a while, each a line with its words above it."""

    def __init__(self, area: QRectF, palette: QPalette, spans: Sequence[Span]) -> None:
        super().__init__(area, palette)
        self._spans = spans

    def draw(self, painter: QPainter) -> None:
        font = regular(12)
        metrics = QFontMetricsF(font)
        for span in self._spans:
            left, right = self.at(span.start, 0).x() + 2, self.at(span.end, 0).x() - 2
            painter.setPen(QPen(colour(self.palette, Tone.MUTED), 1.5))
            painter.drawLine(QPointF(left, -2), QPointF(max(left + 1, right), -2))
            words = metrics.elidedText(span.words, Qt.TextElideMode.ElideRight, right - left)
            if words == "…":
                words = ""
            painter.setPen(colour(self.palette, Tone.MUTED))
            painter.setFont(font)
            painter.drawText(QPointF(left, -7), words)


def write(painter: QPainter, centre: QPointF, words: str, font: QFont) -> None:
    """Words around `centre`: their figures and capitals in the middle of the height."""
    metrics = QFontMetricsF(font)
    left = centre.x() - metrics.horizontalAdvance(words) / 2
    painter.setFont(font)
    painter.drawText(QPointF(left, centre.y() + metrics.capHeight() / 2), words)


def _are_apart(boxes: Sequence[tuple[Tick, QRectF]]) -> bool:
    return all(one.right() + 10 <= other.left() for (_, one), (_, other) in pairwise(boxes))
