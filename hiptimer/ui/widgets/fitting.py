"""Words made to fit where their place cannot grow: some languages need more room than English."""

from PySide6.QtGui import QFont, QFontMetricsF

LEAST = 8


def fitted(font: QFont, words: str, room: float) -> QFont:
    """`font` where the words fit into `room` pixels, else as much smaller as they need."""
    width = QFontMetricsF(font).horizontalAdvance(words)
    if width <= room:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(LEAST, int(font.pixelSize() * room / width)))
    return smaller
