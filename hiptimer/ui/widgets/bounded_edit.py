"""Some lines of text, and not more than can be shown at once."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class BoundedEdit(QPlainTextEdit):
    """Takes of what is pasted or dropped as much as fits into `most` characters, as Qt counts them.

    To break a line of 100 000 characters takes Qt a second, and one of a million a minute.
    """

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most

    def room(self) -> int:
        """For how many characters, in place of what is selected."""
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        return max(0, self._most - self.document().characterCount() + 1 + selected)

    def insertFromMimeData(self, source: QMimeData) -> None:
        fitting = QMimeData()
        fitting.setText(_beginning(source.text(), self.room()))
        super().insertFromMimeData(fitting)


def _beginning(words: str, units: int) -> str:
    """As many whole characters as have room in so many units of UTF-16."""
    return words[:units].encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
