"""One move of the routine with its picture; pressing it opens the variations of its family."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.language import later, tr
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import medium, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.today.plan import MoveRow
from hiptimer.ui.widgets.fitting import fitted_or_cut
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

PAD = 10.0
HEIGHT = 44
PICTURE = QSize(62, 42)
WORDS = PAD + PICTURE.width() + 12
ICON = 16.0
LEAST = 13
# L: a mark on a move that was changed for this time only
CHANGED = later("this time")


class MoveButton(Press):
    """ "10 × Glute bridge ▾". `opened` carries the move."""

    opened = Signal(object)

    def __init__(
        self, move: MoveRow, icons: IconSet, album: Album, parent: QWidget | None = None
    ) -> None:
        super().__init__(_words(move), parent)
        self.move_row = move
        self._icons = icons
        picture = PictureView(move.exercise.id, PICTURE, album, self)
        picture.move(round(PAD), (HEIGHT - PICTURE.height()) // 2)
        self._each = f" {tr('each side')}" if move.exercise.per_side else ""
        self._changed = tr(CHANGED)
        self._plain = regular(16, tabular=True)
        self._strong = medium(16)
        self._small = semibold(12)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("{move}, changed for this time. Change this move", move=self.text())
            if move.is_changed
            else tr("{move}. Change this move", move=self.text())
        )
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self.move_row)

    def sizeHint(self) -> QSize:
        parts = (
            (f"{self.move_row.dose} ", self._plain),
            (self.move_row.exercise.name, self._strong),
        )
        width = sum(_width(words, font) for words, font in parts) + self._tail_width()
        return QSize(round(WORDS + width + PAD) + 2, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(WORDS) + 150, HEIGHT)

    def _tail_width(self) -> float:
        """Of what follows the name: each side, the arrow, the mark of a change."""
        changed = _width(self._changed, self._small) + 24 if self.move_row.is_changed else 0
        return _width(self._each, self._plain) + 4 + ICON + changed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect())
        if self.is_hot:
            paint_box(painter, box, 10, colour(palette, Tone.ACCENT_SOFT))
        left = self._write(painter, WORDS, f"{self.move_row.dose} ", self._plain, Tone.MUTED)
        room = box.width() - PAD - left - self._tail_width()
        font, name = fitted_or_cut(self._strong, self.move_row.exercise.name, room + 1, least=LEAST)
        left = self._write(painter, left, name, font, Tone.INK)
        left = self._write(painter, left, self._each, self._plain, Tone.MUTED) + 4
        arrow = QRectF(left, (box.height() - ICON) / 2 + 1, ICON, ICON)
        self._icons.paint(painter, "chevron-down", arrow, colour(palette, Tone.MUTED))
        if self.move_row.is_changed:
            self._paint_mark(painter, arrow.right() + 8)
        if self.hasFocus():
            paint_ring(painter, box, 10, palette)

    def _write(self, painter: QPainter, left: float, words: str, font: QFont, tone: Tone) -> float:
        """Where the words end."""
        width = _width(words, font)
        painter.setFont(font)
        painter.setPen(colour(self.palette(), tone))
        line = QRectF(left, 0, width + 2, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        return left + width

    def _paint_mark(self, painter: QPainter, left: float) -> None:
        chip = QRectF(left, self.height() / 2 - 10, _width(self._changed, self._small) + 16, 20)
        paint_box(painter, chip, 10, colour(self.palette(), Tone.CHIP))
        painter.setFont(self._small)
        painter.setPen(colour(self.palette(), Tone.INK))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._changed)


def _words(move: MoveRow) -> str:
    """What a screen reader says of a move."""
    name = move.exercise.name
    if move.exercise.per_side:
        # L: {dose} is such as "10 ×" or "30 s"
        return tr("{dose} {exercise} each side", dose=move.dose, exercise=name)
    return f"{move.dose} {name}"


def _width(words: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)
