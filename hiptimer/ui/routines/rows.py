"""The routines as rows of a list."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from hiptimer.model.time_words import minutes_words
from hiptimer.model.words import rounds_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.fitting import fitted_or_cut
from hiptimer.ui.widgets.row_list import RowDelegate
from hiptimer.ui.widgets.rows_model import ROW_ROLE, Index, RowsModel
from hiptimer.ui.widgets.shape import paint_box

PICTURE = QSize(72, 48)
PICTURE_EDGE = 12
LEAST = 11


def facts(card: RoutineCard) -> str:
    """Such as "14 min · three rounds · with a mini band"."""
    parts = (minutes_words(card.seconds), rounds_words(card.rounds), card.needs)
    return " · ".join(part for part in parts if part)


class RoutineModel(RowsModel[RoutineCard]):
    """One row for each card."""

    def words_of(self, row: RoutineCard) -> str:
        return ", ".join(part for part in (row.name, row.mark, facts(row)) if part)


class RoutineDelegate(RowDelegate):
    """Name above the facts, and a picture."""

    def __init__(self, album: Album) -> None:
        super().__init__()
        self._album = album

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        card: RoutineCard = index.data(ROW_ROLE)
        palette = option.palette
        right = rect.right() - PICTURE_EDGE - PICTURE.width()
        self._paint_picture(painter, card, QPointF(right, rect.center().y() - PICTURE.height() / 2))
        room = right - rect.left() - 28
        for words, usual, tone, top, width in (
            (card.name, semibold(16), Tone.INK, 11, room - _mark_width(card.mark)),
            (facts(card), regular(13), Tone.MUTED, 33, room),
        ):
            font, shown = fitted_or_cut(usual, words, width, least=LEAST)
            painter.setFont(font)
            painter.setPen(colour(palette, tone))
            place = QRectF(rect.left() + 20, rect.top() + top, width, 20)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            if top == 11 and card.mark:
                left = place.left() + QFontMetricsF(font).horizontalAdvance(shown) + 10
                self._paint_mark(painter, card.mark, QPointF(left, place.top()), palette)

    def _paint_mark(self, painter: QPainter, mark: str, at: QPointF, palette: QPalette) -> None:
        chip = QRectF(at.x(), at.y(), _mark_width(mark) - 10, 20)
        paint_box(painter, chip, 10, colour(palette, Tone.CHIP))
        painter.setFont(semibold(12))
        painter.setPen(colour(palette, Tone.INK))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, mark)

    def _paint_picture(self, painter: QPainter, card: RoutineCard, place: QPointF) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._album.picture(card.picture, PICTURE, ratio)
        if picture is not None:
            painter.drawPixmap(place, picture)


def _mark_width(mark: str) -> float:
    """Of the mark behind a name with the space before it; 0 without one."""
    return QFontMetricsF(semibold(12)).horizontalAdvance(mark) + 26 if mark else 0.0
