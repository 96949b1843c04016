"""What every button shares: keys, focus and what it knows of the pointer."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

ARROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Press(QAbstractButton):
    """A button that takes Enter as well as Space, and the focus by Tab only.

    A click leaves the focus where it was, so that a page's own Enter keeps its meaning.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the page's shortcuts while this button has the focus."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in ENTER_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.click()
        elif event.key() in ARROW_KEYS and not self.autoExclusive():
            # Qt would walk on to the next button; a list of them has its own idea of that.
            event.ignore()
        else:
            super().keyPressEvent(event)

    @property
    def is_hot(self) -> bool:
        """The pointer is over it, or it is held down."""
        return self.isEnabled() and (self.underMouse() or self.isDown())
