"""The person's own routines and exercises: written, taken away, and known from the built-in."""

import errno
import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.setting_aside import set_aside_unless, set_aside_unreadable
from hiptimer.model.exercise import Exercise
from hiptimer.model.fault import Problem
from hiptimer.model.file_names import is_device
from hiptimer.model.language import later, tr
from hiptimer.model.laws import routine_faults
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.pose import Pose
from hiptimer.model.reading import read_exercise, read_poses, read_routine
from hiptimer.model.reasons import reason_of
from hiptimer.model.rewriting import rewrite_routine
from hiptimer.model.routine import Routine
from hiptimer.model.saving import write_atomically
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.words import joined
from hiptimer.model.writing import write_exercise, write_poses

LONGEST_ID = 60
# What an operating system reports, as it is said to the person.
REASONS: Mapping[int | None, str] = {
    errno.EACCES: later("it may not be written to"),
    errno.EPERM: later("it may not be written to"),
    errno.EROFS: later("it may only be read"),
    errno.ENOSPC: later("the disk is full"),
    errno.ENOTDIR: later("there is a file where a folder should be"),
    errno.EEXIST: later("there is a file where a folder should be"),
    errno.EISDIR: later("there is a folder where a file should be"),
}


class ShelfError(Exception):
    """Something of the person's own cannot be kept, or not taken away."""


class Before(msgspec.Struct, frozen=True):
    """What stood in some files before a change, None where there was none; for taking it back.

    `after` is what the change left there, None where it left no file.
    """

    files: tuple[tuple[Path, bytes | None], ...]
    after: tuple[bytes | None, ...]


