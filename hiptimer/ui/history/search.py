"""The field that the list is searched with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.fonts import regular
from hiptimer.ui.widgets.press import ENTER_KEYS

PAUSE_MS = 180
# Flatter than the fields of a form, in line with the buttons beside it.
SHAPE = """
QLineEdit { padding: 7px 12px; border-radius: 14px; }
QLineEdit:focus { padding: 6px 11px; }
"""


class SearchField(QLineEdit):
    """`searched` carries the words, once they have not changed for a moment or Enter is pressed.

    Esc empties it, and leaves it when it is empty; `left` comes when Enter or ↓ goes on.
    """

    searched = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(regular(14))
        self.setStyleSheet(SHAPE)
        self.setPlaceholderText(tr("Exercise, routine, note"))
        self.setAccessibleName(tr("Search exercise, routine and note"))
        self.setClearButtonEnabled(True)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)

    def show_words(self, words: str) -> None:
        """Show words without telling them."""
        self._told = words.strip()
        self.setText(words)
        self._pause.stop()

    def _wait(self, _words: str) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.searched.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ENTER_KEYS or key == Qt.Key.Key_Down:
            self._tell()
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._tell()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
