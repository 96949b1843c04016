"""What a person calls the families of exercises, and the order in which a page tells them."""

from collections.abc import Iterable

FAMILIES = {
    "clamshell": "Clamshells",
    "bridge": "Bridges",
    "lunge": "Lunges",
    "band": "Bands",
    "standing": "Standing",
    "quadruped": "All fours, planks",
    "mobility": "Mobility",
    "stretch": "Stretches",
}


def family_words(family: str) -> str:
    """The name of a family; of one that is the person's own, its id in words."""
    return FAMILIES.get(family) or family.replace("-", " ").capitalize()


def families_in_order(families: Iterable[str]) -> tuple[str, ...]:
    """Each family once: the built-in ones as they are told, then the person's own by name."""
    there = set(families)
    own = sorted(there - FAMILIES.keys(), key=family_words)
    return (*(family for family in FAMILIES if family in there), *own)
