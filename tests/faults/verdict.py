"""What breaking a part of the program has shown."""

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Verdict(NamedTuple):
    """`what` was broken, how often in words and figures, and what did not hold, if anything."""

    what: str
    count: str
    wrong: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.wrong


# Gives the verdicts one by one as they are found; quick is a selection for every change.
Part = Callable[[bool], Iterator[Verdict]]
