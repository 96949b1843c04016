"""What one frame of the figure costs at 900×600, over all exercises, and where the time goes."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from hiptimer.figure.frame import Frame
from hiptimer.figure.motion import Motion
from hiptimer.figure.painter import FigurePainter
from hiptimer.model.reading import read_exercise, read_poses
from hiptimer.model.side import Side
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import read_theme

ASSETS = Path(__file__).parents[2] / "assets"
WIDTH, HEIGHT = 900, 600
MOMENTS = 12
TIMES = 30


def measure() -> Iterator[tuple[str, str, str]]:
    """Rows of the table: name, figure, aim."""
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    motions = _motions()
    solving = [took for motion in motions for took in _solving(motion)]
    yield "figure: solve one frame, median", _ms(statistics.median(solving)), ""
    theme = read_theme((ASSETS / "themes/light.toml").read_bytes())
    stages = Stages(FigurePainter(figure_colours(theme)))
    frames = [frame for motion in motions for frame in _frames(motion)]
    painting = [stages.paint(frame) for frame in frames for _ in range(2)]
    yield "figure: paint one frame, median", _ms(statistics.median(painting)), "≤ 4 ms"
    yield "figure: paint one frame, 99th of 100", _ms(_percentile(painting, 99)), "≤ 8 ms"
    for name, seconds in stages.shares():
        yield f"  of it {name}", _ms(seconds), ""
    app.processEvents()


class Stages:
    """Times whole frames, and the painter's own steps within them."""

    def __init__(self, figure: FigurePainter) -> None:
        self._figure = figure
        self._image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)

    def paint(self, frame: Frame) -> float:
        """Seconds for one frame."""
        self._image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._image)
        began = time.perf_counter()
        self._figure.paint(painter, QRectF(0, 0, WIDTH, HEIGHT), frame)
        took = time.perf_counter() - began
        painter.end()
        return took
