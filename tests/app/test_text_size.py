"""How large everything is drawn."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from hiptimer.app.text_size import wanted_factor
from hiptimer.ui.main_window import SMALLEST

LARGE = QSize(3840, 2160)


@pytest.mark.parametrize(
    ("percent", "points", "platform", "factor"),
    [
        (0, 11, "linux", 1),
        (0, 9, "linux", 1),
        (0, 16.5, "linux", 1.5),
        (0, 9, "win32", 1),
        (0, 18, "win32", 2),
        (0, 13, "darwin", 1),
        (150, 11, "linux", 1.5),
        (100, 22, "linux", 1),
    ],
)
def test_the_choice_wins_over_the_font_of_the_system(
    percent: int, points: float, platform: str, factor: float
) -> None:
    assert wanted_factor(percent, points, platform, LARGE) == pytest.approx(factor)


@given(
    percent=st.integers(0, 300),
    points=st.floats(1, 100),
    width=st.integers(320, 8000),
    height=st.integers(240, 5000),
)
def test_the_smallest_window_has_a_place_on_the_screen(
    percent: int, points: float, width: int, height: int
) -> None:
    factor = wanted_factor(percent, points, "linux", QSize(width, height))
    assert factor >= 1
    if factor > 1:
        assert factor * SMALLEST.width() <= width + 0.01
        assert factor * SMALLEST.height() <= height + 0.01


def test_the_application_draws_larger_and_what_it_opens_does_not() -> None:
    script = (
        "import os; from PySide6.QtCore import QSize; from hiptimer.app import text_size\n"
        "from hiptimer.app.running import make_app\n"
        "text_size.SMALLEST = QSize(100, 100)\n"
        "app = text_size.make_sized(make_app, 150)\n"
        "print(app.primaryScreen().devicePixelRatio(), os.environ.get('QT_SCALE_FACTOR'))\n"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, check=True, env=env, capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == ["1.5", "None"]
