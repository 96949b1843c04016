"""The moves of a routine as a page shows them, with what each of them can be changed to."""

from hiptimer.app.home import Home
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Step
from hiptimer.model.words import amount_words, dose_words
from hiptimer.ui.today.plan import MoveRow, Stock


def stock(home: Home) -> Stock:
    """All exercises there are, and the equipment the person has said to have."""
    return Stock(tuple(home.catalogue.exercises.values()), home.settings.equipment)


def move_row(
    home: Home, number: int, kept: Step, shown: Step, *, is_changed: bool = False
) -> MoveRow:
    """Step `number` (from 0) of a routine that keeps `kept` there, and has `shown` this time."""
    exercises = home.catalogue.exercises
    exercise, usual = exercises[shown.exercise], exercises[kept.exercise]
    family = home.catalogue.family(exercise.family)
    # The way back, where another family stands in for it.
    variations = family if usual in family else (usual, *family)
    return MoveRow(
        step=number,
        exercise=exercise,
        dose=amount_words(shown.dose(exercise)),
        variations=variations,
        doses=tuple(_dose_of(kept, variation) for variation in variations),
        is_changed=is_changed,
        kept=kept,
    )


def _dose_of(kept: Step, exercise: Exercise) -> str:
    """What an exercise would be done for in place of the one that is kept."""
    step = kept if kept.exercise == exercise.id else kept.swapped(exercise)
    return dose_words(step.dose(exercise))
