"""Getting everything out and back in, for the command line and the window alike."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import hiptimer
from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.history.errors import HistoryError, explained
from hiptimer.history.exchange.backup import back_up
from hiptimer.history.exchange.belongings import SETTINGS, Belongings
from hiptimer.history.exchange.bringing_back import bring_back, compared
from hiptimer.history.exchange.choosing import chosen_sessions
from hiptimer.history.exchange.exporting import at_one_moment, export, form_of
from hiptimer.history.exchange.finding import find
from hiptimer.history.exchange.importing import Counted, Reading, take_in_all
from hiptimer.history.exchange.reading import read_file, read_stream
from hiptimer.history.exchange.restoring import Backup, opened_backup
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
from hiptimer.history.exchange.undoing import Keepsake
from hiptimer.history.opening import open_for_reading, open_history
from hiptimer.model.language import tr
from hiptimer.model.reasons import reason_of


class Exchange:
    """Every call opens the history for itself, so any thread may call; with a long past most take
    seconds, so not the one that paints. All raise HistoryError, worded for a person.
    """

    def __init__(self, home: Home, now: Callable[[], datetime] = local_now) -> None:
        """`now` is in local time: names with a date in them are for a person."""
        self._home = home
        self._now = now
        self._history_file = home.paths.history_file
        self._keepsake = Keepsake(home.paths.data / "last-import.json")
        self._belongings = Belongings(home.paths.own_catalogue, home.paths.settings_file)

    def export(self, chosen: Chosen, file: Path) -> Exported:
        """Write the sessions to a .json, .csv or .fit. Several .fit become `file` with .zip."""
        form_of(file)
        known = {e.id: e.fit for e in self._home.catalogue.exercises.values() if e.fit}
        with self._reading() as connection, _written(file):
            return export(connection, chosen, file, known)

    def preview_import(self, paths: Sequence[Path]) -> Preview:
        """What the session files in these files and folders would bring."""
        found = find(paths)
        with self._reading() as connection:
            return Counted(_read_all(found.files), connection).preview(found.files, found)

    def apply_import(self, preview: Preview, *, undelete: bool = False) -> Imported:
        """Take in what can be read, all of it or nothing; with `undelete` those too that are
        deleted here and not there. The files are read again.
        """
        return self._take_in(_read_all(preview.sources), undelete)

    def last_import(self) -> LastImport | None:
        """The import that `undo_import` would take back."""
        with explained(self._history_file):
            return self._keepsake.last()

    def undo_import(self) -> Undone:
        """Take back the last import. What was edited since stays."""
        with explained(self._history_file), self._writing() as connection:
            return self._keepsake.take_back(connection, self._now().astimezone(UTC))

    def back_up(self, file: Path) -> BackedUp:
        """Write everything of the person's to a .zip."""
        if file.suffix.lower() != ".zip":
            raise HistoryError(tr("{file}: a backup ends in .zip.", file=file))
        with self._reading() as connection, _written(file), at_one_moment(connection):
            sessions = chosen_sessions(connection, Chosen())
            version, now = hiptimer.__version__, self._now()
            return back_up(sessions, self._belongings, file, version=version, now=now)

    def preview_restore(self, file: Path) -> RestorePreview:
        """Check a backup whole, and say what it would bring."""
        with opened_backup(file) as backup, self._reading() as connection:
            with backup.history() as stream:
                counted = Counted(read_stream(stream, str(file)), connection)
            with _kept_own():
                files = compared(backup, self._belongings)
            return RestorePreview(
                file=file,
                made_at=backup.manifest.made_at,
                history=counted.preview([file]),
                new_files=files.new_own,
                different_files=files.different_own,
                settings_differ=files.settings_differ,
            )

    def apply_restore(
        self, preview: RestorePreview, *, settings: bool, undelete: bool = False
    ) -> Restored:
        """Bring back what is in the backup; the settings only if wanted. `Home` is to be made
        anew afterwards.
        """
        with opened_backup(preview.file) as backup:
            with backup.history() as stream:
                imported = self._take_in(read_stream(stream, str(preview.file)), undelete)
            with _kept_own():
                return self._bring_back(backup, imported, settings)

    def _bring_back(self, backup: Backup, imported: Imported, settings: bool) -> Restored:
        files = compared(backup, self._belongings)
        own = (*files.new_own, *files.different_own)
        with_settings = settings and files.settings_differ
        names = (*own, SETTINGS) if with_settings else own
        copies = bring_back(backup, names, self._belongings, self._now())
        return Restored(imported, len(own), with_settings, copies)

    def _take_in(self, reading: Reading, undelete: bool) -> Imported:
        now = self._now().astimezone(UTC)
        with explained(self._history_file), self._writing() as connection:
            return take_in_all(reading, connection, self._keepsake, now, undelete=undelete)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """None when there is no history yet; nothing is written to find out."""
        connection = open_for_reading(self._history_file)
        if connection is None:
            yield None
            return
        with closing(connection):
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        opened = open_history(self._history_file, now=self._now())
        with closing(opened.connection):
            yield opened.connection


def _read_all(files: Sequence[Path]) -> Reading:
    for file in files:
        yield from read_file(file)


@contextmanager
def _written(file: Path) -> Iterator[None]:
    """What went wrong with `file` in words about it; the history has its own."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise HistoryError(tr("The history cannot be read: {error}.", error=error)) from error
    except OSError as error:
        reason = reason_of(error)
        words = tr("{file} cannot be written: {reason}.", file=file, reason=reason)
        raise HistoryError(words) from error


@contextmanager
def _kept_own() -> Iterator[None]:
    """What went wrong with a file of the person's own in words about it."""
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        words = tr("{file} cannot be used: {reason}.", file=error.filename, reason=reason)
        raise HistoryError(words) from error
