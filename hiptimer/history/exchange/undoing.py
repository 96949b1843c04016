"""Taking back the last import."""

import hashlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from hiptimer.history.changes import Delete, edited
from hiptimer.history.connection import transaction
from hiptimer.history.exchange.results import LastImport, Undone
from hiptimer.history.tables import read_session, write_sessions
from hiptimer.model.ordinary import BROKEN_JSON, read_ordinary
from hiptimer.model.saving import write_atomically
from hiptimer.model.session import Session


class Brought(msgspec.Struct, frozen=True):
    """What an import did to one session: `before` is None when it was new, `after` a digest."""

    id: str
    before: Session | None
    after: str

    @property
    def is_new(self) -> bool:
        return self.before is None


class _Kept(msgspec.Struct, frozen=True):
    at: datetime
    brought: tuple[Brought, ...]


class Keepsake:
    """The file that says what the last import did.

    It is written before that import is committed. Should the commit fail, no session is as the
    file says, and taking back does nothing: better than an import without a way back.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def keep(self, at: datetime, brought: Sequence[Brought]) -> None:
        """Replace what was kept before. Raises OSError."""
        write_atomically(self._file, msgspec.json.encode(_Kept(at, tuple(brought))))

    def last(self) -> LastImport | None:
        """Raises OSError."""
        kept = self._read()
        if kept is None:
            return None
        new = sum(each.is_new for each in kept.brought)
        return LastImport(kept.at, new, len(kept.brought) - new)

    def take_back(self, connection: sqlite3.Connection, now: datetime) -> Undone:
        """In one transaction. What the import added is marked as deleted, what it changed is as
        before, by an edit, so that both hold when laptops are merged; what somebody changed since
        stays. Raises OSError and what sqlite3 raises.
        """
        kept = self._read()
        brought = kept.brought if kept else ()
        deleted = reverted = stayed = 0
        changes = []
        with transaction(connection):
            for each in brought:
                session = read_session(connection, each.id)
                if session is None:
                    continue
                if digest(session) != each.after:
                    stayed += 1
                    continue
                if each.before is not None:
                    after = edited(session, each.before, now)
                    reverted += 1
                else:
                    after = Delete(session.id, session.deleted_at or now).applied(session, now)
                    deleted += 1
                changes.append((session, after, now))
            write_sessions(connection, changes)
        self._file.unlink(missing_ok=True)
        return Undone(deleted, reverted, stayed)

    def _read(self) -> _Kept | None:
        try:
            return msgspec.json.decode(read_ordinary(self._file), type=_Kept)
        except (FileNotFoundError, *BROKEN_JSON):
            # Damaged, it takes nothing back; what was imported is in the history all the same.
            return None


def digest(session: Session) -> str:
    """The same for equal sessions."""
    return hashlib.blake2b(msgspec.json.encode(session), digest_size=16).hexdigest()
