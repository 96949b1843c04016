"""Today's page, joined to what is chosen for today and to the week so far."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from hiptimer.app.home import Home, Past
from hiptimer.app.now import local_now
from hiptimer.app.shelf import Shelf
from hiptimer.app.today import Today
from hiptimer.app.today_notes import NoteGiver, TodayNotes
from hiptimer.model.routine import Routine
from hiptimer.model.session import Session
from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.page import TodayPage
from hiptimer.ui.today.plan import VariationChoice
from hiptimer.ui.widgets.icons import IconSet

CLOCK_MS = 5_000


class TodayRoom(QObject):
    """`start_wished` carries a routine as it is to be done; `plan_changed` comes when another one,
    or other moves, are chosen; `day_turned` at the first look of a new day;
    `not_startable` when nothing is left of the routine that was to start.
    """

    start_wished = Signal(object)
    plan_changed = Signal()
    day_turned = Signal()
    not_startable = Signal()

    def __init__(
        self, home: Home, shelf: Shelf, icons: IconSet, album: Album, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._notes = TodayNotes(())
        self._day = local_now().date()
        self._shown: Routine | None = None
        self.today = Today(home, shelf, home.read_past())
        self.page = TodayPage(icons, album)
        self.show_plan()
        self.page.expect_week(bool(self.today.past.sessions))
        self.page.start_wished.connect(self._start)
        self.page.variation_wished.connect(self._vary)
        self.page.note_answered.connect(self._answer)
        self.page.as_written_wished.connect(self._go_as_written)
        self.page.less_time.tried.connect(self._try_time)
        self.page.less_time.wished.connect(self._take_time)
        self.page.less_time.whole_wished.connect(self._take_all_time)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start()

    def close(self) -> None:
        """The window closes: look at the clock no more."""
        self._clock.stop()

    @property
    def is_new_here(self) -> bool:
        """Whether the person has done no workout yet."""
        return not self.today.past.outlines

    def show_plan(self) -> None:
        plan = self.today.plan()
        if plan is not None:
            self._shown = plan.routine
            self.page.show_plan(plan)
        self.page.show_note(self._notes.note())

    def give_notes(self, givers: Sequence[NoteGiver]) -> None:
        """Who has something to ask or tell on this page, the most pressing first."""
        self._notes = TodayNotes(givers)
        self.page.show_note(self._notes.note())

    def _answer(self, choice: str) -> None:
        self._notes.answer(choice)
        self.show_plan()
        self.plan_changed.emit()

    def _go_as_written(self) -> None:
        self.today.go_as_written()
        self.show_plan()
        self.plan_changed.emit()

    def show_week(self) -> None:
        """Say how far this week is."""
        from hiptimer.app.week import week_so_far

        self._day = local_now().date()
        is_new = not self.today.past.sessions
        self.page.show_week(None if is_new else week_so_far(self._home, self._day))

    def look_back(self, past: Past) -> None:
        """The past is another one: propose anew."""
        self.today.look_back(past)
        self.show_week()
        self.show_plan()

    def learn(self, past: Past) -> None:
        """Sessions came from elsewhere: what is chosen for today stays."""
        self.today.past = past
        self.show_week()

    def choose(self, routine_id: str) -> None:
        if routine_id in self._home.catalogue.routines:
            self.today.choose(routine_id)
            self.show_plan()

    def repeat(self, session: Session) -> None:
        if session.routine.id in self._home.catalogue.routines:
            self.today.repeat(session)
            self.show_plan()

    def start_named(self, routine_id: str) -> None:
        """Start all of it: how much time there is was said about what Today shows. What sore
        places leave nothing of does not start.
        """
        self.today.time.forget()
        self.choose(routine_id)
        routine = self.today.routine
        if routine is not None and routine.id == routine_id:
            self._start()
        else:
            self.not_startable.emit()

    def _start(self) -> None:
        if self.today.routine is not None:
            self.start_wished.emit(self.today.routine)

    def vary_in(self, routine_id: str, choice: VariationChoice) -> None:
        """Take a routine for today with another exercise for this time."""
        chosen = self.today.whole
        if chosen is None or chosen.id != routine_id:
            self.today.choose(routine_id, {choice.step: choice.exercise_id})
            self.show_plan()
            self.plan_changed.emit()
        else:
            self._vary(choice)

    def _vary(self, choice: VariationChoice) -> None:
        self.today.vary(choice)
        self.show_plan()
        self.plan_changed.emit()

    def _try_time(self, typed: str) -> None:
        whole = self.today.whole
        if whole is not None:
            trial = self.today.time.trial(typed, whole, self.today.past)
            self.page.less_time.show_trial(trial)

    def _take_time(self, typed: str) -> None:
        self.today.time.take(typed)
        self.show_plan()

    def _take_all_time(self) -> None:
        self.today.time.forget()
        self.show_plan()

    def _look_at_clock(self) -> None:
        if self._day != local_now().date():
            self.today.time.forget()
            self.show_week()
            self.day_turned.emit()
        routine = self.today.routine
        if routine != self._shown and not self.page.is_choosing:
            # The time until the person leaves has become shorter.
            self.show_plan()
        elif routine is not None and self.page.isVisible():
            self.page.show_finish(self.today.finish(self.today.timeline(routine)))
