"""An exercise put into a routine from the Exercises page, or removed; and both undone."""

from dataclasses import dataclass

from msgspec.structs import replace

from hiptimer.app.home import Home
from hiptimer.app.shelf import Before, Shelf, ShelfError
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine, Step
from hiptimer.model.words import amount_words
from hiptimer.ui.exercises.ladder import Offer, Place

LONGEST = 100
"""How many steps a routine may have."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What a routine was, and what it became."""

    before: Routine
    was_own: bool
    after: Routine


class Using:
    """Remembers the last change, so that it can be undone once. What came of a wish is told in
    words for the person.
    """

    def __init__(self, home: Home, shelf: Shelf) -> None:
        self._home = home
        self._shelf = shelf
        self._last: _Change | Before | None = None

    def offers(self, exercise: Exercise) -> tuple[Offer, ...]:
        """Every routine with the places an exercise may take in it, the person's own first."""
        routines = self._home.catalogue.routines.values()
        offers = [
            Offer(r.name, self._shelf.owns_routine(r.id), self._places(r, exercise))
            for r in routines
        ]
        return tuple(sorted((o for o in offers if o.places), key=_is_built_in))

    def put(self, exercise: Exercise, place: Place) -> str:
        """Put the exercise there. The words say what has happened; `can_undo` whether it did."""
        self._last = None
        routine = self._home.catalogue.routines.get(place.routine_id)
        if routine is None:
            return "That routine is gone. Nothing was changed."
        if place.step is None:
            after = replace(routine, steps=(*routine.steps, Step(exercise.id)))
            told = f"{exercise.name} is now the last move of {routine.name}."
        elif place.step < len(routine.steps):
            before = self._home.catalogue.exercises[routine.steps[place.step].exercise]
            after = routine.with_exercise(place.step, exercise)
            told = f"{exercise.name} now stands in the place of {before.name} in {routine.name}."
        else:
            return f"{routine.name} has other moves by now. Nothing was changed."
        change = _Change(routine, self._shelf.owns_routine(routine.id), after)
        try:
            self._shelf.save_routine(after)
        except ShelfError as error:
            return str(error)
        self._last = change
        return told

    def remove(self, exercise_id: str) -> str:
        """Take an exercise of the person's own away. The words say what has happened."""
        self._last = None
        name = self._home.catalogue.exercises[exercise_id].name
        try:
            self._last = self._shelf.remove_exercise(exercise_id)
        except ShelfError as error:
            return str(error)
        built_in = self._home.catalogue.exercises.get(exercise_id)
        return f"{name} is removed." if built_in is None else f"{built_in.name} is as built in."

    @property
    def can_undo(self) -> bool:
        return self._last is not None

    def undo(self) -> str:
        """Take the last change back, unless the routine has changed since."""
        change, self._last = self._last, None
        if change is None:
            return ""
        if isinstance(change, Before):
            return self._bring_back(change)
        if self._home.catalogue.routines.get(change.after.id) != change.after:
            return f"{change.after.name} was changed since. Nothing was undone."
        try:
            if change.was_own:
                self._shelf.save_routine(change.before)
            else:
                self._shelf.remove_routine(change.before.id)
        except ShelfError as error:
            return str(error)
        return f"{change.before.name} is as it was before."

    def _bring_back(self, before: Before) -> str:
        try:
            self._shelf.take_back(before)
        except ShelfError as error:
            return str(error)
        return "The exercise is there again."

    def _places(self, routine: Routine, exercise: Exercise) -> tuple[Place, ...]:
        found = [
            Place(routine.id, number, f"In the place of {self._move(step)}")
            for number, step in enumerate(routine.steps)
            if step.exercise != exercise.id and self._family(step) == exercise.family
        ]
        if len(routine.steps) < LONGEST:
            is_there = any(step.exercise == exercise.id for step in routine.steps)
            again = " (it is in this routine already)" if is_there else ""
            found.append(Place(routine.id, None, f"At the end{again}"))
        return tuple(found)

    def _family(self, step: Step) -> str:
        return self._home.catalogue.exercises[step.exercise].family

    def _move(self, step: Step) -> str:
        exercise = self._home.catalogue.exercises[step.exercise]
        return f"{exercise.name}, {amount_words(step.dose(exercise))}"


def _is_built_in(offer: Offer) -> bool:
    return not offer.is_own
