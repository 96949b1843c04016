"""The routine as a row of blocks, filled as it goes."""

from bisect import bisect_right

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from hiptimer.model.language import tr
from hiptimer.model.timeline import SegmentKind, Timeline
from hiptimer.ui.theme import Theme

GAP = 5.0
LEAST_BLOCK_SHARE = 0.75


class RoutineBar(QProgressBar):
    """One block for each work segment with the gap before it, as long as it takes.

    A progress bar, so that a screen reader can tell its value in percent.
    """

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Progress of the routine"))
        self.setRange(0, 100)
        self.setTextVisible(False)
        self._theme = theme
        self._ends: list[float] = [1.0]
        self._at = 0.0
        self._painted_x = 0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_timeline(self, timeline: Timeline) -> None:
        ends = [s.end for s in timeline.segments if s.kind is SegmentKind.WORK]
        self._ends = ends or [1.0]
        self.update()

    def show_at(self, at: float) -> None:
        """`at` is in seconds from the start of the timeline; repaints what it passed over."""
        if at == self._at:
            return
        self._at = at
        self.setValue(round(100 * min(1.0, at / self._ends[-1])))
        x = round(self._x_of(at))
        if x != self._painted_x:
            left, right = sorted((x, self._painted_x))
            self.update(left - 3, 0, right - left + 6, self.height())
            self._painted_x = x

    def blocks(self) -> list[QRectF]:
        """The rectangles of the blocks, from left to right."""
        gap = self._gap()
        usable = self.width() - gap * (len(self._ends) - 1)
        rects = []
        start = 0.0
        for number, end in enumerate(self._ends):
            left = usable * start / self._ends[-1] + gap * number
            width = usable * (end - start) / self._ends[-1]
            rects.append(QRectF(left, 0, width, self.height()))
            start = end
        return rects

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        radius = self.height() / 2
        for block in self.blocks():
            path.addRoundedRect(block, min(radius, block.width() / 2), radius)
        painter.fillPath(path, QColor(self._theme.track))
        painter.setClipRect(QRectF(0, 0, self._x_of(self._at), self.height()))
        painter.fillPath(path, QColor(self._theme.accent))

    def _gap(self) -> float:
        wanted = GAP * self.height() / 8
        return min(wanted, self.width() * (1 - LEAST_BLOCK_SHARE) / len(self._ends))

    def _x_of(self, at: float) -> float:
        gap, last = self._gap(), len(self._ends) - 1
        number = min(bisect_right(self._ends, at), last)
        usable = self.width() - gap * last
        return usable * min(1.0, max(0.0, at / self._ends[-1])) + gap * number
