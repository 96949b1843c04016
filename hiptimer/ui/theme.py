"""Colours of the window, read from assets/themes and turned into a palette and a style sheet."""

from typing import Literal

import msgspec


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Colours as #RRGGBB. `work` is for shapes, `work_text` for words on `ground` or `card`."""

    name: str
    kind: Literal["light", "dark"]
    ground: str
    card: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    chip: str
    work: str
    work_text: str
    rest: str
    track: str
    mat: str
    warning: str


def read_theme(toml: bytes) -> Theme:
    """The theme of a TOML file; raises msgspec.ValidationError for a wrong one."""
    return msgspec.toml.decode(toml, type=Theme)
