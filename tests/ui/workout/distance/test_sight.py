"""How large letters must be for somebody some metres away."""

import gc
from math import inf, isclose, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hiptimer.ui.workout.distance.sight import (
    LEAST_ARCMIN,
    NUMBER_ARCMIN,
    WORDS_ARCMIN,
    Sight,
    dots_per_mm,
    height_mm,
    sane_dots_per_inch,
)


def test_heights_are_those_of_the_standard() -> None:
    """At two metres 20 to 22 minutes of arc are 11.6 to 12.8 mm, and 16 are 9.3 mm."""
    assert height_mm(2, 20) == pytest.approx(11.6, abs=0.05)
    assert height_mm(2, WORDS_ARCMIN) == pytest.approx(12.8, abs=0.05)
    assert height_mm(2, LEAST_ARCMIN) == pytest.approx(9.3, abs=0.05)
    assert height_mm(2, NUMBER_ARCMIN) == pytest.approx(69.8, abs=0.1)


@given(metres=st.floats(0.5, 5), dots=st.floats(1, 20), arcmin=st.floats(10, 150))
def test_twice_as_far_is_twice_as_large(metres: float, dots: float, arcmin: float) -> None:
    near = Sight(metres, dots).pixels(arcmin)
    assert isclose(Sight(2 * metres, dots).pixels(arcmin), 2 * near)
    assert isclose(Sight(metres, 2 * dots).pixels(arcmin), 2 * near)


@pytest.mark.parametrize(
    ("across", "down", "scaling"),
    [
        (0.0, 0.0, 1.0),
        (inf, inf, 1.0),
        (nan, 96.0, 1.0),
        (-96.0, 96.0, 1.0),
        (3048.0, 3048.0, 1.0),  # 16 by 9 "millimetres"
        (12.0, 12.0, 1.0),  # a projector that tells the size of a wall
        (96.0, 160.0, 1.0),  # dots that are not square
        (200.0, 200.0, 3.0),  # 600 dots an inch
    ],
)
def test_a_screen_that_tells_nonsense_counts_as_usual(
    across: float, down: float, scaling: float
) -> None:
    assert sane_dots_per_inch(across, down, scaling) == 96.0


@pytest.mark.parametrize(
    ("dots", "scaling"), [(40.0, 1.0), (96.0, 1.0), (331.0 / 2, 2.0), (163.0 / 3, 3.0)]
)
def test_a_real_screen_is_believed(dots: float, scaling: float) -> None:
    """A large television, a usual screen, and small dense ones whose picture is scaled."""
    assert sane_dots_per_inch(dots, dots * 1.02, scaling) == pytest.approx(dots, rel=0.02)


def test_the_screen_here_has_a_size_and_outlives_who_asks_for_it(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    widget = QWidget()
    widget.show()
    qtbot.waitExposed(widget)
    assert 1.0 < dots_per_mm(widget) < 20.0
    widget.close()
    del widget
    gc.collect()
    assert isValid(screen)
