"""Bringing a history file from the version it has to the newest, one step after the other."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hiptimer.history.connection import connect, transaction
from hiptimer.history.errors import HistoryError
from hiptimer.history.folding import make_known
from hiptimer.history.schema import APPLICATION_ID, Migration
from hiptimer.model.language import tr

_BACKUPS_KEPT = 3


def version_of(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def climb(connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> None:
    """Run the migrations that are missing. Each is one transaction that also sets the version:
    when one fails, the file stays at the version before it, whole. Raises HistoryError.
    """
    # Tables cannot be rebuilt while foreign keys are enforced, and inside a transaction the
    # switch does nothing; each step is checked before its commit instead.
    connection.execute("PRAGMA foreign_keys = OFF")
    make_known(connection)
    for version, statements in enumerate(migrations, start=1):
        if version > version_of(connection):
            _step(connection, version, statements)
    connection.execute("PRAGMA foreign_keys = ON")


def is_of_its_version(connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> bool:
    """Whether the tables are those of the version that the file says it has. Nothing can be made
    of one whose version was damaged by climbing on from there.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as expected:
        climb(expected, migrations[: version_of(connection)])
        return _columns(expected) <= _columns(connection) and not (
            _columns(connection) & (_ever(migrations) - _columns(expected))
        )


def _ever(migrations: tuple[Migration, ...]) -> set[tuple[str, str]]:
    """All columns that any version has."""
    ever: set[tuple[str, str]] = set()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for version in range(1, len(migrations) + 1):
            climb(connection, migrations[:version])
            ever |= _columns(connection)
    return ever


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Tables with their columns."""
    rows = connection.execute(
        "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c "
        "WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'"
    )
    return {(table, column) for table, column in rows}


def _step(connection: sqlite3.Connection, version: int, statements: Migration) -> None:
    try:
        with transaction(connection):
            for statement in statements:
                connection.execute(statement)
            if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise _refused(
                    version, tr("{table} would lose what it belongs to", table=orphan[0])
                )
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.IntegrityError as error:
        raise _refused(version, str(error)) from error


def _refused(version: int, reason: str) -> HistoryError:
    return HistoryError(
        tr(
            "The history could not be brought from version {before} to {version}: {reason}. "
            "Nothing was lost: it stays as it was, and a copy lies next to it.",
            before=version - 1,
            version=version,
            reason=reason,
        )
    )


def back_up(file: Path, now: datetime) -> Path:
    """A dated copy next to `file`, readable by itself; only the last few are kept."""
    with closing(connect(file)) as source:
        stamp = f"{now:%Y%m%d-%H%M%S}"
        copy = file.with_name(f"{file.stem}-backup-{stamp}-v{version_of(source)}{file.suffix}")
        unfinished = copy.with_name(f"{copy.name}.unfinished")
        # Of those that were broken off before.
        for left in file.parent.glob(f"{file.stem}-backup-*.unfinished*"):
            left.unlink()
        with closing(connect(unfinished, mode="rwc")) as target:
            # Not a copy of the file: that misses what is still in the write-ahead log.
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
    unfinished.replace(copy)
    _drop_old_backups(file)
    return copy


def _drop_old_backups(file: Path) -> None:
    backups = sorted(file.parent.glob(f"{file.stem}-backup-*-v*{file.suffix}"))
    for old in backups[:-_BACKUPS_KEPT]:
        old.unlink()
