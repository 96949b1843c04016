"""Opening the window, as a menu does; few imports, for it is what most starts are."""

import os
import sys
from pathlib import Path

import click

from hiptimer.app.choices import Choices
from hiptimer.app.visit import Visit
from hiptimer.cli.window import NO_DISPLAY, open_window, place_for_window
from hiptimer.desktop.display import has_display
from hiptimer.desktop.wishes import Open, Raise
from hiptimer.model.language import tr
from hiptimer.paths import Paths


@click.command(name="open")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def open_(paths: Paths, files: tuple[Path, ...]) -> None:
    """Open FILES of routines, exercises or a physio's lines, and ask what to keep of them.

    Without any it opens the window: a menu starts the program in this way, too.
    """
    choices = Choices(paths)
    if not has_display(os.environ):
        raise click.ClickException(tr(NO_DISPLAY))
    full = tuple(file.absolute() for file in files)
    wish = Open(tuple(str(file) for file in full)) if full else Raise()
    place = place_for_window(choices, wish)
    sys.exit(open_window(Visit(choices, files=full), place))


COMMANDS = (open_,)
