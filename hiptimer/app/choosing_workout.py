"""The workout section of the settings, joined to what is kept."""

from PySide6.QtCore import QObject

from hiptimer.app.keeping import Keeping
from hiptimer.settings import Settings
from hiptimer.ui.settings.workout import WorkoutChoices, WorkoutSection


class ChoosingWorkout(QObject):
    """How the next workout runs: it looks at the settings when it starts."""

    def __init__(self, keeping: Keeping, section: WorkoutSection) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._section = section
        section.my_pace_chosen.connect(self._choose_my_pace)
        section.distance_view_chosen.connect(self._choose_view)
        section.distance_chosen.connect(self._choose_distance)
        section.flash_chosen.connect(self._choose_flash)
        section.awake_chosen.connect(self._choose_awake)

    def show(self, settings: Settings) -> None:
        self._section.show_choices(
            WorkoutChoices(
                is_my_pace=settings.my_pace,
                is_distance_view=settings.distance_view,
                metres=settings.distance_m,
                flashes=settings.flash,
                keeps_awake=settings.keep_awake,
            )
        )

    def _choose_my_pace(self, on: bool) -> None:
        self._keeping.keep(my_pace=on)

    def _choose_view(self, on: bool) -> None:
        self._keeping.keep(distance_view=on)

    def _choose_distance(self, metres: float) -> None:
        self._keeping.keep(distance_m=metres)

    def _choose_flash(self, on: bool) -> None:
        self._keeping.keep(flash=on)

    def _choose_awake(self, on: bool) -> None:
        self._keeping.keep(keep_awake=on)
