"""A large button with its key, for one answer out of a few."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring

HEIGHT = 92
RADIUS = 18
KEY = 34.0


class BigChoice(Press):
    """Its words, a line about them, and at the left the key that chooses it.

    `chosen` carries its place among the answers, from 0.
    """

    chosen = Signal(object)

    def __init__(self, place: int, words: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._place = place
        self._line = line
        self.is_current = False
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._place)

    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT + round(2 * RING_SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        is_lit = self.is_hot or self.is_current
        fill = colour(palette, Tone.ACCENT_SOFT if is_lit else Tone.CARD)
        line = colour(palette, Tone.ACCENT if self.is_current else Tone.LINE)
        paint_box(painter, box, RADIUS, fill, line)
        self._paint_key(painter, QRectF(box.left() + 24, box.center().y() - KEY / 2, KEY, KEY))
        left = box.left() + 24 + KEY + 20
        middle = box.center().y()
        muted = Tone.INK if is_lit else Tone.MUTED
        for words, font, tone, top, height in (
            (self.text(), semibold(20), Tone.INK, middle - 29, 30),
            (self._line, regular(15), muted, middle + 4, 24),
        ):
            painter.setFont(font)
            painter.setPen(colour(palette, tone))
            place = QRectF(left, top, box.right() - left - 16, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), RADIUS + RING_SPACE, palette)

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        palette = self.palette()
        paint_box(painter, box, 9, colour(palette, Tone.ACCENT))
        painter.setFont(semibold(18, tabular=True))
        painter.setPen(colour(palette, Tone.ON_ACCENT))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))
