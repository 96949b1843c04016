import re

from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.theme import Theme


def test_every_colour_is_given_in_both_themes(light: Theme, dark: Theme) -> None:
    for theme in (light, dark):
        colours = figure_colours(theme)
        for name in colours.__struct_fields__:
            assert re.fullmatch("#[0-9A-Fa-f]{6}", getattr(colours, name)), name


def test_working_thigh_has_the_theme_s_work_colour(light: Theme, dark: Theme) -> None:
    assert figure_colours(light).work == light.work
    assert figure_colours(dark).work == dark.work


def test_outline_is_the_ground_behind(light: Theme) -> None:
    assert figure_colours(light).outline == light.ground
    assert figure_colours(light, light.card).outline == light.card