class Shelf(QObject):
    """The catalogue is read anew after each change, and `changed` follows."""

    changed = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home

    @property
    def folder(self) -> Path:
        """Where the person's own folders `exercises`, `poses` and `routines` lie."""
        return self._home.paths.own_catalogue

    def owns_routine(self, routine_id: str) -> bool:
        """Whether the person has a file of their own for it, over a built-in one or alone."""
        return self._own_routine(routine_id).exists()

    def is_built_in(self, routine_id: str) -> bool:
        """Whether the program brings a routine of that id, as it is or under an own one."""
        return (resources.assets() / "routines" / f"{routine_id}.toml").exists()

    @property
    def unusable(self) -> tuple[Problem, ...]:
        """What is wrong with files of the person's own."""
        return tuple(p for p in self._home.catalogue.problems if p.file.is_relative_to(self.folder))

    def save_routine(self, routine: Routine) -> Before:
        """Keep a routine as the person's own. Raises ShelfError when it cannot be written.

        Comments of the file there was stay. One that is not what is shown, since it cannot be used
        or was changed meanwhile, is set aside first: it may be the person's work. What is returned
        takes the change back.
        """
        file = self._own_routine(routine.id)
        try:
            before = _content(file)
            data = rewrite_routine(routine, (before or b"").decode(errors="replace")).encode()
            set_aside_unless(self._home.catalogue.routines.get(routine.id), file, read_routine)
            write_atomically(file, data)
        except OSError as error:
            trouble = tr("{name} could not be saved.", name=routine.name)
            raise ShelfError(f"{trouble} {_reason(error, file)}") from error
        self._read_anew()
        return Before(((file, before),), (data,))

    def remove_routine(self, routine_id: str) -> Before:
        """Take the person's own file away; a built-in routine of that id shows again.

        What is returned brings it back. Raises ShelfError when it cannot be taken away.
        """
        file = self._own_routine(routine_id)
        try:
            before = _content(file)
            file.unlink(missing_ok=True)
        except OSError as error:
            trouble = tr("The routine could not be removed.")
            raise ShelfError(f"{trouble} {_reason(error, file)}") from error
        self._read_anew()
        return Before(((file, before),), (None,))

    def keep_files(self, files: Mapping[str, bytes]) -> Before:
        """Write files as they are, by names such as "routines/hips.toml"; all or none of them.

        What is returned takes them back. Raises ShelfError.
        """
        wanted = {self.folder.joinpath(*name.split("/")): data for name, data in files.items()}
        return self._change(wanted, tr("Nothing was taken in."))

    def take_back(self, before: Before) -> None:
        """As it was before a change. Raises ShelfError, and leaves all as it is, when it cannot,
        or when something else was written there since.
        """
        try:
            now = tuple(_content(file) for file, _ in before.files)
            if now != before.after:
                words = tr("This cannot be undone any more: it was changed again since.")
                raise ShelfError(words)
            _put_back(before.files)
        except OSError as error:
            trouble = tr("This could not be undone.")
            raise ShelfError(f"{trouble} {_reason(error, self.folder)}") from error
        self._read_anew()

    def free_routine_id(self, name: str) -> str:
        """An id made from a name that no routine has yet, no file that cannot be used, and not the
        self-check, whose sets have no planned end.
        """
        files = (file.stem for file in (self.folder / "routines").glob("*.toml"))
        return free_id(name, {*self._home.catalogue.routines, *files, SELF_CHECK})

    # --- exercises ---

    def owns_exercise(self, exercise_id: str) -> bool:
        """Whether the person has a file of their own for it, over a built-in one or alone."""
        return self._own_exercise(exercise_id).exists()

    def save_exercise(self, exercise: Exercise, poses: Mapping[str, Pose]) -> Before:
        """Keep an exercise and its poses as the person's own. Raises ShelfError when they cannot
        be written, or when a routine could not be done any more.
        """
        changed = {**self._home.catalogue.exercises, exercise.id: exercise}
        if users := self._upset(changed, exercise.id):
            words = tr(
                "{exercise} is part of {routines}, which would no longer fit it. "
                "Save it as a new exercise, or change the routine first.",
                exercise=exercise.name,
                routines=joined(users),
            )
            raise ShelfError(words)
        files = {
            self._own_poses(exercise.id): write_poses(poses).encode(),
            self._own_exercise(exercise.id): write_exercise(exercise).encode(),
        }
        trouble = tr("{name} could not be saved.", name=exercise.name)
        try:
            shown = self._home.catalogue.exercises.get(exercise.id)
            set_aside_unless(shown, self._own_exercise(exercise.id), read_exercise)
            set_aside_unreadable(self._own_poses(exercise.id), read_poses)
        except OSError as error:
            raise ShelfError(f"{trouble} {_reason(error, self.folder)}") from error
        return self._change(files, trouble)

    def remove_exercise(self, exercise_id: str) -> Before:
        """Take the person's own away; a built-in exercise of that id shows again. Where it goes
        for good, the person's other exercises no longer name it as easier or harder.

        What is returned brings it back. Raises ShelfError, with the names of the routines that
        use it, and when it cannot be taken away.
        """
        name = self._home.catalogue.exercises[exercise_id].name
        left = {k: v for k, v in self._home.catalogue.exercises.items() if k != exercise_id}
        built_in = resources.assets() / "exercises" / f"{exercise_id}.toml"
        if built_in.exists():
            left[exercise_id] = read_exercise(built_in)
        if users := self._upset(left, exercise_id):
            words = tr(
                "{exercise} is part of {routines}. Take it out there first.",
                exercise=name,
                routines=joined(users),
            )
            raise ShelfError(words)
        files: dict[Path, bytes | None] = {
            self._own_exercise(exercise_id): None,
            self._own_poses(exercise_id): None,
        }
        for other in left.values():
            if other.id != exercise_id and self.owns_exercise(other.id):
                unlinked = _unlinked(other, left)
                if unlinked != other:
                    files[self._own_exercise(other.id)] = write_exercise(unlinked).encode()
        return self._change(files, tr("{name} could not be removed.", name=name))

    def free_exercise_id(self, name: str) -> str:
        """An id made from a name that no exercise has yet, and no file that cannot be used."""
        files = (self.folder / "exercises").glob("*.toml")
        return free_id(name, {*self._home.catalogue.exercises, *(file.stem for file in files)})

    def _upset(self, exercises: Mapping[str, Exercise], exercise_id: str) -> tuple[str, ...]:
        """The names of the routines with that exercise which could not be done with these."""
        return tuple(
            routine.name
            for routine in self._home.catalogue.routines.values()
            if any(step.exercise == exercise_id for step in routine.steps)
            and any(routine_faults(routine, exercises))
        )

    def _own_exercise(self, exercise_id: str) -> Path:
        return self.folder / "exercises" / f"{exercise_id}.toml"

    def _own_poses(self, exercise_id: str) -> Path:
        return self.folder / "poses" / f"{exercise_id}.toml"

    # --- files ---

    def _change(self, files: Mapping[Path, bytes | None], trouble: str) -> Before:
        """Write files, or take those away that get None; all or none of them.

        Raises ShelfError that begins with `trouble`.
        """
        try:
            before = Before(tuple((file, _content(file)) for file in files), tuple(files.values()))
        except OSError as error:
            raise ShelfError(f"{trouble} {_reason(error, self.folder)}") from error
        for number, change in enumerate(files.items()):
            try:
                _put_back([change])
            except OSError as error:
                _put_back(before.files[:number])
                raise ShelfError(f"{trouble} {_reason(error, change[0])}") from error
        self._read_anew()
        return before

    def _own_routine(self, routine_id: str) -> Path:
        return self.folder / "routines" / f"{routine_id}.toml"

    def _read_anew(self) -> None:
        self._home.reread_catalogue()
        self.changed.emit()


def free_id(name: str, taken: set[str]) -> str:
    """Such as "hips-on-monday" for "Hips on Monday", with a number behind it where it is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_ID - 4].strip("-") or "own"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 4))
    return next(id_ for id_ in (stem, *numbered) if id_ not in taken and not is_device(id_))


def _unlinked(exercise: Exercise, known: Container[str]) -> Exercise:
    """The exercise without its links to what is not known."""
    return msgspec.structs.replace(
        exercise,
        easier_id=exercise.easier_id if exercise.easier_id in known else None,
        harder_id=exercise.harder_id if exercise.harder_id in known else None,
    )


def _content(file: Path) -> bytes | None:
    """What is in a file, None where there is none. Raises OSError."""
    try:
        return read_ordinary(file)
    except FileNotFoundError:
        return None


def _put_back(files: Iterable[tuple[Path, bytes | None]]) -> None:
    """Raises OSError."""
    for file, content in files:
        if content is None:
            file.unlink(missing_ok=True)
        else:
            write_atomically(file, content)


def _reason(error: OSError, file: Path) -> str:
    """Why a file could not be written or taken away, in one sentence with its folder."""
    known = REASONS.get(error.errno)
    said = tr(known) if known else reason_of(error).lower()
    return f"{file.parent}: {said}."
