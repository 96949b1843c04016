"""An exercise put into a routine from the Exercises page, or removed; and both undone."""

from dataclasses import dataclass

from msgspec.structs import replace

from hiptimer.app.home import Home
from hiptimer.app.shelf import Before, Shelf, ShelfError
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine, Step
from hiptimer.model.words import amount_words
from hiptimer.ui.exercises.ladder import Offer, Place

LONGEST = 100
"""How many steps a routine may have."""


@dataclass(frozen=True, slots=True)
class _Undo:
    """What takes a change back, and what is said then."""

    before: Before
    words: str


class Using:
    """Remembers the last change, so that it can be undone once. What came of a wish is told in
    words for the person.
    """

    def __init__(self, home: Home, shelf: Shelf) -> None:
        self._home = home
        self._shelf = shelf
        self._last: _Undo | None = None

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
            return tr("That routine is gone. Nothing was changed.")
        if place.step is None:
            after = replace(routine, steps=(*routine.steps, Step(exercise.id)))
            told = tr(
                "{exercise} is now the last move of {routine}.",
                exercise=exercise.name,
                routine=routine.name,
            )
        elif place.step < len(routine.steps):
            before = self._home.catalogue.exercises[routine.steps[place.step].exercise]
            after = routine.with_exercise(place.step, exercise)
            told = tr(
                "{exercise} now stands in the place of {before} in {routine}.",
                exercise=exercise.name,
                before=before.name,
                routine=routine.name,
            )
        else:
            return tr(
                "{routine} has other moves by now. Nothing was changed.", routine=routine.name
            )
        try:
            undoing = self._shelf.save_routine(after)
        except ShelfError as error:
            return str(error)
        self._last = _Undo(undoing, tr("{name} is as it was before.", name=routine.name))
        return told

    def remove(self, exercise_id: str) -> str:
        """Take an exercise of the person's own away. The words say what has happened."""
        self._last = None
        name = self._home.catalogue.exercises[exercise_id].name
        try:
            undoing = self._shelf.remove_exercise(exercise_id)
        except ShelfError as error:
            return str(error)
        self._last = _Undo(undoing, tr("{name} is there again.", name=name))
        built_in = self._home.catalogue.exercises.get(exercise_id)
        if built_in is None:
            return tr("{name} is removed.", name=name)
        return tr("{name} is as built in.", name=built_in.name)

    @property
    def can_undo(self) -> bool:
        return self._last is not None

    def undo(self) -> str:
        """Take the last change back, unless something was changed there since."""
        last, self._last = self._last, None
        if last is None:
            return ""
        try:
            self._shelf.take_back(last.before)
        except ShelfError as error:
            return str(error)
        return last.words

    def _places(self, routine: Routine, exercise: Exercise) -> tuple[Place, ...]:
        found = [
            Place(routine.id, number, tr("In the place of {move}", move=self._move(step)))
            for number, step in enumerate(routine.steps)
            if step.exercise != exercise.id and self._family(step) == exercise.family
        ]
        if len(routine.steps) < LONGEST:
            is_there = any(step.exercise == exercise.id for step in routine.steps)
            words = tr("At the end")
            if is_there:
                words = tr("At the end (it is in this routine already)")
            found.append(Place(routine.id, None, words))
        return tuple(found)

    def _family(self, step: Step) -> str:
        return self._home.catalogue.exercises[step.exercise].family

    def _move(self, step: Step) -> str:
        exercise = self._home.catalogue.exercises[step.exercise]
        return f"{exercise.name}, {amount_words(step.dose(exercise))}"


def _is_built_in(offer: Offer) -> bool:
    return not offer.is_own
