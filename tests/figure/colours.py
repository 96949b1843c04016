"""Colours that are easily told apart, and the ground between them."""

from hiptimer.figure.colours import FigureColours

GROUND = "#F7F5F0"
COLOURS = FigureColours(
    mat="#D0E0E0",
    shadow="#203030",
    skin="#E6B795",
    hair="#503020",
    top="#208080",
    shorts="#203040",
    shoe="#FFFFFF",
    work="#FF0000",
    outline=GROUND,
    band="#FFFF00",
    prop="#B0B0B0",
    ball="#0000FF",
    mark="#00FF00",
    wall="#E0E0D0",
)
