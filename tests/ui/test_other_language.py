"""In another language: every text comes from it, and words half as long again have room."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import pairwise

import pytest
from examples import EXERCISES, ROUTINE
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.model.gaps import Gaps
from hiptimer.model.language import speak, spoken
from hiptimer.model.phrases import PhraseTable, VoiceLevel
from hiptimer.ui.about import AboutPage
from hiptimer.ui.figure.album import Album
from hiptimer.ui.main_window import SMALLEST, USUAL
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.settings.sound import SoundChoices
from hiptimer.ui.sound_check.page import Part, SoundCheckPage
from hiptimer.ui.start.page import StartPage
from hiptimer.ui.theme import Theme
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.workout.key_button import KeyButton
from hiptimer.ui.workout.lines import Line, Lines
from hiptimer.ui.workout.page import WorkoutPage
from hiptimer.workout.layout import Timing, lay_out
from hiptimer.workout.player import Player

HAS_WORDS = re.compile("[A-Za-z]{2}")
MARKED = re.compile("⟦[^⟦⟧]*⟧")


class Stretched(NullTranslations):
    """Marks every text that it was asked for, and makes it longer."""

    def gettext(self, message: str) -> str:
        words = re.sub(r"\{\w+\}", "12", message)
        return f"⟦{message}{'e' * (len(words) * 35 // 100)}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def in_another_language() -> Iterator[None]:
    before = spoken()
    speak(Stretched())
    yield
    speak(before)


@pytest.fixture
def pages(qtbot: QtBot, icons: IconSet, light: Theme) -> tuple[QWidget, ...]:
    settings = SettingsPage()
    settings.goal.show_goal(14)
    settings.sound.show_choices(
        SoundChoices(
            voice=VoiceLevel.NORMAL, percent=80, is_muted=False, delay_ms=120, keep_alive="quiet"
        )
    )
    settings.sore.show_choices((), "", has_traffic_light=False)
    check = SoundCheckPage(light)
    check.show_state(silence=None, is_paused=False, is_muted=False)
    check.show_levels(percent=80, is_muted=False, delay_ms=120)
    start = StartPage(icons, Album())
    start.ask(())
    pages = (settings, check, start, AboutPage(icons, "1"), TodayPage(icons, Album()))
    for page in pages:
        qtbot.addWidget(page)
        page.resize(SMALLEST)
        page.show()
    return pages


def texts(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()


def unmarked(text: str) -> str:
    """What is left of a text without all that came from the language."""
    before = ""
    while text != before:
        before, text = text, MARKED.sub("", text)
    return text


def test_every_text_of_the_pages_comes_from_the_language(pages: tuple[QWidget, ...]) -> None:
    told = [text for page in pages for part in page.findChildren(QWidget) for text in texts(part)]
    assert sum("⟦" in text for text in told) > 150
    english = {text for text in told if HAS_WORDS.search(unmarked(text))}
    assert english == {"hiptimer 1"}


def test_the_settings_have_room_for_long_words(pages: tuple[QWidget, ...]) -> None:
    for part in pages[0].findChildren(QLabel):
        if part.isVisible() and not part.wordWrap():
            assert part.width() >= part.sizeHint().width(), part.text()
    for field in pages[0].findChildren(QLineEdit):
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        assert field.width() >= words + 40, field.placeholderText()


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
def test_the_keys_of_a_workout_have_room_for_long_words(
    qtbot: QtBot, dressed: None, light: Theme, size: QSize
) -> None:
    timeline = lay_out(ROUTINE, EXERCISES, Timing(Gaps(), PhraseTable(), {}), {})
    player = Player(timeline, Gaps())
    player.start(0.0)
    page = WorkoutPage(theme=light, now=lambda: 0.0)
    qtbot.addWidget(page)
    page.resize(size)
    page.show()
    page.start(timeline, ROUTINE.name)
    page.show_finish("3:42 left tomorrow · done at 07:24 then")
    for second in range(0, int(timeline.seconds), 5):
        page.show_moment(player.moment(second))
        assert_in_a_row(page)


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
@pytest.mark.parametrize("part", Part)
def test_the_keys_of_the_sound_check_have_room_for_long_words(
    qtbot: QtBot, dressed: None, light: Theme, size: QSize, part: Part
) -> None:
    page = SoundCheckPage(light)
    qtbot.addWidget(page)
    page.resize(size)
    page.show()
    page.show_part(part)
    page.show_state(silence=None, is_paused=True, is_muted=True)
    assert_in_a_row(page)


def assert_in_a_row(page: QWidget) -> None:
    """The buttons at the foot have their whole width, side by side in the window."""
    QApplication.sendPostedEvents()
    shown = [button for button in page.findChildren(KeyButton) if button.isVisible()]
    for button in shown:
        assert button.width() >= button.sizeHint().width(), button.text()
    for button, following in pairwise(sorted(shown, key=QWidget.x)):
        assert button.geometry().right() < following.x()
    assert shown[-1].geometry().right() < page.width()


def test_a_large_word_is_made_smaller_rather_than_broken(qtbot: QtBot, dressed: None) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = Lines(holder, "standing", centred=True)
    lines.resize(395, 395)
    lines.show_lines((Line("Unterbrochen", "#000000", 104, 80),), 1.0)
    assert lines.used_height < 104 * 1.2
    assert lines.used_rect.width() <= 395
