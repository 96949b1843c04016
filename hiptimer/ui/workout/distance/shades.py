"""Side and phase as the whole background: which colours, and which words on them."""

from enum import StrEnum

import msgspec
from PySide6.QtGui import QColor

from hiptimer.model.exercise import PhaseKind
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import SegmentKind
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.faces import is_standing

# On a dark theme a colour is deepened until the words on it have this contrast: a whole screen full
# of the bright colours would blind somebody in a dark room.
WORDS_CONTRAST = 7.0
SATURATION = 0.8
DEEPER = tuple(value / 100 for value in range(70, 4, -1))


class Ground(StrEnum):
    """What the background says."""

    WAIT = "get ready, rest, or going on"
    WORK = "work"
    HOLD = "hold"
    BACK = "back"
    STILL = "nothing moves: a pause"


class Shade(msgspec.Struct, frozen=True):
    """A background and the words on it, and the same while the screen lights up."""

    fill: str
    words: str
    lit_fill: str
    lit_words: str


GROUNDS = {
    PhaseKind.WORK: Ground.WORK,
    PhaseKind.ENTER: Ground.WORK,
    PhaseKind.HOLD: Ground.HOLD,
    PhaseKind.BACK: Ground.BACK,
    PhaseKind.LEAVE: Ground.BACK,
    PhaseKind.PAUSE: Ground.STILL,
}


def ground_of(moment: Moment) -> Ground:
    """What the background says at a moment."""
    if is_standing(moment):
        return Ground.WAIT if moment.resuming_s > 0 else Ground.STILL
    if moment.segment.kind is not SegmentKind.WORK or moment.beat is None:
        return Ground.WAIT
    return Ground.STILL if moment.is_waiting else GROUNDS[moment.beat.kind]


def shades_of(theme: Theme) -> dict[Ground, Shade]:
    """The backgrounds of a theme."""
    colours = {Ground.WAIT: theme.rest, Ground.WORK: theme.work_text, Ground.HOLD: theme.accent}
    shades = {ground: _coloured(theme, colour) for ground, colour in colours.items()}
    back = theme.mat if theme.kind == "light" else theme.chip
    for ground, fill in ((Ground.BACK, back), (Ground.STILL, theme.ground)):
        shades[ground] = Shade(fill, theme.ink, theme.ink, fill)
    return shades


def contrast(one: QColor, other: QColor) -> float:
    """Of two colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _coloured(theme: Theme, colour: str) -> Shade:
    """The colour itself on a light theme; a deep one on a dark theme, bright while lit."""
    if theme.kind == "light":
        return Shade(colour, theme.ground, theme.ground, colour)
    ink = QColor(theme.ink)
    fills = (_deep(QColor(colour), value) for value in DEEPER)
    fill = next((fill for fill in fills if contrast(fill, ink) >= WORDS_CONTRAST), None)
    return Shade(fill.name() if fill else theme.ground, theme.ink, colour, theme.ground)


def _deep(colour: QColor, value: float) -> QColor:
    """The same hue, deep and full."""
    saturation = max(SATURATION, colour.hsvSaturationF())
    return QColor(QColor.fromHsvF(max(0.0, colour.hsvHueF()), saturation, value).name())


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
