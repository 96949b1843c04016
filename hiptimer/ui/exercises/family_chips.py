"""Which family is shown: one chip each, and one for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from hiptimer.model.language import later_in, tr, tr_in
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout

ALL = later_in("families of exercises", "All")


class FamilyChips(QWidget):
    """Exactly one is chosen; arrows walk from one to the next, Tab passes them as one.

    `chosen` carries the id of a family, "" for all.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self.chips: tuple[Chip, ...] = ()
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, gap=0)
        self._group.idClicked.connect(self._tell)

    def show_families(self, families: Sequence[tuple[str, str]], now: str) -> None:
        """Ids and names of the families there are; `now` is the one to be chosen."""
        ids = ("", *(id_ for id_, _ in families))
        if ids != self._ids:
            self._ids = ids
            self._fill((tr_in("families of exercises", ALL), *(name for _, name in families)))
        if now in ids:
            self.chips[ids.index(now)].setChecked(True)

    def _fill(self, names: tuple[str, ...]) -> None:
        for chip in self.chips:
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = tuple(Chip(name) for name in names)
        for place, chip in enumerate(self.chips):
            _make_one_of_many(chip)
            chip.setAccessibleName(
                tr("All families") if place == 0 else tr("Family: {name}", name=chip.text())
            )
            self._group.addButton(chip, place)
            self._flow.addWidget(chip)
            chip.show()

    def _tell(self, place: int) -> None:
        self.chosen.emit(self._ids[place])


def _make_one_of_many(chip: QAbstractButton) -> None:
    # Then arrows are left to Qt, which walks the group.
    chip.setAutoExclusive(True)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
