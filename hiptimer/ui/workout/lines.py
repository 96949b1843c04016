"""Large words that wrap, and step their size down only when they must."""

import re

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QWidget

from hiptimer.ui.fonts import text_font

# Beyond the least sizes: only words no exercise of ours has get this small.
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
LAST_STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
# A word is rather broken than made smaller than so many of these steps.
WHOLE = 3
LINE_HEIGHT = 1.2
# The longer of two lines is at most this share of the sentence.
LOPSIDED = 0.68
LINE_SEPARATOR = "\u2028"


class Line(msgspec.Struct, frozen=True):
    """One sentence. Sizes are design pixels; `lead` comes first in the colour `lead_colour`."""

    text: str
    colour: str
    size: float
    least: float
    weight: QFont.Weight = QFont.Weight.Bold
    gap: float = 0.0
    leading: float = LINE_HEIGHT
    lead: str = ""
    lead_colour: str = ""

    @property
    def whole(self) -> str:
        return f"{self.lead} {self.text}" if self.lead else self.text


def spoken(lines: tuple[Line, ...]) -> str:
    """The sentences in one breath, for a screen reader."""
    return " ".join(f"{line.whole.rstrip('.')}." for line in lines if line.whole)


class _Laid(msgspec.Struct, frozen=True):
    layout: QTextLayout
    top: float
    height: float
    font: QFont


class Lines(QLabel):
    """Sentences under each other. A label, so that a screen reader finds its text."""

    def __init__(self, parent: QWidget, name: str, *, anchor: float = 0.0, centred: bool = False):
        """`anchor` says where the words stand in a too high label: 0 at the top, 1 below."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._anchor = anchor
        self._centred = centred
        self._lines: tuple[Line, ...] = ()
        self._scale = 1.0
        self._laid: list[_Laid] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    @property
    def used_height(self) -> float:
        """Pixels the words take."""
        return self._laid[-1].top + self._laid[-1].height if self._laid else 0.0

    @property
    def used_rect(self) -> QRectF:
        """Where the words are, in the parent's pixels."""
        width = max(
            (
                laid.layout.lineAt(number).naturalTextWidth()
                for laid in self._laid
                for number in range(laid.layout.lineCount())
            ),
            default=0.0,
        )
        left = (self.width() - width) / 2 if self._centred else 0.0
        return QRectF(self.x() + left, self.y() + self._offset(), width, self.used_height)

    @property
    def cap_heights(self) -> tuple[float, ...]:
        """The height of a capital of each sentence, in pixels."""
        return tuple(QFontMetricsF(laid.font).capHeight() for laid in self._laid)

    def show_lines(self, lines: tuple[Line, ...], scale: float) -> None:
        """Show the sentences that have words; does nothing when they are shown already."""
        lines = tuple(line for line in lines if line.whole.strip())
        if lines == self._lines and scale == self._scale:
            return
        self._lines, self._scale = lines, scale
        self.setText("\n".join(line.whole for line in lines))
        self._lay()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The figure and the ring move behind the room that is kept for words, many times a second.
        exposed = QRectF(event.rect())
        offset = self._offset()
        words = [
            (laid, QPointF(0, offset + laid.top))
            for laid in self._laid
            if laid.layout.boundingRect().translated(0, offset + laid.top).intersects(exposed)
        ]
        if not words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for laid, at in words:
            laid.layout.draw(painter, at)

    def _offset(self) -> float:
        return max(0.0, self.height() - self.used_height) * self._anchor

    def _lay(self) -> None:
        usual = [[max(line.least, line.size * step) for line in self._lines] for step in STEPS]
        small = [[line.least * step for line in self._lines] for step in LAST_STEPS]
        for sizes in (*usual, *small[:WHOLE]):
            if self._lay_at(sizes) and not self._breaks_words():
                return
        for sizes in (*usual, *small):
            if self._lay_at(sizes):
                return

    def _lay_at(self, sizes: list[float]) -> bool:
        """Lay the sentences out at these sizes, in design pixels; whether they fit."""
        self._laid = []
        top = 0.0
        for line, design in zip(self._lines, sizes, strict=True):
            size = design * self._scale
            font = text_font(max(8, round(size)), line.weight)
            layout, height = self._wrapped(line, font, size * line.leading)
            top += line.gap * self._scale if self._laid else 0.0
            self._laid.append(_Laid(layout, top, height, font))
            top += height
        return top <= self.height() + 0.5

    def _breaks_words(self) -> bool:
        """Whether a word alone is too long for a line at its size."""
        return any(
            QFontMetricsF(laid.font).horizontalAdvance(word) > self.width()
            for line, laid in zip(self._lines, self._laid, strict=True)
            for word in line.whole.split()
        )

    def _wrapped(self, line: Line, font: QFont, step: float) -> tuple[QTextLayout, float]:
        """The sentence in as few lines as possible, these about equally long."""
        width = float(self.width())
        layout = _layout(line, font)
        count = _fill(layout, width, step)
        if count == 2 and (cut := _cut(line.whole, QFontMetricsF(font), width)):
            layout.setText(f"{line.whole[:cut]}{LINE_SEPARATOR}{line.whole[cut + 1 :]}")
            _fill(layout, width, step)
        elif count > 1:
            _balance(layout, width, count, step)
        if self._centred:
            _centre(layout, width)
        return layout, count * step


def _cut(words: str, metrics: QFontMetricsF, width: float) -> int | None:
    """The space after a comma or a stop where two lines of `width` part best; None if none fits."""
    fitting = [
        (max(front, back), place.start())
        for place in re.finditer(r"(?<=[,.]) ", words)
        if (front := metrics.horizontalAdvance(words[: place.start()])) <= width
        and (back := metrics.horizontalAdvance(words[place.end() :])) <= width
    ]
    longer, place = min(fitting, default=(width, 0))
    return place if longer < LOPSIDED * metrics.horizontalAdvance(words) else None


def _balance(layout: QTextLayout, width: float, count: int, step: float) -> None:
    """Make the lines as narrow as they get without becoming more."""
    low, high = width / count, width
    while high - low > 4:
        middle = (low + high) / 2
        if _fill(layout, middle, step) > count:
            low = middle
        else:
            high = middle
    _fill(layout, high, step)


def _format(start: int, length: int, colour: str, weight: QFont.Weight) -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length = start, length
    letters = QTextCharFormat()
    letters.setForeground(QColor(colour))
    letters.setFontWeight(weight)
    piece.format = letters
    return piece


def _layout(line: Line, font: QFont) -> QTextLayout:
    layout = QTextLayout(line.whole, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lead = len(line.lead)
    layout.setFormats(
        [
            _format(0, lead, line.lead_colour or line.colour, QFont.Weight.Normal),
            _format(lead, len(line.whole) - lead, line.colour, line.weight),
        ]
    )
    return layout


def _fill(layout: QTextLayout, width: float, step: float) -> int:
    """Break the layout into lines of `width`; how many they are."""
    layout.beginLayout()
    count = 0
    while (piece := layout.createLine()).isValid():
        piece.setLineWidth(width)
        piece.setPosition(QPointF(0, count * step + (step - piece.height()) / 2))
        count += 1
    layout.endLayout()
    return count


def _centre(layout: QTextLayout, width: float) -> None:
    for number in range(layout.lineCount()):
        piece = layout.lineAt(number)
        piece.setPosition(QPointF((width - piece.naturalTextWidth()) / 2, piece.y()))
