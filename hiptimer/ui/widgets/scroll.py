"""A page that scrolls up and down where the window is low."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows `content` as wide as there is room; never scrolls sideways, never takes the focus.

    `passes_keys` leaves the arrows to what lies around it.
    """

    def __init__(
        self, content: QWidget, *, passes_keys: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._passes_keys = passes_keys
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Our own, which is not filled; asking for Qt's would cost a start 30 ms, since PySide then
        # looks through every class of widget there is.
        self.setViewport(QWidget())
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._passes_keys:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """All of the content, where there is room for it."""
        return self._content.sizeHint()
