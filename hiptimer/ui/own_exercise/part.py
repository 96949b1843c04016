"""A part of the form: fields that belong together under a title."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hiptimer.model.exercise import Exercise
from hiptimer.model.own_exercise import OwnExercise
from hiptimer.ui.fonts import bold
from hiptimer.ui.own_exercise.fields import Titled
from hiptimer.ui.widgets.card import Card
from hiptimer.ui.widgets.label import Label

Choices = list[tuple[str, str]]


class Part(Card):
    """`edited` carries the OwnExercise as a person changed it. `fields` are those that something
    can be said about, by the names that the faults have.
    """

    edited = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(radius=20, parent=parent)
        self.own: OwnExercise | None = None
        self.fields: dict[str, Titled] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 18, 24, 20)
        self.column.setSpacing(14)
        self.column.addWidget(Label(title, bold(19)))

    def add_row(self, *parts: tuple[QWidget, int]) -> None:
        """Side by side, each with its share of the width."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget, share in parts:
            row.addWidget(widget, share)
        self.column.addLayout(row)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        """Show what was made so far, among the exercises there are, without telling it."""
        self.own = own

    def show_faults(self, faults: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.tell(faults.get(name, ""))

    def first_of(self, faults: Mapping[str, str]) -> QWidget | None:
        """The first control that something is wrong with."""
        return next((f.control for name, f in self.fields.items() if name in faults), None)
