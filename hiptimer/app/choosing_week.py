"""The run days and the goal of the settings, joined to what is kept and to a calendar file."""

from datetime import time
from pathlib import Path

from PySide6.QtCore import QObject

from hiptimer.app.home import Home
from hiptimer.app.keeping import Keeping
from hiptimer.app.now import local_now
from hiptimer.settings import Settings
from hiptimer.ui.settings.goal import GoalSection


class ChoosingWeek(QObject):
    """When the person runs, and how often they mean to do this."""

    def __init__(self, home: Home, keeping: Keeping, section: GoalSection) -> None:
        super().__init__(keeping)
        self._home = home
        self._keeping = keeping
        self._section = section
        section.goal_chosen.connect(self._choose_goal)
        section.days_chosen.connect(self._choose_run_days)
        section.clock_chosen.connect(self._choose_run_at)
        section.asking_chosen.connect(self._choose_asking)
        section.reminder_chosen.connect(self._choose_reminder)
        section.calendar_wished.connect(self._save_week)

    def show(self, settings: Settings) -> None:
        self._section.show_goal(settings.week_goal)
        self._section.show_runs(settings.run_days, settings.run_at, settings.reminder_min)
        self._section.show_asking(settings.asks_how_it_felt)

    def _choose_goal(self, goal: int) -> None:
        self._keeping.keep(week_goal=goal)

    def _choose_run_days(self, days: tuple[int, ...]) -> None:
        self._change_week(run_days=days)

    def _choose_run_at(self, clock: time | None) -> None:
        self._change_week(run_at=clock)

    def _choose_reminder(self, minutes: int) -> None:
        self._change_week(reminder_min=minutes)

    def _choose_asking(self, asks: bool) -> None:
        self._keeping.keep(asks_how_it_felt=asks)

    def _change_week(self, **to: object) -> None:
        """What was told about a calendar file holds no more."""
        self._keeping.keep(**to)
        self._section.tell("")

    def _save_week(self, file: Path) -> None:
        from hiptimer.app.week_file import WeekError, save_week

        try:
            self._section.tell(save_week(self._home, file, local_now()))
        except WeekError as error:
            self._section.tell(str(error))
