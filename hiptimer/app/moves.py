"""The moves of a routine as a page shows them, with what each of them can be changed to."""

from hiptimer.app.home import Home
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.routine import Step
from hiptimer.model.words import amount_words, dose_words
from hiptimer.ui.today.plan import MoveRow, Stock
from hiptimer.workout.suiting import sore_for


def stock(home: Home) -> Stock:
    """The exercises that spare what is sore, and the equipment the person has said to have."""
    exercises = home.catalogue.exercises.values()
    spared = tuple(e for e in exercises if not sore_for(e, home.settings.sore))
    return Stock(spared, home.settings.equipment)


def move_row(
    home: Home, number: int, kept: Step, shown: Step, *, is_changed: bool = False
) -> MoveRow:
    """Step `number` (from 0) of a routine that keeps `kept` there, and has `shown` this time."""
    exercises = home.catalogue.exercises
    exercise, usual = exercises[shown.exercise], exercises[kept.exercise]
    family = home.catalogue.family(exercise.family)
    # The way back, where another family stands in for it.
    offered = family if usual in family else (usual, *family)
    sore = home.settings.sore
    variations = tuple(e for e in offered if e.id == exercise.id or not sore_for(e, sore))
    return MoveRow(
        step=number,
        exercise=exercise,
        dose=amount_words(shown.dose(exercise)),
        variations=variations,
        doses=tuple(_dose_of(kept, variation) for variation in variations),
        is_changed=is_changed,
        kept=kept,
    )


def move_words(amount: str, name: str, *, per_side: bool) -> str:
    """Such as "3 sets of 10 × Clamshell, each side"."""
    if per_side:
        # L: {amount} such as "3 sets of 10 ×", {exercise} its name.
        return tr("{amount} {exercise}, each side", amount=amount, exercise=name)
    return f"{amount} {name}"


def _dose_of(kept: Step, exercise: Exercise) -> str:
    """What an exercise would be done for in place of the one that is kept."""
    step = kept if kept.exercise == exercise.id else kept.swapped(exercise)
    return dose_words(step.dose(exercise))
