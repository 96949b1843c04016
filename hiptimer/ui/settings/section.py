"""A card of settings that belong together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import paint_box

CONTROL_WIDTH = 348
"""Of the right column, in which all controls stand."""


class Line(QWidget):
    """A hair line between two rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = colour(self.palette(), Tone.LINE)
        paint_box(QPainter(self), QRectF(self.rect()), 0, shade)


class Section(Card):
    """Rows under a title: what a choice is about on the left, its control on the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(32, 24, 32, 24)
        self._rows.setSpacing(13)
        self._rows.addWidget(Label(title, semibold(22)))

    def add_row(self, title: str, hint: str, *controls: QWidget) -> None:
        """The controls stand under each other, as wide as the column of all controls."""
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(_words(title, hint), 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch()
        for control in controls:
            column.addWidget(control)
        column.addStretch()
        holder = QWidget()
        holder.setFixedWidth(CONTROL_WIDTH)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(column)
        row.addWidget(holder)
        self._begin_row()
        self._rows.addLayout(row)

    def add_wide(self, title: str, hint: str, control: QWidget) -> None:
        """A control that needs the whole width, under its words."""
        self._begin_row()
        self._rows.addLayout(_words(title, hint))
        self._rows.addWidget(control)

    def _begin_row(self) -> None:
        self._rows.addWidget(Line())


def _words(title: str, hint: str) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(3)
    words.addStretch()
    words.addWidget(Label(title, semibold(16)))
    if hint:
        words.addWidget(Label(hint, regular(14), Tone.MUTED, wraps=True))
    words.addStretch()
    return words
