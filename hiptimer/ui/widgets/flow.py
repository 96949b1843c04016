"""A row of widgets that goes on in the next line where it does not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right at their own size, then the next line; `gap` pixels between.

    `outset` pixels to the left of its place it begins, which margins of a layout cannot say: bare
    words with room for a ring around them then stand in line with the words above.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, outset: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._outset = outset
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, *, moves: bool) -> int:
        """Place the items in `rect`, or only measure; the height they take."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins).adjusted(-self._outset, 0, 0, 0)
        left, top, line_height = area.left(), area.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden: it leaves no gap either
            size = item.sizeHint()
            if left > area.left() and left + size.width() > area.right() + 1:
                left = area.left()
                top += line_height + self.spacing()
                line_height = 0
            if moves:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return top + line_height - rect.top() + margins.bottom()
