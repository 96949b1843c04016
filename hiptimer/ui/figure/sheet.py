"""Several moments of an exercise side by side, as a picture in a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hiptimer.figure.frame import Frame
from hiptimer.figure.painter import FigurePainter
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import Theme

WIDTH_TO_HEIGHT = 1.5


def save_moments(frames: Sequence[Frame], file: Path, theme: Theme, height: int) -> bool:
    """Write the frames from left to right, each `height` pixels high. False when it cannot be."""
    width = round(height * WIDTH_TO_HEIGHT)
    image = QImage(width * len(frames), height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.ground))
    painter = QPainter(image)
    figure = FigurePainter(figure_colours(theme))
    for place, frame in enumerate(frames):
        figure.paint(painter, QRectF(place * width, 0, width, height), frame)
    painter.end()
    return image.save(str(file))
