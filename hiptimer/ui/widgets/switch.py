"""A switch: on or off, at once."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring

WIDTH, HEIGHT = 44.0, 26.0


class Switch(Press):
    """`words` name it for a screen reader; what stands beside it says the same to the eye."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH + 2 * RING_SPACE), round(HEIGHT + 2 * RING_SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        is_on = self.isChecked()
        ground = colour(palette, Tone.ACCENT if is_on else Tone.CHIP)
        # Off is told by its outline and the place of the knob, not by colour alone.
        line = None if is_on else colour(palette, Tone.MUTED)
        paint_box(painter, box, HEIGHT / 2, ground, line)
        knob = QRectF(0, 0, 18, 18)
        knob.moveCenter(box.center())
        if is_on:
            knob.moveRight(box.right() - 4)
        else:
            knob.moveLeft(box.left() + 4)
        paint_box(painter, knob, 9, colour(palette, Tone.ON_ACCENT if is_on else Tone.MUTED))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), HEIGHT / 2 + RING_SPACE, palette)
