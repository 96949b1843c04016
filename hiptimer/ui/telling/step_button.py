"""The round − and + beside a number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import later
from hiptimer.ui.fonts import semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HOLD_TIP = later("By 5 s. With Shift by 1 s")


class StepButton(Press):
    """A small round button with one sign."""

    def __init__(self, sign: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(sign, parent)
        self.setAccessibleName(name)
        self.setFont(semibold(18))
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        fill = Tone.TRACK if self.is_hot else Tone.CHIP
        paint_box(painter, box, box.height() / 2, colour(palette, fill))
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.INK))
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, palette)


def is_shift_held() -> bool:
    """Whether a step is to be a small one."""
    return bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
