"""Shows the figure at one instant, on the ground that its colours name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.frame import Frame
from hiptimer.figure.painter import FigurePainter
from hiptimer.figure.picture import Picture, difference, is_worth_painting, picture_of


class FigureView(QWidget):
    """Repaints only where the frame it is given differs from what it shows."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, colours: FigureColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._painter = FigurePainter(colours)
        self._frame: Frame | None = None
        self._shown: Picture | None = None
        # Nothing behind it needs painting when it moves.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> Frame | None:
        """What is shown."""
        return self._frame

    def show_frame(self, frame: Frame | None) -> None:
        """Show an instant; nothing at all with None."""
        if frame is self._frame or frame == self._frame:
            return
        self._frame = frame
        shown, self._shown = self._shown, None
        if frame is None or shown is None or not self.isVisible():
            self.update()
        elif not is_worth_painting(frame, shown):
            self._shown = shown
        else:
            self._shown = picture_of(frame, shown.rect)
            self.update(difference(shown, self._shown).toAlignedRect())

    def describe(self, words: str) -> None:
        """What a screen reader says of the picture: the exercise, the side, the phase."""
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def wear(self, colours: FigureColours) -> None:
        """Change to another theme's colours."""
        if colours == self._colours:
            return
        self._colours = colours
        self._painter = FigurePainter(colours)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shown = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._colours.outline))
        if self._frame is not None:
            if self._shown is None:
                self._shown = picture_of(self._frame, QRectF(self.rect()))
            self._painter.paint_within(painter, self._shown, QRectF(event.rect()))
        painter.end()
