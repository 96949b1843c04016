"""Qt's own words follow the language of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from hiptimer.app.qt_words import QtWords


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    before = QLocale()
    words = QtWords(qapp)
    yield words
    words.speak("en")
    QLocale.setDefault(before)


def test_the_buttons_of_a_question_are_in_the_language_and_in_english_again(
    qtbot: QtBot, words: QtWords
) -> None:
    words.speak("es")
    assert cancel(qtbot) == "Cancelar"
    words.speak("en")
    assert cancel(qtbot) == "Cancel"


def test_one_language_takes_the_place_of_another(qtbot: QtBot, words: QtWords) -> None:
    words.speak("es")
    words.speak("de")
    assert cancel(qtbot) == "Abbrechen"


def test_the_menu_of_a_field_is_in_the_language(qtbot: QtBot, words: QtWords) -> None:
    words.speak("es")
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    labels = [action.text().replace("&", "").partition("\t")[0] for action in menu.actions()]
    assert {"Deshacer", "Cortar", "Pegar"} <= set(labels)


def test_numbers_are_written_as_in_the_language(words: QtWords) -> None:
    words.speak("es")
    assert QLocale().toString(2.5) == "2,5"
    words.speak("en")
    assert QLocale().toString(2.5) == "2.5"


def test_a_language_that_qt_does_not_know_stays_english(
    qtbot: QtBot, words: QtWords, caplog: pytest.LogCaptureFixture
) -> None:
    words.speak("eo")
    assert cancel(qtbot) == "Cancel"
    assert "Qt has no words in eo" in caplog.text


def cancel(qtbot: QtBot) -> str:
    """What stands on the button to cancel of a question that is asked now."""
    question = QMessageBox()
    qtbot.addWidget(question)
    button = question.addButton(QMessageBox.StandardButton.Cancel)
    return button.text().replace("&", "")
