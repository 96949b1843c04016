"""The parts of the page "Why hips": a muscle, a claim with how sure it is, an open question."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.why.text import Claim, MuscleText, Strength, StrengthWords, Unknown
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.shape import paint_box

PICTURE = QSize(96, 64)
MARK_WIDTH = 148
DOTS: dict[Strength, int] = {"trial": 3, "small_study": 2, "practice": 1}
DOT = 9.0


class StrengthMark(QWidget):
    """How sure something is: one to three filled dots and the word for it."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, strength: Strength, words: StrengthWords) -> None:
        super().__init__()
        self._filled = DOTS[strength]
        self._words = words.name
        self.setAccessibleName(words.name)
        self.setToolTip(f"{words.name}: {words.means}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(MARK_WIDTH, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        top = (self.height() - DOT) / 2
        for place in range(max(DOTS.values())):
            tone = Tone.ACCENT if place < self._filled else Tone.TRACK
            box = QRectF(place * (DOT + 4), top, DOT, DOT)
            paint_box(painter, box, DOT / 2, colour(palette, tone))
        painter.setFont(semibold(14))
        painter.setPen(colour(palette, Tone.INK))
        left = 3 * (DOT + 4) + 6
        shown = QFontMetrics(painter.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, round(self.width() - left)
        )
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def muscle_part(muscle: MuscleText, album: Album) -> QWidget:
    """A muscle, where it is and what it does, beside a move in which it works."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(20)
    row.addWidget(PictureView(muscle.picture, PICTURE, album), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(muscle.name, semibold(18), wraps=True))
    words.addWidget(Label(muscle.place, regular(15), Tone.MUTED, wraps=True))
    words.addWidget(Label(muscle.does, regular(17), wraps=True))
    words.addStretch()
    row.addLayout(words, 1)
    return part


def claim_part(claim: Claim, words: StrengthWords) -> QWidget:
    """What was found, with how sure it is at its left, and who told it below."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    mark = StrengthMark(claim.strength, words)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(Label(claim.says, regular(17), wraps=True))
    source = " · ".join(line for line in (claim.people, claim.source) if line)
    column.addWidget(Label(source, regular(14), Tone.MUTED, wraps=True))
    row.addLayout(column, 1)
    return part


def unknown_part(unknown: Unknown) -> QWidget:
    """An open question, and who looked at it if anybody did."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(Label(unknown.says, regular(17), wraps=True))
    if unknown.source:
        column.addWidget(Label(unknown.source, regular(14), Tone.MUTED, wraps=True))
    return part
