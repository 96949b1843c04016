"""How much of it, on which side, and with what."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr, tr_in
from hiptimer.model.own_exercise import OwnExercise, as_hold, as_reps
from hiptimer.model.own_faults import (
    LONGEST_HOLD_S,
    LONGEST_REST_S,
    MOST_REPS,
    MOST_SETS,
    own_faults,
)
from hiptimer.model.side import Side
from hiptimer.model.words import equipment_words, side_filled
from hiptimer.ui.own_exercise.fields import Amount, Titled, Words
from hiptimer.ui.own_exercise.part import Part
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.segments import Segments

SIDE_HINT = later("{side} or {Side} stands for the working side, {other} for the other one.")


class DosePart(Part):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sides and dose"), parent)
        self.sides = Segments((tr("Each side in turn"), tr("Both sides at once")))
        self.counted = Segments((tr("Counted in reps"), tr("Held")))
        self.side_says = Words()
        self.sets, self.reps = Amount(1, MOST_SETS), Amount(1, MOST_REPS)
        self.hold = Amount(1, LONGEST_HOLD_S, step=5, decimals=1, unit="s")
        self.rest = Amount(0, LONGEST_REST_S, step=5, decimals=1, unit="s")
        self._name_choices()
        for name, title, control in (
            ("side_says", tr("What to do for a side"), self.side_says),
            ("sets", tr("Sets"), self.sets),
            ("reps", tr("Reps"), self.reps),
            ("hold_s", tr_in("how long a position is held", "Hold"), self.hold),
            ("rest_s", tr("Rest between sets"), self.rest),
        ):
            self.fields[name] = Titled(title, control)
        for choice in (self.sides, self.counted):
            self.column.addWidget(choice)
        self.column.addWidget(self.fields["side_says"])
        amounts = [(self.fields[name], 0) for name in ("sets", "reps", "hold_s", "rest_s")]
        self.add_row(*amounts, (QWidget(), 1))
        self._join()

    def _name_choices(self) -> None:
        self.sides.setAccessibleName(tr("Sides"))
        self.counted.setAccessibleName(tr("Reps or hold"))

    def _join(self) -> None:
        self.sides.changed.connect(self._take_sides)
        self.counted.changed.connect(self._take_counted)
        self.side_says.textEdited.connect(self._take_side_says)
        self.sets.typed.connect(self._take_sets)
        self.reps.typed.connect(self._take_reps)
        self.hold.typed.connect(self._take_hold)
        self.rest.typed.connect(self._take_rest)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        self.sides.segments[0 if own.per_side else 1].setChecked(True)
        self.counted.segments[1 if own.is_hold else 0].setChecked(True)
        self.side_says.show_words(own.side_says)
        self.sets.show_number(own.sets)
        self.reps.show_number(own.reps)
        self.hold.show_number(own.hold_s)
        self.rest.show_number(own.rest_s)
        self.fields["side_says"].setVisible(own.per_side)
        self.fields["side_says"].explain(_both_sides(own, known) or tr(SIDE_HINT))
        self.fields["reps"].setVisible(not own.is_hold)
        self.fields["hold_s"].setVisible(own.is_hold)

    def _take_sides(self, place: int) -> None:
        if self.own is not None and self.own.per_side is not (place == 0):
            self.edited.emit(replace(self.own, per_side=place == 0))

    def _take_counted(self, place: int) -> None:
        if self.own is not None and self.own.is_hold is not (place == 1):
            self.edited.emit(as_hold(self.own) if place else as_reps(self.own))

    def _take_side_says(self, words: str) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, side_says=words))

    def _take_sets(self, sets: float) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, sets=int(sets)))

    def _take_reps(self, reps: float) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, reps=int(reps)))

    def _take_hold(self, seconds: float) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, hold_s=seconds))

    def _take_rest(self, seconds: float) -> None:
        if self.own is not None:
            self.edited.emit(replace(self.own, rest_s=seconds))


def _both_sides(own: OwnExercise, known: Mapping[str, Exercise]) -> str:
    """What is said for left and for right; "" while it cannot be."""
    if not own.per_side or "side_says" in own_faults(own, "", known):
        return ""
    left = side_filled(own.side_says, Side.LEFT)
    right = side_filled(own.side_says, Side.RIGHT)
    return tr("Said: “{left}” and “{right}”", left=left, right=right)


class ThingChip(Chip):
    """A thing to fetch."""

    def __init__(self, thing: Equipment, parent: QWidget | None = None) -> None:
        super().__init__(equipment_words([thing]).capitalize(), parent=parent)
        self.thing = thing


class ThingsPart(Part):
    """What it needs; what is taken away is no longer in the picture either."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Equipment it needs"), parent)
        holder = QWidget()
        row = FlowLayout(holder, gap=0)
        self.chips = tuple(ThingChip(thing) for thing in Equipment)
        for chip in self.chips:
            row.addWidget(chip)
            chip.clicked.connect(self._take)
        self.column.addWidget(holder)

    def show_own(self, own: OwnExercise, known: Mapping[str, Exercise]) -> None:
        super().show_own(own, known)
        for chip in self.chips:
            chip.setChecked(chip.thing in own.needs)

    def _take(self) -> None:
        if self.own is not None:
            needs = tuple(chip.thing for chip in self.chips if chip.isChecked())
            self.edited.emit(replace(self.own, needs=needs))
