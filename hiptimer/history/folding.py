"""Text as a search compares it: without capitals, accents and ways of writing one letter."""

import sqlite3
import unicodedata
from collections.abc import Iterable

import msgspec


def folded(text: str) -> str:
    """`text` so that "Café", "CAFE" and a café typed as e and an accent are the same.

    Hangul syllables stay whole, however they were typed; ß is ss.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.casefold())


def searched_text(routine_name: str, exercise_names: Iterable[str], note: str) -> str:
    """All that a search looks through in one session."""
    return folded("\n".join((routine_name, *sorted(set(exercise_names)), note)))


def make_known(connection: sqlite3.Connection) -> None:
    """Let SQL on this connection call `searched_text`, with the names as a JSON list."""
    connection.create_function("searched_text", 3, _from_sql, deterministic=True)


def _from_sql(routine_name: str, exercise_names: str, note: str) -> str:
    names = msgspec.json.decode(exercise_names, type=list[str])
    return searched_text(routine_name, names, note)
