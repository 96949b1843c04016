"""The painted picture itself: nothing cut off, left the mirror of right, the right things seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from figure.colours import COLOURS
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hiptimer.figure.frame import Frame, mirrored_frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.figure.placed import PlacedBall, PlacedBand, PlacedWall
from hiptimer.model.exercise import Exercise
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side

ASSETS = Path(__file__).parents[2] / "assets"
IDS = sorted(path.stem for path in (ASSETS / "exercises").glob("*.toml"))
WIDTH, HEIGHT = 240, 160

pytestmark = pytest.mark.usefixtures("qapp")


def read(exercise_id: str) -> tuple[Exercise, Motion]:
    exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
    return exercise, Motion(exercise, read_poses(ASSETS / f"poses/{exercise_id}.toml"))


def instants(exercise: Exercise, motion: Motion) -> Iterator[Frame]:
    side = Side.RIGHT if exercise.per_side else Side.BOTH
    for phase in range(len(exercise.phases)):
        for fraction in (0.0, 0.5, 1.0):
            yield motion.at_phase(phase, fraction, 1, side)


def picture(frame: Frame, rect: QRectF | None = None) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    FigurePainter(COLOURS).paint(painter, rect or QRectF(0, 0, WIDTH, HEIGHT), frame)
    painter.end()
    return image


def without_walls(frame: Frame) -> Frame:
    """A wall is the ground behind a picture, and may reach its edge."""
    props = tuple(prop for prop in frame.props if not isinstance(prop, PlacedWall))
    return Frame(
        frame.body,
        props,
        frame.azimuth,
        frame.elevation,
        frame.centre,
        frame.radius,
        frame.half,
        frame.working,
        frame.mat,
    )


def hue_share(image: QImage, hue: int) -> float:
    """The share of the picture that has a strong colour near this hue (degrees)."""
    found = 0
    for y in range(image.height()):
        for x in range(image.width()):
            colour = QColor(image.pixelColor(x, y))
            is_strong = colour.alpha() > 128 and colour.saturation() > 200 and colour.value() > 120
            found += is_strong and min(abs(colour.hue() - hue), 360 - abs(colour.hue() - hue)) < 12
    return found / (image.width() * image.height())


@pytest.mark.parametrize("exercise_id", IDS)
def test_nothing_is_cut_off_at_the_edge(exercise_id: str) -> None:
    exercise, motion = read(exercise_id)
    for frame in instants(exercise, motion):
        image = picture(without_walls(frame))
        edge = [(x, y) for x in range(WIDTH) for y in (0, HEIGHT - 1)]
        edge += [(x, y) for y in range(HEIGHT) for x in (0, WIDTH - 1)]
        assert max(image.pixelColor(x, y).alpha() for x, y in edge) < 60


@pytest.mark.parametrize("exercise_id", IDS)
def test_left_is_painted_as_the_mirror_of_right(exercise_id: str) -> None:
    exercise, motion = read(exercise_id)
    if not exercise.per_side:
        return
    right, left = (picture(motion.at_phase(0, 0.6, 0, side)) for side in (Side.RIGHT, Side.LEFT))
    assert different_share(right, left.flipped(Qt.Orientation.Horizontal)) < 0.01


def different_share(one: QImage, two: QImage) -> float:
    """The share of points whose colours are plainly different (soft edges are not)."""
    different = 0
    first, second = bytes(one.constBits()), bytes(two.constBits())
    for place in range(0, len(first), 4):
        a, b = first[place : place + 4], second[place : place + 4]
        different += max(abs(p - q) for p, q in zip(a, b, strict=True)) > 90
    return different / (len(first) / 4)


@pytest.mark.parametrize("exercise_id", ["clam-band", "bridge-basic", "lunge-front"])
def test_working_thigh_is_seen_in_the_work_colour(exercise_id: str) -> None:
    exercise, motion = read(exercise_id)
    side = Side.RIGHT if exercise.per_side else Side.BOTH
    assert hue_share(picture(motion.at_phase(0, 1.0, 0, side)), hue=0) > 0.005


def test_painting_stays_within_its_rectangle() -> None:
    _exercise, motion = read("split-squat")
    frame = motion.at_phase(0, 1.0, 0, Side.RIGHT)
    image = picture(frame, QRectF(80, 40, 100, 60))
    outside = [
        image.pixelColor(x, y).alpha()
        for y in range(HEIGHT)
        for x in range(WIDTH)
        if not (80 <= x < 180 and 40 <= y < 100)
    ]
    assert max(outside) == 0
    assert image.pixelColor(130, 70).alpha() > 0


def test_ball_is_seen_to_roll() -> None:
    _exercise, motion = read("bridge-ball-curl")
    frame = motion.at_phase(0, 0.0, 0, Side.BOTH)
    ball = next(prop for prop in frame.props if isinstance(prop, PlacedBall))
    turned = PlacedBall(ball.centre, ball.radius, ball.turn + 30)
    rolled = Frame(
        **{name: getattr(frame, name) for name in frame.__struct_fields__} | {"props": (turned,)}
    )
    assert picture(frame) != picture(rolled)


def test_band_has_a_strand_in_front() -> None:
    _exercise, motion = read("band-side-step-ankles")
    frame = motion.at_phase(0, 1.0, 0, Side.RIGHT)
    assert any(isinstance(prop, PlacedBand) for prop in frame.props)
    assert hue_share(picture(frame), hue=60) > 0.0005


def test_two_paintings_of_one_frame_are_the_same() -> None:
    _, motion = read("fire-hydrant")
    frame = motion.at_phase(0, 0.3, 0, Side.LEFT)
    assert picture(frame) == picture(frame)
    assert picture(frame) != picture(mirrored_frame(frame))
