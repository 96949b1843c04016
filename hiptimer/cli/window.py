"""Opening the window, or asking the one that is open already."""

import builtins
import gc
import os
import sys

from hiptimer.app.choices import Choices
from hiptimer.app.data_place import as_chosen
from hiptimer.app.logs import log_bugs, write_logs
from hiptimer.app.visit import Visit
from hiptimer.desktop.display import has_display
from hiptimer.desktop.foreground import activation_of
from hiptimer.desktop.one_window import OneWindow, OneWindowError, claim
from hiptimer.desktop.wishes import Answer, Raise, Wish
from hiptimer.model.language import later, tr
from hiptimer.paths import default_paths

NO_DISPLAY = later("There is no display to open a window on.")
INSTEAD = "hiptimer start ROUTINE --text"


def place_for_window(choices: Choices, wish: Wish) -> OneWindow:
    """The right to open the window. Where one is open already it is asked for `wish` instead, its
    answer is told, and the program ends.
    """
    claimed = _claimed(choices, wish)
    if isinstance(claimed, Answer):
        for words in claimed.words:
            print(words, file=sys.stdout if claimed.granted else sys.stderr)
        sys.exit(0 if claimed.granted else 1)
    return claimed


def _claimed(choices: Choices, wish: Wish) -> OneWindow | Answer:
    while True:
        try:
            return claim(choices.paths.state, wish, activation_of(os.environ))
        except OneWindowError as error:
            if not _asks_again(choices, str(error)):
                sys.exit(str(error))


def _asks_again(choices: Choices, words: str) -> bool:
    """Whether the person, asked where nobody would read words, wants to try again."""
    if sys.stderr.isatty() or not has_display(os.environ):
        return False
    from hiptimer.app.running import ask_again

    return ask_again(choices, words)


def open_usual() -> int:
    """With the usual folders, and nothing to do yet. Returns the exit code."""
    paths = as_chosen(default_paths())
    write_logs(paths)
    log_bugs()
    return open_window(Visit(Choices(paths)))


def open_window(visit: Visit, place: OneWindow | None = None) -> int:
    """The exit code. Without a `place` of its own yet it gets one first."""
    place = place or place_for_window(visit.choices, Raise())
    # Nearly all that is made until the first frame stays, and is not worth looking through.
    gc.disable()
    usual_import = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401  (alone, so that our own faults are not taken for it)
    except ImportError as error:
        words = tr(
            "The window cannot be opened: {error}. In the terminal it works without: {command}",
            error=error,
            command=INSTEAD,
        )
        print(words, file=sys.stderr)
        return 1
    # PySide's own would read the source of each module that is imported from now on, to see
    # whether it writes Qt's names in another way, which none here does.
    builtins.__import__ = usual_import
    from hiptimer.app.running import run_window

    try:
        return run_window(visit, place)
    finally:
        place.close()
