"""Foreign text in a line for a person: one line, of bearable length, harmless on a terminal."""

_LONGEST = 300


def plain(text: str, longest: int = _LONGEST) -> str:
    """`text` with a � for everything that moves a cursor or cannot be shown, cut in its middle."""
    half = longest // 2
    is_long = len(text) > longest
    kept = [text[:half], text[-half:]] if is_long else [text]
    return " … ".join("".join(c if c.isprintable() else "�" for c in part) for part in kept)
