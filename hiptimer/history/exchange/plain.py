"""Foreign text in a line for a person: one line, of bearable length, harmless on a terminal."""

_LONGEST = 300


def plain(text: str) -> str:
    """`text` with a � for everything that moves a cursor or cannot be shown, cut in its middle."""
    shown = "".join(c if c.isprintable() else "�" for c in text)
    if len(shown) <= _LONGEST:
        return shown
    half = _LONGEST // 2
    return f"{shown[:half]} … {shown[-half:]}"
