"""The list of sections beside them: a press goes there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hiptimer.ui.fonts import medium, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.fitting import fitted
from hiptimer.ui.widgets.press import ENTER_KEYS, Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HEIGHT, SIDE, SIZE = 38, 12, 15
WIDEST = 190


class Entry(Press):
    """`entered` comes with Enter, Space and Tab: the keys go on into the section."""

    entered = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(semibold(SIZE)).horizontalAdvance(self.text()) + 2 * SIDE + 2
        return QSize(min(words, WIDEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (*ENTER_KEYS, Qt.Key.Key_Space) and not event.isAutoRepeat():
            self.entered.emit()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes on in the section that is chosen, wherever that stands on the page."""
        if is_next:
            self.entered.emit()
            return True
        return super().focusNextPrevChild(is_next)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, 10, colour(palette, Tone.ACCENT_SOFT))
        elif self.is_hot:
            paint_box(painter, box, 10, colour(palette, Tone.CHIP))
        font = semibold(SIZE) if self.isChecked() else medium(SIZE)
        words = box.adjusted(SIDE, 0, -SIDE, 0)
        painter.setFont(fitted(font, self.text(), int(words.width())))
        quiet = Tone.INK if self.is_hot else Tone.MUTED
        painter.setPen(colour(palette, Tone.ACCENT if self.isChecked() else quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, box, 10, palette)


class Index(QWidget):
    """`chosen` carries the place of a section to show, `entered` that of one to go on in."""

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, name: str, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.entries = tuple(Entry(title, self) for title in titles)
        for entry in self.entries:
            entry.clicked.connect(self._tell)
            entry.entered.connect(self._enter)
            column.addWidget(entry)
        self.show_place(0)

    @property
    def place(self) -> int:
        return [entry.isChecked() for entry in self.entries].index(True)

    def show_place(self, place: int) -> None:
        """Mark the section in sight, without telling anyone."""
        self.entries[place].setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit(self.place)

    def _enter(self) -> None:
        self.entered.emit(self.place)
