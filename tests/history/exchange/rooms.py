"""A history in a folder, and what goes in and out of it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from history.samples import now

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.exporting import export
from hiptimer.history.exchange.importing import Counted, take_in_all
from hiptimer.history.exchange.results import Chosen, Exported, Imported, Preview
from hiptimer.history.exchange.undoing import Keepsake
from hiptimer.history.opening import open_history
from hiptimer.history.store import Store
from hiptimer.model.session import Session


class Room:
    """The history of one laptop."""

    def __init__(self, folder: Path, sessions: Iterable[Session] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.connection = open_history(folder / "history.db", now=now()).connection
        self.store = Store(self.connection)
        self.keepsake = Keepsake(folder / "last-import.json")
        for session in sessions:
            self.store.take_in(session)

    def preview(self, *sessions: Session | HistoryError) -> Preview:
        return Counted(sessions, self.connection).preview([])

    def take_in(
        self, *sessions: Session | HistoryError, at: datetime | None = None, undelete: bool = False
    ) -> Imported:
        return take_in_all(sessions, self.connection, self.keepsake, at or now(), undelete=undelete)

    def export(self, name: str, chosen: Chosen | None = None) -> Exported:
        return export(self.connection, chosen or Chosen(), self.folder / name, {})

    def all(self) -> list[Session]:
        """The deleted ones too, newest first."""
        return self.store.sessions(include_deleted=True)


@contextmanager
def room(folder: Path, sessions: Iterable[Session] = ()) -> Iterator[Room]:
    made = Room(folder, sessions)
    try:
        yield made
    finally:
        made.connection.close()
