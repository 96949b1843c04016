"""What a person calls the families of exercises, and the order in which a page tells them."""

from collections.abc import Iterable

from hiptimer.model.language import later_in, tr_in

FAMILIES = {
    "clamshell": later_in("a family of exercises", "Clamshells"),
    "bridge": later_in("a family of exercises", "Bridges"),
    "lunge": later_in("a family of exercises", "Lunges"),
    "band": later_in("a family of exercises", "Bands"),
    "standing": later_in("a family of exercises", "Standing"),
    "quadruped": later_in("a family of exercises", "All fours, planks"),
    "mobility": later_in("a family of exercises", "Mobility"),
    "stretch": later_in("a family of exercises", "Stretches"),
}


def family_words(family: str) -> str:
    """The name of a family; of one that is the person's own, its id in words."""
    return (
        tr_in("a family of exercises", FAMILIES[family])
        if family in FAMILIES
        else family.replace("-", " ").capitalize()
    )


def families_in_order(families: Iterable[str]) -> tuple[str, ...]:
    """Each family once: the built-in ones as they are told, then the person's own by name."""
    there = set(families)
    own = sorted(there - FAMILIES.keys(), key=family_words)
    return (*(family for family in FAMILIES if family in there), *own)
