"""The person's own routines and exercises: written, taken away, and known from the built-in."""

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.model.routine import Routine
from hiptimer.model.saving import write_atomically
from hiptimer.model.writing import write_routine

LONGEST_ID = 60


class ShelfError(Exception):
    """Something of the person's own cannot be kept, or not taken away."""


class Shelf(QObject):
    """The catalogue is read anew after each change, and `changed` follows."""

    changed = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home

    def owns_routine(self, routine_id: str) -> bool:
        """Whether the person has a file of their own for it, over a built-in one or alone."""
        return self._own_routine(routine_id).exists()

    def is_built_in(self, routine_id: str) -> bool:
        """Whether the program brings a routine of that id, as it is or under an own one."""
        return (resources.assets() / "routines" / f"{routine_id}.toml").exists()

    def save_routine(self, routine: Routine) -> None:
        """Keep a routine as the person's own. Raises ShelfError when it cannot be written."""
        file = self._own_routine(routine.id)
        try:
            write_atomically(file, write_routine(routine).encode())
        except OSError as error:
            raise ShelfError(f"{routine.name} could not be saved: {error.strerror}.") from error
        self._read_anew()

    def remove_routine(self, routine_id: str) -> None:
        """Take the person's own file away; a built-in routine of that id shows again."""
        try:
            self._own_routine(routine_id).unlink(missing_ok=True)
        except OSError as error:
            raise ShelfError(f"The routine could not be removed: {error.strerror}.") from error
        self._read_anew()

    def free_routine_id(self, name: str) -> str:
        """An id made from a name that no routine has yet."""
        return free_id(name, set(self._home.catalogue.routines))

    def _own_routine(self, routine_id: str) -> Path:
        return self._home.paths.own_catalogue / "routines" / f"{routine_id}.toml"

    def _read_anew(self) -> None:
        self._home.reread_catalogue()
        self.changed.emit()


def free_id(name: str, taken: set[str]) -> str:
    """Such as "hips-on-monday" for "Hips on Monday", with a number behind it where it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_ID - 4].strip("-") or "own"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (stem, *numbered) if id_ not in taken)
