"""The routines as rows of a list."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from hiptimer.model.words import minutes_words, rounds_words
from hiptimer.ui.figure.album import Album
from hiptimer.ui.fonts import regular, semibold
from hiptimer.ui.theme import Tone, colour
from hiptimer.ui.today.plan import RoutineCard
from hiptimer.ui.widgets.row_list import RowDelegate

PICTURE = QSize(72, 48)
PICTURE_EDGE = 12
CARD_ROLE = int(Qt.ItemDataRole.UserRole)
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def facts(card: RoutineCard) -> str:
    """Such as "14 min · three rounds · with a mini band"."""
    parts = (minutes_words(card.seconds), rounds_words(card.rounds), card.needs)
    return " · ".join(part for part in parts if part)


class RoutineModel(QAbstractListModel):
    """One row for each card."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[RoutineCard, ...] = ()

    def show_cards(self, cards: tuple[RoutineCard, ...]) -> None:
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, row: int) -> RoutineCard:
        return self._cards[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.name}, {facts(card)}"
        return None


class RoutineDelegate(RowDelegate):
    """Name above the facts, and a picture."""

    def __init__(self, album: Album) -> None:
        super().__init__()
        self._album = album

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        card: RoutineCard = index.data(CARD_ROLE)
        palette = option.palette
        right = rect.right() - PICTURE_EDGE - PICTURE.width()
        self._paint_picture(painter, card, QPointF(right, rect.center().y() - PICTURE.height() / 2))
        for words, font, tone, top in (
            (card.name, semibold(16), Tone.INK, 11),
            (facts(card), regular(13), Tone.MUTED, 33),
        ):
            painter.setFont(font)
            painter.setPen(colour(palette, tone))
            place = QRectF(rect.left() + 20, rect.top() + top, right - rect.left() - 28, 20)
            shown = QFontMetricsF(font).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_picture(self, painter: QPainter, card: RoutineCard, place: QPointF) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._album.picture(card.picture, PICTURE, ratio)
        if picture is not None:
            painter.drawPixmap(place, picture)
