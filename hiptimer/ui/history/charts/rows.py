"""Charts of things beside each other: a name, a bar and its figure in each row.

Painted here and not with the drawing library: rows have no scale and no zoom, and names, bars
and figures line up to the pixel.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.history.charts.chart import Chart, Group, Heading, Row, RowChart
from hiptimer.ui.history.charts.view import NOWHERE, ChartView
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HEADING_HEIGHT = 30
EDGE = 8.0
GAP = 12.0
BAR_HEIGHT = 10.0
SMALLEST = 3.0


class RowView(ChartView):
    """One bar in each row; `row_height` and `paint_row` differ in other kinds."""

    row_height = 30
    back_keys = (Qt.Key.Key_Up, Qt.Key.Key_Left)
    forward_keys = (Qt.Key.Key_Down, Qt.Key.Key_Right)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = RowChart(Heading(""))
        self._tops: tuple[int, ...] = ()
        self._figure_width = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        if not isinstance(chart, RowChart):
            raise TypeError("rows are drawn of a chart of rows only")
        self._chart = chart
        self.describe(chart)
        self._tops, top = (), 0
        for group in chart.groups:
            top += HEADING_HEIGHT
            self._tops += tuple(top + place * self.row_height for place in range(len(group.rows)))
            top += len(group.rows) * self.row_height
        metrics = QFontMetricsF(_figure_font())
        figures = (figure for row in chart.rows for figure in row.figures)
        self._figure_width = max(map(metrics.horizontalAdvance, figures), default=0.0)
        self.setFixedHeight(top)
        leads_on = any(stop.key for stop in chart.stops)
        shape = Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def row_rect(self, place: int) -> QRectF:
        return QRectF(0, self._tops[place], self.width(), self.row_height)

    def place_at(self, position: QPointF) -> int:
        for place in range(len(self._tops)):
            if self.row_rect(place).contains(position):
                return place
        return NOWHERE

    def mark(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._paint(painter, self.palette(), QRectF(event.rect()))

    def paint_picture(self, painter: QPainter) -> None:
        self._paint(painter, self.palette(), QRectF(self.rect()))

    def _paint(self, painter: QPainter, palette: QPalette, seen: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = 0
        for group in self._chart.groups:
            self._paint_heading(painter, palette, group, self._tops[place] - HEADING_HEIGHT)
            for row in group.rows:
                rect = self.row_rect(place)
                if rect.intersects(seen):
                    self._paint_ground(painter, palette, rect, place)
                    self.paint_row(painter, palette, rect.adjusted(EDGE, 0, -EDGE, 0), row)
                place += 1

    def _paint_heading(
        self, painter: QPainter, palette: QPalette, group: Group, top: float
    ) -> None:
        painter.setFont(semibold(13))
        painter.setPen(colour(palette, Tone.MUTED))
        rect = QRectF(EDGE, top, self.width() - 2 * EDGE, HEADING_HEIGHT)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, group.name)

    def _paint_ground(self, painter: QPainter, palette: QPalette, rect: QRectF, place: int) -> None:
        if place != self.place:
            return
        paint_box(painter, rect, 8, colour(palette, Tone.CHIP))
        if self.hasFocus():
            paint_ring(painter, rect, 8, palette)

    def paint_row(self, painter: QPainter, palette: QPalette, rect: QRectF, row: Row) -> None:
        """Name, bar, and the figure where the bar ends."""
        name_width = min(220.0, rect.width() * 0.4)
        name = QRectF(rect.left(), rect.top(), name_width, rect.height())
        _write_name(painter, palette, name, row.name)
        left = name.right() + GAP
        room = rect.right() - left - GAP - self._figure_width
        length = max(SMALLEST, row.lengths[0] * room)
        bar = QRectF(left, rect.center().y() - BAR_HEIGHT / 2, length, BAR_HEIGHT)
        _paint_bar(painter, palette, bar, Tone.ACCENT)
        figure = QRectF(bar.right() + GAP, rect.top(), self._figure_width + 2, rect.height())
        _write_figure(painter, palette, figure, row.figures[0], Qt.AlignmentFlag.AlignLeft)


class BalanceView(RowView):
    """Left and right grow from the middle; above them the name, and which side did more."""

    row_height = 50

    def paint_row(self, painter: QPainter, palette: QPalette, rect: QRectF, row: Row) -> None:
        self._paint_words(
            painter, palette, QRectF(rect.left(), rect.top() + 5, rect.width(), 20), row
        )
        line = QRectF(rect.left(), rect.top() + 27, rect.width(), 16)
        edge = self._figure_width + 2
        middle = line.center().x()
        room = line.width() / 2 - edge - GAP
        left, right = (max(SMALLEST, length * room) if length else 0.0 for length in row.lengths)
        top = line.center().y() - BAR_HEIGHT / 2
        _paint_bar(painter, palette, QRectF(middle - 1 - left, top, left, BAR_HEIGHT), Tone.ACCENT)
        _paint_bar(painter, palette, QRectF(middle + 1, top, right, BAR_HEIGHT), Tone.REST)
        _write_figure(
            painter,
            palette,
            QRectF(middle - left - GAP - edge, line.top(), edge, line.height()),
            row.figures[0],
            Qt.AlignmentFlag.AlignRight,
        )
        _write_figure(
            painter,
            palette,
            QRectF(middle + right + GAP, line.top(), edge, line.height()),
            row.figures[1],
            Qt.AlignmentFlag.AlignLeft,
        )

    def _paint_words(self, painter: QPainter, palette: QPalette, rect: QRectF, row: Row) -> None:
        painter.setFont(regular(13))
        painter.setPen(colour(palette, Tone.MUTED))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, end, row.verdict)
        taken = QFontMetricsF(regular(13)).horizontalAdvance(row.verdict) + GAP
        _write_name(painter, palette, rect.adjusted(0, 0, -taken, 0), row.name)


class RowPane(Scroll):
    """Rows, of which some may be out of sight; the one that is meant comes into it."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self.view = view
        view.pointed.connect(self._follow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()

    def _follow(self, place: int) -> None:
        if place != NOWHERE and self.view.hasFocus():
            middle = self.view.row_rect(place).center()
            margin = self.view.row_height + HEADING_HEIGHT
            self.ensureVisible(0, round(middle.y()), 0, margin)


def _figure_font() -> QFont:
    return medium(13, tabular=True)


def _write_name(painter: QPainter, palette: QPalette, rect: QRectF, name: str) -> None:
    font = regular(14)
    shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour(palette, Tone.INK))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


def _write_figure(
    painter: QPainter, palette: QPalette, rect: QRectF, figure: str, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(_figure_font())
    painter.setPen(colour(palette, Tone.MUTED))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, figure)


def _paint_bar(painter: QPainter, palette: QPalette, bar: QRectF, tone: Tone) -> None:
    if not bar.width():
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(palette, tone))
    radius = min(BAR_HEIGHT / 2, bar.width() / 2)
    painter.drawRoundedRect(bar, radius, radius)
