"""The backgrounds of the distance view: words stand out on all of them, in every theme."""

import pytest
from PySide6.QtGui import QColor

from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.shades import Ground, contrast, shades_of

WORDS, MUCH = 4.5, 7.0


@pytest.fixture(params=["light", "dark", "high_contrast"])
def theme(request: pytest.FixtureRequest) -> Theme:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Theme)
    return found


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_words_stand_out_on_every_background_also_while_it_lights_up(theme: Theme) -> None:
    least = MUCH if theme.name == "High contrast" else WORDS
    for ground, shade in shades_of(theme).items():
        assert contrast(QColor(shade.words), QColor(shade.fill)) >= least, ground
        assert contrast(QColor(shade.lit_words), QColor(shade.lit_fill)) >= least, ground


def test_every_background_is_another_one(theme: Theme) -> None:
    shades = shades_of(theme)
    assert set(shades) == set(Ground)
    assert len({shade.fill for shade in shades.values()}) == len(Ground)


def test_a_flash_is_seen(theme: Theme) -> None:
    for ground, shade in shades_of(theme).items():
        assert contrast(QColor(shade.fill), QColor(shade.lit_fill)) >= 3.0, ground


def test_a_dark_theme_stays_dark(dark: Theme, high_contrast: Theme) -> None:
    for theme in (dark, high_contrast):
        for shade in shades_of(theme).values():
            assert contrast(QColor(shade.fill), QColor("#000000")) <= 4.0
