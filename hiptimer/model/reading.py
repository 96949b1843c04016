"""Reading exercises, routines and poses from their TOML files. Knows nothing of other files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from hiptimer.model.exercise import Exercise
from hiptimer.model.explaining import explain
from hiptimer.model.fault import CatalogueError, Fault, Problem, shown
from hiptimer.model.language import tr
from hiptimer.model.laws import exercise_faults, pose_faults, text_faults
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.pose import Pose
from hiptimer.model.reasons import reason_of
from hiptimer.model.routine import Routine
from hiptimer.model.toml import LARGEST, TomlError, toml_table

T = TypeVar("T")


def read_exercise(path: Path) -> Exercise:
    """The exercise in a file, with its tempo filled in. CatalogueError lists all its faults."""
    return exercise_of(read_table(path), path)


def exercise_of(table: dict[str, object], path: Path) -> Exercise:
    """As `read_exercise`, of what was read already."""
    exercise = convert(table, Exercise, path)
    faults = [*_id_faults(exercise.id, path), *text_faults(table), *exercise_faults(exercise)]
    _refuse(path, faults)
    if exercise.dose.tempo_s is None and not exercise.is_hold:
        tempo_s = tuple(phase.seconds for phase in exercise.phases)
        dose = msgspec.structs.replace(exercise.dose, tempo_s=tempo_s)
        return msgspec.structs.replace(exercise, dose=dose)
    return exercise


def read_routine(path: Path) -> Routine:
    """The routine in a file; whether its exercises exist is not asked here."""
    return routine_of(read_table(path), path)


def routine_of(table: dict[str, object], path: Path) -> Routine:
    """As `read_routine`, of what was read already."""
    routine = convert(table, Routine, path)
    _refuse(path, [*_id_faults(routine.id, path), *text_faults(table)])
    return routine


def read_poses(path: Path) -> Mapping[str, Pose]:
    """The poses of one exercise by name. It takes some 2 ms: read them when they are drawn."""
    return poses_of(read_table(path), path)


def poses_of(table: dict[str, object], path: Path) -> Mapping[str, Pose]:
    """As `read_poses`, of what was read already."""
    poses = convert(table, dict[str, Pose], path)
    _refuse(path, pose_faults(poses))
    return poses


def read_table(path: Path) -> dict[str, object]:
    """The content of a TOML file. CatalogueError names the line where it is broken."""
    try:
        return toml_table(read_ordinary(path, LARGEST))
    except OSError as error:
        raise _error(path, tr("cannot be read: {error}", error=reason_of(error))) from error
    except TomlError as error:
        raise _error(path, str(error)) from error


def convert(table: dict[str, object], kind: type[T], path: Path) -> T:
    """The table as a value of `kind`. CatalogueError explains every field that does not fit."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        faults = explain(table, kind)
        messages = [str(fault) for fault in faults] or [str(error)]
        raise CatalogueError(Problem(path, message) for message in messages) from error


def _refuse(path: Path, faults: Iterable[Fault]) -> None:
    problems = [Problem(path, str(fault)) for fault in faults]
    if problems:
        raise CatalogueError(problems)


def _id_faults(found: str, path: Path) -> list[Fault]:
    if found == path.stem:
        return []
    return [
        Fault("id", shown(found), tr('must be "{name}", like the name of the file', name=path.stem))
    ]


def _error(path: Path, message: str) -> CatalogueError:
    return CatalogueError([Problem(path, message)])
