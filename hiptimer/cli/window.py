"""Opening the window, which needs more than the other commands do."""

import click

from hiptimer.app.home import Home
from hiptimer.model.routine import Routine

INSTEAD = "In the terminal it works without: hiptimer start ROUTINE --text"


def open_window(home: Home, start: Routine | None = None, speed: float = 1.0) -> int:
    try:
        import PySide6.QtWidgets  # noqa: F401  (alone, so that our own faults are not taken for it)
    except ImportError as error:
        click.echo(f"The window cannot be opened: {error}. {INSTEAD}", err=True)
        return 1
    from hiptimer.app.running import run_window

    return run_window(home, start=start, speed=speed)
