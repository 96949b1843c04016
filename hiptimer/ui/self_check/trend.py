"""One measure over time: the left side beside the right, from nothing up."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.self_check import Result
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone, colour

HEIGHT = 120
EDGE = 8.0
WORDS_HEIGHT = 18.0
DOT = 4.5
SIDES = ((Tone.ACCENT, "left"), (Tone.REST, "right"))


class Trend(QWidget):
    """A dot for each self-check and side, joined by a line; the days stand below."""

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

    def _paint_side(self, painter: QPainter, place: QRectF, tone: Tone, side: str) -> None:
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
            if side == "left":
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
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, day_words(last))
            return
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, day_words(first))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, day_words(last))

    def _x(self, day: date, place: QRectF) -> float:
        """Where a day stands; the only one in the middle."""
        first, last = self._results[0].day, self._results[-1].day
        days = (last - first).days
        share = (day - first).days / days if days else 0.5
        inside = place.adjusted(DOT + 1, 0, -DOT - 1, 0)
        return inside.left() + inside.width() * share


def day_words(day: date) -> str:
    """Such as "14 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"


def _value(result: Result, side: str) -> float | None:
    return result.left if side == "left" else result.right


def _in_words(results: Sequence[Result]) -> str:
    return "; ".join(
        f"{day_words(r.day)}: left {_told(r.left)}, right {_told(r.right)}" for r in results
    )


def _told(value: float | None) -> str:
    return "not done" if value is None else f"{value:.0f}"
