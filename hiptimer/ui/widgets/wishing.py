"""What a person wishes by a key, where a whole view is led by keys."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

Wish = TypeVar("Wish", bound=StrEnum)


def wish_by_key(
    event: QKeyEvent, wishes: Mapping[Qt.Key, Wish], repeating: Collection[Wish]
) -> Wish | None:
    """The wish of a key press; None for a key that says nothing here.

    A key that is held down repeats only a wish of `repeating`: where more of the same is harmless.
    """
    if event.modifiers() & ~HARMLESS:
        return None
    wish = wishes.get(Qt.Key(event.key()))
    return None if event.isAutoRepeat() and wish not in repeating else wish
