"""What one frame of the figure costs at 900×600, over all exercises, and where the time goes."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.order import far_to_near
from hiptimer.figure.painter import FigurePainter
from hiptimer.figure.picture import Picture, difference, lens_for, parts_of, picture_of
from hiptimer.model.exercise import Exercise
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import read_theme

ASSETS = Path(__file__).parents[2] / "assets"
WIDTH, HEIGHT = 900, 600
MOMENTS = 12


def measure() -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    theme = read_theme((ASSETS / "themes/light.toml").read_bytes())
    figure = FigurePainter(figure_colours(theme))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    rect = QRectF(0, 0, WIDTH, HEIGHT)
    solving: list[float] = []
    painting: list[float] = []
    going_on: list[float] = []
    stages: dict[str, list[float]] = {}
    for path in sorted((ASSETS / "exercises").glob("*.toml")):
        exercise = read_exercise(path)
        motion = Motion(exercise, read_poses(ASSETS / "poses" / path.name))
        began = time.perf_counter()
        frames = list(_frames(motion, exercise))
        solving.append((time.perf_counter() - began) / len(frames))
        painting += [_best(figure.paint, painter, rect, frame) for frame in frames]
        going_on += [
            _best(_paint_next, figure, painter, picture_of(before, rect), frame)
            for before, frame in pairwise(frames)
        ]
        for name, took in _stages(figure, frames[0], painter):
            stages.setdefault(name, []).append(took)
    painter.end()
    yield "figure: a frame solved, mean", _ms(statistics.mean(solving)), ""
    yield "figure: a frame painted, median", _ms(_percentile(painting, 50)), "≤ 4 ms"
    yield "figure: a frame painted, 99th of 100", _ms(_percentile(painting, 99)), "≤ 8 ms"
    yield "figure: where the next differs, median", _ms(_percentile(going_on, 50)), ""
    for name, took in stages.items():
        yield f"  of it {name}, median", _ms(statistics.median(took)), ""
    del app


def _frames(motion: Motion, exercise: Exercise) -> Iterator[Frame]:
    side = Side.LEFT if exercise.per_side else Side.BOTH
    for phase in range(len(exercise.phases)):
        for moment in range(MOMENTS):
            yield motion.at_phase(phase, moment / MOMENTS, 1, side, moment / MOMENTS)


def _stages(figure: FigurePainter, frame: Frame, painter: QPainter) -> Iterator[tuple[str, float]]:
    """The painter's steps one by one, as it takes them itself."""
    rect = QRectF(0, 0, WIDTH, HEIGHT)
    lens, picture = lens_for(frame, rect), picture_of(frame, rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield "mat and shadow", _timed(figure.paint_floor, painter, picture, rect)
    parts = parts_of(frame, lens)
    yield "joints to parts", _timed(parts_of, frame, lens)
    yield "far to near", _timed(far_to_near, parts, lens)
    yield "filling shapes", _timed(figure.paint_parts, painter, picture, rect)


def _paint_next(figure: FigurePainter, painter: QPainter, before: Picture, frame: Frame) -> None:
    """What a view does from one frame to the next."""
    picture = picture_of(frame, before.rect)
    figure.paint_within(painter, picture, difference(before, picture))


def _best(what: Callable[..., object], *things: object) -> float:
    """The best of three: other programs on the computer are not the painter's cost."""
    return min(_timed(what, *things) for _ in range(3))


def _timed(what: Callable[..., object], *things: object) -> float:
    began = time.perf_counter()
    what(*things)
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms"


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


if __name__ == "__main__":
    for row in measure():
        print("{:42} {:>14}   {}".format(*row))
