"""One exercise that a move could be changed to."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import tr
from hiptimer.model.words import equipment_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.figure.picture_view import PictureView
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.widgets.icons import IconSet
from hiptimer.ui.widgets.press import Press
from hiptimer.ui.widgets.shape import paint_box, paint_ring

WIDTH = 408
ROW_HEIGHT = 58
RING = 28.0
PICTURE = QSize(72, 48)
PICTURE_EDGE = 10


class VariationRow(Press):
    """Level, name, dose and needs of one exercise. `chosen` carries it.

    `lacking` is what it needs and is not at hand: it can be chosen all the same.
    """

    chosen = Signal(object)

    def __init__(
        self,
        exercise: Exercise,
        dose: str,
        *,
        is_current: bool,
        icons: IconSet,
        album: Album,
        parent: QWidget,
        lacking: Sequence[Equipment] = (),
    ) -> None:
        super().__init__(exercise.name, parent)
        self.exercise = exercise
        self._is_current = is_current
        self._is_lacking = bool(lacking)
        self._icons = icons
        self._picture = PictureView(exercise.id, PICTURE, album, self)
        self._details = _details(exercise, dose, lacking)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = {"level": exercise.level, "exercise": exercise.name, "details": self._details}
        self.setAccessibleName(
            tr("Level {level}, {exercise}, {details}, in the routine now", **told)
            if is_current
            else tr("Level {level}, {exercise}, {details}", **told)
        )
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.exercise)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.size() - PICTURE
        self._picture.move(size.width() - PICTURE_EDGE, size.height() // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self._is_current:
            paint_box(
                painter, box, 14, colour(palette, Tone.ACCENT_SOFT), colour(palette, Tone.ACCENT)
            )
        elif self.is_hot:
            paint_box(painter, box, 14, colour(palette, Tone.ACCENT_SOFT))
        self._paint_level(painter, QRectF(16, (self.height() - RING) / 2, RING, RING))
        right = float(self._picture.x()) - 8
        if self._is_current:
            tick = QRectF(right - 20, box.center().y() - 10, 20, 20)
            self._icons.paint(painter, "check", tick, colour(palette, Tone.ACCENT))
            right = tick.left() - 8
        self._paint_words(painter, QRectF(58, 0, right - 58, self.height()))
        if self.hasFocus():
            paint_ring(painter, box, 14, palette)

    def _paint_level(self, painter: QPainter, ring: QRectF) -> None:
        line = Tone.LINE if self._is_lacking else Tone.ACCENT
        painter.setPen(QPen(colour(self.palette(), line), 2.5))
        painter.setBrush(colour(self.palette(), Tone.CARD))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(ring)
        painter.setPen(colour(self.palette(), Tone.INK))
        painter.setFont(bold(14, tabular=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.exercise.level))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        middle = place.center().y()
        name = Tone.MUTED if self._is_lacking else Tone.INK
        details = Tone.WORK_TEXT if self._is_lacking else Tone.MUTED
        for words, font, tone, top in (
            (self.exercise.name, semibold(15), name, middle - 21),
            (self._details, regular(13), details, middle),
        ):
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.setFont(font)
            painter.setPen(colour(self.palette(), tone))
            line = QRectF(place.left(), top, place.width() + 1, 20)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _details(exercise: Exercise, dose: str, lacking: Sequence[Equipment]) -> str:
    """What it would be done for, and what it needs."""
    amount = tr("{dose} each side", dose=dose) if exercise.per_side else dose
    there = equipment_words([need for need in exercise.needs if need not in lacking])
    missing = tr("no {things} at hand", things=equipment_words(lacking)) if lacking else ""
    return " · ".join(part for part in (amount.strip(), there, missing) if part)
