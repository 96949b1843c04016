"""Takes a picture of every page, room and state of a workout (`make screenshots`).

In each theme and size: light, dark and high contrast, at the smallest window, the usual one, and a
large one at twice as many pixels. Each size is drawn by a process of its own, since Qt takes the
scale only when it starts.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot
from walking import WAYS, Walk, recent_samples
from windows import window_for

from hiptimer.app.exchange import Exchange
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.running import make_app
from hiptimer.app.window import Window
from hiptimer.paths import Paths, paths_under

THEMES = ("light", "dark", "contrast")
SIZES = {"960x600": 1, "1280x800": 1, "1920x1080": 2}
ALL_SAMPLES = 42
NAME = re.compile(r"[^a-z0-9]+")
TURNS = 12


class Picturing(Walk):
    """Saves what there is to be seen, numbered in the order of the way."""

    def __init__(self, window: Window, qtbot: QtBot, folder: Path) -> None:
        super().__init__(window, qtbot)
        self._folder = folder

    def look(self, place: str, widget: QWidget | None = None) -> None:
        super().look(place, widget)
        for _ in range(TURNS):
            QApplication.processEvents()
        # Pictures on cards and charts come a little later than the words.
        self.qtbot.wait(200)
        name = NAME.sub("-", place.lower()).strip("-")
        (widget or self.window.main).grab().save(
            str(self._folder / f"{len(self.places):02}-{name}.png")
        )


def take(theme: str, size: QSize, language: str, folder: Path) -> int:
    """Walk through the window once; how many pictures there are now."""
    with tempfile.TemporaryDirectory() as place:
        home = Home(filled(Path(place)))
        home.change_settings(theme=theme, language=language)
        app = make_app()
        qt_api.set_qt_api("pyside6")
        window = window_for(app, Home(home.paths))
        window.main.resize(size)
        window.show()
        walk = Picturing(window, QtBot(None), folder)
        walk.qtbot.waitUntil(lambda: window.is_prepared)
        walk.qtbot.wait(1000)
        for go in WAYS:
            go(walk)
        window.close()
        return len(walk.places)


def filled(place: Path) -> Paths:
    """The folders of somebody with some weeks behind them."""
    paths = paths_under(place / "data")
    exchange = Exchange(Home(paths), local_now)
    exchange.apply_import(exchange.preview_import(recent_samples(place, ALL_SAMPLES)))
    return paths


def main() -> None:
    """All of them, or with --only the one a process of its own is for."""
    parser = argparse.ArgumentParser(description="Take pictures of hiptimer.")
    parser.add_argument("--to", type=Path, default=Path("build/screenshots"), help="the folder")
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", nargs=2, metavar=("THEME", "SIZE"))
    asked = parser.parse_args()
    if asked.only:
        theme, size = asked.only
        width, height = map(int, size.split("x"))
        asked.to.mkdir(parents=True, exist_ok=True)
        print(take(theme, QSize(width, height), asked.language, asked.to))
        return
    for theme in THEMES:
        for size, scale in SIZES.items():
            folder = asked.to / f"{asked.language}-{theme}-{size}@{scale}x"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
            env |= {"SDL_AUDIODRIVER": "dummy"}
            command = [sys.executable, __file__, "--to", str(folder), "--language", asked.language]
            done = subprocess.run(
                [*command, "--only", theme, size], env=env, check=True, stdout=subprocess.PIPE
            )
            print(f"{folder}: {done.stdout.decode().strip()} pictures", flush=True)


if __name__ == "__main__":
    main()
