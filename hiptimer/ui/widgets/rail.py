"""The rail of pages on the left of the window."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hiptimer.ui.fonts import medium, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.fitting import fitted
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

RAIL_WIDTH = 88
ICON = 24


class RailButton(Press):
    """Icon over title; checked while its page is shown. `chosen` carries the page's name."""

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, icon: str, icons: IconSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._name = name
        self._icon = icon
        self._icons = icons
        self.setCheckable(True)
        # One of several: a screen reader calls it that, and arrows walk along them.
        self.setAutoExclusive(True)
        self.setFixedSize(72, 64)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._name)

    def nextCheckState(self) -> None:
        """The window says which page is shown; a click only asks for one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, 16, colour(palette, Tone.ACCENT_SOFT))
        elif self.is_hot:
            paint_box(painter, box, 16, colour(palette, Tone.CHIP))
        quiet = Tone.INK if self.is_hot else Tone.MUTED
        ink = colour(palette, Tone.ACCENT if self.isChecked() else quiet)
        icon = QRectF((self.width() - ICON) / 2, 10, ICON, ICON)
        self._icons.paint(painter, self._icon, icon, ink)
        painter.setPen(ink)
        font = semibold(12) if self.isChecked() else medium(12)
        painter.setFont(fitted(font, self.text(), self.width()))
        words = QRectF(0, 38, self.width(), 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, box, 16, palette)


class Rail(QWidget):
    """The column of page buttons on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(RAIL_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = colour(self.palette(), Tone.LINE)
        paint_box(QPainter(self), QRectF(self.width() - 1, 0, 1, self.height()), 0, line)
