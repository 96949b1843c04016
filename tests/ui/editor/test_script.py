"""The words of a routine as a list that can be long."""

from gettext import NullTranslations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hiptimer.model.language import speak, spoken
from hiptimer.ui.editor.script import ScriptView, is_tone

LINES = tuple((n * 0.7, f"Line {n}.") for n in range(2000))


def shown(view: ScriptView, row: int) -> str:
    return str(view.list.model().index(row, 0).data(Qt.ItemDataRole.DisplayRole))


def test_each_line_has_its_time(qtbot: QtBot, dressed: None) -> None:
    view = ScriptView()
    qtbot.addWidget(view)
    view.show_script([(0.7, "Get ready."), (61.9, "tone: left"), (3700, "Done.")])
    told = [shown(view, row) for row in range(3)]
    assert told == ["0:00  Get ready.", "1:01  tone: left", "1:01:40  Done."]


def test_two_thousand_lines_are_shown(qtbot: QtBot, dressed: None) -> None:
    view = ScriptView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_script(LINES)
    view.grab()
    assert view.list.model().rowCount() == 2000
    assert view.list.verticalScrollBar().maximum() > 2000 * 20


def test_the_place_in_the_list_stays_when_a_line_changes(qtbot: QtBot, dressed: None) -> None:
    view = ScriptView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.show_script(LINES)
    bar = view.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    view.show_script((*LINES[:-1], (1400.0, "Done.")))
    assert bar.value() == at


class Named(NullTranslations):
    """A language that puts the name before what it is."""

    def gettext(self, message: str) -> str:
        return "{name} (un tono)" if message == "tone: {name}" else message


def test_a_tone_is_told_from_words_in_every_language() -> None:
    assert is_tone("tone: left")
    assert not is_tone("Get ready.")
    before = spoken()
    speak(Named())
    assert is_tone("izquierda (un tono)")
    assert not is_tone("tone: left")
    speak(before)
