"""One move of the shown routine with its picture; pressing it opens what could stand there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from hiptimer.model.language import tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import medium, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.fitting import fitted_or_cut
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

PICTURE = QSize(84, 56)
HEIGHT = 64
NUMBER = 30.0
WORDS = NUMBER + PICTURE.width() + 14
ICON = 16.0
LEAST = 13


class MoveLine(Press):
    """ "3  10 × Clamshell, each side ▾". `opened` carries the line; `step` counts from 0."""

    opened = Signal(object)

    def __init__(
        self, step: int, words: str, exercise_id: str, icons: IconSet, album: Album
    ) -> None:
        super().__init__(words)
        self.step = step
        self._icons = icons
        self._picture = PictureView(exercise_id, PICTURE, album, self)
        self.setFont(medium(16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("{n}, {words}. Change this move", n=step + 1, words=words))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self)

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.move(round(NUMBER), (self.height() - PICTURE.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.is_hot:
            paint_box(painter, box, 12, colour(palette, Tone.ACCENT_SOFT))
        painter.setFont(semibold(14, tabular=True))
        painter.setPen(colour(palette, Tone.MUTED))
        number = QRectF(0, 0, NUMBER - 6, box.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self.step + 1))
        self._paint_words(painter, QRectF(WORDS, 0, box.width() - WORDS - 8, box.height()))
        if self.hasFocus():
            paint_ring(painter, box, 12, palette)

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        """The words, and the arrow behind them."""
        room = place.width() - ICON - 4
        font, words = fitted_or_cut(self.font(), self.text(), room, least=LEAST)
        painter.setFont(font)
        painter.setPen(colour(self.palette(), Tone.INK))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        left = place.left() + min(room, QFontMetricsF(font).horizontalAdvance(words)) + 4
        arrow = QRectF(left, (place.height() - ICON) / 2 + 1, ICON, ICON)
        tone = colour(self.palette(), Tone.MUTED)
        self._icons.paint(painter, "chevron-down", arrow, tone)
