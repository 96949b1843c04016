import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from hiptimer.ui.fonts import semibold
from hiptimer.ui.widgets.fitting import LEAST, fitted


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
