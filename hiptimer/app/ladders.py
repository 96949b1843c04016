"""The families of the catalogue as ladders, with what a person has done of each exercise."""

from collections.abc import Mapping
from datetime import date

from hiptimer.app.exercise_words import (
    also_words,
    amount_lines,
    fact_words,
    lack_words,
    record_lines,
    row_words,
)
from hiptimer.model.catalogue import Catalogue
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise, Muscle
from hiptimer.model.families import families_in_order, family_words
from hiptimer.model.language import later, tr
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.sought import Sought, fits, lacking
from hiptimer.model.words import equipment_words, muscle_words
from hiptimer.ui.exercises.ladder import About, Ladder, Link, Rung, Standing

YOURS = later("your level")
Records = Mapping[str, OwnRecord]
AtHand = tuple[Equipment, ...] | None


def families_of(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Ids and names of all families, in the order of the page."""
    ids = families_in_order(exercise.family for exercise in catalogue.exercises.values())
    return tuple((id_, family_words(id_)) for id_ in ids)


def muscles_of(catalogue: Catalogue) -> tuple[Muscle, ...]:
    """The muscles that any exercise is mainly for, by name."""
    found = {m for exercise in catalogue.exercises.values() for m in exercise.muscles.primary}
    return tuple(sorted(found, key=muscle_words))


def ladders_of(
    catalogue: Catalogue, sought: Sought, records: Records, at_hand: AtHand
) -> tuple[Ladder, ...]:
    """What fits, family by family; a family of which nothing does is left out."""
    found = []
    for id_, title in families_of(catalogue):
        family = catalogue.family(id_)
        yours = your_level(family, records)
        rungs = tuple(_rung(e, records, at_hand, yours) for e in family if fits(e, sought))
        if rungs:
            found.append(Ladder(title, rungs))
    return tuple(found)


def your_level(family: tuple[Exercise, ...], records: Records) -> str:
    """The id of the hardest exercise of a family that was done whole lately, "" for none; of
    those of one level the one done most often.
    """
    whole = [e for e in family if e.id in records and records[e.id].is_whole_lately]
    best = max(whole, key=lambda e: (e.level, records[e.id].sessions), default=None)
    return "" if best is None else best.id


def _rung(exercise: Exercise, records: Records, at_hand: AtHand, yours: str) -> Rung:
    record = records.get(exercise.id)
    told = tr(YOURS) if exercise.id == yours else f"{record.sessions} ×" if record else ""
    standing = Standing.DONE if record else Standing.NEW
    return Rung(
        exercise,
        row_words(exercise),
        told,
        Standing.YOURS if exercise.id == yours else standing,
        lack_words(equipment_words(lacking(exercise, at_hand))),
    )


def about(
    catalogue: Catalogue,
    exercise: Exercise,
    record: OwnRecord | None,
    at_hand: AtHand,
    today: date,
    *,
    is_own: bool,
) -> About:
    """All that is told of one exercise."""
    lacks = lack_words(equipment_words(lacking(exercise, at_hand)))
    return About(
        exercise=exercise,
        facts=fact_words(exercise),
        also=also_words(exercise),
        amounts=amount_lines(exercise),
        record=record_lines(record, today),
        lacks=f"{lacks}." if lacks else "",
        easier=_link(catalogue, exercise.easier_id),
        harder=_link(catalogue, exercise.harder_id),
        is_own=is_own,
    )


def _link(catalogue: Catalogue, exercise_id: str | None) -> Link | None:
    exercise = catalogue.exercises.get(exercise_id or "")
    return None if exercise is None else Link(exercise.id, exercise.name)
