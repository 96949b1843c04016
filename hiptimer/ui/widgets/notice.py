"""One quiet line with an icon, and a link where there is more to read."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.label import ElidedLabel

SIZE = 18


class IconMark(QWidget):
    """An icon in one colour, only to be looked at."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, name: str, icons: IconSet, *, size: int = SIZE, tone: Tone = Tone.MUTED
    ) -> None:
        super().__init__()
        self._name = name
        self._icons = icons
        self._tone = tone
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = colour(self.palette(), self._tone)
        self._icons.paint(QPainter(self), self._name, QRectF(self.rect()), ink)


class Notice(QWidget):
    """Hidden while it has no words."""

    accessible_role = QAccessible.Role.AlertMessage

    link_pressed = Signal()

    def __init__(
        self, icon: str, icons: IconSet, *, link: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", regular(14), Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(icon, icons))
        row.addWidget(self._words)
        self._link: Button | None = None
        if link:
            self._link = Button(link, Look.QUIET, size=14)
            self._link.clicked.connect(self.link_pressed)
            row.addWidget(self._link)
        row.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))

    def show_link(self, is_shown: bool) -> None:
        """Offer the link, or do not with these words."""
        if self._link is not None:
            self._link.setVisible(is_shown)
