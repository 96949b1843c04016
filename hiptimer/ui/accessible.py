"""What screen readers are told that a widget is, where Qt cannot know: of what paints itself.

A widget says it by a class attribute, `accessible_role`. Its words are its accessible name and
description, as with any other. A picture without words only goes with what stands beside it, and
is left out. A picture is one thing: what it is drawn with is not told. Qt asks only while a screen
reader listens.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLE = "accessible_role"
PICTURES = (QAccessible.Role.Graphic, QAccessible.Role.Chart)


def install_roles() -> None:
    """From now on widgets are what they say they are."""
    QAccessible.installFactory(_told)


def _told(_class: str, what: QObject) -> QAccessibleInterface | None:
    """Qt's own answer for all that say nothing."""
    role = getattr(type(what), ROLE, None)
    if role is None or not isinstance(what, QWidget):
        return None
    return _Picture(what, role) if role in PICTURES else QAccessibleWidget(what, role)


class _Picture(QAccessibleWidget):
    def state(self) -> QAccessible.State:
        state = super().state()
        if not self.text(QAccessible.Text.Name):
            state.invisible = 1
        return state

    def childCount(self) -> int:
        return 0

    # The stubs do not know that Qt takes none for an answer.
    def child(self, _place: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None
