"""The person's sync folder, looked at one time or many, on whatever thread asks."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hiptimer.app.home import Home
from hiptimer.app.now import utc_now
from hiptimer.history.errors import HistoryError
from hiptimer.history.opening import open_history
from hiptimer.history.sync.sync import Sync, Synced
from hiptimer.model.language import tr


class SyncPasses:
    """One thread at a time may `run`. Each pass has a connection of its own."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._sync: Sync | None = None
        self._path: Path | None = None

    @property
    def folder(self) -> Path | None:
        """None while nothing is kept in step."""
        chosen = self._home.settings.sync_folder
        return Path(chosen).expanduser() if chosen else None

    def run(self, may_go_on: Callable[[], bool]) -> Synced | None:
        """One pass; None when no folder is chosen. Raises HistoryError."""
        folder = self.folder
        if folder is None:
            return None
        if not folder.is_absolute():
            words = tr(
                "The sync folder {folder} has no full path. Choose it in Settings.", folder=folder
            )
            raise HistoryError(words)
        file = self._home.paths.history_file
        if self._sync is None or folder != self._path:
            self._sync, self._path = Sync(folder, file, now=utc_now), folder
        with closing(open_history(file, now=utc_now()).connection) as connection:
            return self._sync.run(connection, may_go_on)
