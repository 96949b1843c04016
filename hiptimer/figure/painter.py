"""Paints one frame: mat, shadow, body and props, far to near. Knows nothing of exercises."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from hiptimer.figure.colours import FigureColours
from hiptimer.figure.floor import paint_mat
from hiptimer.figure.frame import Frame
from hiptimer.figure.part import Part
from hiptimer.figure.picture import Picture, picture_of
from hiptimer.figure.shadow import FloorShadow

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
        self.paint_within(painter, picture_of(frame, rect), rect)

    def paint_within(self, painter: QPainter, picture: Picture, area: QRectF) -> None:
        """Paint the `area` of the picture's rect alone."""
        painter.save()
        painter.setClipRect(picture.rect & area, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_floor(painter, picture, area)
        self.paint_parts(painter, picture, area)
        painter.restore()

    def paint_floor(self, painter: QPainter, picture: Picture, area: QRectF) -> None:
        """The mat and the shadow, which everything else is in front of."""
        mat_brush, stripe_brush = self._brush("mat", 0.0), self._brush("mat", 0.35)
        paint_mat(painter, picture.frame.mat, picture.lens, mat_brush, stripe_brush)
        self._shadow.paint(painter, picture.rect, picture.lens, picture.shadows, area)

    def paint_parts(self, painter: QPainter, picture: Picture, area: QRectF) -> None:
        """The parts that reach into `area`, one over the other."""
        for part, covered in zip(picture.parts, picture.areas, strict=True):
            if covered.intersects(area):
                self._paint_part(painter, part, picture.outline)

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
