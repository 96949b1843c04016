"""The steps of a routine in their order, which is changed by dragging or with Alt and an arrow."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.routine import Step
from hiptimer.ui.editor.steps_model import StepsModel
from hiptimer.ui.figure.album import Album
from hiptimer.ui.prescription.step_rows import StepDelegate
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.row_list import GAP, RowList
from hiptimer.ui.widgets.shape import paint_box

NOWHERE = -1
LINE = 4.0
# Near its upper and lower edge the list moves on below what is dragged.
EDGE, SCROLL_BY, SCROLL_EVERY_MS = 36, 12, 30
REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class StepList(RowList):
    """`moved` carries a step's place and where it shall be, `removed` its place; from 0.

    A step is dragged with the mouse.
    """

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(StepDelegate(album), tr("Exercises of the routine"), parent)
        self._steps = StepsModel()
        self.setModel(self._steps)
        self._pressed_y = 0
        self._pressed = NOWHERE
        self._gap = NOWHERE
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        album.drawn.connect(self._show_anew)
        album.emptied.connect(self._show_anew)

    @property
    def is_dragging(self) -> bool:
        return self._gap != NOWHERE

    def show_steps(
        self, steps: Sequence[Step], exercises: Mapping[str, Exercise], place: int
    ) -> None:
        """Show the steps, with the one at `place` chosen, without telling it."""
        self.let_go()
        was_blocked = self.blockSignals(True)
        self._steps.show_steps(steps, exercises)
        if 0 <= place < len(steps):
            self.choose(place)
        self.blockSignals(was_blocked)

    def _show_anew(self) -> None:
        self.viewport().update()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if has_alt and by:
            self._move(place, place + by)
        elif event.key() in REMOVE_KEYS and place != NOWHERE:
            self.removed.emit(place)
        else:
            super().keyPressEvent(event)

    def _move(self, place: int, to: int) -> None:
        if place != to and place >= 0 and 0 <= to < self._steps.rowCount():
            self.moved.emit(place, to)

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_y = round(event.position().y())
            self._pressed = self.indexAt(event.position().toPoint()).row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed == NOWHERE:
            super().mouseMoveEvent(event)
            return
        y = round(event.position().y())
        if self.is_dragging or abs(y - self._pressed_y) >= QApplication.startDragDistance():
            self._drag_to(y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, gap = self._pressed, self._gap
        self.let_go()
        super().mouseReleaseEvent(event)
        if gap != NOWHERE:
            self._move(place, gap if gap <= place else gap - 1)

    def _drag_to(self, y: int) -> None:
        """Over the upper half of a row it comes before that, else after it."""
        self._gap = self._gap_at(y)
        self._pressed_y = y
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if not self._scrolling.isActive():
            self._scrolling.start()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        tops = (self.visualRect(self._steps.index(n)) for n in range(self._steps.rowCount()))
        return sum(y > rect.center().y() for rect in tops)

    def _scroll(self) -> None:
        y, bar = self._pressed_y, self.verticalScrollBar()
        if y < EDGE:
            bar.setValue(bar.value() - SCROLL_BY)
        elif y > self.viewport().height() - EDGE:
            bar.setValue(bar.value() + SCROLL_BY)
        self._gap = self._gap_at(y)
        self.viewport().update()

    def let_go(self) -> None:
        """Leave what is dragged where it was."""
        self._pressed = self._gap = NOWHERE
        self._scrolling.stop()
        self.unsetCursor()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_dragging:
            palette = self.palette()
            line = QRectF(6, self._gap_top() - LINE / 2, self.viewport().width() - 12, LINE)
            paint_box(QPainter(self.viewport()), line, LINE / 2, colour(palette, Tone.ACCENT))

    def _gap_top(self) -> float:
        last = self._steps.rowCount() - 1
        if self._gap <= last:
            top = self.visualRect(self._steps.index(self._gap)).top() - GAP / 2
            return max(LINE / 2, top)
        return self.visualRect(self._steps.index(last)).bottom() + 1 - GAP / 2
