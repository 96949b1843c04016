"""A tapered piece of a part on the picture: what is drawn, and what is compared for the order."""

from typing import NamedTuple

from hiptimer.figure.lens import Spot


class Stretch(NamedTuple):
    """From `a` to `b` on the picture, radii in pixels."""

    a: Spot
    a_radius: float
    b: Spot
    b_radius: float
