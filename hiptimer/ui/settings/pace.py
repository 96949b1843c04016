"""Who sets the pace of reps: the clock, or the person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.settings.choices import Choices
from hiptimer.ui.settings.section import Section

BY_CLOCK, MY_PACE = range(2)
CHOICES = (
    (later("By the clock"), later("Each rep takes its seconds, then the next one begins.")),
    (later("My pace"), later("Each rep waits for Space, a click or a clicker.")),
)
HINT = later("Holds, rests and get-readies go by the clock. P changes it while a workout runs.")


class PaceSection(Section):
    """`my_pace_chosen` carries whether reps wait for the person."""

    my_pace_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Workout"), parent)
        self.choices = Choices(tr("Reps"), tuple((tr(title), tr(line)) for title, line in CHOICES))
        self.choices.chosen.connect(self._tell)
        self.add_wide(tr("Reps"), tr(HINT), self.choices)

    def show_my_pace(self, on: bool) -> None:
        """Show it without telling anyone."""
        self.choices.show_choice(MY_PACE if on else BY_CLOCK)

    def _tell(self, place: int) -> None:
        self.my_pace_chosen.emit(place == MY_PACE)
