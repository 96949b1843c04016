"""Words that take several lines."""

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from hiptimer.ui.fonts import regular
from hiptimer.ui.widgets.label import Label


def lines(words: str, room_for: str) -> int:
    """On how many lines the words are where there is room for a part of them."""
    label = Label(words, regular(15), wraps=True)
    metrics = QFontMetrics(label.font())
    width = metrics.horizontalAdvance(room_for) + 1
    return round(label.heightForWidth(width) / metrics.lineSpacing())


@pytest.mark.parametrize("words", ["30 s", "12 min 30 s", "1 h 5 min", "80 %"])
def test_a_number_and_its_unit_stay_on_one_line(qtbot: QtBot, words: str) -> None:
    number, _, _ = words.partition(" ")
    assert lines(words, number) == words.count(" ") // 2 + 1


def test_other_words_may_part(qtbot: QtBot) -> None:
    assert lines("30 reps", "reps") == 2
    assert lines("30 seconds", "seconds") == 2


def test_the_words_are_as_they_were_given(qtbot: QtBot) -> None:
    label = Label("Hold 30 s", regular(15), wraps=True)
    assert label.text() == "Hold 30 s"
    label.setText("Rest 5 min")
    assert label.text() == "Rest 5 min"
