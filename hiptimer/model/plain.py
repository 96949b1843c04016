"""Foreign text for a person: in a line of bearable length, harmless on a terminal."""

import re

_LONGEST = 300
# What moves a cursor, turns the direction of writing, or is half a character.
# Compiled when it is first asked for, since that takes longer than all else here.
_CONTROLS = "[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def plain(text: str, longest: int = _LONGEST) -> str:
    """`text` with a � for everything that moves a cursor or cannot be shown, cut in its middle."""
    half = longest // 2
    is_long = len(text) > longest
    kept = [text[:half], text[-half:]] if is_long else [text]
    return " … ".join("".join(c if c.isprintable() else "�" for c in part) for part in kept)


def has_controls(text: str, allowed: str = "") -> bool:
    """Whether there is something in `text` that is no writing, `allowed` signs apart."""
    return any(sign not in allowed for sign in re.findall(_CONTROLS, text))


def without_controls(text: str, allowed: str = "") -> str:
    """What of `text` is writing, and `allowed` signs."""
    return "".join(sign for sign in text if sign in allowed or not re.match(_CONTROLS, sign))
