"""One past session: everything that is said about it is saved when it is said."""

import logging
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home
from hiptimer.app.now import utc_now
from hiptimer.history.changes import (
    Change,
    Correct,
    Delete,
    Describe,
    Rate,
    TellAfter,
    Undelete,
)
from hiptimer.history.errors import HistoryError
from hiptimer.history.journal import Journal, Saved, Settled
from hiptimer.history.opening import open_for_reading
from hiptimer.history.recovery import as_seen
from hiptimer.history.running import running_folder
from hiptimer.history.store import Store
from hiptimer.model.called import AS_STORED, Called
from hiptimer.model.language import later, tr
from hiptimer.model.session import After, Rating, Session
from hiptimer.model.time_words import local_time
from hiptimer.ui.session.page import SessionPage
from hiptimer.ui.telling.wishes import Correction, Description
from hiptimer.workout.safety import advice

log = logging.getLogger(__name__)
SAVING_S = 10.0
SAVING, SAVED = later("Saving…"), later("Saved")
NOT_SAVED = later("Not saved.")
GONE = later("This session is no longer in the history.")


class OneSession(QObject):
    """Joins the page to the history. `changed` carries the id of a session whose edits are on
    disk by now. What is shown has the names of `called`; only what is said is saved.
    """

    changed = Signal(str)
    _settled = Signal(object)
    _troubled = Signal(object)

    def __init__(
        self,
        home: Home,
        page: SessionPage,
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        called: Called = AS_STORED,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._page = page
        self._today = today
        self._called = called
        self._session: Session | None = None
        # Only while something is edited: another program may put the file in another's place.
        self._journal: Journal | None = None
        self._waiting = 0
        self._lost = ""
        self._trouble = ""
        self._settled.connect(self._settle)
        self._troubled.connect(self._show_trouble)
        page.corrected.connect(self._correct)
        page.rated.connect(self._rate)
        page.described.connect(self._describe)
        page.after_told.connect(self._tell_after)
        page.deleted.connect(self._delete)
        page.undelete_wished.connect(self._undelete)
        page.closed.connect(self._rest)

    def show(self, session_id: str) -> None:
        """Show a session as it is in the history. Raises HistoryError."""
        session = self._read(session_id)
        if session is None:
            raise HistoryError(tr(GONE))
        self._session = session
        self._lost = ""
        catalogue = self._home.catalogue
        names = {one.id: one.text.name for one in catalogue.exercises.values()}
        can_repeat = session.routine.id in catalogue.routines
        self._page.show_session(session, names, can_repeat=can_repeat)
        self._advise(session)

    def close(self) -> None:
        """Save what was written but not told yet, and end the thread."""
        self._page.felt.note.tell()
        self._end(SAVING_S)

    # --- what the person says ---

    def _correct(self, correction: Correction) -> None:
        if self._session is not None:
            n, attempt = correction.n, correction.attempt
            self._keep(Correct(self._session.id, n, attempt, correction.corrected))

    def _rate(self, rated: tuple[str, Rating | None]) -> None:
        if self._session is not None:
            self._keep(Rate(self._session.id, *rated))

    def _describe(self, told: Description) -> None:
        if self._session is not None:
            session_id = self._session.id
            self._keep(Describe(session_id, told.effort, told.note, told.pain, told.signs))
            self._advise(self._session)

    def _tell_after(self, after: After | None) -> None:
        if self._session is not None:
            self._keep(TellAfter(self._session.id, after))

    def _delete(self, session_id: str) -> None:
        self._keep(Delete(session_id, utc_now()))
        self._show_again()

    def _undelete(self, session_id: str) -> None:
        self._keep(Undelete(session_id))
        self._show_again()

    def _advise(self, session: Session) -> None:
        """What hurt today is a reason not to run today; what hurt earlier is past."""
        day = local_time(session.started_at, session.utc_offset_s).date()
        words = advice(session.pain, session.signs) if day == self._today() else None
        self._page.show_advice(words or "")

    def _show_again(self) -> None:
        if self._session is not None:
            self._page.show_again(self._session)
            self._advise(self._session)

    # --- saving ---

    def _keep(self, change: Change) -> None:
        if self._session is None:
            return
        self._session = change.applied(self._session, utc_now())
        self._waiting += 1
        self._lost = ""
        self._page.show_state(tr(SAVING))
        self._opened().keep(change)

    def _opened(self) -> Journal:
        if self._journal is None:
            self._journal = Journal(
                self._home.paths.history_file,
                on_saved=_no_news,
                on_trouble=self._troubled.emit,
                on_settled=self._settled.emit,
                now=utc_now,
                fallback_folders=self._home.waiting_folders(),
            )
        return self._journal

    def _show_trouble(self, words: str | None) -> None:
        """Saving is tried again, or went elsewhere."""
        self._trouble = words or ""
        if words is not None:
            log.warning("%s", words)
            self._page.show_state(words, is_trouble=True)

    def _settle(self, settled: Settled) -> None:
        self._waiting -= 1
        if not settled.is_kept:
            self._lost = f"{tr(NOT_SAVED)} {settled.words}"
        if self._waiting:
            return
        if self._lost:
            self._page.show_state(self._lost, is_trouble=True)
            self._show_kept(settled.session_id)
        else:
            if not self._trouble:
                self._page.show_state(tr(SAVED))
            self.changed.emit(settled.session_id)
        if not self._page.isVisible():
            self._end(0.0)

    def _show_kept(self, session_id: str) -> None:
        """What is on disk, in place of what could not be saved."""
        try:
            session = self._read(session_id)
        except HistoryError as error:
            log.warning("%s", error)
            return
        if session is not None and self._session is not None and self._session.id == session.id:
            self._session = session
            self._show_again()

    def _rest(self) -> None:
        """The page is left."""
        if not self._waiting:
            self._end(0.0)

    def _end(self, seconds: float) -> None:
        if self._journal is not None:
            journal, self._journal = self._journal, None
            journal.close(seconds)

    def _read(self, session_id: str) -> Session | None:
        connection = open_for_reading(self._home.paths.history_file)
        if connection is None:
            return None
        store = Store(connection)
        try:
            session = store.session(session_id)
        finally:
            store.close()
        if session is None:
            return None
        seen = as_seen((session,), running_folder(self._home.paths.history_file))[0]
        return self._called.session(seen)


def _no_news(_saved: Saved) -> None:
    """Only workouts save sets one by one."""
