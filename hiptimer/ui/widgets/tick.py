"""A box to tick, with words after it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring

BOX, GAP = 20.0, 10.0
# The tick, in shares of the box.
MARK = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.32))


class Tick(QCheckBox):
    """Drawn in the theme's colours: what Qt draws cannot be seen on a dark ground.

    Around it is room for the focus ring.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(regular(15))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).size(0, self.text())
        height = max(BOX, words.height()) + 2 * RING_SPACE
        return QSize(round(BOX + GAP + words.width() + 2 * RING_SPACE + 1), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        inside = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        box = QRectF(inside.left(), inside.center().y() - BOX / 2, BOX, BOX)
        if self.isChecked():
            paint_box(painter, box, 5, colour(palette, Tone.ACCENT))
            painter.setPen(QPen(colour(palette, Tone.ON_ACCENT), 2.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([box.topLeft() + QPointF(x * BOX, y * BOX) for x, y in MARK])
        else:
            paint_box(painter, box, 5, colour(palette, Tone.CARD), colour(palette, Tone.MUTED))
        painter.setPen(colour(palette, Tone.INK))
        words = inside.adjusted(BOX + GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 8, palette)
