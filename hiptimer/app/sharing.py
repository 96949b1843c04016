"""A routine as a file for somebody else: one TOML, or a zip that brings own exercises along."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import msgspec

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.shelf import ShelfError
from hiptimer.model.language import tr, tr_n
from hiptimer.model.reasons import reason_of
from hiptimer.model.saving import write_atomically
from hiptimer.model.words import joined


class Shared(msgspec.Struct, frozen=True):
    """`files` by their names in a folder of own files, such as "exercises/heel-drag.toml".

    `brings` are the names of the exercises that only the person has.
    """

    routine_id: str
    files: Mapping[str, bytes]
    brings: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """Of the file: a single routine is shared as it is."""
        return ".toml" if len(self.files) == 1 else ".zip"

    @property
    def words(self) -> str:
        """What else is in the file; "" for nothing."""
        if not self.brings:
            return ""
        return tr_n(
            "It brings {n} exercise of your own along: {names}.",
            "It brings {n} exercises of your own along: {names}.",
            len(self.brings),
            names=joined(self.brings),
        )


def shared(home: Home, routine_id: str) -> Shared:
    """All that somebody else needs to do a routine. Raises ShelfError."""
    own = home.paths.own_catalogue
    exercises = _own_exercises(home, routine_id)
    names = [f"routines/{routine_id}.toml"]
    names += [f"exercises/{id_}.toml" for id_ in exercises]
    wanted = [*exercises, *(step.exercise for step in home.catalogue.routines[routine_id].steps)]
    poses = [f"poses/{id_}.toml" for id_ in dict.fromkeys(wanted)]
    names += [name for name in poses if (own / name).exists()]
    try:
        files = {name: _data(own, name) for name in names}
    except OSError as error:
        words = tr("The routine could not be read: {reason}.", reason=reason_of(error))
        raise ShelfError(words) from error
    return Shared(routine_id, files, tuple(home.catalogue.exercises[id_].name for id_ in exercises))


def save_shared(what: Shared, file: Path) -> None:
    """Write it. Raises ShelfError when that does not work."""
    try:
        write_atomically(file, _single(what) if what.ending == ".toml" else _zipped(what))
    except OSError as error:
        reason = reason_of(error)
        words = tr("{file} could not be written: {reason}.", file=file.name, reason=reason)
        raise ShelfError(words) from error


def _own_exercises(home: Home, routine_id: str) -> tuple[str, ...]:
    """Own exercises of a routine, and those that they in turn name as easier and harder."""
    exercises, own = home.catalogue.exercises, home.paths.own_catalogue / "exercises"
    found: dict[str, None] = {}
    to_see = [step.exercise for step in home.catalogue.routines[routine_id].steps]
    while to_see:
        id_ = to_see.pop(0)
        if id_ not in found and (own / f"{id_}.toml").exists():
            found[id_] = None
            links = (exercises[id_].easier_id, exercises[id_].harder_id)
            to_see += [other for other in links if other is not None]
    return tuple(found)


def _data(own: Path, name: str) -> bytes:
    """Of the person's own file, else of the built-in one. Raises OSError."""
    mine = own / name
    return (mine if mine.exists() else resources.assets() / name).read_bytes()


def _single(what: Shared) -> bytes:
    return what.files[f"routines/{what.routine_id}.toml"]


def _zipped(what: Shared) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in what.files.items():
            zipped.writestr(name, data)
    return stream.getvalue()
