"""The colours of a picture, as #RRGGBB; whoever knows the theme chooses them."""

import msgspec


class FigureColours(msgspec.Struct, frozen=True):
    """`outline` is the ground behind the picture: it separates limbs. `mark` is on the ball."""

    mat: str
    shadow: str
    skin: str
    hair: str
    top: str
    shorts: str
    shoe: str
    work: str
    outline: str
    band: str
    prop: str
    ball: str
    mark: str
    wall: str
