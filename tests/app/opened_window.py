"""Opens the window in a process of its own and tells about its first frame and its pictures.

Run with a folder for its files; the last line it prints is JSON.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from hiptimer.app.choices import Choices
from hiptimer.app.front import Front
from hiptimer.app.running import make_app
from hiptimer.paths import paths_under

if TYPE_CHECKING:
    from hiptimer.app.window import Window

LONGEST_MS = 20_000


class Watch(QObject):
    """Writes down what happens to the window's pictures."""

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self.window = window
        self.told: dict = {}
        self.drawn: list[str] = []
        self._loop = QEventLoop()
        self._awaited = 0
        window.main.page_appeared.connect(self._note_first)
        window._album.drawn.connect(self._note_drawn)

    def wait_for(self, pictures: int) -> None:
        self.drawn.clear()
        self._awaited = pictures
        QTimer.singleShot(LONGEST_MS, self._loop.quit)
        self._loop.exec()

    def geometry(self) -> list[list[int]]:
        widgets = self.window.main.findChildren(QWidget)
        return [list(widget.geometry().getRect()) for widget in widgets if widget.isVisible()]

    def _note_first(self) -> None:
        figures = ("hiptimer.figure", "hiptimer.app.figures", "hiptimer.ui.figure.pictures")
        self.told["loaded_at_first"] = [name for name in sys.modules if name.startswith(figures)]
        self.told["drawn_at_first"] = len(self.drawn)
        self.told["geometry_at_first"] = self.geometry()

    def _note_drawn(self, exercise_id: str) -> None:
        self.drawn.append(exercise_id)
        if len(self.drawn) == self._awaited:
            # A little longer, to see whether more come.
            QTimer.singleShot(200, self._loop.quit)


def rail(front: Front) -> list[list[int]]:
    return [list(button.geometry().getRect()) for button in front.main.rail_buttons.values()]


def main() -> None:
    app = make_app()
    choices = Choices(paths_under(Path(sys.argv[1])))
    choices.settings = msgspec.structs.replace(choices.settings, theme="light")
    front = Front(app, choices)
    front.appear()
    at_front = {
        "front_is_seen": front.main.isVisible() and not front.main.findChildren(QScrollArea),
        "loaded_at_front": sorted(sys.modules),
        "rail_at_front": rail(front),
    }

    from hiptimer.app.home import Home
    from hiptimer.app.start_note import NAME
    from hiptimer.app.window import Window

    home = Home(choices.paths, choices)
    # Nothing is asked in the place of the other routines: their pictures are waited for.
    home.settings = msgspec.structs.replace(home.settings, declined={NAME: date(2026, 3, 2)})
    window = Window(front, home, 1.0)
    watch = Watch(window)
    watch.told |= at_front
    plan = window._room.today.plan()
    assert plan is not None
    wanted = [move.exercise.id for move in plan.moves] + [card.picture for card in plan.others]
    window.show()
    watch.wait_for(len(wanted))
    page = window.today_page
    watch.told |= {
        "wanted": wanted,
        "rail": rail(front),
        "places": len(wanted),
        "drawn": list(watch.drawn),
        "geometry": watch.geometry(),
        "scrolls": any(a.verticalScrollBar().isVisible() for a in page.findChildren(QScrollArea)),
    }
    light = page.grab().toImage()
    home.settings = msgspec.structs.replace(home.settings, theme="dark")
    window._front.dressing.dress_anew()
    watch.wait_for(len(wanted))
    watch.told |= {"drawn_anew": len(watch.drawn), "looks_anew": page.grab().toImage() != light}
    print(json.dumps(watch.told))
    window.close()


main()
