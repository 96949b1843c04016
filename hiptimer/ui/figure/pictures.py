"""Draws small still pictures of exercises, for cards and lists."""

from collections.abc import Callable
from math import dist

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from hiptimer.figure.frame import Frame
from hiptimer.figure.framing import Sight, framed
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.model.side import Side
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import Theme

CORNER = 8.0
"""How round the corners are, where mat or wall reach them."""


class Pictures:
    """Draws on cards of `theme`. `motion_of` gives the motion of an exercise by its id."""

    def __init__(self, motion_of: Callable[[str], Motion | None], theme: Theme) -> None:
        self._motion_of = motion_of
        self._theme = theme

    def draw(self, exercise_id: str, size: QSize, ratio: float) -> QPixmap | None:
        """The moment that tells the exercise; None when it has no poses.

        `size` is in logical pixels, `ratio` theirs to real ones.
        """
        motion = self._motion_of(exercise_id)
        if motion is None:
            return None
        frame = close_up(telling_moment(motion, Side.RIGHT))
        picture = still(frame, size, ratio, self._theme, ground=self._theme.card)
        _round_corners(picture)
        return picture


def telling_moment(motion: Motion, side: Side) -> Frame:
    """The moment least like the start, which could be that of many exercises."""
    moments = motion.key_moments(side)
    start = moments[0].body.joints
    return max(
        moments,
        key=lambda frame: sum(dist(start[joint], at) for joint, at in frame.body.joints.items()),
    )


def close_up(frame: Frame) -> Frame:
    """The same instant as large as body and props let it be; the mat may reach beyond."""
    sight = Sight(frame.body.joints, frame.props, frame.azimuth, frame.elevation, (0.0, 0.0, 0.0))
    framing = framed([sight], frame.azimuth, frame.elevation)
    return msgspec.structs.replace(
        frame, centre=framing.centre, half=framing.half, radius=max(framing.half)
    )


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


def _round_corners(picture: QPixmap) -> None:
    rect = QRectF(picture.rect())
    mask = QPixmap(picture.size())
    mask.fill(Qt.GlobalColor.transparent)
    radius = CORNER * picture.devicePixelRatio()
    painter = QPainter(mask)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(rect, radius, radius)
    painter.end()
    mask.setDevicePixelRatio(picture.devicePixelRatio())
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, mask)
    painter.end()
