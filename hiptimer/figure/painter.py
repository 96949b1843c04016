"""Paints one frame: mat, shadow, body and props, far to near. Knows nothing of exercises."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter

from hiptimer.figure.body_parts import body_parts
from hiptimer.figure.colours import FigureColours
from hiptimer.figure.lens import Lens
from hiptimer.figure.floor import paint_mat
from hiptimer.figure.frame import Frame
from hiptimer.figure.order import far_to_near
from hiptimer.figure.part import Part
from hiptimer.figure.prop_parts import prop_parts
from hiptimer.figure.shadow import FloorShadow
from hiptimer.figure.shadow_bones import shadow_bones

OUTLINE = 0.009
THINNEST_OUTLINE = 0.8
DARKEST = 0.2
DEEP = 0.6
"""Metres behind the centre at which a part is darkest; as far in front it is lightest."""
SHADES = 24


class FigurePainter:
    """Paints frames in one set of colours. Keeps brushes, and nothing of a frame."""

    def __init__(self, colours: FigureColours) -> None:
        self._colours = colours
        self._brushes: dict[tuple[str, int], QBrush] = {}
        self._shadow = FloorShadow(colours.shadow)

    def paint(self, painter: QPainter, rect: QRectF, frame: Frame) -> None:
        """Paint over what is there, within `rect`."""
        across, upright = frame.half
        scale = min(rect.width() / (2 * across), rect.height() / (2 * upright))
        middle = (rect.center().x(), rect.center().y())
        lens = Lens(frame.azimuth, frame.elevation, frame.centre, scale, middle)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_floor(painter, rect, frame, lens)
        parts = [
            *body_parts(frame.body.joints, frame.working, lens),
            *prop_parts(frame.props, frame.body.joints, lens),
        ]
        outline = max(OUTLINE * scale, THINNEST_OUTLINE)
        for place in far_to_near(parts, lens):
            self._paint_part(painter, parts[place], outline)
        painter.restore()

    def _paint_floor(self, painter: QPainter, rect: QRectF, frame: Frame, lens: Lens) -> None:
        mat_brush, stripe_brush = self._brush("mat", 0.0), self._brush("mat", 0.35)
        paint_mat(painter, frame.mat, lens, mat_brush, stripe_brush)
        self._shadow.paint(painter, rect, lens, shadow_bones(frame.body.joints, frame.props))

    def _paint_part(self, painter: QPainter, part: Part, outline: float) -> None:
        # The sides of a solid thing have shades of their own.
        dark = 0.0 if part.box else min(max((DEEP - part.depth) / (2 * DEEP), 0.0), 1.0)
        ground = self._brush("outline", 0.0)
        for fill in part.fills:
            fill.shape.draw(painter, ground, outline)
        for fill in (*part.fills, *part.bare):
            brush = self._brush(fill.colour, min(dark + fill.shade, 2.0))
            fill.shape.draw(painter, brush, 0.0)

    def _brush(self, colour: str, dark: float) -> QBrush:
        """The colour darkened; `dark` 1 is the darkest of the body, 2 that of a deep fold."""
        step = round(dark * SHADES)
        brush = self._brushes.get((colour, step))
        if brush is None:
            red, green, blue, _ = QColor(getattr(self._colours, colour)).getRgb()
            light = 1.0 - DARKEST * step / SHADES
            brush = QBrush(QColor(round(red * light), round(green * light), round(blue * light)))
            self._brushes[colour, step] = brush
        return brush
