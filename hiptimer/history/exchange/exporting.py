"""Sessions out into a file, whose ending says in which form."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from hiptimer.history.errors import HistoryError
from hiptimer.history.exchange.activities import write_activities
from hiptimer.history.exchange.choosing import chosen_sessions
from hiptimer.history.exchange.counting import Passing
from hiptimer.history.exchange.lists import list_pieces
from hiptimer.history.exchange.results import Chosen, Exported
from hiptimer.history.exchange.saving import written_atomically
from hiptimer.history.exchange.table import write_table
from hiptimer.model.exercise import Fit
from hiptimer.model.language import tr


class Form(StrEnum):
    """What a file with that ending holds."""

    JSON = ".json"
    CSV = ".csv"
    FIT = ".fit"


def form_of(file: Path) -> Form:
    """Raises HistoryError that names the forms there are."""
    try:
        return Form(file.suffix.lower())
    except ValueError:
        raise HistoryError(
            tr(
                "{file}: an export ends in .json (everything, to be imported again), "
                ".csv (a spreadsheet) or .fit (Garmin).",
                file=file,
            )
        ) from None


def export(
    connection: sqlite3.Connection | None, chosen: Chosen, file: Path, known: Mapping[str, Fit]
) -> Exported:
    """Write the sessions as they are at this moment, whole or not at all.

    JSON holds those marked as deleted too: the mark must reach wherever else the session is. The
    other forms are for other programs, which know no such mark, and leave them out, unless they
    were asked for by id. `known` are by exercise id what FIT calls it. Raises HistoryError,
    OSError, and what sqlite3 raises.
    """
    form = form_of(file)
    with at_one_moment(connection):
        sessions = chosen_sessions(connection, chosen)
        if form is Form.JSON:
            passing = Passing(sessions)
            with written_atomically(file) as stream:
                stream.writelines(list_pieces(passing))
            return Exported(file, passing.count)
        if chosen.ids is None:
            sessions = (session for session in sessions if session.deleted_at is None)
        if form is Form.FIT:
            return write_activities(sessions, file, known)
        with written_atomically(file) as stream:
            return Exported(file, write_table(sessions, stream))


@contextmanager
def at_one_moment(connection: sqlite3.Connection | None) -> Iterator[None]:
    """What is read within was there at the same time, whatever else is being written."""
    if connection is None:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
