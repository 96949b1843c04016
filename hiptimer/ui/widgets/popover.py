"""A panel that lies over the window until something is chosen or Esc is pressed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from hiptimer.ui.widgets.card import Card

EDGE = 16


class Popover(QWidget):
    """Covers the window of `owner`, catches clicks beside its panel and keeps Tab inside.

    A child of the window and no window of its own, so that it looks the same on every system.
    `closed` comes once when it goes away, whatever the reason.
    """

    closed = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self._window = owner.window()
        self.panel = Card(radius=20, parent=self)
        shadow = QGraphicsDropShadowEffect(self.panel)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.panel.setGraphicsEffect(shadow)
        self._anchor = QPoint()
        self.hide()
        self._window.installEventFilter(self)

    def open_at(self, anchor: QPoint) -> None:
        """Show the panel with its top left near `anchor`, in the window's coordinates."""
        self._anchor = anchor
        self._place()
        self.show()
        self.raise_()

    def close_panel(self) -> None:
        """Take it off the window."""
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        """Where the anchor says, as far as it fits into the window."""
        area = self._window.rect()
        self.setGeometry(area)
        size = self.panel.sizeHint().boundedTo(
            QSize(area.width() - 2 * EDGE, area.height() - 2 * EDGE)
        )
        left = min(self._anchor.x(), area.width() - size.width() - EDGE)
        top = min(self._anchor.y(), area.height() - size.height() - EDGE)
        self.panel.setGeometry(max(EDGE, left), max(EDGE, top), size.width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return False
        current = self.focusWidget()
        here = stops.index(current) if current in stops else -1
        step = 1 if forward else -1
        stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
