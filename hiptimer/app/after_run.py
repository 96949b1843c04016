"""Asking how the hip felt after the last session: on the run, or since."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hiptimer.app.home import Home
from hiptimer.app.today import Today
from hiptimer.history.changes import TellAfter
from hiptimer.model.language import tr
from hiptimer.model.past import counts
from hiptimer.model.self_check import SELF_CHECK
from hiptimer.model.session import After, Outline
from hiptimer.model.time_words import local_time, weekday_long
from hiptimer.ui.telling.after import AFTER_WORDS
from hiptimer.ui.today.note_card import Note, NoteChoice
from hiptimer.ui.widgets.button import Look
from hiptimer.workout.safety import LEAVE_THE_RUN

NEVER = "never"
# Nobody has run and is back before that, and after that nobody remembers.
SOONEST, LATEST = timedelta(minutes=45), timedelta(days=4)


class AfterRun:
    """Asks about the newest session that counts, once, and keeps the answer with it.

    `keep` saves a change of the history and returns when it is saved; `now` is local time.
    """

    def __init__(
        self,
        home: Home,
        today: Today,
        keep: Callable[[TellAfter], None],
        now: Callable[[], datetime],
    ) -> None:
        self._home = home
        self._today = today
        self._keep = keep
        self._now = now
        self._asked: Outline | None = None
        self._settled: set[str] = set()
        self._advises = False

    def note(self) -> Note | None:
        if self._advises:
            return Note(
                title=tr("Then take it easy."),
                text=tr(LEAVE_THE_RUN),
                choices=(NoteChoice("seen", tr("All right"), Look.SECONDARY),),
                close_words="",
            )
        self._asked = self._to_ask_about()
        if self._asked is None:
            return None
        routine = self._home.catalogue.routines.get(self._asked.routine.id)
        before_run = routine is not None and routine.before_run
        return _question(self._asked, self._now(), before_run=before_run)

    def answer(self, choice: str) -> None:
        if self._advises:
            self._advises = False
            return
        if choice == NEVER:
            self._home.change_settings(asks_how_it_felt=False)
        elif self._asked is not None:
            self._settled.add(self._asked.id)
            if choice in set(After):
                self._keep(TellAfter(self._asked.id, After(choice)))
                self._advises = choice == After.HURT

    def _to_ask_about(self) -> Outline | None:
        if not self._home.settings.asks_how_it_felt:
            return None
        past = self._today.past.outlines
        newest = next((one for one in past if counts(one) and not _is_self_check(one)), None)
        if newest is None or newest.id in self._settled:
            return None
        if not SOONEST <= self._now() - newest.started_at <= LATEST:
            return None
        session = self._home.read_session(newest.id)
        if session is None or session.after is not None:
            self._settled.add(newest.id)
            return None
        return newest


def _is_self_check(session: Outline) -> bool:
    return session.routine.id == SELF_CHECK


def _question(session: Outline, now: datetime, *, before_run: bool) -> Note:
    """Such as "How did your hips feel on the run?"; no run followed where none was meant to."""
    day = local_time(session.started_at, session.utc_offset_s)
    days = (now.date() - day.date()).days
    choices = tuple(NoteChoice(after.value, tr(words)) for after, words in AFTER_WORDS.items())
    return Note(
        title=_asked(day, days, before_run=before_run),
        text=tr("Your answer says when to do more, and when less."),
        choices=(*choices, NoteChoice(NEVER, tr("Never ask"), Look.QUIET)),
    )


def _asked(day: datetime, days: int, *, before_run: bool) -> str:
    if before_run and days == 0:
        return tr("How did your hips feel on the run?")
    if before_run and days == 1:
        return tr("How did your hips feel on the run, and this morning?")
    if days:
        weekday = weekday_long(day.weekday())
        return tr("How did your hips feel since {weekday}?", weekday=weekday)
    return tr("How did your hips feel since then?")
