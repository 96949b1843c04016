"""A choice between a few words in one rounded bar."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box


class Segment(Press):
    """One of the words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(semibold(14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 32, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, 11, colour(palette, Tone.ACCENT))
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.ON_ACCENT if self.isChecked() else Tone.INK))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            # Inside, in the colour of the words: the accent would vanish on itself.
            line = colour(palette, Tone.ON_ACCENT if self.isChecked() else Tone.ACCENT)
            clear = QColor(Qt.GlobalColor.transparent)
            paint_box(painter, box.adjusted(3, 3, -3, -3), 8, clear, line)


class Segments(QWidget):
    """Exactly one of `choices` is chosen, the first to begin with."""

    accessible_role = QAccessible.Role.Grouping

    changed = Signal(int)

    def __init__(self, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self.segments = tuple(Segment(words, self) for words in choices)
        for segment in self.segments:
            row.addWidget(segment)
            segment.clicked.connect(self._tell)
        self.segments[0].setChecked(True)

    @property
    def chosen(self) -> int:
        """The place of the choice, from 0."""
        return [segment.isChecked() for segment in self.segments].index(True)

    def choose(self, place: int) -> None:
        self.segments[place].setChecked(True)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 15, colour(self.palette(), Tone.CHIP))
