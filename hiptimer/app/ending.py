"""The end of a workout: everything that is said about it is saved when it is said."""

from PySide6.QtCore import QObject, QTimer, Signal

from hiptimer.app.bridge import Bridge
from hiptimer.app.next_time import NextTime
from hiptimer.app.now import utc_now
from hiptimer.history.changes import Change, Correct, Delete, Describe, Rate, Undelete
from hiptimer.history.journal import Journal
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.session import Rating, Session
from hiptimer.ui.done.page import DonePage
from hiptimer.ui.telling.wishes import Correction, Description
from hiptimer.workout.safety import advice

LOOK_MS = 50


class Ending(QObject):
    """Joins the end page to the journal. `closed` comes when the person is through with it."""

    closed = Signal()

    def __init__(
        self, page: DonePage, journal: Journal, bridge: Bridge, next_time: NextTime
    ) -> None:
        super().__init__()
        self._page = page
        self._journal = journal
        self._next_time = next_time
        self._session: Session | None = None
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        page.corrected.connect(self._correct)
        page.rated.connect(self._rate)
        page.described.connect(self._describe)
        page.delete_wished.connect(self._delete)
        page.undo_wished.connect(self._undo)
        page.closed.connect(self._close)
        bridge.trouble_changed.connect(self._show_trouble)

    def show(self, session: Session, catalogue: Catalogue, *, before_run: bool) -> None:
        self._session = session
        self._page.show_session(session, catalogue.exercises, before_run)
        self._next_time.begin(session)
        self._wait()

    def _keep(self, change: Change) -> None:
        """Save what was said, and see what follows from it for the next time."""
        if self._session is not None:
            self._journal.keep(change)
            self._session = change.applied(self._session, utc_now())
            self._next_time.follow(self._session)
            self._wait()

    def _wait(self) -> None:
        """Something was asked to be saved: show it as saved only when it is."""
        self._page.show_saved(False, self._trouble)
        self._timer.start()

    def _look(self) -> None:
        if self._journal.flush(0.0):
            self._timer.stop()
            self._page.show_saved(True, self._trouble)

    def _show_trouble(self, words: str | None) -> None:
        self._trouble = words or ""
        self._page.show_saved(not self._timer.isActive(), self._trouble)

    def _correct(self, correction: Correction) -> None:
        n, attempt = correction.n, correction.attempt
        self._keep(Correct(self._session_id, n, attempt, correction.corrected))

    def _rate(self, rated: tuple[str, Rating | None]) -> None:
        self._keep(Rate(self._session_id, *rated))

    def _describe(self, told: Description) -> None:
        self._page.show_advice(advice(told.pain, told.signs))
        self._keep(Describe(self._session_id, told.effort, told.note, told.pain, told.signs))

    def _delete(self) -> None:
        self._keep(Delete(self._session_id, utc_now()))
        self._page.show_deleted(True)

    def _undo(self) -> None:
        self._keep(Undelete(self._session_id))
        self._page.show_deleted(False)

    @property
    def _session_id(self) -> str:
        return "" if self._session is None else self._session.id

    def _close(self) -> None:
        self._timer.stop()
        self.closed.emit()
