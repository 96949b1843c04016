"""Files of the person's own that the program does not show, kept before they are written over."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hiptimer.app.now import local_now
from hiptimer.model.fault import CatalogueError
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.saving import write_atomically

T = TypeVar("T")


def set_aside_unless(shown: T | None, file: Path, read: Callable[[Path], T]) -> None:
    """Keep a copy unless what is shown is what stands in the file. Raises OSError."""
    if not file.is_file():
        return
    try:
        is_shown = read(file) == shown
    except CatalogueError:
        is_shown = False
    if not is_shown:
        _set_aside(file)


def set_aside_unreadable(file: Path, read: Callable[[Path], object]) -> None:
    """Keep a copy of what cannot be read. Raises OSError."""
    if not file.is_file():
        return
    try:
        read(file)
    except CatalogueError:
        _set_aside(file)


def _set_aside(file: Path) -> None:
    aside = file.with_name(f"{file.name}.unused-{local_now():%Y%m%d-%H%M%S}")
    write_atomically(aside, read_ordinary(file))
