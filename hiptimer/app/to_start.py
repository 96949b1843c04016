"""A routine as it is started from a command: fitted into the minutes there are."""

import math

import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import duration_words
from hiptimer.workout.left_out import left_out_words


class NothingFitsError(Exception):
    """Nothing of a routine fits; the message says what would."""


class ToStart(msgspec.Struct, frozen=True):
    """A routine, and what became of it in words; "" where it is all of it anyway."""

    routine: Routine
    words: str


def fitted(home: Home, past: Past, routine: Routine, minutes: int | None) -> ToStart:
    """As much of a routine as fits into `minutes`, None for no limit. Raises NothingFitsError."""
    if minutes is None:
        return ToStart(routine, "")
    found = home.fit(routine, past, minutes * 60)
    if found.routine is None:
        raise NothingFitsError(
            tr(
                "Nothing of {name} fits into {minutes} min: the least takes {least}.",
                name=routine.name,
                minutes=minutes,
                least=duration_words(math.ceil(found.seconds)),
            )
        )
    # L: {name} is a routine's; {left_out} is such as "without Clamshell".
    words = tr(
        "{name} in {duration}: {left_out}",
        name=routine.name,
        duration=duration_words(found.seconds),
        left_out=left_out_words(found) or tr("all of it fits"),
    )
    return ToStart(found.routine, words)
