"""The times of the settings, joined to what is kept and to what they come to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hiptimer.app.keeping import Keeping
from hiptimer.settings import Settings
from hiptimer.ui.settings.times import TimesSection

SETTINGS = {
    "first_s": "first_gap_s",
    "new_position_s": "new_position_gap_s",
    "roll_over_s": "roll_over_gap_s",
    "same_position_s": "same_position_gap_s",
    "equipment_s": "equipment_gap_s",
    "reposition_s": "reposition_s",
}
"""The setting behind each field of Gaps."""


class ChoosingTimes(QObject):
    """`told` says in words what the times come to, "" while there is nothing to say."""

    def __init__(
        self, keeping: Keeping, section: TimesSection, told: Callable[[], str] | None
    ) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._section = section
        self._told = told
        section.time_chosen.connect(self._choose)

    def show(self, settings: Settings) -> None:
        self._section.show_gaps(settings.gaps)
        self._section.tell(self._told() if self._told else "")

    def _choose(self, name: str, seconds: float) -> None:
        self._keeping.keep(**{SETTINGS[name]: seconds})
