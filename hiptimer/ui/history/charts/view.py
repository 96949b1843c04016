"""A chart that is walked with the arrows and pointed at with the mouse."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import tr
from hiptimer.ui.history.charts.chart import Chart, describe
from hiptimer.ui.widgets.press import ENTER_KEYS, asked_key

NOWHERE = -1


class ChartView(QWidget):
    """Its stops are numbered from 0. `pointed` carries the one that is meant now, or -1.

    `entered` carries the one that was clicked or is meant when Enter is pressed.
    """

    accessible_role = QAccessible.Role.Chart

    pointed = Signal(int)
    entered = Signal(int)

    back_keys: tuple[Qt.Key, ...] = (Qt.Key.Key_Left,)
    forward_keys: tuple[Qt.Key, ...] = (Qt.Key.Key_Right,)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Chart"))
        self.place = NOWHERE
        self._size = 0

    def show_chart(self, chart: Chart) -> None:
        """Draw another chart, of the kind that this view is for."""
        raise NotImplementedError

    def place_at(self, position: QPointF) -> int:
        """The stop that is meant by a point of this widget, or -1."""
        raise NotImplementedError

    def mark(self) -> None:
        """Show which stop is meant."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter) -> None:
        """Draw all of it from (0, 0) on, as large as this widget, and no focus."""
        raise NotImplementedError

    def describe(self, chart: Chart) -> None:
        """Begin anew with another chart; a painted one is told to screen readers in words."""
        self._size = len(chart.stops)
        self.place = NOWHERE
        self.setAccessibleName(tr("{title}, chart", title=chart.heading.title))
        self.setAccessibleDescription(describe(chart))

    def point_to(self, place: int) -> None:
        """Mean the stop `place`, or none with -1."""
        if place == self.place:
            return
        self.place = place
        self.mark()
        self.pointed.emit(place)

    def first_place(self) -> int:
        """Where the first arrow leads."""
        return 0

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a chart from the page's shortcuts."""
        key = asked_key(event)
        if key is not None and (key in ENTER_KEYS or self._target(key) is not None):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(event.key())
        if event.key() in ENTER_KEYS and self.place != NOWHERE:
            self.entered.emit(self.place)
        elif target is not None:
            self.point_to(target)
        else:
            super().keyPressEvent(event)

    def _target(self, key: int) -> int | None:
        """Where `key` leads from here; None for a key that is not ours."""
        last = self._size - 1
        if last < 0:
            return None
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if key not in (*self.back_keys, *self.forward_keys):
            return None
        if self.place == NOWHERE:
            return self.first_place()
        return min(last, max(0, self.place + (1 if key in self.forward_keys else -1)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_to(self.place_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place != NOWHERE:
            self.point_to(place)
            self.entered.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        self.point_to(NOWHERE)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_to(NOWHERE)
        self.update()
