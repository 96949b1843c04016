"""The end of a workout: everything that is said about it is saved when it is said."""

from PySide6.QtCore import QObject, QTimer, Signal

from hiptimer.app.bridge import Bridge
from hiptimer.app.home import utc_now
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

    def __init__(self, page: DonePage, journal: Journal, bridge: Bridge) -> None:
        super().__init__()
        self._page = page
        self._journal = journal
        self._session_id = ""
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
        self._session_id = session.id
        self._page.show_session(session, catalogue.exercises, before_run)
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
        self._journal.correct(self._session_id, n, attempt, correction.corrected)
        self._wait()

    def _rate(self, rated: tuple[str, Rating | None]) -> None:
        self._journal.rate(self._session_id, *rated)
        self._wait()

    def _describe(self, told: Description) -> None:
        self._page.show_advice(advice(told.pain, told.signs))
        self._journal.describe(
            self._session_id,
            effort=told.effort,
            note=told.note,
            pain=told.pain,
            signs=told.signs,
        )
        self._wait()

    def _delete(self) -> None:
        self._journal.delete(self._session_id, utc_now())
        self._page.show_deleted(True)
        self._wait()

    def _undo(self) -> None:
        self._journal.undelete(self._session_id)
        self._page.show_deleted(False)
        self._wait()

    def _close(self) -> None:
        self._timer.stop()
        self.closed.emit()
