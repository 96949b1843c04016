"""Buttons with words: the one main thing of a page, the others, and quiet ones."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.ui.fonts import semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.key_words import key_words
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import RING_SPACE, paint_box, paint_ring


class Look(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


class Button(Press):
    """Words, and the `key` that does the same in a small box after them: "Enter" is told in the
    person's language.

    Around the box there are 4 pixels for the focus ring: align others with `RING_SPACE`.
    """

    def __init__(
        self,
        words: str,
        look: Look = Look.SECONDARY,
        *,
        key: str = "",
        size: int = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._look = look
        self._key = key_words(key)
        self.setFont(semibold(size))
        self._key_font = semibold(max(12, size - 6))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = self.font().pixelSize()
        side = 0 if self._look is Look.QUIET else size * 3 // 2
        width = self._words_width() + self._key_width() + 2 * side + 2 * RING_SPACE
        height = size * (2.0 if self._look is Look.QUIET else 2.9) + 2 * RING_SPACE
        return QSize(round(width), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.text())

    def _key_width(self) -> int:
        """Of the key's box and the space before it; 0 without a key."""
        if not self._key:
            return 0
        return QFontMetrics(self._key_font).horizontalAdvance(self._key) + 16 + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
        # Words without a box reach its corners: a rounder ring would cross them.
        radius = 4.0 if self._look is Look.QUIET else min(14.0, box.height() / 2)
        ink = self._paint_ground(painter, box, radius)
        left = box.left() + (box.width() - self._words_width() - self._key_width()) / 2
        painter.setPen(ink)
        painter.setFont(self.font())
        words = QRectF(left, box.top(), self._words_width() + 2, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            self._paint_key(painter, words.right() + 8, box.center().y(), ink)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius + RING_SPACE, self.palette())

    def _paint_ground(self, painter: QPainter, box: QRectF, radius: float) -> QColor:
        """Fill the box; the colour of the words on it."""
        palette = self.palette()
        if self._look is Look.PRIMARY:
            fill = colour(palette, Tone.ACCENT if self.isEnabled() else Tone.CHIP)
            # Towards the words' opposite, so that their contrast only grows.
            lightens = colour(palette, Tone.ON_ACCENT).lightness() < 128
            hot = fill.lighter(112) if lightens else fill.darker(112)
            paint_box(painter, box, radius, hot if self.is_hot else fill)
            return colour(palette, Tone.ON_ACCENT if self.isEnabled() else Tone.MUTED)
        if self._look is Look.SECONDARY:
            fill = colour(palette, Tone.CHIP if self.is_hot else Tone.CARD)
            paint_box(painter, box, radius, fill, colour(palette, Tone.LINE))
            return colour(palette, Tone.INK if self.isEnabled() else Tone.MUTED)
        if not self.isEnabled():
            return colour(palette, Tone.MUTED)
        return colour(palette, Tone.INK if self.is_hot else Tone.ACCENT)

    def _paint_key(self, painter: QPainter, left: float, middle: float, ink: QColor) -> None:
        height = self._key_font.pixelSize() + 8
        box = QRectF(left, middle - height / 2, self._key_width() - 10, height)
        line = QColor(ink)
        line.setAlphaF(0.55)
        paint_box(painter, box, 5, QColor(0, 0, 0, 0), line)
        painter.setPen(ink)
        painter.setFont(self._key_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
