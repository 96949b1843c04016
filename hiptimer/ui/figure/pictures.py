"""Small still pictures of exercises for cards and lists: drawn once, kept in memory."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.model.side import Side
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import Theme

KEPT = 300
"""A picture of 96 × 64 at twice the density takes 100 KB: 30 MB at the very most."""


class _Key(NamedTuple):
    exercise_id: str
    side: Side
    width: int
    height: int
    ratio: float
    theme: Theme
    ground: str


class Pictures:
    """`motion_of` gives the motion of an exercise by its id."""

    def __init__(self, motion_of: Callable[[str], Motion]) -> None:
        self._motion_of = motion_of
        self._pictures: dict[_Key, QPixmap] = {}

    def picture(
        self,
        exercise_id: str,
        side: Side,
        size: QSize,
        *,
        ratio: float,
        theme: Theme,
        ground: str = "",
    ) -> QPixmap:
        """The moment that tells the exercise. `size` is in logical pixels, `ratio` theirs to real.

        `ground` is the colour behind it where that is not the theme's own ground.
        """
        key = _Key(exercise_id, side, size.width(), size.height(), ratio, theme, ground)
        found = self._pictures.pop(key, None)
        if found is None:
            found = self._drawn(key)
            if len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
        self._pictures[key] = found
        return found

    def _drawn(self, key: _Key) -> QPixmap:
        frame = telling_moment(self._motion_of(key.exercise_id), key.side)
        return still(frame, QSize(key.width, key.height), key.ratio, key.theme, ground=key.ground)


def telling_moment(motion: Motion, side: Side) -> Frame:
    """The pose the movement goes to: the start alone could be the start of many exercises."""
    moments = motion.key_moments(side)
    return moments[min(1, len(moments) - 1)]


def still(frame: Frame, size: QSize, ratio: float, theme: Theme, *, ground: str = "") -> QPixmap:
    """A picture of one instant on nothing."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    figure = FigurePainter(figure_colours(theme, ground))
    figure.paint(painter, QRectF(0, 0, size.width(), size.height()), frame)
    painter.end()
    return pixmap
