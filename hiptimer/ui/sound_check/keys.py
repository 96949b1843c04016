"""Which key says what while the sound is checked."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hiptimer.ui.widgets.wishing import wish_by_key


class Wish(StrEnum):
    """What a person asks for with one key or one button."""

    TOGGLE = "toggle"
    SOFTER = "softer"
    LOUDER = "louder"
    MUTE = "mute"
    PART = "part"
    EARLIER = "earlier"
    LATER = "later"
    DONE = "done"


WISHES = {
    Qt.Key.Key_Space: Wish.TOGGLE,
    Qt.Key.Key_Minus: Wish.SOFTER,
    Qt.Key.Key_Down: Wish.SOFTER,
    Qt.Key.Key_Equal: Wish.LOUDER,
    Qt.Key.Key_Plus: Wish.LOUDER,
    Qt.Key.Key_Up: Wish.LOUDER,
    Qt.Key.Key_M: Wish.MUTE,
    Qt.Key.Key_D: Wish.PART,
    Qt.Key.Key_Left: Wish.EARLIER,
    Qt.Key.Key_Right: Wish.LATER,
    Qt.Key.Key_Escape: Wish.DONE,
    Qt.Key.Key_Return: Wish.DONE,
    Qt.Key.Key_Enter: Wish.DONE,
}
REPEATING = (Wish.SOFTER, Wish.LOUDER, Wish.EARLIER, Wish.LATER)


def wish_of(event: QKeyEvent) -> Wish | None:
    """The wish of a key press; None for a key that says nothing here."""
    return wish_by_key(event, WISHES, REPEATING)
