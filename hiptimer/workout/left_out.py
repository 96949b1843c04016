"""What was left out of a routine so that it fits, in words."""

from collections.abc import Iterator

from hiptimer.model.language import tr, tr_n
from hiptimer.model.words import joined, number_words
from hiptimer.workout.fitting import Fitted, LeftOut, Part

AMOUNTS = (Part.SETS, Part.REPS, Part.HOLD)
MOST_NAMES = 2


def left_out_words(fitted: Fitted) -> str:
    """Such as "2 of 3 rounds left out · 6 instead of 10 reps · without Side lunge".

    Empty when all of it fits.
    """
    return " · ".join(_parts(fitted))


def _parts(fitted: Fitted) -> Iterator[str]:
    for part in fitted.left_out:
        if part.part is Part.ROUNDS:
            gone = number_words(part.was - part.now)
            yield tr_n(
                "{gone} of {n} round left out",
                "{gone} of {n} rounds left out",
                int(part.was),
                gone=gone,
            )
    for kind in AMOUNTS:
        for was in dict.fromkeys(p.was for p in fitted.left_out if p.part is kind):
            yield _less(kind, was, fitted)
    names = [part.name for part in fitted.left_out if part.part is Part.EXERCISE]
    if names:
        yield tr("without {names}", names=_named(names))


def _less(kind: Part, was: float, fitted: Fitted) -> str:
    """Such as "6 instead of 10 reps", "6 or 7 instead of 10 reps", and of which exercises."""
    parts = [part for part in fitted.left_out if part.part is kind and part.was == was]
    amounts = sorted({part.now for part in parts})
    words = _instead(kind, _range(amounts), was)
    return _in_moves(words, parts) if (kind, was) in fitted.untouched else words


def _instead(kind: Part, now: str, was: float) -> str:
    # L: {now} is a number or a range of them, such as "6 or 7".
    if kind is Part.SETS:
        return tr_n("{now} instead of {n} set", "{now} instead of {n} sets", int(was), now=now)
    if kind is Part.REPS:
        return tr_n("{now} instead of {n} rep", "{now} instead of {n} reps", int(was), now=now)
    return tr("{now} instead of {was} s", now=now, was=number_words(was))


def _in_moves(less: str, parts: list[LeftOut]) -> str:
    """Such as "6 instead of 10 reps in Clamshell and Hip hike"."""
    names = list(dict.fromkeys(part.name for part in parts))
    # L: {less} is such as "6 instead of 10 reps".
    if len(names) <= MOST_NAMES:
        return tr("{less} in {names}", less=less, names=_named(names))
    return tr_n("{less} in {n} move", "{less} in {n} moves", len(names), less=less)


def _named(names: list[str]) -> str:
    """Some names have a comma of their own."""
    if len(names) > 1 and any("," in name for name in names):
        return tr("{first}; and {last}", first="; ".join(names[:-1]), last=names[-1])
    return joined(names)


def _range(amounts: list[float]) -> str:
    """Such as "6", "6 or 7", "6 to 9"."""
    if len(amounts) == 1:
        return number_words(amounts[0])
    least, most = number_words(amounts[0]), number_words(amounts[-1])
    if len(amounts) == 2:
        return tr("{one} or {other}", one=least, other=most)
    return tr("{least} to {most}", least=least, most=most)
