"""Colours of the window, read from assets/themes and turned into a palette and a style sheet.

Every widget takes its colours from its palette, so that a change of theme at run time reaches
all of them; the style sheet gives shape to what Qt draws by itself.
"""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from hiptimer.model.plain import plain
from hiptimer.model.toml import TomlError, toml_table

Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]


class ThemeError(Exception):
    """A theme cannot be used; the words say why, to stand behind its name."""


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Colours as #RRGGBB. `work` is for shapes, `work_text` for words on `ground` or `card`."""

    name: str
    kind: Literal["light", "dark"]
    ground: Colour
    card: Colour
    ink: Colour
    muted: Colour
    line: Colour
    accent: Colour
    on_accent: Colour
    accent_soft: Colour
    chip: Colour
    work: Colour
    work_text: Colour
    rest: Colour
    track: Colour
    mat: Colour
    warning: Colour


class Tone(StrEnum):
    """A colour of the theme by its name there."""

    GROUND = "ground"
    CARD = "card"
    INK = "ink"
    MUTED = "muted"
    LINE = "line"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ACCENT_SOFT = "accent_soft"
    CHIP = "chip"
    WORK = "work"
    WORK_TEXT = "work_text"
    REST = "rest"
    TRACK = "track"
    MAT = "mat"
    WARNING = "warning"

    @property
    def role(self) -> QPalette.ColorRole:
        """Where the palette keeps this colour."""
        role = QPalette.ColorRole
        return {
            Tone.GROUND: role.Window,
            Tone.CARD: role.Base,
            Tone.INK: role.WindowText,
            Tone.MUTED: role.PlaceholderText,
            Tone.LINE: role.Mid,
            Tone.ACCENT: role.Highlight,
            Tone.ON_ACCENT: role.HighlightedText,
            Tone.ACCENT_SOFT: role.Midlight,
            Tone.CHIP: role.AlternateBase,
            Tone.WORK: role.BrightText,
            Tone.WORK_TEXT: role.Link,
            Tone.REST: role.LinkVisited,
            Tone.TRACK: role.Dark,
            Tone.MAT: role.Light,
            Tone.WARNING: role.Shadow,
        }[self]


def read_theme(toml: bytes) -> Theme:
    """The theme of a TOML file. Raises ThemeError for a wrong one."""
    try:
        return msgspec.convert(toml_table(toml), Theme)
    except (TomlError, msgspec.ValidationError) as error:
        raise ThemeError(plain(str(error))) from error


def palette_of(theme: Theme) -> QPalette:
    """All colours of the theme, in the places that `Tone.role` names and where Qt looks."""
    palette = QPalette()
    for tone in Tone:
        palette.setColor(tone.role, QColor(getattr(theme, tone.value)))
    role = QPalette.ColorRole
    for place, colour in (
        (role.Text, theme.ink),
        (role.ButtonText, theme.ink),
        (role.Button, theme.card),
        (role.Accent, theme.accent),
        (role.ToolTipBase, theme.ink),
        (role.ToolTipText, theme.ground),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(theme.muted))
    return palette


def colour(palette: QPalette, tone: Tone) -> QColor:
    """A colour of the theme, as a painted widget finds it in its own palette."""
    return palette.color(tone.role)


def style_sheet(theme: Theme) -> str:
    """The shape of scroll bars, fields and tips."""
    return f"""
QScrollArea, QAbstractItemView {{ border: none; outline: none; }}
QScrollBar:vertical {{ border: none; background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {theme.track}; border-radius: 4px; min-height: 40px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit, QPlainTextEdit {{
    border: 1px solid {theme.line}; border-radius: 16px; padding: 11px 17px;
    background: {theme.card}; color: {theme.ink}; placeholder-text-color: {theme.muted};
    selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{
    border: 2px solid {theme.accent}; padding: 10px 16px; }}
NumberField {{ border-radius: 8px; padding: 0 4px; }}
NumberField:focus {{ padding: 0 3px; }}
QToolTip {{
    border: none; padding: 6px 8px; background: {theme.ink}; color: {theme.ground}; }}
"""


def apply_theme(app: QApplication, theme: Theme, family: str) -> None:
    """Dress the whole program: colours and typeface. Again for another theme."""
    font = QFont(family)
    font.setPixelSize(15)
    app.setFont(font)
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))
