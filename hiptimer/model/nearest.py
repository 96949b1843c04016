"""Suggesting the known name that a mistyped one was probably meant to be."""

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The known name most like `name`, or None when nothing comes near."""
    from difflib import get_close_matches  # takes 3 ms and is only needed for a mistake

    by_folded = {known.casefold(): known for known in names}
    matches = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[matches[0]] if matches else None
