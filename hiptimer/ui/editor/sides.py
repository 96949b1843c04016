"""Beside the steps: the one that is looked at, the routine as a whole, or what will be said."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.model.routine import Step
from hiptimer.ui.editor.routine_fields import RoutineFields
from hiptimer.ui.editor.script import ScriptView
from hiptimer.ui.editor.step_fields import StepFields
from hiptimer.ui.fonts import bold, regular
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.button import Button, Look
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.scroll import Scroll
from hiptimer.ui.widgets.segments import Segments
from hiptimer.ui.widgets.shape import RING_SPACE

STEP, WHOLE, SCRIPT = range(3)
TITLES = (later("Exercise"), later("Routine"), later("Spoken script"))
NO_STEP = later("Choose an exercise on the left to change how much of it you do.")
NOT_HERE = later("This exercise is not here any more. Swap it for another one, or remove it.")


class StepPart(QWidget):
    """One step: its exercise, what can be done with it, and how much of it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label("", bold(22), wraps=True)
        self.none = Label(tr(NO_STEP), regular(15), Tone.MUTED, wraps=True)
        self.swap = Button(tr("Swap"), Look.SECONDARY, size=14)
        self.double = Button(tr("Duplicate"), Look.SECONDARY, key="Ctrl+D", size=14)
        self.remove = Button(tr("Remove"), Look.SECONDARY, size=14)
        self.fields = StepFields()
        self._whole = QWidget()
        holder = QWidget()
        buttons = FlowLayout(holder, gap=0)
        for button in (self.swap, self.double, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(_moved_in(self.name))
        column.addWidget(holder)
        column.addLayout(_moved_in(self.fields))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 12, 12)
        outer.addLayout(_moved_in(self.none))
        outer.addWidget(self._whole)
        outer.addStretch(1)

    def show_step(self, step: Step | None, exercises: Mapping[str, Exercise]) -> None:
        exercise = None if step is None else exercises.get(step.exercise)
        self.none.setText(tr(NO_STEP if step is None else NOT_HERE))
        self.none.setVisible(exercise is None)
        self.fields.setVisible(exercise is not None)
        self._whole.setVisible(step is not None)
        if step is None:
            return
        name = step.exercise if exercise is None else exercise.name
        self.name.setText(name)
        self.swap.setAccessibleName(tr("Swap {name} for another exercise", name=name))
        self.double.setAccessibleName(tr("Duplicate {name}", name=name))
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        if exercise is not None:
            self.fields.show_step(step, exercise)


class Sides(Card):
    """`turned` carries the side that is shown now: STEP, WHOLE or SCRIPT."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self.step, self.whole, self.script = StepPart(), RoutineFields(), ScriptView()
        self.titles = Segments(tuple(tr(title) for title in TITLES))
        self._pages = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 12, 12)
        column.addLayout(_moved_in(self.whole))
        column.addStretch(1)
        self._pages.addWidget(Scroll(self.step))
        self._pages.addWidget(Scroll(whole))
        self._pages.addWidget(self.script)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(16, 16, 12, 12)
        all_of_it.setSpacing(14)
        all_of_it.addWidget(self.titles)
        all_of_it.addWidget(self._pages, 1)
        self.titles.changed.connect(self._turn)

    @property
    def side(self) -> int:
        return self.titles.chosen

    def turn_to(self, side: int) -> None:
        if side != self.side:
            self.titles.choose(side)

    def _turn(self, side: int) -> None:
        self._pages.setCurrentIndex(side)
        self.turned.emit(side)


def _moved_in(part: QWidget) -> QHBoxLayout:
    """In line with the boxes of buttons, which have room for their rings around them."""
    row = QHBoxLayout()
    row.setContentsMargins(round(RING_SPACE), 0, 0, 0)
    row.addWidget(part)
    return row
