"""The catalogue: every exercise and routine that can be used, built in or the person's own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from hiptimer.model.catalogue_texts import CatalogueTexts
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import CatalogueError, Fault, Problem
from hiptimer.model.language import tr
from hiptimer.model.laws import reference_faults, routine_faults
from hiptimer.model.nearest import nearest
from hiptimer.model.reading import (
    exercise_of,
    poses_of,
    read_exercise,
    read_routine,
    read_table,
    routine_of,
)
from hiptimer.model.routine import Routine
from hiptimer.model.writing import write_routine

__all__ = ["Catalogue", "Problem", "check_file", "nearest", "read_catalogue", "write_routine"]

T = TypeVar("T")
# The folders of a catalogue.
KINDS = ("exercises", "routines")


class Catalogue(msgspec.Struct, frozen=True):
    """Exercises and routines by id, and what could not be used of the files they came from."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    problems: tuple[Problem, ...] = ()

    def family(self, family: str) -> tuple[Exercise, ...]:
        """The variations of one movement, easy to hard."""
        members = (e for e in self.exercises.values() if e.family == family)
        return tuple(sorted(members, key=_by_level))

    def needs_of(self, routine: Routine) -> tuple[Equipment, ...]:
        """What to fetch for a routine, each thing once, in the order in which it is needed."""
        needs = (need for step in routine.steps for need in self.exercises[step.exercise].needs)
        return tuple(dict.fromkeys(needs))


def read_catalogue(builtin: Path, own: Path | None, texts_in: Path | None = None) -> Catalogue:
    """Read `exercises/` and `routines/` of both folders; the person's own win by id.

    `texts_in` is where the built-in ones have their texts in another language; see
    `catalogue_texts`. The person's own keep theirs.

    A bad file is left out and listed, and a built-in one of that id shows again. So it is with a
    routine that names an unknown exercise; a link to an unknown easier or harder exercise is
    listed and cut.
    """
    problems: list[Problem] = []
    folders = [builtin] if own is None else [builtin, own]
    texts = None if texts_in is None else CatalogueTexts(texts_in)
    read = _read_all(_files(folders, "exercises"), read_exercise, problems)
    if texts is not None:
        read = _told(read, builtin, texts.exercise)
    winners = (files[-1] for files in read.values())
    exercises = {e.id: _linked(e, file, read, problems) for file, e in winners}
    read_routines = _read_all(_files(folders, "routines"), read_routine, problems)
    if texts is not None:
        read_routines = _told(read_routines, builtin, texts.routine)
    routines = {}
    for files in read_routines.values():
        for file, routine in reversed(files):
            faults = _problems(file, routine_faults(routine, exercises))
            problems += faults
            if not faults:
                routines[routine.id] = routine
                break
    problems += texts.problems if texts else ()
    return Catalogue(MappingProxyType(exercises), MappingProxyType(routines), tuple(problems))


def check_file(path: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Everything wrong with one file of an exercise, a routine or poses; nothing when it is good.

    What it is, is told by what is in it, else by the folder it lies in.
    """
    try:
        table = read_table(path)
        if "steps" in table or path.parent.name == "routines":
            return _problems(path, routine_faults(routine_of(table, path), catalogue.exercises))
        if "phases" in table or path.parent.name == "exercises":
            exercise = exercise_of(table, path)
            return _problems(path, reference_faults(exercise, {*catalogue.exercises, path.stem}))
        if path.parent.name == "poses":
            poses_of(table, path)
            return ()
    except CatalogueError as error:
        return error.problems
    neither = tr(
        "found neither an exercise nor a routine: an exercise has phases, a routine has steps"
    )
    return (Problem(path, neither),)


def _by_level(exercise: Exercise) -> tuple[int, str]:
    return exercise.level, exercise.id


def _files(folders: Iterable[Path], kind: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((folder / kind).glob("*.toml"))


def _told(
    read: Mapping[str, list[tuple[Path, T]]], builtin: Path, put_in: Callable[[T], T]
) -> dict[str, list[tuple[Path, T]]]:
    """What was read, with other texts in what is built in."""
    return {
        id_: [(file, put_in(one) if file.parent.parent == builtin else one) for file, one in files]
        for id_, files in read.items()
    }


def _read_all(
    files: Iterable[Path], read: Callable[[Path], T], problems: list[Problem]
) -> dict[str, list[tuple[Path, T]]]:
    """What could be read, by id; of two files with the same id the later wins."""
    found: dict[str, list[tuple[Path, T]]] = {}
    for file in files:
        try:
            pair = (file, read(file))
        except CatalogueError as error:
            problems += error.problems
        else:
            found.setdefault(file.stem, []).append(pair)
    return found


def _linked(
    exercise: Exercise, file: Path, known: Mapping[str, object], problems: list[Problem]
) -> Exercise:
    """The exercise without its links to exercises that do not exist."""
    faults = tuple(reference_faults(exercise, known.keys()))
    if not faults:
        return exercise
    problems += _problems(file, faults)
    return msgspec.structs.replace(
        exercise,
        easier_id=exercise.easier_id if exercise.easier_id in known else None,
        harder_id=exercise.harder_id if exercise.harder_id in known else None,
    )


def _problems(file: Path, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    return tuple(Problem(file, str(fault)) for fault in faults)
