"""Words in a rectangle, as large as they are needed or as they fit, the most important first."""

from collections.abc import Iterator
from math import ceil

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from hiptimer.ui.fonts import text_font
from hiptimer.ui.workout.distance.said import Rank, Words
from hiptimer.ui.workout.distance.sight import LEAST_ARCMIN, WORDS_ARCMIN, Sight

LEADING = 1.16
GAP = 0.3
SMALLER = 0.95
LEAST_PX = 9.0
MEASURED_PX = 100
# Letters are not quite as wide at every size as they were measured.
WIDER = 1.02


class Placed(msgspec.Struct, frozen=True):
    """Words in lines of `px` high letters, and the rectangle that they fill."""

    words: Words
    lines: tuple[str, ...]
    px: int
    rect: QRectF

    @property
    def font(self) -> QFont:
        return font_of(self.words, self.px)


def font_of(words: Words, px: int) -> QFont:
    """Small print is lighter than what matters."""
    weight = QFont.Weight.DemiBold if words.rank is Rank.SMALL else QFont.Weight.Bold
    return text_font(px, weight)


def pixels_of_capitals(height: float) -> float:
    """The size of a font whose capitals are so high."""
    font = text_font(MEASURED_PX, QFont.Weight.Bold)
    return height * MEASURED_PX / QFontMetricsF(font).capHeight()


def fit(
    said: tuple[Words, ...], room: QRectF, sight: Sight, *, anchor: float = 0.0, right: bool = False
) -> tuple[Placed, ...]:
    """The words in their places. What matters little is left out where all would become small."""
    kept = [_Block(words, room.width(), sight) for words in said]
    while not _settle(kept, room.height()):
        spare = [block for block in kept if block.words.rank in (Rank.SMALL, Rank.NAME)]
        if not spare or len(kept) == 1:
            _press(kept, room.height())
            break
        kept.remove(max(spare, key=_rank))
    return _place(kept, room, anchor, right=right)


class _Block:
    """Words whose size is being looked for."""

    def __init__(self, words: Words, width: float, sight: Sight) -> None:
        self.words = words
        self._width = width
        metrics = QFontMetricsF(font_of(words, MEASURED_PX))
        self._turns = [
            [(word, _share(metrics, word)) for word in text.split()]
            for text in dict.fromkeys((words.whole, *words.as_long_as))
        ]
        self._space = _share(metrics, " ")
        widest = max(share for turn in self._turns for _, share in turn)
        self.most = max(LEAST_PX, width / widest)
        self.wanted = min(pixels_of_capitals(sight.wished(words.arcmin)), self.most)
        is_vital = words.rank <= Rank.PHASE
        least = sight.pixels(WORDS_ARCMIN if is_vital else LEAST_ARCMIN)
        self.least = min(self.wanted, pixels_of_capitals(least))
        self.px = self.wanted

    @property
    def height(self) -> float:
        return LEADING * self.px * max(len(self._lines(turn)) for turn in self._turns)

    def lines(self) -> tuple[str, ...]:
        """As few lines as possible, about equally long."""
        turn, count = self._turns[0], len(self._lines(self._turns[0]))
        narrow, wide = self._width / count, self._width
        while count > 1 and wide - narrow > 4:
            middle = (narrow + wide) / 2
            if len(self._lines(turn, middle)) > count:
                narrow = middle
            else:
                wide = middle
        return tuple(self._lines(turn, wide))

    def _lines(self, turn: list[tuple[str, float]], width: float | None = None) -> list[str]:
        room = (self._width if width is None else width) / self.px
        lines: list[str] = []
        used = 0.0
        for word, share in turn:
            if lines and used + self._space + share <= room:
                lines[-1] = f"{lines[-1]} {word}"
                used += self._space + share
            else:
                lines.append(word)
                used = share
        return lines


def _share(metrics: QFontMetricsF, text: str) -> float:
    """The width of a text of one pixel."""
    return metrics.horizontalAdvance(text) * WIDER / MEASURED_PX


def _rank(block: _Block) -> int:
    return block.words.rank


def _settle(blocks: list[_Block], height: float) -> bool:
    """Make the least important smaller first, down to the least that is read; whether all fit."""
    for block in blocks:
        block.px = block.wanted
    for block in sorted(blocks, key=_rank, reverse=True):
        while _used(blocks) > height and block.px > block.least:
            block.px = max(block.least, block.px * SMALLER)
    return _used(blocks) <= height


def _press(blocks: list[_Block], height: float) -> None:
    """Make all smaller until they fit."""
    while _used(blocks) > height and any(block.px > LEAST_PX for block in blocks):
        for block in blocks:
            block.px = max(LEAST_PX, block.px * SMALLER)


def _tops(blocks: list[_Block]) -> Iterator[float]:
    """Where each begins, and at last where all end."""
    top = 0.0
    for number, block in enumerate(blocks):
        top += GAP * min(block.px, blocks[number - 1].px) if number else 0.0
        yield top
        top += block.height
    yield top


def _used(blocks: list[_Block]) -> float:
    return list(_tops(blocks))[-1]


def _place(blocks: list[_Block], room: QRectF, anchor: float, *, right: bool) -> tuple[Placed, ...]:
    *tops, used = _tops(blocks)
    first = room.top() + max(0.0, room.height() - used) * anchor
    placed = []
    for block, top in zip(blocks, tops, strict=True):
        px, lines = int(block.px), block.lines()
        metrics = QFontMetricsF(font_of(block.words, px))
        width = ceil(max(metrics.horizontalAdvance(line) for line in lines))
        left = room.right() - width if right else room.left()
        rect = QRectF(left, first + top, width, LEADING * px * len(lines))
        placed.append(Placed(block.words, lines, px, rect))
    return tuple(placed)
