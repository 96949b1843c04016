"""Paints the mat, with its stripes where a walk goes along it."""

from collections.abc import Iterator

from PySide6.QtGui import QBrush, QPainter

from hiptimer.figure.lens import Lens
from hiptimer.figure.mat import Mat
from hiptimer.figure.shapes import rounded
from hiptimer.model.joint import Point

CORNER = 0.03
STRIPE = 0.012
APART = 0.4


def paint_mat(painter: QPainter, mat: Mat, lens: Lens, brush: QBrush, stripe_brush: QBrush) -> None:
    (x0, z0), (x1, z1) = mat.low, mat.high
    corners = ((x0, 0.0, z0), (x1, 0.0, z0), (x1, 0.0, z1), (x0, 0.0, z1))
    spots = tuple(lens.spot(corner) for corner in corners)
    rounded((spots,), CORNER * lens.scale).draw(painter, brush, 0.0)
    for start, end in _stripes(mat):
        line = rounded(((lens.spot(start), lens.spot(end)),), STRIPE * lens.scale / 2)
        line.draw(painter, stripe_brush, 0.0)


def _stripes(mat: Mat) -> Iterator[tuple[Point, Point]]:
    """Across the mat, always in the same places of the room."""
    if mat.runs_along is None:
        return
    (x0, z0), (x1, z1) = mat.low, mat.high
    first, last = (x0, x1) if mat.runs_along == 0 else (z0, z1)
    for number in range(int(first // APART) + 1, int(last // APART) + 1):
        at = number * APART
        if mat.runs_along == 0:
            yield (at, 0.0, z0), (at, 0.0, z1)
        else:
            yield (x0, 0.0, at), (x1, 0.0, at)
