from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.figure.motion import Motion
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.figure.figure_view import FigureView
from hiptimer.ui.theme import Theme

ASSETS = Path(__file__).parents[3] / "assets"


class CountingView(FigureView):
    paintings = 0
    painted = 0
    """Pixels of the last painting."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paintings += 1
        self.painted = event.rect().width() * event.rect().height()
        super().paintEvent(event)


@pytest.fixture(scope="module")
def motion() -> Motion:
    exercise = read_exercise(ASSETS / "exercises/clam-basic.toml")
    return Motion(exercise, read_poses(ASSETS / "poses/clam-basic.toml"))


@pytest.fixture
def view(qtbot: QtBot, light: Theme, motion: Motion) -> CountingView:
    view = CountingView(figure_colours(light))
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_frame(motion.at_phase(0, 0.0, 0, Side.RIGHT))
    view.show()
    qtbot.waitUntil(lambda: view.paintings > 0)
    QApplication.processEvents()
    return view


def test_same_instant_again_is_not_painted_again(view: CountingView, motion: Motion) -> None:
    before = view.paintings
    view.show_frame(motion.at_phase(0, 0.0, 0, Side.RIGHT))
    QApplication.processEvents()
    assert view.paintings == before


def test_another_instant_is_painted(qtbot: QtBot, view: CountingView, motion: Motion) -> None:
    before, picture = view.paintings, view.grab().toImage()
    view.show_frame(motion.at_phase(0, 1.0, 0, Side.RIGHT))
    qtbot.waitUntil(lambda: view.paintings > before)
    assert view.grab().toImage() != picture


def test_next_instant_is_painted_where_something_moved(
    qtbot: QtBot, view: CountingView, motion: Motion
) -> None:
    before = view.paintings
    view.show_frame(motion.at_phase(0, 0.2, 0, Side.RIGHT))
    qtbot.waitUntil(lambda: view.paintings > before)
    assert 0 < view.painted < 0.6 * view.width() * view.height()


def test_another_size_is_painted_whole(qtbot: QtBot, view: CountingView, motion: Motion) -> None:
    view.resize(360, 220)
    view.show_frame(motion.at_phase(0, 0.2, 0, Side.RIGHT))
    qtbot.waitUntil(lambda: view.painted == 360 * 220)


def test_another_theme_is_painted(view: CountingView, light: Theme, dark: Theme) -> None:
    picture = view.grab().toImage()
    view.wear(figure_colours(dark))
    assert view.grab().toImage() != picture
    view.wear(figure_colours(light))
    assert view.grab().toImage() == picture


def test_round_the_figure_is_the_ground_that_its_colours_name(qtbot: QtBot, light: Theme) -> None:
    view = FigureView(figure_colours(light, "#123456"))
    qtbot.addWidget(view)
    view.resize(300, 200)
    assert view.grab().toImage().pixelColor(150, 110) == QColor("#123456")
    exercise = read_exercise(ASSETS / "exercises/clam-basic.toml")
    motion = Motion(exercise, read_poses(ASSETS / "poses/clam-basic.toml"))
    view.show_frame(motion.get_ready(0.0, Side.LEFT))
    image = view.grab().toImage()
    assert image.pixelColor(1, 1) == QColor("#123456")
    assert image.pixelColor(150, 110) != QColor("#123456")


def test_says_what_it_shows(view: CountingView) -> None:
    view.describe("Clamshell, left leg, open")
    assert view.accessibleName() == "Clamshell, left leg, open"


def test_without_a_frame_nothing_is_painted(view: CountingView) -> None:
    view.show_frame(None)
    empty = view.grab().toImage()
    assert empty.pixelColor(150, 110) == empty.pixelColor(0, 0)
