"""The typeface of the window: loading it, and making fonts of a size and weight."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

OF_THE_RAIL = ("Inter-Medium.ttf", "Inter-SemiBold.ttf")
"""What is seen before the pages are made is written in these."""

FALLBACK_FAMILY = "sans-serif"
TABULAR_FIGURES = QFont.Tag("tnum")


def load_fonts(folder: Path, names: Iterable[str] = ()) -> str:
    """Load the font files of `folder` with these names, or all of them; the family to use.

    Without a readable font the system's own sans serif stands in: a window with another
    typeface is better than none.
    """
    files = [folder / name for name in names] or sorted(folder.glob("*.[to]tf"))
    families = [
        family
        for file in files
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        )
    ]
    return families[0] if families else FALLBACK_FAMILY


def text_font(
    size: int, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False
) -> QFont:
    """The window's typeface at `size` pixels; `tabular` gives every figure the same width."""
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(weight)
    if size >= 24:
        # Inter is drawn for small sizes: large words look loose without this.
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.0)
    if tabular:
        font.setFeature(TABULAR_FIGURES, 1)
    return font


def regular(size: int, *, tabular: bool = False) -> QFont:
    return text_font(size, tabular=tabular)


def medium(size: int, *, tabular: bool = False) -> QFont:
    return text_font(size, QFont.Weight.Medium, tabular=tabular)


def semibold(size: int, *, tabular: bool = False) -> QFont:
    return text_font(size, QFont.Weight.DemiBold, tabular=tabular)


def fixed(size: int) -> QFont:
    """The system's typeface in which all signs are equally wide, for what stands in columns."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size)
    return font


def bold(size: int, *, tabular: bool = False) -> QFont:
    return text_font(size, QFont.Weight.Bold, tabular=tabular)
