"""How numbers, doses, equipment, sides and results are said on the screen."""

import re
from collections.abc import Sequence

from hiptimer.model.equipment import Equipment
from hiptimer.model.event import Outcome
from hiptimer.model.exercise import Dose, Exercise, Position
from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.names import (
    EQUIPMENT,
    FETCH_SAYS,
    MUSCLES,
    NUMBERS,
    OUTCOMES,
    PLACES,
    POSITIONS,
    PUT_AWAY_SAYS,
    SIDES,
    SIGNS,
    STATUSES,
    WITH_ARTICLE,
)
from hiptimer.model.session import Place, SetRecord, Sign, Status
from hiptimer.model.side import Side
from hiptimer.model.time_words import duration_words

SOUND_OF_I = re.compile(r"h?[ií](?![aeouáéóú])", re.IGNORECASE)
"""How a word begins before which some languages say "and" otherwise, such as "e Hidrante"."""


def spelled(number: int) -> str:
    """Such as "three"; "no" for none, digits above ten."""
    if number < len(NUMBERS):
        return tr_in("a number of things", NUMBERS[number])
    return str(number)


def number_words(value: float) -> str:
    """A number without needless decimals: "30", "2.5"."""
    return f"{value:g}".replace(".", tr_in("decimal separator", "."))


def tenths_words(value: float) -> str:
    """A number with one decimal: "5.0", "2.5"."""
    return f"{value:.1f}".replace(".", tr_in("decimal separator", "."))


def amount_words(dose: Dose) -> str:
    """The amount before a name: "10 ×", "30 s", "3 sets of 10 ×", "3 sets of 30 s"."""
    hold_s = dose.hold_s
    if hold_s is None:
        # L: A number of reps, in short, before the name of an exercise.
        amount = tr("{reps} ×", reps=dose.reps or 0)
    else:
        amount = tr("{seconds} s", seconds=number_words(hold_s))
    return _in_sets(dose.sets, amount)


def dose_words(dose: Dose) -> str:
    """Such as "10 reps", "30 s hold", "3 sets of 10 reps"."""
    if dose.hold_s is not None:
        amount = tr("{seconds} s hold", seconds=number_words(dose.hold_s))
    else:
        amount = reps_words(dose.reps or 0)
    return _in_sets(dose.sets, amount)


def reps_words(reps: int) -> str:
    """Such as "1 rep", "10 reps"."""
    return tr_n("{n} rep", "{n} reps", reps)


def _in_sets(sets: int, amount: str) -> str:
    # L: {amount} is such as "10 reps", "10 ×", "30 s" or "30 s hold".
    return (
        amount
        if sets == 1
        else tr_n("{n} set of {amount}", "{n} sets of {amount}", sets, amount=amount)
    )


def joined(parts: Sequence[str]) -> str:
    """Such as "band", "band and mat", "band, mat and wall"."""
    if len(parts) < 2:
        return "".join(parts)
    first, last = ", ".join(parts[:-1]), parts[-1]
    if SOUND_OF_I.match(last):
        # L: As "{first} and {last}", for the languages in which "and" then is another word.
        return tr_in("before the sound of i", "{first} and {last}", first=first, last=last)
    return tr("{first} and {last}", first=first, last=last)


def equipment_words(needs: Sequence[Equipment]) -> str:
    """Such as "mini band and cushion"; empty for nothing."""
    return joined([tr_in("equipment", EQUIPMENT[need]) for need in needs])


def with_article(thing: Equipment) -> str:
    """Such as "a mini band"."""
    return tr_in("equipment", WITH_ARTICLE[thing])


def fetch_words(needs: Sequence[Equipment]) -> str:
    """What to have at hand: "with a mini band and a cushion", "nothing to fetch"."""
    if not needs:
        return tr("nothing to fetch")
    # L: {things} is such as "a mini band and a cushion".
    return tr("with {things}", things=joined([with_article(need) for need in needs]))


