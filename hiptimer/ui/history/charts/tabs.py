"""The choice of a chart."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.fitting import fitted
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

HEIGHT = 30
SIDE = 10
BETWEEN = 2


class Tab(Press):
    """The word of one chart, a shorter one where there is little room."""

    def __init__(self, kind: ChartKind, parent: QWidget | None = None) -> None:
        super().__init__(kind.words, parent)
        self.kind = kind
        self._is_short = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(semibold(13))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def width_of(self, words: str) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(words) + 2 * SIDE

    def shorten(self, is_short: bool) -> None:
        self._is_short = is_short
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        return self.kind.short if self._is_short else self.kind.words

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self.words), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.isChecked():
            paint_box(painter, box, HEIGHT / 2, colour(palette, Tone.ACCENT_SOFT))
        elif self.is_hot:
            paint_box(painter, box, HEIGHT / 2, colour(palette, Tone.CHIP))
        painter.setFont(fitted(self.font(), self.words, self.width() - BETWEEN))
        painter.setPen(colour(palette, Tone.ACCENT if self.isChecked() else Tone.MUTED))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words)
        if self.hasFocus():
            paint_ring(painter, box, HEIGHT / 2, palette)


class Tabs(QWidget):
    """All kinds of charts, the first one chosen to begin with; `chosen` carries a ChartKind."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        self.tabs = tuple(Tab(kind, self) for kind in ChartKind)
        for tab in self.tabs:
            row.addWidget(tab)
            tab.toggled.connect(self._tell)
        row.addStretch(1)
        self.tabs[0].setChecked(True)

    def choose(self, kind: ChartKind) -> None:
        next(tab for tab in self.tabs if tab.kind is kind).setChecked(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(is_short=True), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_short = self._needed(is_short=False) > self.width()
        for tab in self.tabs:
            tab.shorten(is_short)

    def _needed(self, *, is_short: bool) -> int:
        words = [(tab.kind.short if is_short else tab.kind.words) for tab in self.tabs]
        widths = [tab.width_of(one) for tab, one in zip(self.tabs, words, strict=True)]
        return sum(widths) + BETWEEN * (len(widths) - 1)

    def _tell(self, is_on: bool) -> None:
        tab = self.sender()
        if is_on and isinstance(tab, Tab):
            self.chosen.emit(tab.kind)
