"""The sync folder while the window is open: watched, and looked at beside the window."""

import logging
import threading
import time

import msgspec
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.app.sync_passes import SyncPasses
from hiptimer.history.errors import HistoryError
from hiptimer.model.language import tr
from hiptimer.model.time_words import clock_words

log = logging.getLogger(__name__)

POLL_MS = 30_000
"""Network file systems tell nothing, and a file may change without its folder doing so."""
SETTLING_S = 0.3
"""Where one file comes, others follow."""
CLOSING_S = 5.0
"""How long the end of the program waits for the last session to be written there."""


class SyncNews(msgspec.Struct, frozen=True):
    """What the last look at the folder came to. `trouble` is "" when all is well."""

    words: str = ""
    trouble: str = ""
    taken_in: int = 0
    is_seen: bool = False


class Syncing(QObject):
    """`taken_in` comes when sessions came from elsewhere; `news_changed` after every look, with
    SyncNews. Until `start` nothing happens.
    """

    taken_in = Signal()
    news_changed = Signal(object)
    _looked = Signal(object)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passes = SyncPasses(home)
        self.news = SyncNews()
        self._turn = threading.Condition()
        # Guarded by `_turn`, as all that follows.
        self._is_wanted = False
        self._is_held = False
        self._is_closing = False
        self._deadline = 0.0
        self._thread: threading.Thread | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.look)
        self._looked.connect(self._tell)

    def start(self) -> None:
        """Look now, and from now on; also after another folder was chosen, or none."""
        self._unwatch()
        if self._passes.folder is None:
            self._poll.stop()
            self._tell(SyncNews())
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="sync", daemon=True)
            self._thread.start()
        self._poll.start()
        self.look()

    def look(self) -> None:
        """Something has changed, here or there."""
        with self._turn:
            self._is_wanted = self._thread is not None
            self._turn.notify()

    def hold(self) -> None:
        """A workout begins: it has the disk for itself."""
        with self._turn:
            self._is_held = True

    def go_on(self) -> None:
        with self._turn:
            self._is_held = False
            self._turn.notify()
        self.look()

    def close(self) -> None:
        """One more look, so that what was just done is there, and an end."""
        self._poll.stop()
        self._unwatch()
        with self._turn:
            self._is_closing = True
            self._deadline = time.monotonic() + CLOSING_S
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(CLOSING_S + 1.0)
            self._thread = None

    def _unwatch(self) -> None:
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)

    def _tell(self, news: SyncNews) -> None:
        with self._turn:
            if self._is_closing:
                return
        folder = self._passes.folder
        if news.is_seen and folder is not None and not self._watcher.directories():
            self._watcher.addPath(str(folder))
        if news.trouble and news.trouble != self.news.trouble:
            log.warning("%s", news.trouble)
        self.news = news
        self.news_changed.emit(news)
        if news.taken_in:
            self.taken_in.emit()

    # --- on the thread ---

    def _work(self) -> None:
        is_last = False
        while not is_last:
            is_last = self._wait()
            news = self._look()
            if not is_last:
                self._looked.emit(news)

    def _wait(self) -> bool:
        """Until a look is wanted; whether it is the last one."""
        with self._turn:
            self._turn.wait_for(self._may_look)
            self._turn.wait_for(self._is_ending, SETTLING_S)
            self._is_wanted = False
            return self._is_closing

    def _may_look(self) -> bool:
        return self._is_closing or (self._is_wanted and not self._is_held)

    def _is_ending(self) -> bool:
        return self._is_closing

    def _may_go_on(self) -> bool:
        """Asked between the parts of a look."""
        with self._turn:
            return time.monotonic() < self._deadline if self._is_closing else not self._is_held

    def _look(self) -> SyncNews:
        try:
            synced = self._passes.run(self._may_go_on)
        except HistoryError as error:
            return SyncNews(trouble=str(error))
        if synced is None:
            return SyncNews()
        if not synced.is_whole:
            self.look()
        return SyncNews(
            words=tr("In step at {time}.", time=clock_words(local_now())),
            trouble=" ".join(synced.faults),
            taken_in=synced.taken_in,
            is_seen=True,
        )
