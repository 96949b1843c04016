"""Words on a page."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hiptimer.ui.theme import Tone

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:s|min|h)\b|%)")
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Label(QLabel):
    """Plain words in one font and colour; `wraps` lets them take several lines, on which a number
    and its unit stay together.
    """

    def __init__(
        self,
        words: str,
        font: QFont,
        tone: Tone = Tone.INK,
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font)
        self.setForegroundRole(tone.role)
        self.setWordWrap(wraps)
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(_BEFORE_UNIT.sub(_NO_BREAK, words) if self.wordWrap() else words)

    def text(self) -> str:
        """The words as they were given."""
        return super().text().replace(_NO_BREAK, " ")


class ElidedLabel(Label):
    """One line that ends in "…" where it does not fit; the whole of it is then its tip."""

    def __init__(
        self, words: str, font: QFont, tone: Tone = Tone.INK, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, font, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)
