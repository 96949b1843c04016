"""Every exercise on one picture: start, middle and end of its movement, in both themes.

    python tests/bench/contact_sheet.py FOLDER [EXERCISE ...] [--left]

writes light-1.png, light-2.png ... and dark-1.png ... to FOLDER.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
REPO = Path(__file__).parents[2]
sys.path.insert(0, str(REPO))

from PySide6.QtCore import QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402

from hiptimer.figure.frame import Frame  # noqa: E402
from hiptimer.figure.motion import Motion  # noqa: E402
from hiptimer.figure.painter import FigurePainter  # noqa: E402
from hiptimer.model.exercise import Exercise  # noqa: E402
from hiptimer.model.reading import read_exercise, read_poses  # noqa: E402
from hiptimer.model.side import Side  # noqa: E402
from hiptimer.ui.figure.colours import figure_colours  # noqa: E402
from hiptimer.ui.theme import Theme, read_theme  # noqa: E402

ASSETS = REPO / "assets"
WIDTH, HEIGHT, LINE = 330, 220, 20
ACROSS, DOWN = 6, 9
Cell = tuple[str, Frame]


def main() -> None:
    """Write the sheets and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("exercise", nargs="*")
    parser.add_argument("--left", action="store_true", help="the left side, not the right")
    chosen = parser.parse_args()
    app = QGuiApplication(["contact sheet"])
    chosen.folder.mkdir(parents=True, exist_ok=True)
    ids = chosen.exercise or sorted(path.stem for path in (ASSETS / "exercises").glob("*.toml"))
    side = Side.LEFT if chosen.left else Side.RIGHT
    cells = [cell for exercise_id in ids for cell in cells_of(exercise_id, side)]
    for name in ("light", "dark"):
        theme = read_theme((ASSETS / f"themes/{name}.toml").read_bytes())
        for number, start in enumerate(range(0, len(cells), ACROSS * DOWN), 1):
            path = chosen.folder / f"{name}-{number}.png"
            sheet(cells[start : start + ACROSS * DOWN], theme).save(str(path))
            print(path)
    app.processEvents()


def cells_of(exercise_id: str, side: Side) -> list[Cell]:
    """Start, middle and end of the way out, each with what it is."""
    exercise = read_exercise(ASSETS / f"exercises/{exercise_id}.toml")
    motion = Motion(exercise, read_poses(ASSETS / f"poses/{exercise_id}.toml"))
    moving = [n for n, phase in enumerate(exercise.phases) if phase.from_pose != phase.to_pose]
    moments = _moments(moving, exercise)
    return [
        (f"{exercise_id}: {words}", motion.at_phase(phase, fraction, 0, _shown(exercise, side)))
        for phase, fraction, words in moments
    ]


def _moments(moving: list[int], exercise: Exercise) -> list[tuple[int, float, str]]:
    if not moving:
        return [(0, fraction, exercise.phases[0].name) for fraction in (0.0, 0.5, 1.0)]
    if len(moving) > 2:
        return [(phase, 1.0, exercise.phases[phase].name) for phase in moving[:3]]
    phase = moving[0]
    name = exercise.phases[phase].name
    return [(phase, share, f"{name} {share:.0%}") for share in (0.0, 0.5, 1.0)]


def _shown(exercise: Exercise, side: Side) -> Side:
    return side if exercise.per_side else Side.BOTH


def sheet(cells: list[Cell], theme: Theme) -> QImage:
    """The cells in rows, each with its words above it."""
    rows = -(-len(cells) // ACROSS)
    size = (WIDTH * ACROSS, (HEIGHT + LINE) * rows)
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.ground))
    painter = QPainter(image)
    figure = FigurePainter(figure_colours(theme))
    for place, (words, frame) in enumerate(cells):
        x, y = place % ACROSS * WIDTH, place // ACROSS * (HEIGHT + LINE)
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRectF(x + 6, y, WIDTH, LINE), Qt.AlignmentFlag.AlignVCenter, words)
        area = QRectF(x, y + LINE, WIDTH, HEIGHT).adjusted(4, 2, -4, -2)
        painter.setClipRect(area)
        figure.paint(painter, area, frame)
        painter.setClipping(False)
    painter.end()
    return image


if __name__ == "__main__":
    main()
