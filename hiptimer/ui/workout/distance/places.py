"""Where everything of the distance view lies, for a size of the window and a person's distance."""

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from hiptimer.model.side import Side
from hiptimer.ui.fonts import text_font
from hiptimer.ui.workout.distance.room import LEADING, Placed, fit, pixels_of_capitals
from hiptimer.ui.workout.distance.said import Said
from hiptimer.ui.workout.distance.sight import NUMBER_ARCMIN, Sight

# Shares of the view.
EDGE = 0.03
MARGIN = 0.025
# Of that margin: what is left free around the bar at the working side. At the very edge it would
# look as if the background ended there.
EDGE_INSET = 0.6
ROW = 0.4
COLUMN = 0.44
NUMBER_HIGH = 0.62
# Where it may be smaller than this and still be read, it fills so much of the height.
NUMBER_FILLS = 0.4
# Wider than so many times its height, words stand beside the number; else below.
WIDE = 1.2
# The number keeps its size from 9 to 10.
DIGITS = 2
FIGURE_LEAST = 0.34
FIGURE_HIGH = 0.66


class Places(msgspec.Struct, frozen=True):
    """Rectangles in pixels of the view. `edge` is the bar at the working side, `figure` what is
    free for the figure; both may be empty.
    """

    edge: QRectF
    digits: str
    number_px: int
    number: QRectF
    beside: tuple[Placed, ...]
    apart: tuple[Placed, ...]
    figure: QRectF

    @property
    def number_font(self) -> QFont:
        return number_font(self.number_px)

    @property
    def placed(self) -> tuple[Placed, ...]:
        return (*self.beside, *self.apart)


def number_font(px: int) -> QFont:
    return text_font(px, QFont.Weight.Bold, tabular=True)


def lay(said: Said, area: QRectF, sight: Sight) -> Places:
    """Places in `area`, the part of the view that nothing else lies on."""
    margin = MARGIN * max(area.width(), area.height())
    inner = area.adjusted(margin, margin, -margin, -margin)
    edge = QRectF()
    if said.side is not Side.BOTH:
        inset, bar = EDGE_INSET * margin, EDGE * area.width()
        edge = area.adjusted(inset, inset, -inset, -inset)
        edge.setWidth(bar)
        if said.side is Side.RIGHT:
            edge.moveRight(area.right() - inset)
            inner.setRight(edge.left() - margin)
        else:
            inner.setLeft(edge.right() + margin)
    if said.number is None:
        words = fit((*said.beside, *said.apart), inner, sight, anchor=0.45)
        return Places(edge, "", 0, QRectF(), words, (), QRectF())
    if inner.width() > WIDE * inner.height():
        return _in_columns(said, edge, inner, sight)
    return _in_rows(said, edge, inner, sight)


def _in_columns(said: Said, edge: QRectF, inner: QRectF, sight: Sight) -> Places:
    """The number at the working side with its words below, the others in a column of their own."""
    gap = MARGIN * inner.width()
    width = COLUMN * inner.width()
    larger = _with_room(sight, inner.height())
    px = _number_px(said, width, NUMBER_HIGH * inner.height(), larger)
    column = QRectF(inner)
    column.setWidth(width)
    other = QRectF(inner)
    other.setWidth(inner.width() - width - gap)
    is_left = said.side is Side.LEFT
    (other if is_left else column).moveRight(inner.right())
    number = _number(said, px, column, right=not is_left)
    below = QRectF(column)
    below.setTop(number.bottom() + _rise(px) * 0.22)
    beside = fit(said.beside, below, larger, right=not is_left)
    apart, figure = _apart(said, other, sight)
    return Places(edge, str(said.number), px, number, beside, apart, figure)


def _in_rows(said: Said, edge: QRectF, inner: QRectF, sight: Sight) -> Places:
    """The number at the working side with its words beside it, the others below."""
    gap = MARGIN * inner.height()
    px = _number_px(said, 0.5 * inner.width(), ROW * inner.height(), sight)
    is_left = said.side is Side.LEFT
    number = _number(said, px, inner, right=not is_left)
    row = QRectF(inner)
    row.setHeight(max(number.height(), ROW * 0.6 * inner.height()))
    row.setWidth(inner.width() - number.width() - 2 * gap)
    if is_left:
        row.moveRight(inner.right())
    beside = fit(said.beside, row, sight)
    below = QRectF(inner)
    below.setTop(row.bottom() + 2 * gap)
    apart, figure = _apart(said, below, sight)
    return Places(edge, str(said.number), px, number, beside, apart, figure)


def _with_room(sight: Sight, height: float) -> Sight:
    """On a large screen near by the number would be lost: it and its words fill their column. The
    others stay as they are, and leave the room to the figure.
    """
    return replace(sight, larger=max(1.0, NUMBER_FILLS * height / sight.pixels(NUMBER_ARCMIN)))


def _apart(said: Said, room: QRectF, sight: Sight) -> tuple[tuple[Placed, ...], QRectF]:
    """The words by themselves, and what they leave for the figure."""
    placed = fit(said.apart, room, sight)
    figure = QRectF(room)
    if placed:
        figure.setTop(placed[-1].rect.bottom() + placed[-1].px * (LEADING - 0.8))
    if figure.height() < FIGURE_LEAST * room.height():
        return placed, QRectF()
    figure.setHeight(min(figure.height(), FIGURE_HIGH * figure.width()))
    return placed, figure


def _number_px(said: Said, width: float, height: float, sight: Sight) -> int:
    """As large as needed, as far as it fits."""
    wanted = pixels_of_capitals(sight.wished(NUMBER_ARCMIN))
    count = max(DIGITS, len(str(said.number)))
    wide = QFontMetricsF(number_font(100)).horizontalAdvance("0" * count) / 100
    return int(min(wanted, width / wide, pixels_of_capitals(height)))


def _rise(px: int) -> float:
    """The height of a digit."""
    return -QFontMetricsF(number_font(px)).tightBoundingRect("0").top()


def _number(said: Said, px: int, room: QRectF, *, right: bool) -> QRectF:
    """From the top of the digits to their foot."""
    count = max(DIGITS, len(str(said.number)))
    width = QFontMetricsF(number_font(px)).horizontalAdvance("0" * count)
    left = room.right() - width if right else room.left()
    return QRectF(left, room.top(), width, _rise(px))
