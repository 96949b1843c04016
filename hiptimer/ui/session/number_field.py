"""A small field for a whole number."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.telling.correcting import MOST
from hiptimer.ui.widgets.press import ENTER_KEYS, asked_key

STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
}


class NumberField(QLineEdit):
    """Enter and leaving the field take what was typed, Esc takes it back; up and down step.

    `typed` carries the new number, `step_wished` 1 or -1.
    """

    typed = Signal(int)
    step_wished = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.setAccessibleName(name)
        self.setFont(semibold(15, tabular=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setMaxLength(len(str(MOST)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(54, 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_number(self, number: int) -> None:
        """Show a number without telling it."""
        self._number = number
        self.setText(str(number))

    def event(self, event: QEvent) -> bool:
        """Keep Enter, and Esc while there is something to take back, from the page."""
        key = asked_key(event)
        if key in ENTER_KEYS or (key == Qt.Key.Key_Escape and self.text() != str(self._number)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._take()
            self.step_wished.emit(by)
        elif event.key() in ENTER_KEYS:
            self._take()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_number(self._number)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        """Tell what was typed; an empty field means that nothing was."""
        number = int(self.text()) if self.text() else self._number
        if number != self._number:
            self._number = number
            self.typed.emit(number)
        self.setText(str(self._number))
