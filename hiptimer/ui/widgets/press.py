"""What every button shares: keys, focus and what it knows of the pointer."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

ARROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
ONWARD_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Right)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def asked_key(event: QEvent) -> int | None:
    """The key, when a widget is asked whether it wants one that a shortcut would take; to accept
    the event is to say yes.
    """
    if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
        return event.key()
    return None


class Press(QAbstractButton):
    """A button that takes Enter as well as Space, and the focus by Tab only.

    A click leaves the focus where it was, so that a page's own Enter keeps its meaning. One that
    is checked by a screen reader is pressed by it.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._is_checked_here = False
        self.toggled.connect(self._heed)

    def setChecked(self, is_checked: bool) -> None:
        self._is_checked_here = True
        super().setChecked(is_checked)
        self._is_checked_here = False

    def nextCheckState(self) -> None:
        self._is_checked_here = True
        super().nextCheckState()
        self._is_checked_here = False

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the page's shortcuts while this button has the focus."""
        if asked_key(event) in ENTER_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and not event.isAutoRepeat():
            self.click()
        elif event.key() in ARROW_KEYS and not self._is_exclusive:
            # Qt would walk on to the next button; a list of them has its own idea of that.
            self._walk(event)
        else:
            super().keyPressEvent(event)

    @property
    def is_hot(self) -> bool:
        """The pointer is over it, or it is held down."""
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _heed(self, is_checked: bool) -> None:
        """A screen reader checks without a click, which nobody would hear of: make it a click.

        One of several is unchecked when another is checked: that is no wish.
        """
        if self._is_checked_here or (self._is_exclusive and not is_checked):
            return
        if not self._is_exclusive:
            self.setChecked(not is_checked)
        self.click()

    @property
    def _is_exclusive(self) -> bool:
        group: QButtonGroup | None = self.group()
        return self.autoExclusive() or (group is not None and group.exclusive())

    def _walk(self, event: QKeyEvent) -> None:
        """To a neighbour in the group, of which Tab comes to one alone; Qt walks only where Tab
        comes.
        """
        group: QButtonGroup | None = self.group()
        if group is None or not self.isCheckable():
            event.ignore()
            return
        buttons = group.buttons()
        place = buttons.index(self) + (1 if event.key() in ONWARD_KEYS else -1)
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
