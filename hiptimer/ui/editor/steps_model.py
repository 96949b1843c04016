"""The steps of a routine being made, in words, as rows of a list."""

from collections.abc import Mapping, Sequence

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.routine import Step
from hiptimer.model.words import dose_words, number_words
from hiptimer.ui.prescription.step_rows import StepRow
from hiptimer.ui.widgets.rows_model import RowsModel

NOT_HERE = later("not here any more")


class StepsModel(RowsModel[StepRow]):
    """One row for each step."""

    def words_of(self, row: StepRow) -> str:
        return row.words

    def show_steps(self, steps: Sequence[Step], exercises: Mapping[str, Exercise]) -> None:
        rows = tuple(
            _row(number, step, exercises.get(step.exercise)) for number, step in enumerate(steps, 1)
        )
        if len(rows) != len(self.rows):
            self.show_rows(rows)
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))


def step_words(step: Step, exercise: Exercise) -> str:
    """Such as "3 sets of 10 reps each side, 30 s rest"."""
    dose = step.dose(exercise)
    words, rest = dose_words(dose), number_words(dose.rest_s)
    has_rest = dose.sets > 1 and bool(dose.rest_s)
    if exercise.per_side and has_rest:
        return tr("{dose} each side, {seconds} s rest", dose=words, seconds=rest)
    if exercise.per_side:
        return tr("{dose} each side", dose=words)
    return tr("{dose}, {seconds} s rest", dose=words, seconds=rest) if has_rest else words


def _row(number: int, step: Step, exercise: Exercise | None) -> StepRow:
    if exercise is None:
        return StepRow(number, step.exercise, step.exercise, tr(NOT_HERE))
    return StepRow(number, exercise.id, exercise.name, step_words(step, exercise))
