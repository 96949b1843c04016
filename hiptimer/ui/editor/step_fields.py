"""How much of one exercise of a routine: each amount as the exercise has it, or one of its own."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hiptimer.model.draft import (
    LONGEST_HOLD_S,
    LONGEST_REST_S,
    MOST_REPS,
    MOST_SETS,
)
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr, tr_in
from hiptimer.model.routine import Step
from hiptimer.ui.editor.own_amount import LimitedAmount, OwnAmount
from hiptimer.ui.editor.tempo_fields import TempoFields
from hiptimer.ui.widgets.flow import FlowLayout

SHORTEST_HOLD_S = 1.0


class StepFields(QWidget):
    """`changed` carries the Step as a person changed it; it always fits its exercise."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.sets = OwnAmount(tr("Sets"), LimitedAmount(1, MOST_SETS))
        self.reps = OwnAmount(tr("Reps"), LimitedAmount(1, MOST_REPS))
        hold = LimitedAmount(SHORTEST_HOLD_S, LONGEST_HOLD_S, step=5, decimals=1, unit="s")
        rest = LimitedAmount(0, LONGEST_REST_S, step=5, decimals=1, unit="s")
        self.hold = OwnAmount(tr_in("how long a position is held", "Hold"), hold)
        self.rest = OwnAmount(tr("Rest between sets"), rest)
        self.tempo = TempoFields()
        holder = QWidget()
        row = FlowLayout(holder, gap=16)
        for field in (self.sets, self.reps, self.hold, self.rest):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(holder)
        column.addWidget(self.tempo)
        self.sets.given.connect(self._take_sets)
        self.reps.given.connect(self._take_reps)
        self.hold.given.connect(self._take_hold)
        self.rest.given.connect(self._take_rest)
        self.tempo.given.connect(self._take_tempo)

    def show_step(self, step: Step, exercise: Exercise) -> None:
        """Show a step of that exercise, without telling it."""
        if step is not self._step:
            # Another one, or this one as it was before: what was typed here is not its.
            for field in (self.sets, self.reps, self.hold, self.rest, self.tempo):
                field.forget()
        self._step = step
        own, is_hold = exercise.dose, exercise.is_hold
        self.sets.show_amount(step.sets, None)
        self.reps.show_amount(step.reps, own.reps)
        self.hold.show_amount(step.hold_s, own.hold_s)
        self.rest.show_amount(step.rest_s, own.rest_s)
        self.reps.setVisible(not is_hold)
        self.hold.setVisible(is_hold)
        self.tempo.setVisible(not is_hold)
        if not is_hold:
            self.tempo.show_tempo(step.tempo_s, exercise.phases)
        self._show_rest()

    def _show_rest(self) -> None:
        """There is a rest between sets only with several of them."""
        self.rest.setVisible(self._step is not None and self._step.sets > 1)

    def _take_sets(self, sets: float) -> None:
        if self._step is not None:
            self._tell(replace(self._step, sets=int(sets)))
            self._show_rest()

    def _take_reps(self, reps: float | None) -> None:
        if self._step is not None:
            self._tell(replace(self._step, reps=None if reps is None else int(reps)))

    def _take_hold(self, seconds: float | None) -> None:
        if self._step is not None:
            self._tell(replace(self._step, hold_s=seconds))

    def _take_rest(self, seconds: float | None) -> None:
        if self._step is not None:
            self._tell(replace(self._step, rest_s=seconds))

    def _take_tempo(self, tempo_s: tuple[float, ...] | None) -> None:
        if self._step is not None:
            self._tell(replace(self._step, tempo_s=tempo_s))

    def _tell(self, step: Step) -> None:
        if step != self._step:
            self._step = step
            self.changed.emit(step)
