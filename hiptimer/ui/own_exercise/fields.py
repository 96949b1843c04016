"""Fields of a form: words, amounts and choices, each under its title with what is wrong below."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hiptimer.model.words import number_words
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.bounded_edit import BoundedEdit
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HEIGHT = 38
LINE_HEIGHT = 21
# Flatter than a lone field: many of them stand under each other.
SHAPE = """
QLineEdit, QPlainTextEdit { border-radius: 10px; padding: 6px 10px; }
QLineEdit:focus, QPlainTextEdit:focus { padding: 5px 9px; }
"""
RADIUS = 10.0
CHEVRON_WIDTH = 30
# Far more than any of these fields may hold, which is told below it.
MOST_PASTED = 5_000


class Words(QLineEdit):
    """A few words; `textEdited` tells what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(regular(15))
        self.setStyleSheet(SHAPE)
        self.setFixedHeight(HEIGHT)

    def show_words(self, words: str) -> None:
        if words != self.text():
            self.setText(words)


class Paragraph(BoundedEdit):
    """Some lines of words. `typed` carries them; Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(MOST_PASTED, parent)
        self._is_showing = False
        self.setFont(regular(15))
        self.setStyleSheet(SHAPE)
        self.setTabChangesFocus(True)
        # Lines are wrapped: a bar would only hide one of them.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(rows * LINE_HEIGHT + 18)
        self.textChanged.connect(self._tell)

    def show_words(self, words: str) -> None:
        if words == self.toPlainText():
            return
        self._is_showing = True
        self.setPlainText(words)
        self._is_showing = False

    def _tell(self) -> None:
        if not self._is_showing:
            self.typed.emit(self.toPlainText())


class Amount(QLineEdit):
    """A number, typed, or changed with ↑ and ↓ from `least` to `most`. Leaving the field takes
    back what is no number.

    `typed` carries the number when a person changes it, whatever it is; with `waits`, only once
    it is whole.
    """

    typed = Signal(float)

    def __init__(
        self,
        least: float,
        most: float,
        *,
        step: float = 1.0,
        decimals: int = 0,
        unit: str = "",
        waits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._step = least, most, step
        self._decimals = decimals
        self._unit = f" {unit}" if unit else ""
        self._waits = waits
        self._number = least
        self.setFont(medium(15, tabular=True))
        self.setStyleSheet(SHAPE)
        self.setFixedSize(104, HEIGHT)
        self.setMaxLength(12)
        self._show()
        self.textEdited.connect(self._read_along)
        self.editingFinished.connect(self.take)

    @property
    def number(self) -> float:
        return self._number

    def show_number(self, number: float) -> None:
        """Show a number without telling it."""
        if number != self._number:
            self._number = number
            self._show()

    def take(self) -> None:
        """What was typed is whole."""
        number = self._number_in(self.text())
        if number is not None:
            self._tell(number)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self.take()
        self._tell(min(max(self._number + by, self._least), self._most))
        self._show()

    def _show(self) -> None:
        self.setText(f"{number_words(self._number)}{self._unit}")

    def _read_along(self, words: str) -> None:
        number = self._number_in(words)
        if not self._waits and number is not None:
            self._tell(number)

    def _number_in(self, words: str) -> float | None:
        """The number somebody has typed, with or without its unit; None where it is none."""
        plain = words.strip().removesuffix(self._unit.strip()).strip().replace(",", ".")
        if not re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", plain, re.ASCII):
            return None
        return round(float(plain), self._decimals)

    def _tell(self, number: float) -> None:
        if number != self._number:
            self._number = number
            self.typed.emit(number)


class Picker(QComboBox):
    """One of some values, each shown in words. `picked` carries the one a person picks."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self.setFont(regular(15))
        self.setFixedHeight(HEIGHT)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)

    def show_choices(self, choices: Sequence[tuple[str, str]], now: str) -> None:
        """Values and their words; `now` is the one that holds, if it is among them."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.clear()
            self.addItems([words for _, words in choices])
        values = [value for value, _ in choices]
        self.setCurrentIndex(values.index(now) if now in values else -1)

    @property
    def value(self) -> str:
        """What is picked; "" for nothing."""
        index = self.currentIndex()
        return self._choices[index][0] if index >= 0 else ""

    def pick(self, value: str) -> None:
        """As a person picks it."""
        index = [value for value, _ in self._choices].index(value)
        self.setCurrentIndex(index)
        self._tell(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field like the others, with an arrow at its end."""
        painter, palette = QPainter(self), self.palette()
        box = QRectF(self.rect())
        paint_box(painter, box, RADIUS, colour(palette, Tone.CARD), colour(palette, Tone.LINE))
        if self.hasFocus():
            paint_ring(painter, box, RADIUS, palette)
        painter.setFont(self.font())
        painter.setPen(colour(palette, Tone.INK))
        place = box.adjusted(12, 0, -CHEVRON_WIDTH, 0)
        words = QFontMetricsF(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(colour(palette, Tone.MUTED), 1.6))
        tip = QPointF(box.right() - 17, box.center().y() + 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline([tip + QPointF(-5, -5), tip, tip + QPointF(5, -5)])

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.picked.emit(self._choices[index][0])


class Titled(QWidget):
    """A control under its title, over a hint and what is wrong with it."""

    def __init__(
        self, title: str, control: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.hint = Label(hint, regular(13), Tone.MUTED, wraps=True)
        self.fault = Label("", medium(14), Tone.WORK_TEXT, wraps=True)
        control.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, semibold(14)))
        column.addWidget(control)
        column.addWidget(self.hint)
        column.addWidget(self.fault)
        column.addStretch(1)
        self.explain(hint)
        self.tell("")

    def explain(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def tell(self, fault: str) -> None:
        """What is missing or wrong; "" for nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.control.setAccessibleDescription(fault)
