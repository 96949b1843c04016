"""How a workout runs: who sets the pace of reps, from how far it is seen, whether it stays lit."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later, tr
from hiptimer.model.words import tenths_words
from hiptimer.ui.settings.choices import Choices
from hiptimer.ui.settings.rows import figure, measured
from hiptimer.ui.settings.section import Section
from hiptimer.ui.widgets.slider import Slider
from hiptimer.ui.widgets.switch import Switch

BY_CLOCK, MY_PACE = range(2)
CHOICES = (
    (later("By the clock"), later("Each rep takes its seconds, then the next one begins.")),
    (later("My pace"), later("Each rep waits for Space, a click or a clicker.")),
)
PACE_HINT = later(
    "Holds, rests and get-readies go by the clock. P changes it while a workout runs."
)
DISTANCE_HINT = later(
    "Number and side as large as somebody across the room needs them, side and phase as the "
    "background."
)
FLASH_HINT = later(
    "The screen lights up with 3, 2, 1 and 0, once a second. Leave it off if flashing light "
    "does not agree with you."
)
# The slider counts in tenths of a metre.
NEAREST, FARTHEST, STEP = 5, 50, 5


class WorkoutChoices(msgspec.Struct, frozen=True, kw_only=True):
    """All that the section shows."""

    is_my_pace: bool
    is_distance_view: bool
    metres: float
    flashes: bool
    keeps_awake: bool


class DistanceSlider(Slider):
    """From half a metre on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Distance in tenths of a metre"), FARTHEST, STEP, parent=parent)
        self.setMinimum(NEAREST)


class WorkoutSection(Section):
    """Every signal carries what was chosen; `distance_chosen` metres."""

    my_pace_chosen = Signal(object)
    distance_view_chosen = Signal(object)
    distance_chosen = Signal(object)
    flash_chosen = Signal(object)
    awake_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Workout"), parent)
        self.reps = Choices(tr("Reps"), tuple((tr(title), tr(line)) for title, line in CHOICES))
        self.distance_view = Switch(tr("Distance view"))
        self.distance = DistanceSlider()
        self._metres = figure(_metres_words(FARTHEST / 10))
        self.flash = Switch(tr("Flash with the countdown"))
        self.awake = Switch(tr("Keep the screen on"))
        self._add_rows()
        self._join()

    def _add_rows(self) -> None:
        self.add_wide(tr("Reps"), tr(PACE_HINT), self.reps)
        self.add_row(tr("Distance view"), tr(DISTANCE_HINT), self.distance_view)
        self.add_row(
            tr("How far away"),
            tr("From your eyes to the screen, for the distance view."),
            measured(self.distance, self._metres),
        )
        self.add_row(tr("Flash with the countdown"), tr(FLASH_HINT), self.flash)
        self.add_row(
            tr("Keep the screen on"),
            tr("While a workout runs, and through a pause of up to 10 minutes."),
            self.awake,
        )

    def _join(self) -> None:
        self.reps.chosen.connect(self._tell_pace)
        self.distance_view.clicked.connect(self._tell_view)
        self.distance.chosen.connect(self._tell_distance)
        self.flash.clicked.connect(self._tell_flash)
        self.awake.clicked.connect(self._tell_awake)

    def show_choices(self, choices: WorkoutChoices) -> None:
        """Show them without telling anyone."""
        self.reps.show_choice(MY_PACE if choices.is_my_pace else BY_CLOCK)
        self.distance_view.setChecked(choices.is_distance_view)
        self.distance.show_value(round(choices.metres * 10), is_faint=not choices.is_distance_view)
        self._metres.setText(_metres_words(choices.metres))
        self.flash.setChecked(choices.flashes)
        self.awake.setChecked(choices.keeps_awake)

    def _tell_pace(self, place: int) -> None:
        self.my_pace_chosen.emit(place == MY_PACE)

    def _tell_view(self) -> None:
        self.distance_view_chosen.emit(self.distance_view.isChecked())

    def _tell_distance(self, tenths: int) -> None:
        self.distance_chosen.emit(tenths / 10)

    def _tell_flash(self) -> None:
        self.flash_chosen.emit(self.flash.isChecked())

    def _tell_awake(self) -> None:
        self.awake_chosen.emit(self.awake.isChecked())


def _metres_words(metres: float) -> str:
    return tr("{metres} m", metres=tenths_words(metres))
