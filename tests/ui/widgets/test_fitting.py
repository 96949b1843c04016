import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.fitting import LEAST, fitted, fitted_or_cut


def test_words_with_room_keep_their_font(qtbot: QtBot) -> None:
    font = semibold(26)
    assert fitted(font, "My pace", 300) == font


@pytest.mark.parametrize("room", [80, 100, 200])
def test_longer_words_get_smaller_until_they_fit(qtbot: QtBot, room: float) -> None:
    words = "A mi propio ritmo"
    font = fitted(semibold(40), words, room)
    assert LEAST <= font.pixelSize() < 40
    assert QFontMetricsF(font).horizontalAdvance(words) <= room


def test_words_never_vanish(qtbot: QtBot) -> None:
    assert fitted(semibold(20), "A mi propio ritmo", 1).pixelSize() == LEAST


def test_words_in_a_row_get_a_little_smaller_or_are_cut(qtbot: QtBot) -> None:
    usual, words = semibold(16), "Estiramientos para caderas tensas"
    whole = QFontMetricsF(usual).horizontalAdvance(words)
    font, shown = fitted_or_cut(usual, words, whole * 0.9, least=13)
    assert (shown, font.pixelSize() < 16) == (words, True)
    font, shown = fitted_or_cut(usual, words, whole * 0.5, least=13)
    assert font == usual
    assert shown.endswith("…")
    assert fitted_or_cut(usual, words, whole, least=13) == (usual, words)
