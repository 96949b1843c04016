"""A box to tick: it is seen in every theme, and pressed wherever its words are."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hiptimer.ui.theme import Theme, apply_theme
from hiptimer.ui.widgets.tick import Tick
from hiptimer.ui.workout.distance.shades import contrast

WORDS = "Put it over the built-in one, until it is reset"
THREE = 3.0


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(Tick(WORDS))
    page.show()
    return page


def tick_of(page: QWidget) -> Tick:
    tick = page.findChild(Tick)
    assert isinstance(tick, Tick)
    return tick


def most(picture: QImage, ground: QColor) -> float:
    """The most contrast to the ground on a line through the box."""
    middle = picture.height() // 2
    return max(contrast(picture.pixelColor(x, middle), ground) for x in range(24))


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_the_box_is_seen_in_every_theme_ticked_or_not(
    page: QWidget, qapp: QApplication, family: str, name: str, request: pytest.FixtureRequest
) -> None:
    theme: Theme = request.getfixturevalue(name)
    apply_theme(qapp, theme, family)
    tick = tick_of(page)
    pictures = []
    for is_ticked in (False, True):
        tick.setChecked(is_ticked)
        pictures.append(tick.grab().toImage())
        assert most(pictures[-1], QColor(theme.ground)) >= THREE
    assert pictures[0] != pictures[1]


def test_a_click_at_the_end_of_the_words_ticks_it(page: QWidget) -> None:
    tick = tick_of(page)
    end = QPoint(tick.sizeHint().width() - 6, tick.height() // 2)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=end)
    assert tick.isChecked()
    assert tick.width() >= tick.fontMetrics().horizontalAdvance(WORDS) + 30
