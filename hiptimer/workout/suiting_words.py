"""How complaints, and the changes they and missing equipment make, are said."""

from collections.abc import Collection, Iterable, Sequence

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.language import later, later_in, tr, tr_in, tr_n
from hiptimer.model.words import equipment_words, joined
from hiptimer.workout.suiting import Change

IN_SHORT = 2
# What is told of groin and front of hip is stricter than of the rest.
LEAVES_THE_RUN = frozenset({Complaint.GROIN, Complaint.FRONT_HIP})

COMPLAINTS = {
    Complaint.OUTER_HIP: later("Outer hip"),
    Complaint.GROIN: later("Groin"),
    Complaint.FRONT_HIP: later("Front of hip"),
    Complaint.KNEECAP: later("Kneecap"),
    Complaint.HAMSTRING_ORIGIN: later("Sit bone"),
    Complaint.LOW_BACK: later("Low back"),
    Complaint.SHOULDER: later("Shoulder"),
    Complaint.WRIST: later("Wrist"),
    Complaint.KNEELING: later("Kneeling"),
    Complaint.BALANCE: later("Balance"),
}
SORE_PLACES = {
    Complaint.OUTER_HIP: later_in("after the word sore", "outer hip"),
    Complaint.GROIN: later_in("after the word sore", "groin"),
    Complaint.FRONT_HIP: later_in("after the word sore", "front of hip"),
    Complaint.KNEECAP: later_in("after the word sore", "kneecap"),
    Complaint.HAMSTRING_ORIGIN: later_in("after the word sore", "sit bone"),
    Complaint.LOW_BACK: later_in("after the word sore", "low back"),
    Complaint.SHOULDER: later_in("after the word sore", "shoulder"),
    Complaint.WRIST: later_in("after the word sore", "wrist"),
}


def complaint_words(complaint: Complaint) -> str:
    """The name of a sore place or a limit, such as "Sit bone"."""
    return tr(COMPLAINTS[complaint])


def equipment_name(equipment: Equipment) -> str:
    """Such as "Mini band"."""
    return equipment_words([equipment]).capitalize()


def change_words(change: Change) -> str:
    """Such as "Clamshell instead of Clamshell, banded" or "Hip hike left out"."""
    if change.replacement is None:
        return tr("{exercise} left out", exercise=change.exercise.name)
    return tr(
        "{other} instead of {exercise}",
        other=change.replacement.name,
        exercise=change.exercise.name,
    )


def why_words(change: Change) -> str:
    """What speaks against the exercise, such as "no mini band" or "sore kneecap"."""
    return joined([part for part in (_missing(change.missing), _sore(change.sore)) if part])


def sentences(changes: Iterable[Change]) -> tuple[str, ...]:
    """One for each reason: "Sore kneecap: Side lunge instead of Reverse lunge."."""
    by_why: dict[str, list[str]] = {}
    for change in changes:
        words = by_why.setdefault(why_words(change), [])
        if change_words(change) not in words:
            words.append(change_words(change))
    return tuple(f"{why[0].upper()}{why[1:]}: {'; '.join(ws)}." for why, ws in by_why.items())


def in_short(changes: Sequence[Change]) -> str:
    """The first changes, and how many more there are, without the reason."""
    words = list(dict.fromkeys(change_words(change) for change in changes))
    more = len(words) - IN_SHORT
    if more > 0:
        words = [*words[:IN_SHORT], tr_n("{n} more change", "{n} more changes", more)]
    return f"{'; '.join(words)}."


def nothing_left(name: str, sore: Collection[Complaint]) -> str:
    """What is said when no exercise of a routine is left."""
    # L: {name} is a routine's, {why} is such as "sore kneecap".
    return tr("Nothing of {name} is left: {why}.", name=name, why=_sore(sore))


def _missing(missing: Collection[Equipment]) -> str:
    return tr("no {things}", things=equipment_words(tuple(missing))) if missing else ""


def _sore(sore: Collection[Complaint]) -> str:
    """Places are sore; kneeling and balance are limits."""
    places = [
        tr_in("after the word sore", SORE_PLACES[place]) for place in sore if place in SORE_PLACES
    ]
    parts = [tr("sore {places}", places=joined(places))] if places else []
    if Complaint.KNEELING in sore:
        parts.append(tr("kneeling hurts"))
    if Complaint.BALANCE in sore:
        parts.append(tr("unsure balance"))
    return joined(parts)
