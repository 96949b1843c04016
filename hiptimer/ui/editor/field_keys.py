"""Ctrl+Z and its like in fields: they take back changes of the routine, not of one field."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

UNDO = "Ctrl+Z"
REDO = ("Ctrl+Shift+Z", "Ctrl+Y")


class FieldKeys(QObject):
    """Leaves these keys to the shortcuts of the page, whatever field has the focus."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._keys = tuple(QKeySequence(keys) for keys in (UNDO, *REDO))

    def watch(self) -> None:
        """Watch all fields there are now. To watch one twice is the same as once."""
        for field in (
            *self._page.findChildren(QLineEdit),
            *self._page.findChildren(QPlainTextEdit),
        ):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) in self._keys
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
