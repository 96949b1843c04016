from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hiptimer.ui.theme import Theme, ThemeError, Tone, apply_theme, colour, palette_of, read_theme
from hiptimer.ui.widgets.label import Label

LIGHT = (Path(__file__).parents[2] / "assets/themes/light.toml").read_bytes()
# Words on what they are painted on; large bold words and marks need less.
TEXT = 4.5
SHAPE = 3.0
# What WCAG 2 asks for at its highest level.
MUCH = 7.0
PAIRS = [
    *[(Tone.INK, on, TEXT) for on in (Tone.GROUND, Tone.CARD, Tone.ACCENT_SOFT, Tone.CHIP)],
    (Tone.INK, Tone.MAT, TEXT),
    *[(Tone.MUTED, on, TEXT) for on in (Tone.GROUND, Tone.CARD, Tone.ACCENT_SOFT)],
    *[(Tone.ACCENT, on, TEXT) for on in (Tone.GROUND, Tone.CARD, Tone.ACCENT_SOFT)],
    *[(tone, Tone.CARD, TEXT) for tone in (Tone.WORK_TEXT, Tone.REST, Tone.WARNING)],
    *[(tone, Tone.GROUND, TEXT) for tone in (Tone.WORK_TEXT, Tone.REST, Tone.WARNING)],
    (Tone.ON_ACCENT, Tone.ACCENT, TEXT),
    (Tone.ACCENT, Tone.MAT, SHAPE),
    (Tone.WORK, Tone.CARD, SHAPE),
]


def luminance(shade: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("words", "ground", "least"), PAIRS)
def test_words_stand_out(
    words: Tone, ground: Tone, least: float, light: Theme, dark: Theme
) -> None:
    for theme in (light, dark):
        found = contrast(getattr(theme, words.value), getattr(theme, ground.value))
        assert found >= least, theme.name


@pytest.mark.parametrize(("words", "ground", "least"), PAIRS)
def test_in_high_contrast_words_stand_out_far_more(
    words: Tone, ground: Tone, least: float, high_contrast: Theme
) -> None:
    found = contrast(getattr(high_contrast, words.value), getattr(high_contrast, ground.value))
    assert found >= (MUCH if least == TEXT else TEXT)


def test_in_high_contrast_the_edges_of_things_can_be_seen(high_contrast: Theme) -> None:
    for edge in (high_contrast.line, high_contrast.track, high_contrast.accent):
        for ground in (high_contrast.ground, high_contrast.card):
            assert contrast(edge, ground) >= SHAPE


def test_every_colour_has_a_place_of_its_own(light: Theme) -> None:
    assert len({tone.role for tone in Tone}) == len(Tone)
    palette = palette_of(light)
    for tone in Tone:
        assert colour(palette, tone).name().upper() == getattr(light, tone.value)


def test_a_change_of_theme_reaches_what_is_already_shown(
    qapp: QApplication, qtbot: QtBot, light: Theme, dark: Theme, family: str
) -> None:
    apply_theme(qapp, light, family)
    label = Label("words", qapp.font(), Tone.MUTED)
    qtbot.addWidget(label)
    label.show()
    apply_theme(qapp, dark, family)
    assert label.palette().color(label.foregroundRole()).name().upper() == dark.muted


@pytest.mark.parametrize(
    "toml",
    [b"", b"\xff", b"name = ", b"name = " + b"[" * 9_999, LIGHT.replace(b"#F7F5F0", b"ivory")],
)
def test_a_damaged_theme_is_told(toml: bytes) -> None:
    with pytest.raises(ThemeError):
        read_theme(toml)


def test_what_is_wrong_with_a_theme_is_told_in_one_bearable_line() -> None:
    with pytest.raises(ThemeError) as told:
        read_theme(LIGHT + b'"' + b"x" * 5_000 + rb'\u001b" = 1')
    assert str(told.value).isprintable()
    assert len(str(told.value)) < 400
