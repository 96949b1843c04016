"""The texts of the built-in exercises and routines in another language than English.

A folder such as `assets/languages/es` has them: `exercises.toml` with a table for each exercise
that has the keys of its `[text]`, and `[words]` for what the phases are called and what is said
in them, by the English; an exercise's own `words` win over those. `routines.toml` has the words
of each routine. What is missing or wrong stays English, alone, and is told.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from hiptimer.model.exercise import Exercise, Name, Phase, Text
from hiptimer.model.explaining import explain
from hiptimer.model.fault import CatalogueError, Fault, Problem, shown, suggestion
from hiptimer.model.language import tr
from hiptimer.model.laws import exercise_faults
from hiptimer.model.reading import read_table
from hiptimer.model.routine import Routine

EXERCISES, ROUTINES = "exercises.toml", "routines.toml"
ROUTINE_TEXTS = ("name", "when", "note")
WORDS = "words"

Table = Mapping[str, object]
T = TypeVar("T", bound=msgspec.Struct)


class CatalogueTexts:
    """Puts the texts of `folder` in the place of the English ones."""

    def __init__(self, folder: Path) -> None:
        self._exercises = _Tables(folder / EXERCISES)
        self._routines = _Tables(folder / ROUTINES)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be used so far."""
        return (*self._exercises.problems, *self._routines.problems)

    def exercise(self, exercise: Exercise) -> Exercise:
        """A built-in exercise with its texts and the words of its phases."""
        tables = self._exercises
        table = tables.of(exercise.id)
        if table is None:
            return exercise
        names = tuple(field.name for field in msgspec.structs.fields(Text))
        text = tables.put_in(exercise.text, names, table, exercise.id)
        found = msgspec.structs.replace(
            exercise, text=text, phases=self._phases(exercise, _words(table))
        )
        faults = [*exercise_faults(found)]
        if not faults:
            return found
        tables.tell(exercise.id, faults)
        own = msgspec.structs.replace(text, side_says=exercise.text.side_says)
        return msgspec.structs.replace(found, text=own)

    def routine(self, routine: Routine) -> Routine:
        """A built-in routine with its texts."""
        table = self._routines.of(routine.id)
        if table is None:
            return routine
        return self._routines.put_in(routine, ROUTINE_TEXTS, table, routine.id)

    def _phases(self, exercise: Exercise, own: Table) -> tuple[Phase, ...]:
        words = {**_words(self._exercises.all), **own}
        used = dict.fromkeys(w for phase in exercise.phases for w in (phase.name, phase.say))
        put: dict[str, str] = {}
        for word in used:
            faults = _faults(words.get(word), Name, f"{WORDS}.{word}")
            self._exercises.tell(exercise.id, faults)
            put[word] = word if faults else str(words[word])
        return tuple(
            msgspec.structs.replace(phase, name=put[phase.name], say=put[phase.say])
            for phase in exercise.phases
        )


class _Tables:
    """The tables of one file by id, and what is wrong with them. `all` is the whole file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.problems: list[Problem] = []
        read: Table | None = None
        try:
            read = read_table(file)
        except CatalogueError as error:
            self.problems += error.problems
        self._is_read = read is not None
        self.all: Table = read or {}

    def of(self, id_: str) -> Table | None:
        """None where there is no table; that is told, unless the whole file cannot be read."""
        table = self.all.get(id_)
        if isinstance(table, dict):
            return table
        if self._is_read:
            fault = Fault(id_, shown(table), tr("must be a table of its texts"))
            self.problems.append(Problem(self._file, str(fault)))
        return None

    def put_in(self, english: T, names: tuple[str, ...], table: Table, id_: str) -> T:
        """`english` with those of its texts that can be used."""
        types = {field.name: field.type for field in msgspec.structs.fields(english)}
        found = {}
        for name in names:
            faults = _faults(table.get(name, ""), types[name], name)
            if name in table and not faults:
                found[name] = msgspec.convert(table[name], types[name])
            elif name in table:
                self.tell(id_, faults)
            elif getattr(english, name):
                self.tell(id_, [Fault(name, shown(None), tr("must be given, as in English"))])
        for name in table.keys() - {*names, WORDS}:
            self.tell(id_, [Fault(name, shown(table[name]), suggestion(name, names))])
        return msgspec.structs.replace(english, **found)

    def tell(self, id_: str, faults: Iterable[Fault]) -> None:
        for fault in faults:
            told = msgspec.structs.replace(fault, field=f"{id_}.{fault.field}")
            self.problems.append(Problem(self._file, str(told)))


def _words(table: Table) -> Table:
    words = table.get(WORDS)
    return words if isinstance(words, dict) else {}


def _faults(value: object, kind: object, name: str) -> list[Fault]:
    """What is wrong with a text; `name` is the way to it."""
    return [
        msgspec.structs.replace(fault, field=f"{name}{fault.field}")
        for fault in explain(value, kind)
    ]
