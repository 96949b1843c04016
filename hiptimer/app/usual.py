"""Settings back to the usual, those of one section or all of them, and the way back from that."""

import logging
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject

from hiptimer.app.keeping import Keeping
from hiptimer.app.now import local_now
from hiptimer.model.language import tr
from hiptimer.settings import Settings, SettingsError, read_settings, save_settings
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.settings.section import WayBack

log = logging.getLogger(__name__)

USUAL = Settings()
OF_SECTION: dict[str, tuple[str, ...]] = {
    "goal": ("run_days", "run_at", "week_goal", "asks_how_it_felt", "reminder_min"),
    "equipment": ("equipment",),
    "sore": ("sore", "pain_rule"),
    "workout": ("my_pace", "distance_view", "distance_m", "flash", "keep_awake"),
    "times": (
        "first_gap_s",
        "new_position_gap_s",
        "roll_over_gap_s",
        "same_position_gap_s",
        "equipment_gap_s",
        "reposition_s",
    ),
    "sound": ("voice", "volume", "is_muted", "sound_delay_ms", "keep_alive"),
    "look": ("theme", "workout_theme", "motion", "mirror_front", "text_percent", "language"),
}
"""By the name of the section the settings that its button makes usual."""

STAYING = (
    *("data_folder", "sync_folder", "calendar_id"),
    *("without_equipment", "declined", "accepted", "paces"),
)
"""Folders, and what was answered or learned elsewhere than on the settings page."""

ALL = tuple(name for names in OF_SECTION.values() for name in names)


class Usual(QObject):
    """What was reset is kept in `file` until the window closes for good: a reset of the language
    opens the window anew, and can be undone there. What was chosen since a reset stays.
    """

    def __init__(self, keeping: Keeping, page: SettingsPage, file: Path) -> None:
        super().__init__(keeping)
        self._keeping = keeping
        self._page = page
        self._file = file
        self._before = read_settings(file).settings
        for name in OF_SECTION:
            page.sections[name].usual_wished.connect(self._reset_section)
            page.sections[name].undo_wished.connect(self._undo_section)
        page.reset.reset_wished.connect(self._ask)
        page.reset.unreset_wished.connect(self._undo_all)

    def show(self, settings: Settings) -> None:
        for name, names in OF_SECTION.items():
            self._page.sections[name].show_way_back(self._way_back(settings, names))
        differs = any(_differs(settings, name) for name in ALL)
        self._page.reset.show_ways(can_reset=differs, can_undo=bool(self._undoable(settings, ALL)))

    def forget(self) -> None:
        """The window closes for good: nothing can be undone any more."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s", error)

    def reset(self, names: Iterable[str]) -> None:
        """Make these settings usual."""
        settings = self._keeping.settings
        changed = [name for name in names if _differs(settings, name)]
        self._remember({name: getattr(settings, name) for name in changed})
        self._keeping.keep(**{name: getattr(USUAL, name) for name in changed})

    def undo(self, names: Iterable[str]) -> None:
        """Make these settings what they were before they were reset."""
        undoable = self._undoable(self._keeping.settings, names)
        to = {name: getattr(self._before, name) for name in undoable}
        self._remember({name: getattr(USUAL, name) for name in undoable})
        self._keeping.keep(**to)

    def _reset_section(self) -> None:
        self.reset(OF_SECTION[self._asking()])

    def _undo_section(self) -> None:
        self.undo(OF_SECTION[self._asking()])

    def _undo_all(self) -> None:
        self.undo(ALL)

    def _asking(self) -> str:
        asking = self.sender()
        return next(name for name, section in self._page.sections.items() if section is asking)

    def _ask(self) -> None:
        from hiptimer.ui.history.agree_dialog import AgreeDialog, Asked

        asked = Asked(
            title=tr("Reset all settings?"),
            lines=(
                tr(
                    "Goal and run days, equipment, sore places, workout, times, sound and look "
                    "become what they were at first."
                ),
                tr(
                    "Your sessions, routines and exercises stay, and so do the folders and what "
                    "you answered on Today. You can undo it afterwards."
                ),
            ),
            verb=tr("Reset all settings"),
        )
        dialog = AgreeDialog(asked, self._page)
        dialog.agreed.connect(self._reset_all)
        dialog.open()

    def _reset_all(self) -> None:
        self.reset(ALL)
        self._page.reset.focus_undo()

    def _way_back(self, settings: Settings, names: tuple[str, ...]) -> WayBack:
        if any(_differs(settings, name) for name in names):
            return WayBack.USUAL
        return WayBack.UNDO if self._undoable(settings, names) else WayBack.NOTHING

    def _undoable(self, settings: Settings, names: Iterable[str]) -> list[str]:
        """Those that were reset and have not been chosen anew since."""
        return [
            name for name in names if _differs(self._before, name) and not _differs(settings, name)
        ]

    def _remember(self, before: dict[str, object]) -> None:
        self._before = replace(self._before, **before)
        try:
            save_settings(self._file, self._before, now=local_now)
        except SettingsError as error:
            log.warning("What was reset can be undone only in this window: %s", error)


def _differs(settings: Settings, name: str) -> bool:
    return bool(getattr(settings, name) != getattr(USUAL, name))
