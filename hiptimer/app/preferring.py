"""The settings page, joined to what is kept: every choice holds at once."""

from datetime import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home, local_now
from hiptimer.model.phrases import VoiceLevel
from hiptimer.ui.settings.page import SettingsPage
from hiptimer.ui.settings.sound import SoundChoices


class Preferring(QObject):
    """`times_changed` comes when a choice changed how long workouts are.

    `goal_changed` comes when another number of sessions a week is meant, `run_days_changed` when
    one runs on other days.
    `sync_changed` comes when another sync folder was chosen, or none.
    `check_wished` and `flash_wished` ask for the two parts of the sound check.
    """

    times_changed = Signal()
    goal_changed = Signal()
    run_days_changed = Signal()
    sync_changed = Signal()
    check_wished = Signal()
    flash_wished = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self.page = SettingsPage()
        sound = self.page.sound
        sound.voice_chosen.connect(self._choose_voice)
        sound.volume_chosen.connect(self._choose_volume)
        sound.mute_chosen.connect(self._choose_mute)
        sound.delay_chosen.connect(self._choose_delay)
        sound.keep_alive_chosen.connect(self._choose_keep_alive)
        self.page.pace.my_pace_chosen.connect(self._choose_my_pace)
        goal = self.page.goal
        goal.goal_chosen.connect(self._choose_goal)
        goal.days_chosen.connect(self._choose_run_days)
        goal.clock_chosen.connect(self._choose_run_at)
        goal.reminder_chosen.connect(self._choose_reminder)
        goal.calendar_wished.connect(self._save_week)
        self.page.sync.folder_chosen.connect(self._choose_sync_folder)
        sound.check_wished.connect(self.check_wished)
        sound.flash_wished.connect(self.flash_wished)
        self.show()

    def show(self) -> None:
        """Show what is kept; keys in a workout and the sound check change it too."""
        settings = self._home.settings
        goal = self.page.goal
        goal.show_goal(settings.week_goal)
        goal.show_runs(settings.run_days, settings.run_at, settings.reminder_min)
        self.page.pace.show_my_pace(settings.my_pace)
        self.page.sync.show_folder(settings.sync_folder)
        self.page.sound.show_choices(
            SoundChoices(
                voice=settings.voice,
                percent=round(settings.volume * 100),
                is_muted=settings.is_muted,
                delay_ms=settings.sound_delay_ms,
                keep_alive=settings.keep_alive,
            )
        )

    def _keep(self, **to: object) -> None:
        self._home.change_settings(**to)
        self.show()

    def _choose_voice(self, voice: VoiceLevel) -> None:
        if voice is not self._home.settings.voice:
            self._keep(voice=voice)
            self.times_changed.emit()

    def _choose_my_pace(self, on: bool) -> None:
        self._keep(my_pace=on)

    def _choose_goal(self, goal: int) -> None:
        if goal != self._home.settings.week_goal:
            self._keep(week_goal=goal)
            self.goal_changed.emit()

    def _choose_run_days(self, days: tuple[int, ...]) -> None:
        self._change_week(run_days=days)
        self.run_days_changed.emit()

    def _choose_run_at(self, clock: time | None) -> None:
        self._change_week(run_at=clock)

    def _choose_reminder(self, minutes: int) -> None:
        self._change_week(reminder_min=minutes)

    def _change_week(self, **to: object) -> None:
        """What was told about a calendar file holds no more."""
        self._keep(**to)
        self.page.goal.tell("")

    def _save_week(self, file: Path) -> None:
        from hiptimer.app.week_file import WeekError, save_week

        try:
            self.page.goal.tell(save_week(self._home, file, local_now()))
        except WeekError as error:
            self.page.goal.tell(str(error))

    def _choose_sync_folder(self, folder: str) -> None:
        if folder != self._home.settings.sync_folder:
            self._keep(sync_folder=folder)
            self.sync_changed.emit()

    def _choose_volume(self, percent: int) -> None:
        """Whoever turns it up wants to hear it."""
        self._keep(volume=percent / 100, is_muted=False)

    def _choose_mute(self, is_muted: bool) -> None:
        self._keep(is_muted=is_muted)

    def _choose_delay(self, delay_ms: int) -> None:
        self._keep(sound_delay_ms=delay_ms)

    def _choose_keep_alive(self, keep_alive: str) -> None:
        self._keep(keep_alive=keep_alive)
