"""Fields of a form: words, amounts and choices, each under its title with what is wrong below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hiptimer.model.words import number_words
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.label import Label

HEIGHT = 38
LINE_HEIGHT = 21
# Flatter than a lone field: many of them stand under each other.
SHAPE = """
QLineEdit, QPlainTextEdit { border-radius: 10px; padding: 6px 10px; }
QLineEdit:focus, QPlainTextEdit:focus { padding: 5px 9px; }
"""
# What is typed into a box is no field of its own.
INNER_SHAPE = """
QLineEdit, QLineEdit:focus { border: none; border-radius: 0; padding: 0 4px; }
"""


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


class Paragraph(QPlainTextEdit):
    """Some lines of words. `typed` carries them; Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.setFont(regular(15))
        self.setStyleSheet(SHAPE)
        self.setTabChangesFocus(True)
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


class Amount(QDoubleSpinBox):
    """A number from `least` to `most`. The wheel scrolls the form unless the field has focus.

    `typed` carries the number when a person changes it.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_showing = False
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(decimals)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFont(medium(15, tabular=True))
        self.setStyleSheet(INNER_SHAPE)
        self.setFixedSize(104, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._tell)

    def show_number(self, number: float) -> None:
        if number == self.value():
            return
        self._is_showing = True
        self.setValue(number)
        self._is_showing = False

    def textFromValue(self, value: float) -> str:
        return number_words(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self, number: float) -> None:
        if not self._is_showing:
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
