"""What must hold of everything a person is told about a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

LONGEST_TOLD = 2_000
MOST_LINES = 200


def bad_words(told: Iterable[str], file: Path | None = None) -> Iterator[str]:
    """Words about a file name it, are one line of bearable length, and harmless on a terminal."""
    lines = list(told)
    if len(lines) > MOST_LINES:
        yield f"{len(lines)} lines are told"
    for line in lines[:MOST_LINES]:
        if file is not None and file.name not in line:
            yield f"does not name the file: {line[:200]!r}"
        if not line.isprintable():
            yield f"not fit for a terminal: {line[:200]!r}"
        if len(line) > LONGEST_TOLD:
            yield f"a line of {len(line)} characters: {line[:100]!r}"
