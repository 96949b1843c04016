"""A line with a knob: for choosing a number with the mouse, the arrows or the wheel."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring


class Slider(QSlider):
    """`chosen` carries the value. It comes when the person moves it, not when a value is shown.

    `thickness` is the height of its bar in pixels; a thick one has no knob. The wheel is left to
    what lies around it unless the slider has the focus.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, most: int, step: int, *, thickness: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setPageStep(step * 2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thickness = thickness
        self._is_faint = False
        self._is_shown = False
        self.valueChanged.connect(self._tell)

    def show_value(self, value: int, *, is_faint: bool = False) -> None:
        """Show a value; faint while it has no effect."""
        self._is_shown = True
        self.setValue(value)
        self._is_shown = False
        self._is_faint = is_faint
        self.update()

    def set_thickness(self, pixels: int) -> None:
        self._thickness = pixels
        self.updateGeometry()

    def _tell(self, value: int) -> None:
        if not self._is_shown:
            self.chosen.emit(value)

    @property
    def _knob(self) -> float:
        """The knob's radius in pixels, 0 for a thick bar."""
        return 10.0 if self._thickness < 12 else 0.0

    def sizeHint(self) -> QSize:
        return QSize(200, round(max(2 * self._knob, self._thickness) + 2 * RING_SPACE))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _move_to(self, x: float) -> None:
        """To the step nearest to the pointer."""
        line = self._line()
        share = min(1.0, max(0.0, (x - line.left()) / line.width()))
        step = self.singleStep()
        self.setValue(round(share * self.maximum() / step) * step)

    def _line(self) -> QRectF:
        """Where the values lie, from 0 to the most."""
        inset = RING_SPACE + self._knob
        return QRectF(
            inset,
            (self.height() - self._thickness) / 2,
            self.width() - 2 * inset,
            self._thickness,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        line, radius = self._line(), self._thickness / 2
        ink = colour(palette, Tone.MUTED if self._is_faint else Tone.ACCENT)
        share = self.value() / self.maximum()
        # As far as the knob reaches, so that it is in line with what stands above and below.
        track = line.adjusted(-self._knob, 0, self._knob, 0)
        paint_box(painter, track, radius, colour(palette, Tone.TRACK))
        done = QRectF(track)
        reach = self._knob + line.width() * share
        done.setWidth(max(2 * radius, reach) if share else 0.0)
        paint_box(painter, done, radius, ink)
        if self._knob:
            knob = QRectF(0, 0, 2 * self._knob, 2 * self._knob)
            knob.moveCenter(line.center())
            knob.moveLeft(line.left() + line.width() * share - self._knob)
            paint_box(painter, knob, self._knob, colour(palette, Tone.CARD), ink)
            paint_box(painter, knob.adjusted(5, 5, -5, -5), self._knob - 5, ink)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), min(12.0, self.height() / 2), palette)
