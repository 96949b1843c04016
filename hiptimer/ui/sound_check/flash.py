"""A flash at every tick, to hold against what is heard."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import tr
from hiptimer.ui.theme import Tone, colour

BRIGHT_S = 0.1
FADE_S = 0.35
LEVELS = 16
"""In how many steps the flash fades; between two of them nothing is painted."""


class Flash(QWidget):
    """A disc that is filled at the tick and fades."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("A flash at each tick"))

    @property
    def is_bright(self) -> bool:
        return self._level == LEVELS

    def show_since(self, since: float | None) -> None:
        """The flash `since` seconds after the tick; None for none at all."""
        level = 0
        if since is not None:
            faded = min(1.0, max(0.0, (since - BRIGHT_S) / FADE_S))
            level = round((1 - faded) * LEVELS)
        if level != self._level:
            self._level = level
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self._level / LEVELS
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = self.height() * 0.37
        glow = QColor(colour(self.palette(), Tone.WORK))
        glow.setAlphaF(0.22 * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(middle, radius * 1.32, radius * 1.32)
        painter.setPen(QPen(colour(self.palette(), Tone.TRACK), max(3.0, radius * 0.035)))
        painter.setBrush(self._fill(share))
        painter.drawEllipse(middle, radius, radius)

    def _fill(self, share: float) -> QColor:
        """From the card's colour to that of the work."""
        dark, bright = (colour(self.palette(), tone) for tone in (Tone.CARD, Tone.WORK))
        return QColor.fromRgbF(
            dark.redF() + (bright.redF() - dark.redF()) * share,
            dark.greenF() + (bright.greenF() - dark.greenF()) * share,
            dark.blueF() + (bright.blueF() - dark.blueF()) * share,
        )
