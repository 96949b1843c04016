"""The window as a program: from the first frame to the exit code."""

import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hiptimer.app.bugs import BugReports
from hiptimer.app.collecting import Collecting
from hiptimer.app.crash_watch import CrashWatch
from hiptimer.app.home import Home, local_now
from hiptimer.app.other_starts import OtherStarts
from hiptimer.app.qt_words import QtWords
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.telling_bugs import TellingBugs, tell_fatal
from hiptimer.app.window import Window
from hiptimer.desktop.one_window import OneWindow
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine


def make_app() -> QApplication:
    """Qt's side of the program, not dressed yet."""
    # As an argument, since `setStyle` gives back a style, which takes PySide 13 ms to know.
    app = QApplication(["hiptimer", "-style", "Fusion"])
    app.setApplicationName("hiptimer")
    app.setApplicationDisplayName("hiptimer")
    app.setDesktopFileName("hiptimer")
    app.setQuitOnLastWindowClosed(False)
    return app


def run_window(
    home: Home,
    place: OneWindow,
    *,
    start: Routine | None = None,
    files: tuple[Path, ...] = (),
    speed: float = 1.0,
) -> int:
    """Open the window and stay until it is closed. Returns the exit code.

    `place` is the right to it, through which other starts are heard.
    """
    app = make_app()
    crashes = CrashWatch(home.paths.logs, now=local_now)
    collecting = Collecting()
    bugs = BugReports()
    stop = StopSignals()
    run = Run(app, bugs, stop, place, crash=crashes.last, speed=speed)
    if crashes.last:
        home.problems.append(tr("hiptimer ended by itself last time. About has a report of it."))
    try:
        code, page = run.until_closed(home, start=start, files=files)
        while page is not None:
            code, page = run.until_closed(Home(home.paths), page=page)
        return code
    except Exception:
        # Started from a menu there is no terminal to read it in.
        tell_fatal(home, traceback.format_exc())
        raise
    finally:
        stop.close()
        bugs.close()
        collecting.close()
        crashes.close()


class Run:
    """What lasts while one window takes the place of another. `crash` is of the run before."""

    def __init__(
        self,
        app: QApplication,
        bugs: BugReports,
        stop: StopSignals,
        place: OneWindow,
        *,
        crash: str,
        speed: float,
    ) -> None:
        self._app = app
        self._qt_words = QtWords(app)
        self._bugs = bugs
        self._stop = stop
        self._place = place
        self._crash = crash
        self._speed = speed

    def until_closed(
        self,
        home: Home,
        *,
        start: Routine | None = None,
        files: tuple[Path, ...] = (),
        page: str = "today",
    ) -> tuple[int, str | None]:
        """The exit code, and the page to open the next window with, None for no next one."""
        self._qt_words.speak(home.language)
        window = Window(self._app, home, self._speed)
        telling = TellingBugs(
            home, window.main, self._bugs, is_leading=window.is_leading, crash=self._crash
        )
        window.backstage.left.connect(telling.tell_waiting)
        window.report_wished.connect(telling.show_asked)
        self._stop.asked.connect(window.close)
        window.show(page)
        if start is not None:
            window.start(start)
        if files:
            window.take_files(files)
        others = OtherStarts(home, window)
        window.closing.connect(self._place.rest)
        self._place.hear(others.tell)
        code = self._app.exec()
        self._stop.asked.disconnect(window.close)
        self._bugs.happened.disconnect()
        return code, window.main.page if window.opens_again else None
