"""Paints one frame: mat, shadow, body and props, far to near. Knows nothing of exercises."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from hiptimer.figure.body_parts import body_parts
from hiptimer.figure.colours import FigureColours
from hiptimer.figure.floor import paint_mat
from hiptimer.figure.frame import Frame
from hiptimer.figure.lens import Lens
from hiptimer.figure.order import far_to_near
from hiptimer.figure.part import Part
from hiptimer.figure.prop_parts import prop_parts
from hiptimer.figure.shadow import FloorShadow
from hiptimer.figure.shadow_bones import shadow_bones

EDGE = 0.03
"""Metres left free for outlines and the mat's round corners."""
OUTLINE = 0.009
THINNEST_OUTLINE = 0.8
DARKEST = 0.2
DEEP = 0.6
"""Metres behind the centre at which a part is darkest; as far in front it is lightest."""
SHADES = 24


def lens_for(frame: Frame, rect: QRectF) -> Lens:
    """A lens that shows all of the frame as large as `rect` allows."""
    across, upright = frame.half[0] + EDGE, frame.half[1] + EDGE
    scale = min(rect.width() / (2 * across), rect.height() / (2 * upright))
    middle = (rect.center().x(), rect.center().y())
    return Lens(frame.azimuth, frame.elevation, frame.centre, scale, middle)


def parts_of(frame: Frame, lens: Lens) -> list[Part]:
    """Body and props, in no order."""
    joints = frame.body.joints
    return [*body_parts(joints, frame.working, lens), *prop_parts(frame.props, joints, lens)]


class FigurePainter:
    """Paints frames in one set of colours. Keeps brushes, and nothing of a frame."""

    def __init__(self, colours: FigureColours) -> None:
        self._colours = colours
        self._brushes: dict[tuple[str, int], QBrush] = {}
        self._shadow = FloorShadow(colours.shadow)

    def paint(self, painter: QPainter, rect: QRectF, frame: Frame) -> None:
        """Paint over what is there, within `rect`."""
        lens = lens_for(frame, rect)
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_floor(painter, rect, frame, lens)
        parts = parts_of(frame, lens)
        self.paint_parts(painter, [parts[place] for place in far_to_near(parts, lens)], lens)
        painter.restore()

    def paint_floor(self, painter: QPainter, rect: QRectF, frame: Frame, lens: Lens) -> None:
        """The mat and the shadow, which everything else is in front of."""
        mat_brush, stripe_brush = self._brush("mat", 0.0), self._brush("mat", 0.35)
        paint_mat(painter, frame.mat, lens, mat_brush, stripe_brush)
        self._shadow.paint(painter, rect, lens, shadow_bones(frame.body.joints, frame.props))

    def paint_parts(self, painter: QPainter, parts: Iterable[Part], lens: Lens) -> None:
        """The parts one over the other, in their order."""
        outline = max(OUTLINE * lens.scale, THINNEST_OUTLINE)
        for part in parts:
            self._paint_part(painter, part, outline)

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
            plain = QColor(getattr(self._colours, colour))
            light = 1.0 - DARKEST * step / SHADES
            channels = (plain.redF(), plain.greenF(), plain.blueF())
            brush = QBrush(QColor.fromRgbF(*(light * channel for channel in channels)))
            self._brushes[colour, step] = brush
        return brush
