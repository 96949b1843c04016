"""What files from elsewhere would bring, in words, and what is asked before they are kept."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import structs

from hiptimer.app.home import Home, Past
from hiptimer.app.shelf import Shelf
from hiptimer.app.taking import Found, Item, Standing
from hiptimer.model.exercise import Exercise
from hiptimer.model.families import family_words
from hiptimer.model.language import tr, tr_in, tr_n
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import minutes_words
from hiptimer.model.words import joined
from hiptimer.model.writing import write_routine
from hiptimer.ui.history.agree_dialog import Asked

MOST_LINES = 8
LONGEST_NAME = 40


class Taking(msgspec.Struct, frozen=True):
    """What can be taken in. `clashing` stands where something else is, and waits for a yes."""

    new: tuple[Item, ...]
    clashing: tuple[Item, ...]
    same: tuple[Item, ...]

    @property
    def has_any(self) -> bool:
        return bool(self.new or self.clashing)


def taking(found: Found) -> Taking:
    """The items by what is here already."""
    clashing = (Standing.OWN, Standing.BUILT_IN)
    return Taking(
        tuple(item for item in found.items if item.standing is Standing.NEW),
        tuple(item for item in found.items if item.standing in clashing),
        tuple(item for item in found.items if item.standing is Standing.SAME),
    )


def asked_take(found: Found, home: Home) -> Asked:
    """What to ask before anything is kept."""
    what = taking(found)
    lines = [_line(item, found, home) for item in (*what.new, *what.clashing)]
    lines = [line for line in lines if line]
    if len(lines) > MOST_LINES:
        more = tr_n("And {n} more.", "And {n} more.", len(lines) - MOST_LINES)
        lines = [*lines[:MOST_LINES], more]
    if what.same:
        names = joined([_name(item) for item in what.same])
        lines.append(tr("Here already: {names}.", names=names))
    if not found.items:
        lines.append(tr("There is nothing in it that can be used."))
    if any(isinstance(item.value, Routine) for item in what.clashing):
        words = tr("Without a tick below, a routine is kept beside the one that is here.")
        lines.append(words)
    return Asked(
        title=tr("Take in files"),
        lines=lines,
        verb=tr_in("button", "Take in") if what.has_any else "",
        details_title=tr("These cannot be used and are left out:"),
        details=found.problems,
        options=[_option(item) for item in what.clashing],
    )


def files_to_keep(
    what: Taking, replaces: Sequence[bool], home: Home, shelf: Shelf
) -> Mapping[str, bytes]:
    """What is written where. Of a routine that shall not replace another a second one is made;
    of exercises and poses the ones that are here stay.
    """
    files = {item.name: item.data for item in what.new}
    for item, does_replace in zip(what.clashing, replaces, strict=True):
        if does_replace:
            files[item.name] = item.data
        elif isinstance(item.value, Routine):
            beside = _beside(item.value, home, shelf)
            files[f"routines/{beside.id}.toml"] = write_routine(beside).encode()
    # What others need comes first, so that no state in between lacks anything.
    return dict(sorted(files.items(), key=_kind_of))


def another_name(name: str, home: Home) -> str:
    """The first of "Hips 2", "Hips 3" and so on that no routine has."""
    taken = {routine.name for routine in home.catalogue.routines.values()}
    numbered = (f"{name[: LONGEST_NAME - 4].rstrip()} {n}" for n in range(2, len(taken) + 3))
    return next(one for one in numbered if one not in taken)


def _beside(routine: Routine, home: Home, shelf: Shelf) -> Routine:
    name = another_name(routine.name, home)
    return structs.replace(routine, id=shelf.free_routine_id(name), name=name)


def _kind_of(entry: tuple[str, bytes]) -> int:
    return ("poses", "exercises", "routines").index(entry[0].partition("/")[0])


def _line(item: Item, found: Found, home: Home) -> str:
    """What one file brings; "" for poses, which go with their exercise."""
    match item.value:
        case Routine() as routine:
            brought = {e.id: e for e in _exercises(found)}
            seconds = _seconds(routine, {**home.catalogue.exercises, **brought}, home)
            return tr_n(
                "{routine}: a routine of {n} move, {duration}.",
                "{routine}: a routine of {n} moves, {duration}.",
                len(routine.steps),
                routine=routine.name,
                duration=minutes_words(seconds),
            )
        case Exercise() as exercise:
            has_poses = any(i.kind == "poses" and i.id == item.id for i in found.items)
            is_new = item.standing is Standing.NEW
            words = tr(
                "{exercise}: an exercise, level {level} of {family}.",
                exercise=exercise.name,
                level=exercise.level,
                family=family_words(exercise.family),
            )
            is_bare = is_new and not has_poses
            return f"{words} {tr('It comes without a figure.')}" if is_bare else words
        case _:
            return ""


def _exercises(found: Found) -> list[Exercise]:
    return [item.value for item in found.items if isinstance(item.value, Exercise)]


def _seconds(routine: Routine, exercises: Mapping[str, Exercise], home: Home) -> float:
    from hiptimer.workout.layout import lay_out
    from hiptimer.workout.sides import first_sides

    sides = first_sides(routine, Past().second_sides)
    return lay_out(routine, exercises, home.timing(), sides).seconds


def _option(item: Item) -> str:
    if item.standing is Standing.BUILT_IN:
        if isinstance(item.value, Routine):
            return tr("Put it over the built-in {name}, until it is reset", name=_name(item))
        return tr("Put it over the built-in {name}", name=_name(item))
    return tr("Put it in place of your own {name}", name=_name(item))


def _name(item: Item) -> str:
    if item.value is not None:
        return item.value.name
    # L: Stands in a sentence, in the place of the name of an exercise.
    return tr("figure of {exercise}", exercise=item.id)
