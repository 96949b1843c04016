"""What is offered once to whoever is new here."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.fonts import medium
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel
from hiptimer.ui.widgets.notice import IconMark
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

WORDS = later("New here? Check that you can hear it from the mat.")


class CloseButton(Press):
    """A cross. `name` says what it closes."""

    def __init__(self, name: str, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._icons = icons
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, box = self.palette(), QRectF(self.rect())
        if self.is_hot:
            paint_box(painter, box, 10, colour(palette, Tone.MAT))
        self._icons.paint(painter, "x", box.adjusted(7, 7, -7, -7), colour(palette, Tone.INK))
        if self.hasFocus():
            paint_ring(painter, box, 10, palette)


class CheckOffer(Card):
    """The sound check, before the first workout. It never takes the focus."""

    wished = Signal()
    declined = Signal()

    def __init__(self, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(radius=18, fill=Tone.ACCENT_SOFT, line=None, parent=parent)
        self.check = Button(tr("Check the sound"), Look.QUIET, size=14)
        self.decline = CloseButton(tr("Not now"), icons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(IconMark("volume-2", icons, size=20, tone=Tone.ACCENT))
        row.addWidget(ElidedLabel(tr(WORDS), medium(14)), 1)
        row.addWidget(self.check)
        row.addWidget(self.decline)
        self.check.clicked.connect(self.wished)
        self.decline.clicked.connect(self.declined)
        self.hide()
