from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from hiptimer.figure.motion import Motion
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side
from hiptimer.ui.figure import pictures as module
from hiptimer.ui.figure.pictures import Pictures
from hiptimer.ui.theme import Theme

ASSETS = Path(__file__).parents[3] / "assets"
SMALL = QSize(96, 64)

pytestmark = pytest.mark.usefixtures("qapp")


class Motions:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def of(self, exercise_id: str) -> Motion:
        self.asked.append(exercise_id)
        exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
        return Motion(exercise, read_poses(ASSETS / f"poses/{exercise_id}.toml"))


def test_picture_is_drawn_once(light: Theme) -> None:
    motions = Motions()
    pictures = Pictures(motions.of)
    first = pictures.picture("clam-basic", Side.LEFT, SMALL, ratio=1.0, theme=light)
    second = pictures.picture("clam-basic", Side.LEFT, SMALL, ratio=1.0, theme=light)
    assert motions.asked == ["clam-basic"]
    assert first.toImage() == second.toImage()


def test_picture_has_the_real_pixels_of_the_screen(light: Theme) -> None:
    picture = Pictures(Motions().of).picture(
        "lunge-front", Side.RIGHT, SMALL, ratio=2.0, theme=light
    )
    assert (picture.width(), picture.height()) == (192, 128)
    assert picture.devicePixelRatio() == 2.0
    assert picture.deviceIndependentSize().toSize() == SMALL


def test_each_side_theme_and_ground_has_its_own(light: Theme, dark: Theme) -> None:
    pictures = Pictures(Motions().of)
    images = [
        pictures.picture("clam-basic", side, SMALL, ratio=1.0, theme=theme, ground=ground).toImage()
        for side, theme, ground in (
            (Side.LEFT, light, ""),
            (Side.RIGHT, light, ""),
            (Side.LEFT, dark, ""),
            (Side.LEFT, light, light.card),
        )
    ]
    assert all(one != two for n, one in enumerate(images) for two in images[:n])


def test_oldest_picture_makes_room(light: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    motions = Motions()
    pictures = Pictures(motions.of)
    for exercise_id in ("clam-basic", "bird-dog", "clam-basic", "leg-swing", "clam-basic"):
        pictures.picture(exercise_id, Side.LEFT, SMALL, ratio=1.0, theme=light)
    assert motions.asked == ["clam-basic", "bird-dog", "leg-swing"]
    pictures.picture("bird-dog", Side.LEFT, SMALL, ratio=1.0, theme=light)
    assert motions.asked[-1] == "bird-dog"
