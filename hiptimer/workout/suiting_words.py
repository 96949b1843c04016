"""How complaints, and the changes they and missing equipment make, are said."""

from collections.abc import Collection, Iterable, Sequence

from hiptimer.model.exercise import Complaint, Equipment
from hiptimer.model.words import equipment_words, joined, plural
from hiptimer.workout.suiting import Change

IN_SHORT = 2
# What is told of groin and front of hip is stricter than of the rest.
LEAVES_THE_RUN = frozenset({Complaint.GROIN, Complaint.FRONT_HIP})


def complaint_words(complaint: Complaint) -> str:
    """The name of a sore place or a limit, such as "Sit bone"."""
    return {
        Complaint.OUTER_HIP: "Outer hip",
        Complaint.GROIN: "Groin",
        Complaint.FRONT_HIP: "Front of hip",
        Complaint.KNEECAP: "Kneecap",
        Complaint.HAMSTRING_ORIGIN: "Sit bone",
        Complaint.LOW_BACK: "Low back",
        Complaint.SHOULDER: "Shoulder",
        Complaint.WRIST: "Wrist",
        Complaint.KNEELING: "Kneeling",
        Complaint.BALANCE: "Balance",
    }[complaint]


def equipment_name(equipment: Equipment) -> str:
    """Such as "Mini band"."""
    return equipment_words([equipment]).capitalize()


def change_words(change: Change) -> str:
    """Such as "Clamshell instead of Clamshell, banded" or "Hip hike left out"."""
    if change.replacement is None:
        return f"{change.exercise.text.name} left out"
    return f"{change.replacement.text.name} instead of {change.exercise.text.name}"


def why_words(change: Change) -> str:
    """What speaks against the exercise, such as "no mini band" or "sore kneecap"."""
    return " and ".join(part for part in (_missing(change.missing), _sore(change.sore)) if part)


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
        words = [*words[:IN_SHORT], plural(more, "more change")]
    return f"{'; '.join(words)}."


def nothing_left(name: str, sore: Collection[Complaint]) -> str:
    """What is said when no exercise of a routine is left."""
    return f"Nothing of {name} is left: {_sore(sore)}."


def _missing(missing: Collection[Equipment]) -> str:
    return f"no {joined([equipment_words([thing]) for thing in missing])}" if missing else ""


def _sore(sore: Collection[Complaint]) -> str:
    """Places are sore; kneeling and balance are limits."""
    limits = (Complaint.KNEELING, Complaint.BALANCE)
    places = [complaint_words(place).lower() for place in sore if place not in limits]
    parts = [f"sore {joined(places)}"] if places else []
    if Complaint.KNEELING in sore:
        parts.append("kneeling hurts")
    if Complaint.BALANCE in sore:
        parts.append("unsure balance")
    return joined(parts)
