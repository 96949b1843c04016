"""The window as a program: from the first frame to the exit code."""

import sys
import traceback
from contextlib import closing

from PySide6.QtWidgets import QApplication

from hiptimer.app.choices import Choices
from hiptimer.app.crash_watch import CrashWatch
from hiptimer.app.front import Front
from hiptimer.app.now import local_now
from hiptimer.app.qt_words import QtWords
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.text_size import make_sized
from hiptimer.app.visit import Closed, Visit
from hiptimer.desktop.one_window import OneWindow
from hiptimer.model.language import tr
from hiptimer.paths import Paths


def make_app() -> QApplication:
    """Qt's side of the program, not dressed yet."""
    # As an argument, since `setStyle` gives back a style, which takes PySide 13 ms to know.
    app = QApplication(["hiptimer", "-style", "Fusion"])
    app.setApplicationName("hiptimer")
    app.setApplicationDisplayName("hiptimer")
    app.setDesktopFileName("hiptimer")
    app.setQuitOnLastWindowClosed(False)
    return app


def ask_where(choices: Choices) -> Paths | None:
    """Ask for the data folder, which is gone, without a window; None to end the program."""
    from hiptimer.app.missing_data import MissingData

    app = make_sized(make_app, choices.settings.text_percent)
    QtWords(app).speak(choices.language)
    paths = MissingData(app, choices).ask()
    app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
    return paths


def ask_again(choices: Choices, words: str) -> bool:
    """Tell without a window why there is none; whether the person wants to try again."""
    from hiptimer import resources
    from hiptimer.app.themes import Themes
    from hiptimer.ui.fonts import load_fonts
    from hiptimer.ui.no_answer import NoAnswerDialog
    from hiptimer.ui.theme import apply_theme

    app = make_sized(make_app, choices.settings.text_percent)
    QtWords(app).speak(choices.language)
    apply_theme(app, Themes(choices).of_pages(), load_fonts(resources.assets() / "fonts"))
    is_wished = bool(NoAnswerDialog(words).exec())
    app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
    return is_wished


def run_window(visit: Visit, place: OneWindow) -> int:
    """Open the window and stay until it is closed. Returns the exit code.

    `place` is the right to it, through which other starts are heard.
    """
    crashes = CrashWatch(visit.choices.paths.logs, now=local_now)
    if crashes.last:
        news = tr("hiptimer ended by itself last time. About has a report of it.")
        visit = visit._replace(news=news, crash=crashes.last)
    run = Run(place)
    try:
        closed = run.until_closed(visit)
        while closed.next is not None:
            closed = run.until_closed(closed.next)
        return closed.code
    except Exception as error:  # noqa: BLE001  (all of it goes the way of what nobody caught)
        # Logged before anything else may go wrong, and the next start may try for itself.
        sys.excepthook(type(error), error, error.__traceback__)
        crashes.close()
        place.close()
        from hiptimer.app.telling_bugs import tell_fatal

        # Started from a menu there is no terminal to read it in.
        tell_fatal(visit.choices, traceback.format_exc())
        return 1
    finally:
        crashes.close()


class Run:
    """What lasts while one window takes the place of another."""

    def __init__(self, place: OneWindow) -> None:
        self._place = place
        self._percent = -1
        self._app: QApplication | None = None

    def until_closed(self, visit: Visit) -> Closed:
        app = self._app_for(visit.choices)
        words = QtWords(app)
        words.speak(visit.choices.language)
        if visit.choices.paths.is_gone:
            found = _found(app, visit.choices, self._place)
            if found is None:
                return Closed(0)
            visit = visit._replace(choices=found, home=None)
        with closing(StopSignals()) as stop:
            front = Front(app, visit.choices, visit.page)
            stop.asked.connect(front.leave)
            front.appear()
            if front.is_left:
                front.main.close_for_good()
                return Closed(0)
            # Most of the program, read while the person looks at the front.
            from hiptimer.app.inside import stay

            return stay(front, self._place, stop, visit)

    def _app_for(self, choices: Choices) -> QApplication:
        """The one there is, or one of another size in its place."""
        percent = choices.settings.text_percent
        if self._app is not None and percent != self._percent:
            self._app.shutdown()  # type: ignore[no-untyped-call, unused-ignore]
            self._app = None
        if self._app is None:
            self._app, self._percent = make_sized(make_app, percent), percent
        return self._app


def _found(app: QApplication, choices: Choices, place: OneWindow) -> Choices | None:
    """Those of the person once it is said where the data are; None to end the program."""
    from hiptimer.app.dialog_calls import DialogCalls
    from hiptimer.app.missing_data import MissingData

    missing = MissingData(app, choices)
    calls = DialogCalls(missing.dialog)
    place.hear(calls.tell)
    paths = missing.ask()
    place.rest()
    return None if paths is None else Choices(paths)
