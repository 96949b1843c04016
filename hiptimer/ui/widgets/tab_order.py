"""Where Tab goes, for what was made later than what stands below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(last: QWidget, part: QWidget) -> QWidget:
    """Let Tab go from `last` through all of `part`; the widget it comes to last."""
    for child in (part, *part.findChildren(QWidget)):
        # The list of a box to choose from is a window of its own.
        is_here = child.window() is part.window()
        if is_here and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(last, child)
            last = child
    return last
