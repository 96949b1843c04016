"""The program's window as it opens, for tests that look at all of it."""

from PySide6.QtWidgets import QApplication

from hiptimer.app.front import Front
from hiptimer.app.home import Home
from hiptimer.app.window import Window


def window_for(app: QApplication, home: Home) -> Window:
    """Made, and not shown yet."""
    return Window(Front(app, home.choices), home, 1.0)
