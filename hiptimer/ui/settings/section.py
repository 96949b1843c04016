"""A card of settings that belong together."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr, tr_in
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.button import Button, Look
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


class WayBack(Enum):
    """What the button beside the title of a section offers."""

    NOTHING = auto()
    USUAL = auto()
    UNDO = auto()


class Section(Card):
    """Rows under a title: what a choice is about on the left, its control on the right.

    `usual_wished` comes when all of it is to be as usual again, `undo_wished` when that is to be
    taken back.
    """

    usual_wished = Signal()
    undo_wished = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = title
        self._way_back = WayBack.NOTHING
        self.back = Button(tr_in("button", "Usual"), Look.QUIET, size=14)
        room = self.back.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(room)
        self.back.hide()
        self.back.clicked.connect(self._go_back)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(28, 24, 28, 24)
        self._rows.setSpacing(13)
        heading = QHBoxLayout()
        heading.addWidget(Label(title, semibold(22)), 1)
        heading.addWidget(self.back)
        self._rows.addLayout(heading)

    def show_way_back(self, way_back: WayBack) -> None:
        """Whether the section can go back to the usual, or that can be undone."""
        self._way_back = way_back
        self.back.setVisible(way_back is not WayBack.NOTHING)
        if way_back is WayBack.UNDO:
            self.back.setText(tr("Undo"))
            name = tr("{section}: as it was before", section=self.title)
        else:
            self.back.setText(tr_in("button", "Usual"))
            name = tr("{section}: back to the usual", section=self.title)
        self.back.setAccessibleName(name)
        self.back.setToolTip(name)
        self.back.updateGeometry()

    def add_row(self, title: str, hint: str, *controls: QWidget) -> None:
        """The controls stand under each other, as wide as the column of all controls."""
        row = QHBoxLayout()
        row.setSpacing(24)
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

    def _go_back(self) -> None:
        (self.undo_wished if self._way_back is WayBack.UNDO else self.usual_wished).emit()


def _words(title: str, hint: str) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(3)
    words.addStretch()
    words.addWidget(Label(title, semibold(16), wraps=True))
    if hint:
        words.addWidget(Label(hint, regular(14), Tone.MUTED, wraps=True))
    words.addStretch()
    return words
