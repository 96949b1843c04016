"""One measure over time: the left side beside the right, from nothing up."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import tr
from hiptimer.model.self_check import Result
from hiptimer.model.side import Side
from hiptimer.model.time_words import full_date_words
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone, colour

HEIGHT = 120
EDGE = 8.0
WORDS_HEIGHT = 18.0
DOT = 4.5
SIDES = ((Tone.ACCENT, Side.LEFT), (Tone.REST, Side.RIGHT))


class Trend(QWidget):
    """A dot for each self-check and side, joined by a line; the days stand below."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: tuple[Result, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_results(self, results: Sequence[Result]) -> None:
        """Show these, oldest first."""
        self._results = tuple(results)
        self.setAccessibleName(_in_words(self._results))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._results:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -WORDS_HEIGHT - EDGE)
        painter.setPen(QPen(colour(self.palette(), Tone.LINE), 1.0))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        for tone, side in SIDES:
            self._paint_side(painter, place, tone, side)
        self._paint_days(painter, place)

    def _paint_side(self, painter: QPainter, place: QRectF, tone: Tone, side: Side) -> None:
        most = max(max(r.left or 0.0, r.right or 0.0) for r in self._results)
        points = [
            QPointF(self._x(result.day, place), place.bottom() - place.height() * value / most)
            for result in self._results
            if (value := _value(result, side)) is not None
        ]
        ink = colour(self.palette(), tone)
        painter.setPen(QPen(ink, 2.0))
        painter.drawPolyline(points)
        painter.setPen(QPen(colour(self.palette(), Tone.CARD), 1.5))
        painter.setBrush(ink)
        for point in points:
            if side is Side.LEFT:
                painter.drawEllipse(point, DOT, DOT)
            else:  # another shape, for who cannot tell the colours
                square = QRectF(point.x() - DOT, point.y() - DOT, 2 * DOT, 2 * DOT)
                painter.drawRect(square)

    def _paint_days(self, painter: QPainter, place: QRectF) -> None:
        painter.setFont(regular(12))
        painter.setPen(colour(self.palette(), Tone.MUTED))
        words = QRectF(place.left(), place.bottom() + 4, place.width(), WORDS_HEIGHT)
        first, last = self._results[0].day, self._results[-1].day
        if first == last:
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, full_date_words(last))
            return
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, full_date_words(first))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, full_date_words(last))

    def _x(self, day: date, place: QRectF) -> float:
        """Where a day stands; the only one in the middle."""
        first, last = self._results[0].day, self._results[-1].day
        days = (last - first).days
        share = (day - first).days / days if days else 0.5
        inside = place.adjusted(DOT + 1, 0, -DOT - 1, 0)
        return inside.left() + inside.width() * share


def _value(result: Result, side: Side) -> float | None:
    return result.left if side is Side.LEFT else result.right


def _in_words(results: Sequence[Result]) -> str:
    return "; ".join(map(_result_words, results))


def _result_words(result: Result) -> str:
    return tr(
        "{when}: left {left}, right {right}",
        when=full_date_words(result.day),
        left=_told(result.left),
        right=_told(result.right),
    )


def _told(value: float | None) -> str:
    return tr("not done") if value is None else f"{value:.0f}"
