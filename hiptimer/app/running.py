"""The window as a program: from the first frame to the exit code."""

import traceback
from contextlib import closing
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
from hiptimer.app.text_size import make_sized
from hiptimer.app.window import Window
from hiptimer.app.window_icon import WindowIcon
from hiptimer.desktop.one_window import OneWindow
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.ui.accessible import install_roles


def make_app() -> QApplication:
    """Qt's side of the program, not dressed yet."""
    # As an argument, since `setStyle` gives back a style, which takes PySide 13 ms to know.
    app = QApplication(["hiptimer", "-style", "Fusion"])
    app.setApplicationName("hiptimer")
    app.setApplicationDisplayName("hiptimer")
    app.setDesktopFileName("hiptimer")
    app.setQuitOnLastWindowClosed(False)
    install_roles()
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
    crashes = CrashWatch(home.paths.logs, now=local_now)
    if crashes.last:
        home.problems.append(tr("hiptimer ended by itself last time. About has a report of it."))
    run = Run(place, crash=crashes.last, speed=speed)
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
        crashes.close()


class Run:
    """What lasts while one window takes the place of another. `crash` is of the run before."""

    def __init__(self, place: OneWindow, *, crash: str, speed: float) -> None:
        self._place = place
        self._crash = crash
        self._speed = speed
        self._percent = -1
        self._app: QApplication | None = None

    def until_closed(
        self,
        home: Home,
        *,
        start: Routine | None = None,
        files: tuple[Path, ...] = (),
        page: str = "today",
    ) -> tuple[int, str | None]:
        """The exit code, and the page to open the next window with, None for no next one."""
        app = self._app_for(home)
        with (
            closing(Collecting()),
            closing(BugReports()) as bugs,
            closing(StopSignals()) as stop,
        ):
            words = QtWords(app)
            words.speak(home.language)
            window = Window(app, home, self._speed)
            telling = TellingBugs(
                home, window.main, bugs, is_leading=window.is_leading, crash=self._crash
            )
            window.backstage.left.connect(telling.tell_waiting)
            window.report_wished.connect(telling.show_asked)
            stop.asked.connect(window.close)
            icon = WindowIcon(app)
            window.main.appeared.connect(icon.give)
            window.show(page)
            if start is not None:
                window.start(start)
            if files:
                window.take_files(files)
            others = OtherStarts(home, window)
            window.closing.connect(self._place.rest)
            self._place.hear(others.tell)
            code = app.exec()
            return code, window.main.page if window.opens_again else None

    def _app_for(self, home: Home) -> QApplication:
        """The one there is, or one of another size in its place."""
        percent = home.settings.text_percent
        if self._app is not None and percent != self._percent:
            self._app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
            self._app = None
        if self._app is None:
            self._app, self._percent = make_sized(make_app, percent), percent
        return self._app
