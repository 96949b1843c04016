"""The sync folder for the command line: a pass that nobody has to wait for without end."""

import logging
import threading

from hiptimer.app.home import Home
from hiptimer.app.sync_passes import SyncPasses
from hiptimer.history.errors import HistoryError
from hiptimer.history.sync.sync import Synced
from hiptimer.model.language import tr

log = logging.getLogger(__name__)

PATIENCE_S = 10.0
"""Some folders are far away, and those that are gone may not even say so."""
_BREAKING_OFF_S = 1.0


def sync_here(home: Home, patience_s: float = PATIENCE_S) -> tuple[str, ...]:
    """Bring history and folder in step as far as time allows; words about what went wrong."""
    passes = SyncPasses(home)
    if passes.folder is None:
        return ()
    one = _OnePass(passes)
    words = one.words(patience_s)
    for line in words:
        log.warning("%s", line)
    return words


class _OnePass:
    """Runs on a daemon thread: a file system that does not answer must not hold anybody up."""

    def __init__(self, passes: SyncPasses) -> None:
        self._passes = passes
        self._is_late = threading.Event()
        self._synced: Synced | None = None
        self._trouble: str | None = None
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def words(self, patience_s: float) -> tuple[str, ...]:
        self._thread.join(patience_s)
        self._is_late.set()
        self._thread.join(_BREAKING_OFF_S)
        if self._trouble is not None:
            return (self._trouble,)
        if self._thread.is_alive():
            words = tr(
                "The sync folder {folder} does not answer. "
                "Sessions stay on this computer until it does.",
                folder=self._passes.folder,
            )
            return (words,)
        return self._synced.faults if self._synced else ()

    def _run(self) -> None:
        try:
            self._synced = self._passes.run(self._may_go_on)
        except HistoryError as error:
            self._trouble = str(error)

    def _may_go_on(self) -> bool:
        return not self._is_late.is_set()
