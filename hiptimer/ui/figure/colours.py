"""The colours of the figure in a theme."""

from hiptimer.figure.colours import FigureColours
from hiptimer.ui.theme import Theme


def figure_colours(theme: Theme, ground: str = "") -> FigureColours:
    """The figure's colours on `ground`, or on the theme's own ground where none is given."""
    is_light = theme.kind == "light"
    return FigureColours(
        mat=theme.mat,
        shadow="#173A3A" if is_light else "#000000",
        skin="#E6B795" if is_light else "#E2AC89",
        hair="#5B4437" if is_light else "#573B2E",
        top="#2C7A82" if is_light else "#36989C",
        shorts="#274650" if is_light else "#63818F",
        shoe="#FFFFFF" if is_light else "#E6E4DC",
        work=theme.work,
        outline=ground or theme.ground,
        band="#F0AE2E" if is_light else theme.rest,
        prop="#B9C4BC" if is_light else "#4A6269",
        ball="#8FB3C9" if is_light else "#4C7B96",
        mark="#F7F5F0" if is_light else "#10171A",
        wall="#E9E5DB" if is_light else "#1B272B",
    )
