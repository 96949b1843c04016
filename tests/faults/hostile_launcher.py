"""The program's window, gone through by itself: `hostile_launcher.py SANDBOX ARGUMENTS…`.

SANDBOX holds the data folder; nothing outside of it may be written. In the end a line of JSON
tells how long the window kept still and what was done that may not be.
"""

import sys
import time
from collections.abc import Callable, Container, Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog
from watched import Watch

from hiptimer.app import window
from hiptimer.cli.program import main
from hiptimer.model.routine import Routine
from hiptimer.ui.exercises.page import ExercisesPage
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.session.page import SessionPage

TICK_MS = 20
WORKOUT_TICKS = 60
SPEED = 60.0
PAGES = ("exercises", "routines", "history", "settings", "about", "today")
# More would make one start long and show nothing new.
MOST_EACH = 6


class Toured(msgspec.Struct):
    """Seconds of processor up to the window, and without an event at most; how many exercises,
    routines, sessions and dialogs were shown; what was done outside.
    """

    opened_s: float
    still_s: float = 0.0
    seen: int = 0
    outside: list[str] = []


class Tour(QObject):
    """Goes a step at each tick: through the pages, what is the person's own, and a workout."""

    def __init__(self, opened: window.Window, own: tuple[str, ...]) -> None:
        super().__init__()
        self.told = Toured(time.process_time())
        self._opened = opened
        self._own = own
        self._steps = self._tour()
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        next(self._steps, None)
        now = time.thread_time()
        self.told.still_s = max(self.told.still_s, now - self._last)
        self._last = now

    def _tour(self) -> Iterator[None]:
        opened = self._opened
        yield from self._until(lambda: opened.is_prepared)
        yield from self._refuse_files()
        for page in PAGES:
            opened.main.show_page(page)
            yield
            yield
        yield from self._sessions()
        yield from self._exercises()
        yield from self._routines()
        opened.close()

    def _until(self, is_true: Callable[[], bool]) -> Iterator[None]:
        while not is_true():
            yield

    def _refuse_files(self) -> Iterator[None]:
        """What a file would bring is asked, and nothing of it taken."""
        yield
        for dialog in self._opened.main.findChildren(QDialog):
            if dialog.isVisible():
                self.told.seen += 1
                dialog.reject()
                yield

    def _sessions(self) -> Iterator[None]:
        """Each view of all, and each by itself."""
        opened = self._opened
        opened.main.show_page("history")
        page = opened.main.findChildren(HistoryPage)[0]
        yield
        for tab in page.overview.charts.tabs.findChildren(QAbstractButton):
            tab.click()
            yield
            yield
        for outline in opened.past.outlines[:MOST_EACH]:
            self.told.seen += 1
            page.overview.sessions.session_wished.emit(outline.id)
            yield
            for shown in opened.main.findChildren(SessionPage):
                shown.close_page()
            yield

    def _exercises(self) -> Iterator[None]:
        opened = self._opened
        for id_ in self._known(opened.rooms.house.home.catalogue.exercises):
            opened.main.show_page("exercises")
            opened.main.findChildren(ExercisesPage)[0].choose(id_)
            yield
            opened.rooms.write_exercise(like=id_)
            yield
            opened.rooms.leave()
            opened.main.show_pages()
            yield

    def _routines(self) -> Iterator[None]:
        """The last one may be led still when the window is closed."""
        opened = self._opened
        for id_ in self._known(opened.rooms.house.home.catalogue.routines):
            opened.pages.show_routine(id_)
            yield
            opened.rooms.edit_routine(id_)
            yield
            opened.rooms.leave()
            opened.main.show_pages()
            yield
            yield from self._led(opened.rooms.house.home.catalogue.routines[id_])
            if opened.is_leading():
                return

    def _led(self, routine: Routine) -> Iterator[None]:
        opened = self._opened
        opened.start(routine, SPEED)
        for _ in range(WORKOUT_TICKS):
            if not opened.is_leading():
                break
            opened.stage.workout_page.wishes.skip_wished.emit()
            yield
        if opened.stage.done_page.isVisible():
            opened.stage.done_page.leave()
            yield

    def _known(self, of_all: Container[str]) -> list[str]:
        """The person's own that could be read, though maybe not as they were meant."""
        ids = [id_ for id_ in self._own if id_ in of_all][:MOST_EACH]
        self.told.seen += len(ids)
        return ids


def own_in(data: Path) -> tuple[str, ...]:
    """The names of all exercises and routines that lie in a data folder."""
    return tuple(sorted({file.stem for file in data.glob("*/*.toml")}))


sandbox = Path(sys.argv[1])
tours: list[Tour] = []
show = window.Window.show


def show_toured(opened: window.Window, page: str = "today") -> None:
    tours.append(Tour(opened, own_in(sandbox / "data")))
    show(opened, page)


window.Window.show = show_toured
watch = Watch(f"{sandbox}/")
try:
    main(sys.argv[2:])
finally:
    for tour in tours:
        tour.told.outside = watch.taken()
        print(msgspec.json.encode(tour.told).decode(), flush=True)
