"""Words to tap of which any number can hold at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout


class ChipSet(QWidget):
    """`changed` carries the places of the chosen chips, from 0, as a tuple, when a person taps."""

    changed = Signal(object)

    def __init__(
        self, name: str, words: tuple[str, ...], *, height: int = 38, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader says for all of them."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.chips = tuple(Chip(word, height=height, radius=height // 2) for word in words)
        flow = FlowLayout(self, gap=2)
        for chip in self.chips:
            flow.addWidget(chip)
            chip.clicked.connect(self._tell)

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(place for place, chip in enumerate(self.chips) if chip.isChecked())

    def show_chosen(self, places: tuple[int, ...]) -> None:
        """Mark them without telling anyone."""
        for place, chip in enumerate(self.chips):
            chip.setChecked(place in places)

    def tap(self, place: int) -> None:
        """As if the person had tapped it."""
        self.chips[place].click()

    def _tell(self) -> None:
        self.changed.emit(self.chosen)
