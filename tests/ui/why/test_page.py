import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hiptimer import resources
from hiptimer.model.catalogue import read_catalogue
from hiptimer.ui.figure.album import Album
from hiptimer.ui.why.page import WhyPage
from hiptimer.ui.why.text import WhyText, read_why

LANGUAGES = sorted(p.parent.name for p in (resources.assets() / "languages").glob("*/why.toml"))
PROMISES = ("treats", "prevents", "switches on", "cures", "heals", "activates", "9 %", "!")


@pytest.fixture(scope="module")
def text() -> WhyText:
    return read_why(resources.asset_bytes("texts/why.toml"))


@pytest.fixture
def page(qtbot: QtBot, dressed: None, text: WhyText) -> WhyPage:
    page = WhyPage(text, Album())
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitUntil(lambda: page.reading.verticalScrollBar().maximum() > 0)
    return page


def words_on(page: WhyPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_every_claim_is_shown_with_its_source_and_its_year(page: WhyPage, text: WhyText) -> None:
    words = words_on(page)
    for topic in text.topics:
        assert topic.name in words
        for claim in topic.claims:
            assert claim.says in words
            assert claim.source in words
            assert any(year in claim.source for year in map(str, range(1995, 2030)))


def test_it_promises_nothing(page: WhyPage) -> None:
    words = words_on(page).lower()
    assert not [promise for promise in PROMISES if promise in words]


def test_it_says_when_to_see_a_clinician(page: WhyPage) -> None:
    assert "groin" in words_on(page)
    assert "night" in words_on(page)


def test_its_pictures_are_of_exercises_there_are(text: WhyText) -> None:
    exercises = read_catalogue(resources.assets(), None).exercises
    assert {muscle.picture for muscle in text.muscles} <= set(exercises)


def test_the_keyboard_scrolls(page: WhyPage, qtbot: QtBot) -> None:
    bar = page.reading.verticalScrollBar()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    here = bar.value()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert bar.value() > here + 200
    qtbot.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_no_line_is_wider_than_is_good_to_read(page: WhyPage, qtbot: QtBot) -> None:
    page.resize(1600, 900)
    qtbot.waitUntil(lambda: page.reading.viewport().width() > 1400)
    content = page.reading.widget()
    assert content is not None
    assert max(label.width() for label in content.findChildren(QLabel)) <= 800


def test_escape_leaves(page: WhyPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_text_with_an_unknown_strength_is_refused(tmp_path: Path) -> None:
    broken = resources.asset_bytes("texts/why.toml").replace(b'"trial"', b'"proof"')
    with pytest.raises(ValueError, match="proof"):
        read_why(broken)


def years(text: WhyText) -> list[list[str]]:
    """Of the sources, which no translation may change."""
    said = [claim.source for topic in text.topics for claim in topic.claims]
    return [re.findall(r"\d{4}", source) for source in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_it_has_the_same_parts(text: WhyText, language: str) -> None:
    told = read_why(resources.asset_bytes(f"languages/{language}/why.toml"))
    assert len(told.opening) == len(text.opening)
    assert told.strengths.keys() == text.strengths.keys()
    assert [m.picture for m in told.muscles] == [m.picture for m in text.muscles]
    assert len(told.unknown) == len(text.unknown)
    assert [bool(u.source) for u in told.unknown] == [bool(u.source) for u in text.unknown]
    pairs = list(zip(told.topics, text.topics, strict=True))
    for other, english in pairs:
        assert bool(other.intro) == bool(english.intro)
        assert [c.strength for c in other.claims] == [c.strength for c in english.claims]
        assert [bool(c.people) for c in other.claims] == [bool(c.people) for c in english.claims]
    assert years(told) == years(text)
    assert told.title != text.title
