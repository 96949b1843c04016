from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from hiptimer.figure.motion import Motion
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side
from hiptimer.ui.figure.pictures import Pictures, close_up, telling_moment
from hiptimer.ui.theme import Theme

ASSETS = Path(__file__).parents[3] / "assets"
SIZE = QSize(60, 42)


def motion(exercise_id: str) -> Motion | None:
    if exercise_id == "unknown":
        return None
    exercise = read_exercise(ASSETS / "exercises" / f"{exercise_id}.toml")
    return Motion(exercise, read_poses(ASSETS / "poses" / f"{exercise_id}.toml"))


def image(exercise_id: str, theme: Theme, ratio: float = 1.0) -> QImage:
    picture = Pictures(motion, theme).draw(exercise_id, SIZE, ratio)
    assert isinstance(picture, QPixmap)
    return picture.toImage()


@pytest.mark.parametrize("exercise_id", ["clam-basic", "single-leg-deadlift", "hip-hike"])
def test_the_body_fills_the_picture_and_the_corners_are_free(
    dressed: None, light: Theme, exercise_id: str
) -> None:
    drawn = image(exercise_id, light)
    assert drawn.size() == SIZE
    right, bottom = SIZE.width() - 1, SIZE.height() - 1
    seen = [
        (x, y)
        for x in range(right + 1)
        for y in range(bottom + 1)
        if drawn.pixelColor(x, y).alpha() > 128
    ]
    wide = max(x for x, _ in seen) - min(x for x, _ in seen)
    tall = max(y for _, y in seen) - min(y for _, y in seen)
    assert wide > 0.85 * right or tall > 0.85 * bottom
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        assert drawn.pixelColor(x, y).alpha() == 0


def test_themes_differ_and_twice_the_density_has_twice_the_pixels(
    dressed: None, light: Theme, dark: Theme
) -> None:
    assert image("clam-basic", light) != image("clam-basic", dark)
    assert image("clam-basic", light, 2.0).size() == SIZE * 2


def test_without_poses_there_is_no_picture(dressed: None, light: Theme) -> None:
    assert Pictures(motion, light).draw("unknown", SIZE, 1.0) is None


def test_the_moment_that_tells_the_exercise_is_not_its_start() -> None:
    found = motion("clam-raised")
    assert found is not None
    start, _, opened = found.key_moments(Side.RIGHT)
    assert telling_moment(found, Side.RIGHT) == opened != start


def test_a_close_up_shows_the_same_instant_larger() -> None:
    found = motion("lunge-front")
    assert found is not None
    frame = telling_moment(found, Side.RIGHT)
    near = close_up(frame)
    assert near.body == frame.body
    assert max(near.half) < max(frame.half)
