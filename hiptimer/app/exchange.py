"""Getting everything out and back in, for the command line and the window alike."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from hiptimer.app.home import Home, local_now
from hiptimer.history.exchange.results import (
    BackedUp,
    Chosen,
    Exported,
    Imported,
    LastImport,
    Preview,
    Restored,
    RestorePreview,
    Undone,
)


class Exchange:
    """Every call opens the history for itself, so any thread may call; those with a long past
    take seconds, so not the one that paints. All raise HistoryError, worded for a person.
    """

    def __init__(self, home: Home, now: Callable[[], datetime] = local_now) -> None:
        self._home = home
        self._now = now

    def export(self, chosen: Chosen, file: Path) -> Exported:
        """Write the sessions to a .json, .csv or .fit. Several .fit become `file` with .zip."""
        raise NotImplementedError

    def preview_import(self, paths: Sequence[Path]) -> Preview:
        """What the session files in these files and folders would bring."""
        raise NotImplementedError

    def apply_import(self, preview: Preview) -> Imported:
        """Take in what can be read, all of it or nothing. The files are read again."""
        raise NotImplementedError

    def last_import(self) -> LastImport | None:
        """The import that `undo_import` would take back."""
        raise NotImplementedError

    def undo_import(self) -> Undone:
        """Take back the last import. What was edited since stays."""
        raise NotImplementedError

    def back_up(self, file: Path) -> BackedUp:
        """Write everything of the person's to a .zip."""
        raise NotImplementedError

    def preview_restore(self, file: Path) -> RestorePreview:
        """Check a backup whole, and say what it would bring."""
        raise NotImplementedError

    def apply_restore(self, preview: RestorePreview, *, settings: bool) -> Restored:
        """Bring back what is in the backup; the settings only if wanted. `Home` is to be made
        anew afterwards.
        """
        raise NotImplementedError
