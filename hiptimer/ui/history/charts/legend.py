"""What the shapes and colours of a chart stand for."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.ui.fonts import regular
from hiptimer.ui.history.charts.chart import Key, Shape
from hiptimer.ui.history.charts.shapes import paint_shape
from hiptimer.ui.theme import Tone, colour

LINE = 20
SIZE = 13
AFTER_SHAPE = 16.0
BETWEEN = 14.0


class Legend(QWidget):
    """In one line, or in as many as it takes; hidden while it has nothing to say."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        self._keys = keys
        self.setVisible(bool(keys))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as the lines it takes at this width."""
        self.setFixedHeight(legend_height(self._keys, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_legend(painter, QRectF(self.rect()), self._keys, self.palette())


def legend_height(keys: tuple[Key, ...], width: float) -> int:
    places = _places(keys, width)
    return round(places[-1].y()) + LINE if places else 0


def paint_legend(painter: QPainter, rect: QRectF, keys: tuple[Key, ...], palette: QPalette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, place in zip(keys, _places(keys, rect.width()), strict=True):
        start = rect.topLeft() + place
        centre = start + QPointF(6, LINE / 2)
        paint_shape(painter, centre, 4.5, (key.shape, key.tone), palette)
        painter.setPen(colour(palette, Tone.MUTED))
        painter.setFont(regular(SIZE))
        words = QRectF(start.x() + _before(key), start.y(), rect.width(), LINE)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, key.words)


def _places(keys: tuple[Key, ...], width: float) -> list[QPointF]:
    """The top left of each, going on in the next line where one does not fit."""
    metrics = QFontMetricsF(regular(SIZE))
    places: list[QPointF] = []
    x = y = 0.0
    for key in keys:
        length = _before(key) + metrics.horizontalAdvance(key.words)
        if x and x + length > width:
            x, y = 0.0, y + LINE
        places.append(QPointF(x, y))
        x += length + BETWEEN
    return places


def _before(key: Key) -> float:
    return 0.0 if key.shape is Shape.NONE else AFTER_SHAPE
