"""What stands in the right column of a section: numbers on a line, switches, one of a few words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE
from hiptimer.ui.widgets.slider import Slider

FIGURE_WIDTH = 64


def figure(widest: str) -> Label:
    """A number that changes in place."""
    label = Label("", semibold(16, tabular=True))
    label.setFixedWidth(max(FIGURE_WIDTH, label.fontMetrics().horizontalAdvance(widest) + 2))
    return label


def measured(slider: Slider, number: Label) -> QWidget:
    """A slider with its number."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(slider, 1)
    row.addWidget(number)
    return both


def inset(control: QWidget, *, is_short: bool = False) -> QWidget:
    """A control without a ring around it, in line with those that have one; all of the width,
    unless it `is_short`.
    """
    holder = QWidget()
    row = QHBoxLayout(holder)
    ring = round(RING_SPACE)
    row.setContentsMargins(ring, 0, ring, 0)
    row.addWidget(control)
    if is_short:
        row.addStretch()
    return holder


class OneOf(QWidget):
    """Exactly one of a few words; those that find no room stand in the next line.

    `chosen` carries its place, from 0, when the person chooses it.
    """

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(object)

    def __init__(self, name: str, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # As high as its lines need at the width that it gets.
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=0)
        self.chips = tuple(Chip(each, parent=self) for each in words)
        for chip, each in zip(self.chips, words, strict=True):
            chip.setAutoExclusive(True)
            chip.setAccessibleName(f"{name}: {each}")
            chip.clicked.connect(self._tell)
            flow.addWidget(chip)
        self.chips[0].setChecked(True)

    def show_choice(self, place: int) -> None:
        """Mark it without telling anyone."""
        self.chips[place].setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit([chip.isChecked() for chip in self.chips].index(True))
