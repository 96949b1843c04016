"""Where everything of the workout view lies, for a size of the window."""

import msgspec
from PySide6.QtCore import QRectF

# All lengths are pixels of the window the view was drawn for, 1280 x 800; the rest is scaled.
WIDTH, HEIGHT = 1280.0, 800.0
BAR = 64.0
STRIP = 40.0
EDGE = 40.0
RING = 482.0
RING_RIGHT = 37.0
RING_TOP = 62.0
HEADLINE_TOP = 42.0
HINT = 66.0


class Places(msgspec.Struct, frozen=True):
    """Rectangles in pixels of the view; `scale` turns design pixels into them.

    `headline` and `coming` are the most that these words may take: the headline grows down from
    its top, what is coming grows up from its bottom.
    """

    scale: float
    picture: QRectF
    progress: QRectF
    headline: QRectF
    ring: QRectF
    details: QRectF
    hint: QRectF
    coming: QRectF
    strip: QRectF
    bar: QRectF


def lay_places(width: float, height: float, *, has_strip: bool) -> Places:
    """Places for a view of `width` by `height`; a strip for a notice lies above the bar."""
    scale = min(width / WIDTH, height / HEIGHT)
    bar = QRectF(0, height - BAR * scale, width, BAR * scale)
    strip_height = STRIP * scale if has_strip else 0.0
    strip = QRectF(0, bar.top() - strip_height, width, strip_height)
    picture = QRectF(0, 0, width, strip.top())

    edge, ring_size = EDGE * scale, RING * scale
    spare = max(0.0, bar.top() - (HEIGHT - BAR) * scale)
    ring_left = width - (RING_RIGHT * scale) - ring_size
    ring = QRectF(ring_left, RING_TOP * scale + spare * 0.4, ring_size, ring_size)
    coming_bottom = picture.bottom() - 14 * scale
    coming_height = 132 * scale
    details_top = ring.top() + 376 * scale
    return Places(
        scale=scale,
        picture=picture,
        progress=QRectF(28 * scale, 18 * scale, width - 56 * scale, 8 * scale),
        headline=QRectF(edge, HEADLINE_TOP * scale, ring_left - edge - 16 * scale, 330 * scale),
        ring=ring,
        details=QRectF(ring_left, details_top, ring_size, coming_bottom - details_top),
        hint=QRectF(ring_left, ring.bottom() + 4 * scale, ring_size, HINT * scale),
        coming=QRectF(edge, coming_bottom - coming_height, width - 2 * edge, coming_height),
        strip=strip,
        bar=bar,
    )
