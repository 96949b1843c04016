"""What is sore, which rule holds for pain, and the way to where to start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hiptimer.model.complaint import Complaint
from hiptimer.model.language import later, tr, tr_in
from hiptimer.ui.fonts import regular
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.button import Button
from hiptimer.ui.widgets.chip_set import ChipSet
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.switch import Switch
from hiptimer.workout.safety import GENERAL, STRICT
from hiptimer.workout.suiting_words import complaint_words

PLACES = tuple(Complaint)
HINT = later(
    "Moves that are better left out with it are swapped or left out wherever a routine is shown, "
    "and it is said which and why. It chooses no routine, and your saved routines stay as they are."
)
TRAFFIC_LIGHT = later(
    "Pain from 0 to 10. Up to 3: go on. 4 or 5: only if it is back to usual within 24 hours, else "
    "a smaller movement, fewer reps or a lighter band. 6 and more: stop that exercise. It is a "
    "clinician's tool; without one the strict rule holds: nothing should hurt."
)
TICK = later("A clinician gave me this rule")


class SoreSection(Section):
    """`sore_chosen` carries the places, `traffic_light_chosen` whether a clinician gave it."""

    sore_chosen = Signal(object)
    traffic_light_chosen = Signal(object)
    start_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sore places"), parent)
        self.places = ChipSet(tr("Sore places"), tuple(complaint_words(place) for place in PLACES))
        self.add_wide(tr_in("sore places", "Spare"), tr(HINT), self.places)
        self._safety = Label("", regular(15), wraps=True)
        self._rows.addWidget(self._safety)
        self.tick = Switch(tr(TICK))
        ticked = QWidget()
        row = QHBoxLayout(ticked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.tick)
        row.addWidget(Label(tr(TICK), regular(15), wraps=True), 1)
        self.add_row(tr("Traffic light for pain"), tr(TRAFFIC_LIGHT), ticked)
        self.start = Button(tr("Where to start…"))
        self.start.setAccessibleName(tr("Answer three questions that lead to a routine"))
        self.add_row(
            tr("Where to start"), tr("Three questions lead to a routine that fits."), self.start
        )
        self.places.changed.connect(self._tell_places)
        self.tick.clicked.connect(self._tell_tick)
        self.start.clicked.connect(self.start_wished)

    def show_choices(
        self, sore: tuple[Complaint, ...], safety: str, *, has_traffic_light: bool
    ) -> None:
        """Show them without telling anyone; `safety` are the words that go with them."""
        self.places.show_chosen(tuple(n for n, place in enumerate(PLACES) if place in sore))
        general = tr(GENERAL) if sore else ""
        rule = "" if safety else tr(STRICT)
        self._safety.setText(" ".join(words for words in (safety, rule, general) if words))
        self._safety.setVisible(bool(self._safety.text()))
        self.tick.setChecked(has_traffic_light)

    def _tell_places(self, places: tuple[int, ...]) -> None:
        self.sore_chosen.emit(tuple(PLACES[place] for place in places))

    def _tell_tick(self) -> None:
        self.traffic_light_chosen.emit(self.tick.isChecked())
