"""What a person has at hand: chips that are the remembered choice itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.language import later, later_in, tr, tr_in
from hiptimer.model.words import equipment_words
from hiptimer.ui.fonts import medium
from hiptimer.ui.theme import Tone
from hiptimer.ui.widgets.chips import Chip
from hiptimer.ui.widgets.flow import FlowLayout
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import RING_SPACE

ASKS, ASKS_SHORT = later("What do you have?"), later("I have")
NOTHING = later("No equipment")
HIDES = later("Hide the rest")
THINGS = tuple(Equipment)
HAVE = {
    Equipment.MINI_BAND: later("I have a mini band"),
    Equipment.STABILITY_BALL: later("I have a stability ball"),
    Equipment.CUSHION: later("I have a cushion"),
    Equipment.BENCH: later("I have a bench"),
    Equipment.STEP: later("I have a step"),
    Equipment.TABLE: later("I have a table"),
    Equipment.WALL: later("I have a wall"),
}
SHORT = {Equipment.STABILITY_BALL: later_in("equipment, in short", "Ball")}


class EquipmentChips(QWidget):
    """None of the chips is chosen while the person has not said. Without `asks` there are only
    the things: no question before them, and no wish to hide the rest after them.

    `changed` carries a tuple of Equipment, or None for "not said"; `hiding_changed` whether what
    needs anything else is to be left out.
    """

    changed = Signal(object)
    hiding_changed = Signal(bool)

    def __init__(self, *, asks: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_hiding = asks
        self.nothing = Chip(tr(NOTHING))
        self.things = tuple(Chip(_name(thing)) for thing in THINGS)
        self.hides = Chip(tr(HIDES))
        self.hides.setAccessibleName(tr("Hide exercises that need anything else"))
        self._asks = Label(tr(ASKS), medium(14), Tone.MUTED)
        self._asks.setFixedHeight(self.nothing.sizeHint().height())
        self._asks.setContentsMargins(round(RING_SPACE), 0, 8, 0)
        flow = FlowLayout(self, gap=0)
        flow.addWidget(self._asks)
        for chip in (self.nothing, *self.things):
            flow.addWidget(chip)
        flow.addWidget(self.hides)
        self._asks.setVisible(asks)
        self.hides.setVisible(asks)
        for thing, chip in zip(THINGS, self.things, strict=True):
            chip.setAccessibleName(tr(HAVE[thing]))
            # In a group of Qt's they would be one stop of Tab, and no two could be reached.
            chip.clicked.connect(self._take_things)
        self.nothing.setAccessibleName(tr("I have no equipment"))
        self.nothing.clicked.connect(self._take_nothing)
        self.hides.clicked.connect(self.hiding_changed)

    def fit(self, *, is_narrow: bool) -> None:
        """Ask in fewer words in a narrow window."""
        self._asks.setText(tr(ASKS_SHORT if is_narrow else ASKS))

    def show_at_hand(self, at_hand: tuple[Equipment, ...] | None, *, is_hiding: bool) -> None:
        """Show what is remembered, without telling it."""
        self.nothing.setChecked(at_hand == ())
        for thing, chip in zip(THINGS, self.things, strict=True):
            chip.setChecked(thing in (at_hand or ()))
        self.hides.setVisible(self._has_hiding and at_hand is not None)
        self.hides.setChecked(is_hiding)

    def _take_nothing(self, is_nothing: bool) -> None:
        self.changed.emit(() if is_nothing else None)

    def _take_things(self, _is_there: bool) -> None:
        chosen = zip(THINGS, self.things, strict=True)
        self.changed.emit(tuple(thing for thing, chip in chosen if chip.isChecked()))


def _name(thing: Equipment) -> str:
    if thing in SHORT:
        return tr_in("equipment, in short", SHORT[thing])
    return equipment_words([thing]).capitalize()
