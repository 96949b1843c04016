"""The past as the History page shows it: what is looked at, asked of the history and told."""

import logging
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from hiptimer.app.asking import Asking
from hiptimer.app.called_names import called_in
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_for_reading
from hiptimer.history.statistics import Statistics, range_days
from hiptimer.history.streaks import monday_of
from hiptimer.model.past import Felt, Page, Range, StoryPoint, Trained, Wanted, WeekTotal
from hiptimer.model.past_words import sides_of
from hiptimer.ui.history.calendar_grid import WEEKS, CalendarGrid
from hiptimer.ui.history.charts.kinds import ChartKind
from hiptimer.ui.history.lines import PAGE
from hiptimer.ui.history.page import HistoryPage

if TYPE_CHECKING:
    from hiptimer.app.one_session import OneSession

log = logging.getLogger(__name__)


def today_here() -> date:
    return local_now().date()


class LookingBack(QObject):
    """Joins the page to the history. What a first look needs is read at once, since its cost
    does not grow with the past; the rest is asked for beside the window.

    `session_changed` carries the id of a session that was edited, deleted or brought back.
    """

    session_changed = Signal(str)

    def __init__(
        self,
        home: Home,
        page: HistoryPage,
        today: Callable[[], date] = today_here,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._page = page
        self._look = page.overview
        self._clock = today
        self._statistics: Statistics | None = None
        self._today = today()
        self._first_day: date | None = None
        self._years_back = 0
        self._one: OneSession | None = None
        self._is_stale = False
        self._called = called_in(home.language)
        self._asking = Asking(home.paths.history_file, self, called=self._called)
        self._asking.told.connect(page.tell)
        self._look.range_chosen.connect(self._show_range)
        self._look.calendar.year_wished.connect(self._turn_year)
        self._look.calendar.day_chosen.connect(self._show_day)
        self._look.sessions.wanted_changed.connect(self._show_lines)
        self._look.sessions.page_needed.connect(self._read_on)
        self._look.sessions.session_wished.connect(self.open_session)
        page.closed.connect(self._catch_up)
        self._look.charts.needed.connect(self._fill_chart)
        self._look.charts.exercise_wished.connect(self._tell_story)

    def refresh(self) -> None:
        """Something may have changed: read anew and show it, where it was looked at."""
        self._is_stale = False
        self._open()
        self._asking.reopen()
        self._today = self._clock()
        statistics = self._statistics
        if statistics is None:
            self._page.show_past(is_empty=True)
            return
        try:
            overview = statistics.overview(self._today, self._home.settings.week_goal)
            self._first_day = statistics.first_day()
            routines, exercises = statistics.routines(), statistics.exercises()
        except HistoryError as error:
            self._fail(error)
            return
        self._look.show_overview(overview)
        self._look.sessions.show_names(routines, exercises)
        # Trials too are to be seen: there is a past as soon as there is a routine in it.
        self._page.show_past(is_empty=not routines)
        self._show_calendar()
        self._show_lines()
        self._show_figures()

    def close(self) -> None:
        if self._one is not None:
            self._one.close()
        self._asking.close()
        self._close()

    # --- the connection of this thread ---

    def _open(self) -> None:
        self._close()
        try:
            connection = open_for_reading(self._home.paths.history_file)
        except HistoryError as error:
            self._fail(error)
            return
        if connection is not None:
            self._statistics = Statistics(connection, self._called)

    def _close(self) -> None:
        if self._statistics is not None:
            self._statistics.close()
        self._statistics = None

    def _fail(self, error: HistoryError) -> None:
        log.warning("%s", error)
        self._page.tell(str(error))

    # --- the range ---

    @property
    def _days(self) -> tuple[date, date]:
        return range_days(self._look.range, self._today, self._first_day)

    def _show_range(self, _range: Range) -> None:
        self._years_back = 0
        self._show_calendar()
        self._show_lines()
        self._show_figures()

    def _show_figures(self) -> None:
        """What is added up over the range; the charts ask for what they lack."""
        first, last = self._days
        self._asking.ask("sides", lambda past: past.by_exercise(first, last), self._show_sides)
        self._look.charts.set_range(first, last)

    def _show_sides(self, trained: list[Trained]) -> None:
        self._look.show_sides(*sides_of(trained))

    # --- the calendar ---

    def _show_calendar(self) -> None:
        if self._statistics is None:
            return
        grid = CalendarGrid(self._year_end(self._years_back))
        ways = None
        if self._look.range is Range.ALL:
            is_more = self._first_day is not None and self._first_day < grid.first
            ways = (is_more, self._years_back > 0)
        try:
            days = self._statistics.days(grid.first, grid.last)
        except HistoryError as error:
            self._fail(error)
            return
        totals = {total.day: total for total in days}
        self._look.calendar.show_days(grid, totals, self._today, ways=ways)

    def _year_end(self, years_back: int) -> date:
        """The last day of a year of weeks, counted back from today."""
        if not years_back:
            return self._today
        weeks = (WEEKS - 1) * years_back
        sunday = monday_of(self._today).toordinal() + 6 - 7 * weeks
        return date.fromordinal(max(sunday, 7))

    def _turn_year(self, by: int) -> None:
        self._years_back = max(0, self._years_back + by)
        self._show_calendar()

    def _show_day(self, day: date) -> None:
        self._look.sessions.show_day(day)
        self._look.sessions.focus_list()

    # --- the list ---

    def _wanted(self) -> Wanted:
        """What the list is asked for: of one day, or else of the range."""
        wanted = self._look.sessions.wanted
        if wanted.first is not None or self._look.range is Range.ALL:
            return wanted
        first, last = self._days
        return replace(wanted, first=first, last=last)

    def _show_lines(self, _wanted: Wanted | None = None) -> None:
        sessions, wanted = self._look.sessions, self._wanted()
        number = sessions.page_looked_at()
        self._look.calendar.calendar.show_chosen(sessions.wanted.first)
        if self._statistics is None:
            return
        try:
            page = self._statistics.lines(wanted, number * PAGE, PAGE)
            if not page.lines and number:
                number, page = 0, self._statistics.lines(wanted, 0, PAGE)
        except HistoryError as error:
            self._fail(error)
            return
        sessions.show_lines(number, page, self._look.range, self._today)

    def _read_on(self, number: int) -> None:
        wanted = self._wanted()

        def tell(page: Page) -> None:
            # The list may be another one by now.
            if wanted == self._wanted():
                self._look.sessions.model.take(number, page)

        self._asking.ask(
            f"lines {number}", lambda past: past.lines(wanted, number * PAGE, PAGE), tell
        )

    # --- one session ---

    def open_session(self, session_id: str) -> None:
        """Show one session in full."""
        try:
            self._made_one().show(session_id)
        except HistoryError as error:
            self._fail(error)
            return
        self._page.look_at_session()

    def _made_one(self) -> "OneSession":
        if self._one is None:
            from hiptimer.app.one_session import OneSession

            detail, called = self._page.detail, self._called
            self._one = OneSession(self._home, detail, self._clock, self, called=called)
            self._one.changed.connect(self._note_change)
        return self._one

    def _note_change(self, session_id: str) -> None:
        """What is on disk by now is shown at once, or when the session is left."""
        self._is_stale = True
        self.session_changed.emit(session_id)
        if not self._page.is_looking_at_session:
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale:
            self.refresh()

    # --- the charts ---

    def _fill_chart(self, kind: ChartKind) -> None:
        first, last = self._days
        ask, charts = self._asking.ask, self._look.charts
        match kind:
            case ChartKind.WEEKS:
                monday = monday_of(first)
                ask("weeks", lambda past: past.weeks(monday, last), self._show_weeks)
            case ChartKind.EXERCISES | ChartKind.MUSCLES:
                ask(
                    "trained",
                    lambda past: (past.by_exercise(first, last), past.by_muscle(first, last)),
                    self._show_trained,
                )
            case ChartKind.BALANCE:
                ask("balance", lambda past: past.by_exercise(first, last), charts.show_balance)
            case ChartKind.FELT:
                ask("felt", lambda past: past.felt(first, last), self._show_felt)

    def _show_weeks(self, weeks: list[WeekTotal]) -> None:
        self._look.charts.show_weeks(weeks, self._home.settings.week_goal)

    def _show_trained(self, trained: tuple[list[Trained], list[Trained]]) -> None:
        self._look.charts.show_trained(*trained)

    def _show_felt(self, felt: list[Felt]) -> None:
        self._look.charts.show_felt(felt)

    def _tell_story(self, exercise_id: str) -> None:
        def tell(points: list[StoryPoint]) -> None:
            name = next((p.name for p in reversed(points) if p.exercise_id == exercise_id), "")
            self._look.charts.show_story(name, points)

        self._asking.ask("story", lambda past: past.story(exercise_id), tell)
