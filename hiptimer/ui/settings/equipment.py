"""What is at hand: the same choice as on the Exercises page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.language import later, tr
from hiptimer.ui.exercises.equipment_chips import EquipmentChips
from hiptimer.ui.settings.section import Section

HINT = later(
    "For exercises that need anything else, another one of the same kind is offered. "
    "While nothing is chosen here, all of it is taken to be there."
)


class EquipmentSection(Section):
    """`at_hand_chosen` carries a tuple of Equipment, or None for "not said"."""

    at_hand_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Equipment"), parent)
        self.things = EquipmentChips(asks=False)
        self.add_wide(tr("What you have at hand"), tr(HINT), self.things)
        self.things.changed.connect(self.at_hand_chosen)

    def show_at_hand(self, at_hand: tuple[Equipment, ...] | None) -> None:
        """Show it without telling anyone."""
        self.things.show_at_hand(at_hand, is_hiding=False)
