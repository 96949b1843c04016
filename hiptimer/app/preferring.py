"""The settings page, joined to what is kept: every choice holds at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hiptimer.app.choosing_data import ChoosingData
from hiptimer.app.choosing_look import ChoosingLook
from hiptimer.app.choosing_sound import ChoosingSound
from hiptimer.app.choosing_times import SETTINGS as TIMES
from hiptimer.app.choosing_times import ChoosingTimes
from hiptimer.app.choosing_week import ChoosingWeek
from hiptimer.app.choosing_workout import ChoosingWorkout
from hiptimer.app.home import Home
from hiptimer.app.keeping import Keeping
from hiptimer.app.languages import NAMES
from hiptimer.app.sparing import Sparing
from hiptimer.app.usual import OF_SECTION, Usual
from hiptimer.ui.settings.page import SettingsPage

EFFECTS: dict[str, frozenset[str]] = {
    "look_changed": frozenset({"theme", "workout_theme"}),
    "figures_changed": frozenset({"mirror_front"}),
    "suits_changed": frozenset({"equipment", "sore", "pain_rule"}),
    "times_changed": frozenset({"voice", *TIMES.values()}),
    "goal_changed": frozenset({"week_goal"}),
    "run_days_changed": frozenset({"run_days"}),
    "sync_changed": frozenset({"sync_folder"}),
}
"""By the name of a signal the settings of which it tells."""

RENEWING = frozenset({"language", "text_percent"})
"""What only a new window shows."""


class Preferring(QObject):
    """Makes the page and joins each of its sections.

    `times_changed` comes when a choice changed how long workouts are, `suits_changed` when
    routines take another form than before, `goal_changed` when another number of sessions a week
    is meant, `run_days_changed` when one runs on other days, `look_changed` when the colours are
    others, `figures_changed` when figures are drawn otherwise, `sync_changed` when another sync
    folder was chosen, or none. `renewal_wished` comes for what only a new window shows, with the
    name of the section to show in it, and `move_wished` with the Move of the data to another
    folder.
    `check_wished` and `flash_wished` ask for the two parts of the sound check.
    """

    times_changed = Signal()
    suits_changed = Signal()
    goal_changed = Signal()
    run_days_changed = Signal()
    look_changed = Signal()
    figures_changed = Signal()
    sync_changed = Signal()
    renewal_wished = Signal(str)
    move_wished = Signal(object)
    check_wished = Signal()
    flash_wished = Signal()

    def __init__(self, home: Home, told_times: Callable[[], str] | None = None) -> None:
        """`told_times` says what the times come to."""
        super().__init__()
        self._keeping = Keeping(home, self)
        page = self.page = SettingsPage(tuple(NAMES.items()))
        keeping = self._keeping
        self.usual = Usual(keeping, page, home.paths.state / "settings-before-reset.json")
        self.data = ChoosingData(home, keeping, page.data)
        self.data.move_wished.connect(self.move_wished)
        self._sections = (
            ChoosingWeek(home, keeping, page.goal),
            Sparing(home, keeping, page.sore, page.equipment),
            ChoosingWorkout(keeping, page.workout),
            ChoosingTimes(keeping, page.times, told_times),
            ChoosingSound(keeping, page.sound),
            ChoosingLook(keeping, page.look),
            self.data,
            self.usual,
        )
        page.sync.folder_chosen.connect(self._choose_sync_folder)
        page.sound.check_wished.connect(self.check_wished)
        page.sound.flash_wished.connect(self.flash_wished)
        keeping.changed.connect(self._heed)
        self.show()

    def show(self) -> None:
        """Show what is kept; keys in a workout and the sound check change it too."""
        settings = self._keeping.settings
        for section in self._sections:
            section.show(settings)
        self.page.sync.show_folder(settings.sync_folder)

    def _heed(self, names: frozenset[str]) -> None:
        """Show what was chosen, and tell whom it concerns."""
        self.show()
        for effect, told in EFFECTS.items():
            if names & told:
                getattr(self, effect).emit()
        # Last: after it this window is gone.
        if names & RENEWING:
            self.renewal_wished.emit("look" if names <= {*OF_SECTION["look"]} else "reset")

    def _choose_sync_folder(self, folder: str) -> None:
        self._keeping.keep(sync_folder=folder)
