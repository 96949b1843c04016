"""Two pictures: where they differ, and whether anybody would see it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from figure.colours import COLOURS, GROUND
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.figure.picture import Picture, difference, is_worth_painting, picture_of
from hiptimer.figure.skeleton import Body
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side

ASSETS = Path(__file__).parents[2] / "assets"
IDS = sorted(path.stem for path in (ASSETS / "exercises").glob("*.toml"))
RECT = QRectF(10, 6, 440, 280)

pytestmark = pytest.mark.usefixtures("qapp")


def frames(exercise_id: str) -> Iterator[Frame]:
    exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
    motion = Motion(exercise, read_poses(ASSETS / f"poses/{exercise_id}.toml"))
    side = Side.LEFT if exercise.per_side else Side.BOTH
    for phase in range(len(exercise.phases)):
        for step in range(4):
            yield motion.at_phase(phase, 0.15 + step * 0.21, 1, side, phase + 0.7 * step)


def pictures(exercise_id: str) -> list[Picture]:
    return [picture_of(frame, RECT) for frame in frames(exercise_id)]


def paint(image: QImage, picture: Picture, area: QRectF) -> None:
    """As a widget does it: the ground first, and nothing outside of the area."""
    painter = QPainter(image)
    painter.setClipRect(area)
    painter.fillRect(area, GROUND)
    FigurePainter(COLOURS).paint_within(painter, picture, area)
    painter.end()


def painted(picture: Picture) -> QImage:
    image = QImage(460, 292, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    paint(image, picture, picture.rect)
    return image


def most_different(one: QImage, two: QImage) -> int:
    """The largest difference of a channel of a pixel."""
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, two))
    return int(np.abs(first - second).max())


@pytest.mark.parametrize("exercise_id", IDS)
def test_painting_where_two_pictures_differ_makes_one_of_the_other(exercise_id: str) -> None:
    for before, after in pairwise(pictures(exercise_id)):
        image = painted(before)
        area = difference(before, after).toAlignedRect()
        if not area.isNull():
            paint(image, after, QRectF(area))
        # The soft shadow may be rounded another way where it is cut.
        assert most_different(image, painted(after)) <= 2


def test_a_leg_that_moves_alone_is_painted_alone() -> None:
    before, after, *_ = pictures("side-leg-raise")
    area = difference(before, after)
    assert 0 < area.width() * area.height() < 0.5 * RECT.width() * RECT.height()


def test_the_same_picture_needs_no_painting() -> None:
    first, *_ = pictures("clam-basic")
    assert difference(first, picture_of(first.frame, RECT)).isNull()


def test_another_place_or_view_is_painted_whole() -> None:
    first, *_ = pictures("clam-basic")
    elsewhere = picture_of(first.frame, RECT.adjusted(0, 0, 40, 0))
    turned = picture_of(replace(first.frame, azimuth=first.frame.azimuth + 5.0), RECT)
    assert difference(first, elsewhere) == elsewhere.rect
    assert difference(first, turned) == RECT


@pytest.mark.parametrize(("pixels", "is_worth"), [(0.0, False), (0.2, False), (0.3, True)])
def test_a_move_is_worth_painting_from_a_quarter_of_a_pixel(pixels: float, is_worth: bool) -> None:
    shown, *_ = pictures("clam-basic")
    joints = dict(shown.frame.body.joints)
    name = next(iter(joints))
    x, y, z = joints[name]
    joints[name] = (x, y + pixels / shown.lens.scale, z)
    assert is_worth_painting(replace(shown.frame, body=Body(joints)), shown) is is_worth


def test_a_ball_that_rolls_is_worth_painting() -> None:
    shown, *others = pictures("bridge-ball-curl")
    ball = others[-1].frame.props
    assert is_worth_painting(replace(shown.frame, props=ball), shown)
