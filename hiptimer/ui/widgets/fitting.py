"""Words made to fit where their place cannot grow: some languages need more room than English."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

LEAST = 8


def fitted(font: QFont, words: str, room: float, *, least: int = LEAST) -> QFont:
    """`font` where the words fit into `room` pixels, else as much smaller as they need, but not
    below `least` pixels.
    """
    width = QFontMetricsF(font).horizontalAdvance(words)
    if width <= room:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(least, int(font.pixelSize() * room / width)))
    return smaller


def fitted_or_cut(font: QFont, words: str, room: float, *, least: int) -> tuple[QFont, str]:
    """The words a little smaller where they then fit; else at their size, ending in "…"."""
    smaller = fitted(font, words, room, least=least)
    if QFontMetricsF(smaller).horizontalAdvance(words) <= room:
        return smaller, words
    return font, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
