"""What of the exercises is looked for, and which of them fit."""

import unicodedata
from collections.abc import Collection
from unicodedata import combining

import msgspec

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise, Muscle, Position
from hiptimer.model.families import family_words
from hiptimer.model.words import equipment_words, muscle_words, position_words

LYING = frozenset({Position.SIDE_LYING, Position.SUPINE, Position.PRONE})


class Sought(msgspec.Struct, frozen=True):
    """All that is given must fit. `family` is "" for every one; every one of the `words` must
    begin a word of its name, family, position, muscles or things, whatever their order, capitals
    and accents, in the language that is shown.

    `no_lying` leaves out what is done on the side, the back or the front. `with_only` is what
    may be needed, None for anything.
    """

    family: str = ""
    position: Position | None = None
    muscle: Muscle | None = None
    no_lying: bool = False
    with_only: tuple[Equipment, ...] | None = None
    words: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the family is asked for."""
        return self != Sought(family=self.family)


def fits(exercise: Exercise, sought: Sought) -> bool:
    """Whether an exercise is among what is looked for."""
    return (
        sought.family in ("", exercise.family)
        and sought.position in (None, exercise.position)
        and (sought.muscle is None or sought.muscle in exercise.muscles.primary)
        and not (sought.no_lying and exercise.position in LYING)
        and not lacking(exercise, sought.with_only)
        and _says(exercise, sought.words)
    )


def lacking(exercise: Exercise, at_hand: Collection[Equipment] | None) -> tuple[Equipment, ...]:
    """What an exercise needs that is not at hand; with None everything is."""
    if at_hand is None:
        return ()
    return tuple(need for need in exercise.needs if need not in at_hand)


def _says(exercise: Exercise, words: str) -> bool:
    if not words.strip():
        return True
    muscles = (*exercise.muscles.primary, *exercise.muscles.secondary)
    said = " ".join(
        (
            exercise.name,
            family_words(exercise.family),
            position_words(exercise.position),
            *(muscle_words(muscle) for muscle in muscles),
            *(equipment_words([thing]) for thing in (*exercise.needs, *exercise.optional)),
        )
    )
    there = _folded(said).split()
    return all(any(one.startswith(word) for one in there) for word in _folded(words).split())


def _folded(text: str) -> str:
    """Without capitals, accents, hyphens and commas."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not combining(c))
    return plain.casefold().replace("-", " ").replace(",", " ")
