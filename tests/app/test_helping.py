"""The help inside the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.app.helping import help_text, make_help
from hiptimer.app.languages import NAMES
from hiptimer.ui.help.text import read_help
from hiptimer.ui.widgets.label import Label

PAGES = ("today", "exercises", "routines", "history", "settings", "about")


@pytest.mark.parametrize("language", NAMES)
def test_every_page_has_its_topic(language: str) -> None:
    text = help_text(language)
    for page in PAGES:
        assert page in text.topics[text.topic_of(page)].pages
    assert text.topic_of("nowhere") == 0


@pytest.mark.parametrize("language", NAMES)
def test_each_language_has_the_same_topics_and_keys(language: str) -> None:
    english, other = help_text("en"), help_text(language)
    assert [(t.id, t.pages, len(t.keys)) for t in other.topics] == [
        (t.id, t.pages, len(t.keys)) for t in english.topics
    ]
    assert all(words for topic in other.topics for words in topic.words)


def test_a_language_without_help_of_its_own_has_the_english_one() -> None:
    assert help_text("xx") == read_help(resources.asset_bytes("texts/help.toml"))


def test_it_opens_where_it_is_asked_for_and_the_same_key_closes_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    help_window = make_help("en", window)
    with qtbot.waitActive(help_window):
        help_window.open_at("history")
    assert help_window.topics.currentItem().text() == "Look back"
    page = help_window.reading.currentWidget()
    assert any("Each rep and hold is saved" in label.text() for label in page.findChildren(Label))
    qtbot.keyClick(help_window.topics, Qt.Key.Key_Down)
    assert help_window.topics.currentItem().text() == "Your data"
    qtbot.keyClick(help_window.topics, Qt.Key.Key_F1)
    assert not help_window.isVisible()
