"""Where a page begins: the same on all of them, so that its title does not jump to the next."""

NARROW, LOW = 1000, 700
"""Below these pixels a page has less room to spare."""


def page_side(width: int) -> int:
    """Pixels at the left and the right of a page so wide."""
    return 28 if width < NARROW else 44


def page_top(height: int, *, above: int = 0) -> int:
    """Pixels over the first row of a page so high; the row begins `above` pixels over its title."""
    return (18 if height < LOW else 36) - above
