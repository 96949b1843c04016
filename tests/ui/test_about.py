import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hiptimer.ui.about import AboutPage
from hiptimer.ui.widgets.icons import IconSet

PROMISES = ("treats", "prevents", "switches on", "cures", "heals")


@pytest.fixture
def words(qtbot: QtBot, icons: IconSet) -> str:
    page = AboutPage(icons, "1.2.3")
    qtbot.addWidget(page)
    return " ".join(label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    "sign", ["groin", "front of the hip", "hop", "night", "limp", "numbness", "fall", "fever"]
)
def test_every_sign_to_stop_at_is_named(words: str, sign: str) -> None:
    assert sign in words


def test_it_promises_nothing(words: str) -> None:
    assert not [promise for promise in PROMISES if promise in words.lower()]


def test_the_version_is_told(words: str) -> None:
    assert "hiptimer 1.2.3" in words
