"""Counting what passes through."""

from collections.abc import Iterable, Iterator

from hiptimer.model.session import Session


class Passing:
    """Sessions that are counted as they pass."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._sessions = sessions
        self.count = 0

    def __iter__(self) -> Iterator[Session]:
        for session in self._sessions:
            self.count += 1
            yield session
