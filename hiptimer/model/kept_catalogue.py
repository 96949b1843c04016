"""The catalogue kept as it was read, so that a start need not read every TOML file again."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import msgspec

from hiptimer.model.catalogue import KINDS, Catalogue, read_catalogue
from hiptimer.model.catalogue_texts import EXERCISES, ROUTINES
from hiptimer.model.exercise import Exercise
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.routine import Routine
from hiptimer.model.saving import write_atomically

log = logging.getLogger(__name__)

# Path, size in bytes and time of the last change in nanoseconds of one file.
Stamp = tuple[str, int, int]


class _Kept(msgspec.Struct, frozen=True):
    """`version` is the program's: another one may read the same files otherwise."""

    version: str
    stamps: tuple[Stamp, ...]
    exercises: tuple[Exercise, ...]
    routines: tuple[Routine, ...]


def read_kept_catalogue(
    kept_in: Path, version: str, builtin: Path, own: Path | None, texts_in: Path | None = None
) -> Catalogue:
    """As `read_catalogue`, or what it gave last time, where `kept_in` holds that and no file has
    come, gone or changed. A catalogue with problems is never kept: they are told at each start.
    """
    try:
        folders = [builtin] if own is None else [builtin, own]
        stamps = (*_stamps(folders), *_text_stamps(texts_in))
    except OSError:
        return read_catalogue(builtin, own, texts_in)
    kept = _recall(kept_in)
    if kept is not None and (kept.version, kept.stamps) == (version, stamps):
        exercises = {exercise.id: exercise for exercise in kept.exercises}
        routines = {routine.id: routine for routine in kept.routines}
        return Catalogue(MappingProxyType(exercises), MappingProxyType(routines))
    read = read_catalogue(builtin, own, texts_in)
    if not read.problems:
        all_of_it = (tuple(read.exercises.values()), tuple(read.routines.values()))
        _keep(kept_in, _Kept(version, stamps, *all_of_it))
    return read


def _stamps(folders: list[Path]) -> Iterator[Stamp]:
    for folder in folders:
        for kind in KINDS:
            if (folder / kind).is_dir():
                with os.scandir(folder / kind) as files:
                    yield from sorted(_stamp(file) for file in files)


def _text_stamps(folder: Path | None) -> Iterator[Stamp]:
    """Another language has other files, so what was kept in one is not taken for the other."""
    if folder is not None:
        for file in (folder / EXERCISES, folder / ROUTINES):
            seen = file.stat()
            yield str(file), seen.st_size, seen.st_mtime_ns


def _stamp(file: "os.DirEntry[str]") -> Stamp:
    seen = file.stat()
    return file.path, seen.st_size, seen.st_mtime_ns


def _recall(kept_in: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(read_ordinary(kept_in), type=_Kept)
    except (OSError, *BROKEN_JSON):
        return None


def _keep(kept_in: Path, kept: _Kept) -> None:
    """That it cannot be kept is no trouble for anyone: the files are read again next time."""
    try:
        write_atomically(kept_in, msgspec.json.encode(kept))
    except OSError as error:
        log.info("%s: %s", kept_in, error)
