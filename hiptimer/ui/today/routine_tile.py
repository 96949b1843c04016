"""A small card of another routine."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.time_words import minutes_words
from hiptimer.model.words import rounds_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

PAD = 20
HEIGHT = 92
PICTURE = QSize(80, 54)
PICTURE_EDGE = 10
PICTURE_ROOM = 4


class RoutineTile(Press):
    """Name, length, rounds and what to fetch. `chosen` carries the routine's id."""

    chosen = Signal(str)

    def __init__(self, card: RoutineCard, album: Album, parent: QWidget | None = None) -> None:
        super().__init__(card.name, parent)
        self._card = card
        self._picture = PictureView(card.picture, PICTURE, album, self)
        parts = (minutes_words(card.seconds), rounds_words(card.rounds))
        self._length = " · ".join(part for part in parts if part)
        self._name_font = semibold(16)
        self._small_font = regular(13)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = (card.name, self._length, card.needs)
        self.setAccessibleName(", ".join(words for words in told if words))
        self.setToolTip(card.when)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._card.id)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.size() - PICTURE
        self._picture.move(size.width() - PICTURE_EDGE, size.height() - PICTURE_EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        fill = Tone.ACCENT_SOFT if self.is_hot else Tone.CARD
        line = Tone.ACCENT if self.is_hot else Tone.LINE
        paint_box(painter, box, 20, colour(palette, fill), colour(palette, line))
        inner = box.adjusted(PAD, 14, -PAD, -14)
        # Beside the picture, of which the upper left is empty.
        beside = self._picture.x() + PICTURE_ROOM - inner.left()
        rows = (
            (self._card.name, self._name_font, Tone.INK, 0, inner.width()),
            (self._length, self._small_font, Tone.MUTED, 26, beside),
            (self._card.needs, self._small_font, Tone.MUTED, 45, beside),
        )
        for words, font, tone, top, room in rows:
            painter.setFont(font)
            painter.setPen(colour(palette, tone))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            place = QRectF(inner.left(), inner.top() + top, room + 1, 22)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            paint_ring(painter, box, 20, palette)
