"""The window as a program: from the first frame to the exit code."""

import sys
import traceback
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

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
from hiptimer.paths import Paths
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


def ask_where(home: Home) -> Paths | None:
    """Ask for the data folder, which is gone, without a window; None to end the program."""
    from hiptimer.app.missing_data import MissingData

    app = make_sized(make_app, home.settings.text_percent)
    QtWords(app).speak(home.language)
    paths = MissingData(app, home).ask()
    app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
    return paths


def ask_again(home: Home, words: str) -> bool:
    """Tell without a window why there is none; whether the person wants to try again."""
    from hiptimer import resources
    from hiptimer.app.themes import Themes
    from hiptimer.ui.fonts import load_fonts
    from hiptimer.ui.no_answer import NoAnswerDialog
    from hiptimer.ui.theme import apply_theme

    app = make_sized(make_app, home.settings.text_percent)
    QtWords(app).speak(home.language)
    apply_theme(app, Themes(home).of_pages(), load_fonts(resources.assets() / "fonts"))
    is_wished = bool(NoAnswerDialog(words).exec())
    app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
    return is_wished


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
        closed = run.until_closed(home, start=start, files=files)
        while closed.next is not None:
            closed = run.until_closed(closed.next, page=closed.page, told=closed.told)
        return closed.code
    except Exception as error:  # noqa: BLE001  (all of it goes the way of what nobody caught)
        # Logged before anything else may go wrong, and the next start may try for itself.
        sys.excepthook(type(error), error, error.__traceback__)
        crashes.close()
        place.close()
        # Started from a menu there is no terminal to read it in.
        tell_fatal(home, traceback.format_exc())
        return 1
    finally:
        crashes.close()


class Closed(NamedTuple):
    """How a window was closed: with `next` the home of the one to open in its place, on `page`
    and with words `told` there.
    """

    code: int
    next: Home | None = None
    page: str = "today"
    told: str = ""


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
        told: str = "",
    ) -> Closed:
        app = self._app_for(home)
        words = QtWords(app)
        words.speak(home.language)
        if home.paths.is_gone:
            found = _found(app, home, self._place)
            if found is None:
                return Closed(0)
            home = found
        with (
            closing(Collecting()) as collecting,
            closing(BugReports()) as bugs,
            closing(StopSignals()) as stop,
        ):
            window = Window(app, home, self._speed, told=told)
            telling = TellingBugs(
                home, window.main, bugs, is_leading=window.is_leading, crash=self._crash
            )
            window.backstage.left.connect(telling.tell_waiting)
            window.report_wished.connect(telling.show_asked)
            collecting.spare_while(window.is_leading)
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
            # Once more, if they could not be saved when they were made.
            home.change_settings()
        return _next(home, window, code) if window.opens_again else Closed(code)

    def _app_for(self, home: Home) -> QApplication:
        """The one there is, or one of another size in its place."""
        percent = home.settings.text_percent
        if self._app is not None and percent != self._percent:
            self._app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
            self._app = None
        if self._app is None:
            self._app, self._percent = make_sized(make_app, percent), percent
        return self._app


def _found(app: QApplication, home: Home, place: OneWindow) -> Home | None:
    """The home of the person once it is said where their data are; None to end the program."""
    from hiptimer.app.dialog_calls import DialogCalls
    from hiptimer.app.missing_data import MissingData

    missing = MissingData(app, home)
    calls = DialogCalls(missing.dialog)
    place.hear(calls.tell)
    paths = missing.ask()
    place.rest()
    return None if paths is None else Home(paths)


def _next(home: Home, window: Window, code: int) -> Closed:
    """The window to open in the place of one that is closed: nobody writes to the history now."""
    paths, told = home.paths, ""
    if window.move is not None:
        from hiptimer.app.moved import moved

        paths, told = moved(home, window.move)
    return Closed(code, Home(paths), window.main.page, told)
