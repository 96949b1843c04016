"""Session files that wait for a history that can be written, and taking them in."""

import sys
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.elements import LARGEST
from hiptimer.history.interchange import from_json
from hiptimer.history.running import is_live
from hiptimer.history.store import Store
from hiptimer.model.language import tr
from hiptimer.model.ordinary import read_ordinary
from hiptimer.model.plain import plain
from hiptimer.model.reasons import reason_of
from hiptimer.model.session import Session, Status

if sys.platform == "win32":

    def _is_ours(file: Path) -> bool:
        # Every account has temporary folders of its own there.
        return file.is_file()

    def _account() -> int:
        return 0

else:
    import os

    def _is_ours(file: Path) -> bool:
        # Temporary folders are shared: a file planted by another account is not taken in.
        return file.stat().st_uid == os.getuid()

    def _account() -> int:
        return os.getuid()


_PREFIX = "hiptimer-session-"


class TakenIn(msgspec.Struct, frozen=True):
    """`problems` are words for a person about files that stay where they are."""

    sessions: tuple[Session, ...]
    problems: tuple[str, ...]


def own_folder(temporary: Path, data: Path) -> Path:
    """Where in a temporary folder sessions wait for the history in `data`, and no others: somebody
    may have more than one such folder, and there may be other accounts.
    """
    mark = zlib.crc32(f"{_account()} {data.absolute()}".encode())
    return temporary / f"hiptimer-{mark:08x}"


def waiting_file(folder: Path, session_id: str) -> Path:
    return folder / f"{_PREFIX}{session_id}.json"


def locks_of_waiting(folder: Path) -> Path:
    """Where a session that is written to a file in `folder` has its running lock."""
    return folder / "hiptimer-running"


def take_in(folders: Iterable[Path], store: Store) -> TakenIn:
    """Bring waiting sessions into the history; a file goes once its session is committed.

    A session that is still running is left alone. Raises HistoryError when the history cannot
    be written; the files stay then.
    """
    sessions, problems = [], []
    for folder in folders:
        for file in sorted(folder.glob(f"{_PREFIX}*.json")):
            try:
                session = _read(file)
            except HistoryError as error:
                problems.append(plain(str(error)))
                continue
            if session is not None:
                sessions.append(store.take_in(session))
                try:
                    file.unlink()
                except OSError as error:
                    # Taken in again at each start it changes nothing.
                    problems.append(
                        tr(
                            "{file}: it is taken in, but cannot be removed: {reason}",
                            file=file,
                            reason=reason_of(error),
                        )
                    )
    return TakenIn(tuple(sessions), tuple(problems))


def _read(file: Path) -> Session | None:
    """The session that waits in `file`; None when it is live or somebody else's."""
    try:
        if not _is_ours(file):
            return None
        data = read_ordinary(file, LARGEST)
        last_written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except OSError as error:
        words = tr("{file}: cannot be read: {reason}", file=file, reason=reason_of(error))
        raise HistoryError(plain(words)) from error
    session = from_json(data, str(file))
    if session.status is not Status.RUNNING:
        return session
    if is_live(locks_of_waiting(file.parent), session.id):
        return None
    return replace(session, status=Status.INTERRUPTED, ended_at=last_written)
