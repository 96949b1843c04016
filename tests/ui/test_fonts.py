from pathlib import Path

from PySide6.QtGui import QFontInfo, QFontMetricsF

from hiptimer.ui.fonts import FALLBACK_FAMILY, bold, load_fonts, regular


def test_the_shipped_typeface_is_used(dressed: None, family: str) -> None:
    assert family == "Inter"
    assert QFontInfo(regular(16)).family() == "Inter"
    assert QFontInfo(bold(16)).exactMatch()


def test_tabular_figures_are_equally_wide(dressed: None) -> None:
    figures = QFontMetricsF(bold(40, tabular=True))
    widths = {round(figures.horizontalAdvance(figure), 2) for figure in "0123456789"}
    assert len(widths) == 1
    plain = QFontMetricsF(bold(40))
    assert plain.horizontalAdvance("1") < plain.horizontalAdvance("8")


def test_without_fonts_the_system_helps_out(tmp_path: Path, dressed: None) -> None:
    assert load_fonts(tmp_path) == FALLBACK_FAMILY
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == FALLBACK_FAMILY
