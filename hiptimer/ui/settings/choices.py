"""One of a few, each with a line about what it means."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HEIGHT = 44
TITLE_WIDTH, TITLE_GAP = 118, 16
DOT = 9.0


class Choice(Press):
    """A radio button: its name, and what it means on the same line."""

    def __init__(
        self, title: str, line: str, title_width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._title_width = title_width
        self._line = line
        self.setAccessibleDescription(line)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, 12, colour(palette, Tone.ACCENT_SOFT))
        elif self.is_hot:
            paint_box(painter, box, 12, colour(palette, Tone.CHIP))
        self._paint_dot(painter, QPointF(box.left() + 24, box.center().y()))
        painter.setPen(colour(palette, Tone.INK))
        painter.setFont(semibold(15))
        left = box.left() + 46
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(46, 0, 0, 0), middle, self.text())
        room = box.adjusted(left + self._title_width - box.left(), 0, -12, 0)
        painter.setFont(regular(14))
        is_plain = not self.isChecked() and not self.is_hot
        painter.setPen(colour(palette, Tone.MUTED if is_plain else Tone.INK))
        words = QFontMetrics(painter.font()).elidedText(
            self._line, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, middle, words)
        if self.hasFocus():
            paint_ring(painter, box, 12, palette)

    def _paint_dot(self, painter: QPainter, middle: QPointF) -> None:
        palette = self.palette()
        is_on = self.isChecked()
        painter.setPen(QPen(colour(palette, Tone.ACCENT if is_on else Tone.MUTED), 2))
        painter.setBrush(colour(palette, Tone.CARD))
        painter.drawEllipse(middle, DOT, DOT)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette, Tone.ACCENT))
            painter.drawEllipse(middle, DOT - 4, DOT - 4)


class Choices(QWidget):
    """`chosen` carries the place of the choice, from 0, when the person makes it."""

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        metrics = QFontMetrics(semibold(15))
        titles = (metrics.horizontalAdvance(title) + TITLE_GAP for title, _ in choices)
        width = max(TITLE_WIDTH, *titles)
        self.choices = tuple(Choice(title, line, width, self) for title, line in choices)
        for choice in self.choices:
            column.addWidget(choice)
            choice.clicked.connect(self._tell)

    def show_choice(self, place: int) -> None:
        """Mark it without telling anyone."""
        self.choices[place].setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit([choice.isChecked() for choice in self.choices].index(True))
