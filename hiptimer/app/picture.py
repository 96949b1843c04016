"""A picture of an exercise in a file: its key moments side by side."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.figure.motion import Motion
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import CatalogueError
from hiptimer.model.language import tr
from hiptimer.model.pose import Pose
from hiptimer.model.reading import read_poses
from hiptimer.model.side import Side

WATCH_S = 0.2


class PictureError(Exception):
    """The picture cannot be drawn or written; the words say why."""


def pose_file(home: Home, name: str) -> Path:
    """The pose file of an exercise, or the file itself when a path to one is given."""
    given = Path(name)
    if given.suffix == ".toml":
        return given
    own = home.paths.own_catalogue / "poses" / f"{name}.toml"
    return own if own.exists() else resources.assets() / "poses" / f"{name}.toml"


def draw_picture(home: Home, file: Path, out: Path, *, side: Side, theme: str, height: int) -> None:
    """Draw the poses of `file` to `out`, `height` pixels high. Raises PictureError."""
    exercise = home.catalogue.exercises.get(file.stem)
    if exercise is None:
        words = tr("{file}: there is no exercise called {name}.", file=file.name, name=file.stem)
        raise PictureError(words)
    motion = Motion(exercise, _poses(file, exercise), mirror_front=home.settings.mirror_front)
    # A picture needs no screen; asked for before Qt is loaded.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hiptimer.ui.figure.sheet import save_moments
    from hiptimer.ui.theme import read_theme

    colours = read_theme(resources.asset_bytes(f"themes/{theme}.toml"))
    if not save_moments(motion.key_moments(side), out, colours, height):
        words = tr("{file}: this picture cannot be written. Is it a .png in a folder?", file=out)
        raise PictureError(words)


def _poses(file: Path, exercise: Exercise) -> Mapping[str, Pose]:
    try:
        poses = read_poses(file)
    except CatalogueError as error:
        raise PictureError(str(error)) from error
    if lacking := exercise.pose_names - poses.keys():
        names = ", ".join(sorted(lacking))
        raise PictureError(tr("{file}: lacks the poses {names}.", file=file.name, names=names))
    return poses


def watch(file: Path, draw: Callable[[], None]) -> None:
    """Call `draw` now and whenever `file` has changed, until it is interrupted."""
    seen = -1
    while True:
        changed = file.stat().st_mtime_ns if file.exists() else 0
        if changed != seen:
            seen = changed
            draw()
        time.sleep(WATCH_S)