def equipment_sentences(
    fetch: Sequence[Equipment], put_away: Sequence[Equipment]
) -> tuple[str, ...]:
    """What to do with equipment before a set: lay aside first, then take or walk to."""
    aside = (tr(PUT_AWAY_SAYS[thing]) for thing in put_away)
    return (*aside, *(tr(FETCH_SAYS[thing]) for thing in fetch))


def side_sentence(exercise: Exercise, side: Side) -> str:
    """What to do for a side, in the exercise's own words; empty for both sides."""
    if side is Side.BOTH:
        return ""
    return side_filled(exercise.text.side_says, side)


def side_filled(says: str, side: Side) -> str:
    """What to do for one side, with its places filled as `Text.side_says` tells."""
    own, other = _of_the_leg(side), _of_the_leg(side.other)
    own_m, other_m = _of_the_foot(side), _of_the_foot(side.other)
    return says.format(
        side=own,
        other=other,
        Side=own.capitalize(),
        side_m=own_m,
        other_m=other_m,
        Side_m=own_m.capitalize(),
    )


def _of_the_leg(side: Side) -> str:
    return tr_in("feminine", "left") if side is Side.LEFT else tr_in("feminine", "right")


def _of_the_foot(side: Side) -> str:
    return tr_in("masculine", "left") if side is Side.LEFT else tr_in("masculine", "right")


def side_words(exercise: Exercise, side: Side) -> str:
    """`side_sentence` without its final period, to stand in a line or as a title."""
    return side_sentence(exercise, side).rstrip(".")


def muscle_words(muscle: str) -> str:
    """A muscle's name from its id: "Gluteus medius"; also of one that is not known here."""
    known = MUSCLES.get(muscle)
    return muscle.replace("_", " ").capitalize() if known is None else tr_in("muscle", known)


def position_words(position: Position) -> str:
    """Such as "On the back"."""
    return tr(POSITIONS[position])


def rounds_words(rounds: int) -> str:
    """Such as "three rounds"; empty for a single one."""
    if rounds == 1:
        return ""
    # L: {number} is {n}, up to ten as a word.
    return tr_n("{number} round", "{number} rounds", rounds, number=spelled(rounds))


def status_words(status: Status) -> str:
    return tr_in("a session", STATUSES[status])


def outcome_words(outcome: Outcome) -> str:
    return tr_in("a set", OUTCOMES[outcome])


def set_words(record: SetRecord) -> str:
    """What was done of what was planned: "10 reps", "6 of 10 reps", "12 of 30 s".

    Where nothing was planned, what was done alone.
    """
    planned = record.planned
    if planned.hold_s is not None:
        return _held_words(round(record.done_hold_s), round(planned.hold_s))
    if planned.reps is not None:
        return _counted_words(record.done_reps, planned.reps)
    if record.hold_s is not None:
        return tr("{seconds} s", seconds=round(record.done_hold_s))
    return reps_words(record.done_reps)


def _held_words(done_s: int, planned_s: int) -> str:
    if done_s == planned_s:
        return tr("{seconds} s", seconds=done_s)
    return tr("{done} of {planned} s", done=done_s, planned=planned_s)


def _counted_words(done: int, planned: int) -> str:
    if done == planned:
        return reps_words(done)
    return tr_n("{done} of {n} rep", "{done} of {n} reps", planned, done=done)


def total_words(reps: int, hold_s: float) -> str:
    """Such as "66 reps, 30 s held"; "nothing counted" when both are 0."""
    parts = [reps_words(reps)] if reps else []
    if round(hold_s):
        parts.append(tr("{duration} held", duration=duration_words(hold_s)))
    return ", ".join(parts) or tr("nothing counted")


def place_words(place: Place) -> str:
    return tr(PLACES[place])


def sign_words(sign: Sign) -> str:
    return tr(SIGNS[sign])


def side_name(side: Side) -> str:
    """The side in a table of what was done: "Left", "Right", "Both"."""
    return tr_in("side of the body", SIDES[side])


def side_in_line(side: Side) -> str:
    """The side within a line: "left", "right", "both"."""
    if side is Side.BOTH:
        return tr_in("side of the body", "both")
    left, right = tr_in("side of the body", "left"), tr_in("side of the body", "right")
    return left if side is Side.LEFT else right
