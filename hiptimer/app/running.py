"""The window as a program: from the first frame to the exit code."""

from PySide6.QtWidgets import QApplication

from hiptimer.app.bugs import BugReports
from hiptimer.app.collecting import Collecting
from hiptimer.app.home import Home
from hiptimer.app.stop_signals import StopSignals
from hiptimer.app.window import Window
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


def run_window(home: Home, *, start: Routine | None = None, speed: float = 1.0) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    app = make_app()
    collecting = Collecting()
    bugs = BugReports()
    stop = StopSignals()
    try:
        code, page = _run_once(app, home, stop, start=start, speed=speed)
        while page is not None:
            code, page = _run_once(app, Home(home.paths), stop, page=page, speed=speed)
        return code
    finally:
        stop.close()
        bugs.close()
        collecting.close()


def _run_once(
    app: QApplication,
    home: Home,
    stop: StopSignals,
    *,
    speed: float,
    start: Routine | None = None,
    page: str = "today",
) -> tuple[int, str | None]:
    """Until the window is closed: the exit code, and the page to open again with, None for none."""
    window = Window(app, home, speed)
    stop.asked.connect(window.close)
    window.show(page)
    if start is not None:
        window.start(start)
    code = app.exec()
    stop.asked.disconnect(window.close)
    return code, window.main.page if window.opens_again else None
