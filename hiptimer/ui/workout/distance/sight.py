"""How large letters must be on a screen for somebody some metres away.

ISO 9241-303 (and ISO 9241-3 before it) gives the height of characters as the angle that it takes
in the eye: 20 to 22 minutes of arc are preferred for most tasks, 16 are the least. That is for
reading at rest. Side and phase are taken in at a glance, head on the mat, often without glasses:
they get one and a half times as much as what is preferred. The number gets two degrees, about as
much as one look takes in sharply without moving the eye.
"""

from math import isfinite, radians, tan

import msgspec
from PySide6.QtWidgets import QWidget

NUMBER_ARCMIN = 120.0
GLANCE_ARCMIN = 33.0
WORDS_ARCMIN = 22.0
LEAST_ARCMIN = 16.0

MM_PER_INCH = 25.4
USUAL_DOTS_PER_INCH = 96.0
# What screens really have, from a large television to a small laptop with very many pixels. A
# projector does not know how large its picture is, and some screens tell their proportions, 16 by
# 9, as if they were millimetres.
LEAST_DOTS_PER_INCH, MOST_DOTS_PER_INCH = 30.0, 450.0
# The dots of a screen are square: where they seem not to be, its size is made up.
MOST_UNEQUAL = 1.25


class Distance(msgspec.Struct, frozen=True):
    """What the person chose. `is_still`: nothing moves or flashes that need not."""

    is_on: bool = False
    metres: float = 2.0
    flashes: bool = False
    is_still: bool = False


class Sight(msgspec.Struct, frozen=True):
    """A person `metres` away from a screen of `dots_per_mm`, on which there is room for things
    `larger` than needed, so many times.
    """

    metres: float
    dots_per_mm: float
    larger: float = 1.0

    def pixels(self, arcmin: float) -> float:
        """How high something is on the screen, in its pixels, that takes this angle in the eye."""
        return height_mm(self.metres, arcmin) * self.dots_per_mm

    def wished(self, arcmin: float) -> float:
        """The same, as large as there is room."""
        return self.larger * self.pixels(arcmin)


def height_mm(metres: float, arcmin: float) -> float:
    """How high something is, `metres` away, that takes so many minutes of arc."""
    return 1000 * metres * tan(radians(arcmin / 60))


def dots_per_mm(widget: QWidget) -> float:
    """Pixels of the window, which grow with the scaling, for each millimetre of its screen.

    From the size that the screen tells. Where it tells none or nonsense, 96 dots of the screen an
    inch are assumed, times the scaling: that is 96 of the window's pixels.
    """
    # Not `widget.screen()`: PySide makes the screen a child of the widget, and destroys it with it.
    return sane_dots_per_inch(
        widget.physicalDpiX(), widget.physicalDpiY(), widget.devicePixelRatioF()
    ) / (MM_PER_INCH)


def sane_dots_per_inch(across: float, down: float, scaling: float) -> float:
    """The window's pixels an inch, 96 where what the screen tells across and down cannot be."""
    told = (across, down)
    if not all(isfinite(one) and one > 0 for one in told) or max(told) > MOST_UNEQUAL * min(told):
        return USUAL_DOTS_PER_INCH
    found = sum(told) / 2
    is_real = LEAST_DOTS_PER_INCH <= found * scaling <= MOST_DOTS_PER_INCH
    return found if is_real else USUAL_DOTS_PER_INCH
