"""Opening the window, or asking the one that is open already."""

import gc
import os
import sys
from pathlib import Path

import click

from hiptimer.app.home import Home
from hiptimer.desktop.display import has_display
from hiptimer.desktop.foreground import activation_of
from hiptimer.desktop.one_window import OneWindow, OneWindowError, claim
from hiptimer.desktop.wishes import Answer, Raise, Wish
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine

INSTEAD = "hiptimer start ROUTINE --text"


def place_for_window(home: Home, wish: Wish) -> OneWindow:
    """The right to open the window. Where one is open already it is asked for `wish` instead, its
    answer is told, and the program ends.
    """
    claimed = _claimed(home, wish)
    if isinstance(claimed, Answer):
        for words in claimed.words:
            click.echo(words, err=not claimed.granted)
        sys.exit(0 if claimed.granted else 1)
    return claimed


def _claimed(home: Home, wish: Wish) -> OneWindow | Answer:
    while True:
        try:
            return claim(home.paths.state, wish, activation_of(os.environ))
        except OneWindowError as error:
            if not _asks_again(home, str(error)):
                raise click.ClickException(str(error)) from error


def _asks_again(home: Home, words: str) -> bool:
    """Whether the person, asked where nobody would read words, wants to try again."""
    if sys.stderr.isatty() or not has_display(os.environ):
        return False
    from hiptimer.app.running import ask_again

    return ask_again(home, words)


def open_window(
    home: Home,
    place: OneWindow | None = None,
    *,
    start: Routine | None = None,
    files: tuple[Path, ...] = (),
    speed: float = 1.0,
) -> int:
    """The exit code. Without a `place` of its own yet it gets one first."""
    place = place or place_for_window(home, Raise())
    # Nearly all that is made until the first frame stays, and is not worth looking through.
    gc.disable()
    try:
        import PySide6.QtWidgets  # noqa: F401  (alone, so that our own faults are not taken for it)
    except ImportError as error:
        words = tr(
            "The window cannot be opened: {error}. In the terminal it works without: {command}",
            error=error,
            command=INSTEAD,
        )
        click.echo(words, err=True)
        return 1
    from hiptimer.app.running import run_window

    try:
        return run_window(home, place, start=start, files=files, speed=speed)
    finally:
        place.close()
