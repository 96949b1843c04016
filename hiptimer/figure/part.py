"""One thing that is painted in one go: a limb, the trunk, a ball."""

from typing import NamedTuple

from hiptimer.figure.shapes import Shape
from hiptimer.figure.stretch import Stretch
from hiptimer.model.joint import Point


class Box(NamedTuple):
    """Two opposite corners in the room, metres."""

    low: Point
    high: Point


class Fill(NamedTuple):
    """A shape and the field of FigureColours it is filled with; `shade` darkens it (0 to 1).

    A body part is darkened by its depth as well.
    """

    shape: Shape
    colour: str
    shade: float = 0.0


class Part(NamedTuple):
    """`fills` are painted in turn over one outline of them all; `bare` ones have no outline.

    What joins a `parent` has its depth where they meet: it is in front while its far end is
    no more than `lean` metres behind. Where any others overlap, `bias` metres are added.
    `over` and `under` name parts whose order is known. `ends` are in the room.
    """

    name: str
    stretches: tuple[Stretch, ...]
    fills: tuple[Fill, ...]
    bare: tuple[Fill, ...] = ()
    ends: tuple[Point, ...] = ()
    parent: str = ""
    lean: float = 0.0
    bias: float = 0.0
    box: Box | None = None
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()

    @property
    def depth(self) -> float:
        """Of its middle, metres towards the eye."""
        stretches = self.stretches
        return sum(s.a[2] + s.b[2] for s in stretches) / (2 * len(stretches))
