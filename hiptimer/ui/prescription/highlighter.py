"""Colours for what is understood, lines under what is not."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

import msgspec
from PySide6.QtGui import (
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from hiptimer.ui.prescription.marks import ON_TOP, Kind, Mark, Marks
from hiptimer.ui.theme import Tone, colour

TONES = {Kind.NAME: Tone.ACCENT, Kind.AMOUNT: Tone.WORK_TEXT, Kind.REST: Tone.REST}
LINES = {
    Kind.REMARK: (QTextCharFormat.UnderlineStyle.DotLine, Tone.MUTED),
    Kind.NOT_UNDERSTOOD: (QTextCharFormat.UnderlineStyle.WaveUnderline, Tone.WARNING),
}


class Highlighter(QSyntaxHighlighter):
    """Shows marks. They hold for the text as it was when they were made."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._palette = palette
        self._marks = Marks()

    def show_marks(self, marks: Marks, palette: QPalette) -> None:
        self._marks = marks
        self._palette = palette
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        first, after = block.position(), block.position() + block.length() - 1
        marks = [
            msgspec.structs.replace(
                mark, start=max(mark.start, first) - first, end=min(mark.end, after) - first
            )
            for mark in self._marks.between(first, after)
        ]
        for mark in marks:
            if mark.kind not in ON_TOP:
                self._colour(mark)
        # Between these places all characters look the same.
        places = sorted({place for mark in marks for place in (mark.start, mark.end)})
        for mark in marks:
            if mark.kind in ON_TOP:
                inside = places[bisect_left(places, mark.start) : bisect_right(places, mark.end)]
                for start, end in pairwise(inside):
                    self._underline(mark, start, end)

    def _colour(self, mark: Mark) -> None:
        shape = QTextCharFormat()
        shape.setForeground(colour(self._palette, TONES[mark.kind]))
        if mark.kind is Kind.NAME:
            shape.setFontWeight(QFont.Weight.DemiBold)
        self.setFormat(mark.start, mark.end - mark.start, shape)

    def _underline(self, mark: Mark, start: int, end: int) -> None:
        """Keeping the colours of what lies below."""
        style, tone = LINES[mark.kind]
        shape = QTextCharFormat(self.format(start))
        shape.setUnderlineStyle(style)
        shape.setUnderlineColor(colour(self._palette, tone))
        self.setFormat(start, end - start, shape)
