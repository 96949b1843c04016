"""What built-in exercises and routines are called in each language, for what was recorded in one
and is read in another.

A session keeps the names of its time. One that is the name the program gave is shown in the
language that is spoken now; one that a person gave stays. What is stored never changes.
"""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from hiptimer.model.session import Session

# By id, then by language.
Names = Mapping[str, Mapping[str, str]]


class Called(msgspec.Struct, frozen=True):
    """`language` is the one that is spoken, such as "en". Without names all stay as stored."""

    language: str = ""
    exercises: Names = msgspec.field(default_factory=dict)
    routines: Names = msgspec.field(default_factory=dict)

    def exercise(self, exercise_id: str, name: str) -> str:
        """What an exercise is called now that was once called `name`."""
        return self._now(self.exercises, exercise_id, name)

    def routine(self, routine_id: str, name: str) -> str:
        """What a routine is called now that was once called `name`."""
        return self._now(self.routines, routine_id, name)

    def session(self, session: Session) -> Session:
        """A session as it is shown."""
        routine = session.routine
        sets = (
            replace(one, exercise=replace(ref, name=self.exercise(ref.id, ref.name)))
            for one in session.sets
            for ref in (one.exercise,)
        )
        name = self.routine(routine.id, routine.name)
        return replace(session, routine=replace(routine, name=name), sets=tuple(sets))

    def renamed(self) -> Iterator[tuple[str, str]]:
        """The name that is shown and another that may be stored, for each that has another."""
        for names in (*self.exercises.values(), *self.routines.values()):
            shown = names.get(self.language)
            if shown is not None:
                yield from ((shown, stored) for stored in names.values() if stored != shown)

    def _now(self, names: Names, id_: str, name: str) -> str:
        known = names.get(id_, {})
        return known.get(self.language, name) if name in known.values() else name


AS_STORED = Called()
"""For who does not show names, and for tests."""
