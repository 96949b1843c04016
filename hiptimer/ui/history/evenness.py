"""Whether left and right are even: one sentence and a bar from the middle to both sides."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.past import Amount, Range
from hiptimer.model.past_words import balance_words, range_title
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import ElidedLabel, Label
from hiptimer.ui.widgets.shape import paint_box

BAR = 8.0
GAP = 3.0


class TwoBars(QWidget):
    """The left leg grows to the left and the right one to the right, on one scale."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lengths = (0.0, 0.0)
        self.setFixedHeight(round(BAR))

    def show_lengths(self, left: float, right: float) -> None:
        """From 0 to 1."""
        self._lengths = (left, right)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        half = self.width() / 2 - GAP / 2
        for track, way, length in (
            (QRectF(0, 0, half, BAR), -1, self._lengths[0]),
            (QRectF(half + GAP, 0, half, BAR), 1, self._lengths[1]),
        ):
            paint_box(painter, track, BAR / 2, colour(palette, Tone.CHIP))
            bar = QRectF(track)
            bar.setWidth(half * length)
            if way < 0:
                bar.moveRight(track.right())
            paint_box(painter, bar, BAR / 2, colour(palette, Tone.ACCENT))


class Evenness(Card):
    """Left against right in the range that is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self.words = ElidedLabel("", semibold(14, tabular=True))
        self._where = Label("", regular(13), Tone.MUTED)
        self._bars = TwoBars()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self._where)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._bars)

    def show_sides(self, left: Amount, right: Amount, range_: Range) -> None:
        self._where.setText(range_title(range_))
        self.words.setText(balance_words(left, right))
        self._bars.setAccessibleName(self.words.text())
        pair = (left.reps, right.reps) if left.reps or right.reps else (left.hold_s, right.hold_s)
        most = max(*pair, 1e-9)
        self._bars.show_lengths(pair[0] / most, pair[1] / most)
