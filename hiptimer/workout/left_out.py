"""What was left out of a routine so that it fits, in words."""

from collections.abc import Iterator

from hiptimer.model.words import joined, number_words, plural
from hiptimer.workout.fitting import Fitted, LeftOut, Part

UNITS = {Part.SETS: "set", Part.REPS: "rep", Part.HOLD: "s"}
MOST_NAMES = 2


def left_out_words(fitted: Fitted) -> str:
    """Such as "2 of 3 rounds left out · 6 instead of 10 reps · without Side lunge".

    Empty when all of it fits.
    """
    return " · ".join(_parts(fitted))


def _parts(fitted: Fitted) -> Iterator[str]:
    for part in fitted.left_out:
        if part.part is Part.ROUNDS:
            yield f"{part.was - part.now:g} of {part.was:g} rounds left out"
    for kind in UNITS:
        for was in dict.fromkeys(p.was for p in fitted.left_out if p.part is kind):
            yield _less(kind, was, fitted)
    gone = [part.name for part in fitted.left_out if part.part is Part.EXERCISE]
    if gone:
        yield f"without {_named(gone)}"


def _less(kind: Part, was: float, fitted: Fitted) -> str:
    """Such as "6 instead of 10 reps", "6 or 7 instead of 10 reps", and of which exercises."""
    parts = [part for part in fitted.left_out if part.part is kind and part.was == was]
    amounts = sorted({part.now for part in parts})
    words = f"{_range(amounts)} instead of {_amount(kind, was)}"
    return f"{words} {_where(parts)}" if (kind, was) in fitted.untouched else words


def _where(parts: list[LeftOut]) -> str:
    names = list(dict.fromkeys(part.name for part in parts))
    return f"in {_named(names) if len(names) <= MOST_NAMES else plural(len(names), 'move')}"


def _named(names: list[str]) -> str:
    """Some names have a comma of their own."""
    if len(names) > 1 and any("," in name for name in names):
        return f"{'; '.join(names[:-1])}; and {names[-1]}"
    return joined(names)


def _amount(kind: Part, amount: float) -> str:
    return f"{number_words(amount)} s" if kind is Part.HOLD else plural(int(amount), UNITS[kind])


def _range(amounts: list[float]) -> str:
    """Such as "6", "6 or 7", "6 to 9"."""
    if len(amounts) == 1:
        return number_words(amounts[0])
    word = "or" if len(amounts) == 2 else "to"
    return f"{number_words(amounts[0])} {word} {number_words(amounts[-1])}"
