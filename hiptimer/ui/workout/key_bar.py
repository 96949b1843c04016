"""A row of buttons, each with its key, under a view that is led by keys."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from hiptimer.model.language import tr_in
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_button import KeyButton, fit_keys

SIDE, SPACING = 32, 10


class KeyOffer(NamedTuple):
    """A button: what is wished by it, its words (to be told in the person's language), its key."""

    wish: StrEnum
    words: str
    key: str


class KeyBar(QWidget):
    """Tells every pressed button as its wish. No button is ever given the focus.

    `main` is the button to press most often. What else stands in `row` takes `beside` pixels.
    """

    wished = Signal(object)

    def __init__(
        self, parent: QWidget | None, theme: Theme, offers: Sequence[KeyOffer], main: StrEnum
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._offers = offers
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: dict[StrEnum, KeyButton] = {}
        self.row = QHBoxLayout(self)
        for number, (wish, words, key) in enumerate(offers):
            button = KeyButton(self, theme, tr_in("button", words), key, main=wish is main)
            self.buttons[wish] = button
            self._group.addButton(button, number)
            self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._group.buttonClicked.connect(self._tell)

    def button(self, wish: StrEnum) -> KeyButton:
        return self.buttons[wish]

    def beside(self) -> int:
        """Pixels that the buttons leave to what else stands in the row."""
        return 0

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for button in self.buttons.values():
            button.set_theme(theme)
        self.update()

    def set_scale(self, scale: float) -> None:
        side = round(SIDE * scale)
        self.row.setContentsMargins(QMargins(side, 0, side, 0))
        self.row.setSpacing(round(SPACING * scale))
        for button in self.buttons.values():
            button.set_scale(scale)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Make the buttons that are shown go in: words in some languages are long."""
        margins, gap = self.row.contentsMargins(), self.row.spacing()
        room = self.width() - margins.left() - margins.right() - gap - self.beside()
        fit_keys(tuple(self.buttons.values()), room, gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(self.theme.line))

    def _tell(self, button: QAbstractButton) -> None:
        self.wished.emit(self._offers[self._group.id(button)].wish)
