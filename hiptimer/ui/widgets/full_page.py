"""A page over the whole window that is left with one button or Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.language import tr_in
from hiptimer.ui.fonts import bold
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.page_edge import LOW, page_side
from hiptimer.ui.widgets.shape import RING_SPACE


class FullPage(QWidget):
    """A title with the way back before it, and room for buttons beside it; the rest is `body`.

    `back` says where that way leads, if not just "Back". `left` comes when the person wants to go
    back.
    """

    accessible_role = QAccessible.Role.Pane

    left = Signal()

    def __init__(self, title: str, *, back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self.title = Label(title, bold(30))
        back = back or tr_in("button, to the page before", "Back")
        self.back = Button(back, Look.SECONDARY, key="Esc", size=15)
        self.buttons = QHBoxLayout()
        self.body = QVBoxLayout()
        header = QHBoxLayout()
        header.setSpacing(20)
        # The edges of the buttons, not their rings, stand above those of the body.
        header.addSpacing(-round(RING_SPACE))
        header.addWidget(self.back)
        header.addWidget(self.title, 1)
        header.addLayout(self.buttons)
        header.addSpacing(-round(RING_SPACE))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addLayout(header)
        self._column.addLayout(self.body, 1)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.leave)
        self.back.clicked.connect(self.leave)

    def leave(self) -> None:
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = page_side(self.width())
        top = 16 if self.height() < LOW else 28
        self._column.setContentsMargins(side, top, side, top)
