"""A list of painted rows over a model: arrows walk it, and only what is seen is painted."""

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.press import ENTER_KEYS
from hiptimer.ui.widgets.shape import paint_box, paint_ring

RADIUS = 16
GAP = 8

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints the box of a row; what stands in it is painted by `paint_row` of a subclass."""

    row_height = 64

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.row_height + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        palette = option.palette
        rect = QRectF(option.rect).adjusted(0, 0, 0, -GAP)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = Tone.ACCENT_SOFT if is_chosen or is_hot else Tone.CARD
        line = Tone.ACCENT if is_chosen else Tone.LINE
        painter.save()
        paint_box(painter, rect, RADIUS, colour(palette, fill), colour(palette, line))
        self.paint_row(painter, rect, option, index)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, RADIUS, palette)
        painter.restore()

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint what the row says into `rect`."""
        raise NotImplementedError


class RowList(QListView):
    """Rows are numbered from 0. `chosen` carries the current one, `row_entered` one under Enter.

    A row that a screen reader selects becomes the current one, as with a key or a click.
    """

    chosen = Signal(int)
    row_entered = Signal(int)
    _selected = Signal()

    def __init__(self, delegate: RowDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Our own, which is not filled; asking for Qt's would cost 70 ms, since PySide then looks
        # through every class of widget there is.
        view = QWidget()
        view.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setViewport(view)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        view.setAutoFillBackground(False)
        # Queued: a key selects first, and then makes the row the current one by itself.
        self._selected.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def choose(self, row: int) -> None:
        """Make `row` the current one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)
            self.chosen.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._selected.emit()

    def _follow(self) -> None:
        rows = self.selectedIndexes()
        if rows and rows[0] != self.currentIndex():
            self.setCurrentIndex(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.row_entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
